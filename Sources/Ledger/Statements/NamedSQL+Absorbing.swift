import PartyWork

/// What is in a village that is merged into another, and what names it.
extension NamedSQL {
    static let organizationsIn = rows(of: .organizations, "code")
    static let peopleIn = rows(of: .people, "organization")
    static let postsIn = rows(of: .posts, "organization")
    static let householdsIn = rows(of: .households, "village")
    static let cooperativesIn = rows(of: .cooperatives, "organization")

    /// The rows of a table of which a column lies in the scope, by their keys.
    private static func rows(of table: TableSchema, _ column: String) -> NamedSQL {
        NamedSQL(
            "\(table.name) in",
            """
            SELECT \(Layout.of(table).statements.columns) FROM \(table.sql) t
            WHERE \(Predicate.isInScope("t.\(column)")) ORDER BY \(table.keyColumns.map { "t.\($0)" }.joined(separator: ", "))
            """)
    }

    /// How much is still open in a scope.
    static let openIn = NamedSQL(
        "open in",
        """
        SELECT count(*) FROM organization o CROSS JOIN activity a
        WHERE \(Predicate.isInScope("o.code")) AND a.organization = o.code AND \(Predicate.isOpen("a"))
        """)

    /// The serving committee members to whom a village is assigned, and the joint branches that it is part of, by name.
    static let namingVillage = NamedSQL(
        "naming village",
        """
        SELECT p.name, 1 FROM person_village w JOIN person p ON p.id = w.person
        WHERE w.village = :code AND \(Predicate.serves("p"))
        UNION ALL
        SELECT o.name, 0 FROM organization_unit u JOIN organization o ON o.code = u.joint
        WHERE u.unit = :code AND \(Predicate.exists("o"))
        """)
}
