import PartyWork

/// The rows behind the figures, by the same predicates. The first columns are the table's own, as `Layout` reads them.
extension NamedSQL {
    // MARK: - Households

    /// The households of a scope, each with its village's name and its latest visit.
    static let householdRows = NamedSQL(
        "household rows",
        Predicate.Belonging.union(Predicate.lying("t")) { "\(household($0.organization)) WHERE \($0.condition)" }
            + "\nORDER BY \(TableSchema.households.fields.count + 3), 1")

    /// The row of one household.
    static let householdRow = NamedSQL("household row", "\(household("t.village")) WHERE t.id = :id")

    /// A household, its village at the day by name, its latest visit, and that village by code.
    private static func household(_ village: String) -> String {
        """
        SELECT \(columns(.households)), v.name,
            (SELECT max(a.counted_on) FROM activity a
                WHERE a.household = t.id AND a.kind = '帮扶走访' AND a.counted_on <= :day),
            v.code
        FROM household t JOIN organization v ON v.code = \(village)
        """
    }

    /// The helpers of the active pairings of a scope's households.
    static let helpers = NamedSQL(
        "helpers",
        Predicate.Belonging.union(Predicate.lying("h")) {
            """
            SELECT p.household, s.id, s.name, \(Predicate.serves("s"))
            FROM household h CROSS JOIN pairing p CROSS JOIN person s
            WHERE \($0.condition) AND p.household = h.id AND \(Predicate.isActive("p")) AND s.id = p.person
            """
        })

    /// The helpers of the active pairings of a scope's households, with whence they come and since when.
    static let rollHelpers = NamedSQL(
        "helpers of a roll",
        Predicate.Belonging.union(Predicate.lying("h")) {
            """
            SELECT p.household, s.id, s.name, s.post, s.phone, o.name, p.started_on
            FROM household h CROSS JOIN pairing p CROSS JOIN person s CROSS JOIN organization o
            WHERE \($0.condition) AND p.household = h.id AND \(Predicate.isActive("p")) AND s.id = p.person
                AND o.code = s.organization
            """
        })

    /// Helpers of one household.
    static let helpersOfHousehold = NamedSQL(
        "helpers of household",
        """
        SELECT p.household, s.id, s.name, \(Predicate.serves("s"))
        FROM pairing p CROSS JOIN person s
        WHERE p.household = :id AND \(Predicate.isActive("p")) AND s.id = p.person
        """)

    // MARK: - People

    /// The people of a scope at the day, each with the number of households helped that are poor or lifted.
    static let personRows = NamedSQL(
        "person rows",
        Predicate.Belonging.union(Predicate.belonging("t")) { "\(person($0.organization)) WHERE \($0.condition)" }
            + "\nORDER BY \(TableSchema.people.fields.count + 3), 1")

    /// The row of one person.
    static let personRow = NamedSQL(
        "person row", "\(person("coalesce(\(Predicate.membership(of: "t")), t.organization)")) WHERE t.id = :id")

    /// A person, the organization at the day by name and by code, and that of today by name.
    private static func person(_ organization: String) -> String {
        """
        SELECT \(columns(.people)), o.name,
            (SELECT count(DISTINCT p.household) FROM pairing p JOIN household k ON k.id = p.household
                WHERE p.person = t.id AND \(Predicate.isActive("p")) AND \(Predicate.isKept("k"))),
            o.code, (SELECT r.name FROM organization r WHERE r.code = t.organization)
        FROM person t JOIN organization o ON o.code = \(organization)
        """
    }

    // MARK: - Organizations and cooperatives

    /// The organizations of a scope, each with the names of the one above and of its leader.
    static let organizationRows = NamedSQL(
        "organization rows",
        """
        SELECT \(columns(.organizations)), o.name, l.name
        FROM organization t LEFT JOIN organization o ON o.code = t.parent LEFT JOIN person l ON l.id = t.leader
        WHERE \(Predicate.isInScope("t.code")) ORDER BY t.code
        """)

    /// The cooperatives of a scope, each with the names of its founders joined by line breaks.
    static let cooperativeRows = NamedSQL(
        "cooperative rows",
        Predicate.Belonging.union(Predicate.owned("t")) {
            """
            SELECT \(columns(.cooperatives)), o.name, \(names("cooperative_founder", of: "cooperative", "t.code")), o.code
            FROM cooperative t JOIN organization o ON o.code = \($0.organization)
            WHERE \($0.condition)
            """
        } + "\nORDER BY \(TableSchema.cooperatives.fields.count + 3), 1")

    // MARK: - Activities

    /// The activities of a scope held from one day to another, newest first: from each organization to its days.
    static let activityRows = NamedSQL(
        "activity rows",
        """
        SELECT \(activityColumns)
        FROM organization o CROSS JOIN activity t LEFT JOIN household h ON h.id = t.household
            LEFT JOIN visit w ON w.activity = t.id
        WHERE \(Predicate.isInScope("o.code")) AND t.organization = o.code AND t.held_on BETWEEN :from AND :to
        ORDER BY t.held_on DESC, t.id DESC
        """)

    /// The visits to a household up to the day, newest first.
    static let visitsOfHousehold = NamedSQL(
        "visits of household",
        """
        SELECT \(activityColumns)
        FROM activity t CROSS JOIN organization o LEFT JOIN household h ON h.id = t.household
            LEFT JOIN visit w ON w.activity = t.id
        WHERE t.household = :id AND t.kind = '帮扶走访' AND t.held_on <= :day AND o.code = t.organization
        ORDER BY t.held_on DESC, t.id DESC
        """)

    /// The activities in which a person took part up to the day, newest first.
    static let activitiesOfPerson = NamedSQL(
        "activities of person",
        """
        SELECT \(activityColumns)
        FROM activity_participant y CROSS JOIN activity t CROSS JOIN organization o
            LEFT JOIN household h ON h.id = t.household
            LEFT JOIN visit w ON w.activity = t.id
        WHERE y.person = :id AND t.id = y.activity AND t.held_on <= :day AND o.code = t.organization
        ORDER BY t.held_on DESC, t.id DESC
        """)

    static let activityColumns = """
        \(columns(.activities)), o.name, \(names("activity_participant", of: "activity", "t.id")), h.head,
            w.findings, w.measures, w.outcome,
            (SELECT e.entered_on FROM activity_entry e WHERE e.activity = t.id)
        """

    // MARK: - Pairings

    /// All pairings of a household, by helper and start.
    static let pairingsOfHousehold = NamedSQL(
        "pairings of household",
        "SELECT \(columns(.pairings)) FROM pairing t WHERE t.household = :id ORDER BY t.person, t.started_on")

    /// All pairings of a person, by start.
    static let pairingsOfPerson = NamedSQL(
        "pairings of person",
        "SELECT \(columns(.pairings)) FROM pairing t WHERE t.person = :id ORDER BY t.started_on, t.household")

    // MARK: - Parts

    private static func columns(_ table: TableSchema) -> String { Layout.of(table).statements.columns }

    /// The names of the people in a list, in its order, joined by line breaks.
    private static func names(_ table: String, of owner: String, _ key: String) -> String {
        """
        (SELECT string_agg(n.name, '\n') FROM (SELECT q.name FROM \(table) x JOIN person q ON q.id = x.person
            WHERE x.\(owner) = \(key) ORDER BY x.position) n)
        """
    }
}
