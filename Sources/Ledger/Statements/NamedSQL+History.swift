import PartyWork

/// The tables beside the six that hold what came before: earlier cycles, posts.
extension NamedSQL {
    /// The entries of the journal that touch a record, the newest first.
    static let journalOfRecord = NamedSQL(
        "journal of record",
        """
        SELECT j.id, j.at, j.officer, j.summary, j.row_count, j.undoes, j.action, j.origin, j.uid FROM journal j
        WHERE j.id IN (SELECT c.entry FROM journal_change c WHERE c.table_name = :table AND c.key = :key)
        ORDER BY j.id DESC
        """)

    /// What the journal notes beside the changes of a household's row.
    static let notesOfHousehold = NamedSQL(
        "notes of household",
        """
        SELECT c.entry, c.note FROM journal_change c
        WHERE c.table_name = 'households' AND c.key = :id AND c.note <> '' ORDER BY c.entry
        """)

    /// The earlier cycles of a scope's households.
    static let cycles = NamedSQL(
        "cycles",
        Predicate.Belonging.union(Predicate.lying("h")) {
            """
            SELECT \(Layout.of(.householdCycles).statements.columns)
            FROM household_cycle t CROSS JOIN household h WHERE h.id = t.household AND \($0.condition)
            """
        } + "\nORDER BY 1, 2")

    /// Earlier cycles of one household.
    static let cyclesOfHousehold = NamedSQL(
        "cycles of household",
        """
        SELECT \(Layout.of(.householdCycles).statements.columns) FROM household_cycle t
        WHERE t.household = :id ORDER BY t.lifted_on
        """)

    /// The former villages of one household.
    static let placesOfHousehold = NamedSQL(
        "places of household",
        """
        SELECT \(Layout.of(.householdPlaces).statements.columns) FROM household_place t
        WHERE t.household = :id ORDER BY t.ended_on
        """)

    /// The posts of a person, each with the organization's name.
    static let postsOfPerson = NamedSQL(
        "posts of person",
        """
        SELECT \(Layout.of(.posts).statements.columns), o.name
        FROM post t JOIN organization o ON o.code = t.organization
        WHERE t.person = :id ORDER BY t.started_on, t.kind, t.organization
        """)

    /// The posts in a scope's organizations, memberships left out.
    static let postsInScope = NamedSQL(
        "posts in scope",
        """
        SELECT \(Layout.of(.posts).statements.columns) FROM post t
        WHERE \(Predicate.isInScope("t.organization")) AND t.kind <> '党员关系'
        """)
}
