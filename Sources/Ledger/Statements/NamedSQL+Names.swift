import PartyWork

/// Key, name, organization and detail of everything that has a name.
extension NamedSQL {
    static let organizationNames = NamedSQL(
        "organization names",
        "SELECT t.code, t.name, t.code, '' FROM organization t WHERE \(Predicate.isInScope("t.code")) ORDER BY t.code")

    static let personNames = NamedSQL(
        "person names",
        """
        SELECT t.id, t.name, t.organization, '' FROM person t
        WHERE \(Predicate.isInScope("t.organization")) ORDER BY t.id
        """)

    static let householdNames = NamedSQL(
        "household names",
        """
        SELECT t.id, t.head, t.village, '' FROM household t
        WHERE \(Predicate.isInScope("t.village")) ORDER BY t.id
        """)

    static let cooperativeNames = NamedSQL(
        "cooperative names",
        """
        SELECT t.code, t.name, t.organization, '' FROM cooperative t
        WHERE \(Predicate.isInScope("t.organization")) ORDER BY t.code
        """)

    /// The newest five activities of each organization in the year: what an officer has just entered is among them, and
    /// they are found without reading the years.
    static let recentActivityNames = NamedSQL(
        "recent activity names",
        """
        SELECT t.id, t.title, t.organization, t.held_on FROM organization o CROSS JOIN activity t
        WHERE \(Predicate.isInScope("o.code")) AND t.id IN (SELECT a.id FROM activity a
            WHERE a.organization = o.code AND a.held_on BETWEEN :first AND :day ORDER BY a.held_on DESC, a.id DESC LIMIT 5)
        ORDER BY t.held_on DESC, t.id DESC
        """)
}
