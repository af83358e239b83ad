/// What the screen of one branch shows besides its line of the overview.
extension NamedSQL {
    /// Disputes not resolved and deeds not completed at the day, by group and kind, whatever year they were begun.
    static let openFiveOnes = NamedSQL(
        "open five ones",
        """
        SELECT a.organization, a.kind, count(*) FROM organization o CROSS JOIN activity a
        WHERE \(Predicate.isInScope("o.code")) AND o.kind = '党小组' AND \(Predicate.exists("o"))
            AND a.organization = o.code AND \(Predicate.isOpen("a"))
        GROUP BY 1, 2
        """)

    /// How many households are poor or lifted.
    static let keptHouseholds = NamedSQL(
        "kept households",
        """
        SELECT sum(households) FROM (\(Predicate.Belonging.union(Predicate.lying("h")) {
            "SELECT count(*) AS households FROM household h WHERE \($0.condition) AND \(Predicate.isKept("h"))"
        })) AS villages
        """)

    /// What was recorded from the first of the year to the day, by month and kind, and how much of it lacks its papers.
    static let recordedByMonth = NamedSQL(
        "recorded by month",
        """
        SELECT CAST(substr(a.held_on, 6, 2) AS INTEGER), a.kind, count(*), count(*) FILTER (WHERE a.evidence = '待补')
        FROM organization o CROSS JOIN activity a
        WHERE \(Predicate.isInScope("o.code")) AND a.organization = o.code
            AND a.held_on BETWEEN :first AND :day AND a.voided_on IS NULL
        GROUP BY 1, 2
        """)
}
