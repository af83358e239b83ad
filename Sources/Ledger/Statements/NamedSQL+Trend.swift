import PartyWork

/// The figures of a scope at the end of each of some months, one statement for a group of figures.
///
/// Besides the scope they are given the days of which each month speaks, `:day_a` and on, and the first and the last month as texts.
extension NamedSQL {
    /// What counted on the branches themselves in each month up to its day, by kind.
    static let monthlyActivities = NamedSQL(
        "monthly activities",
        """
        \(months)
        SELECT i.day, substr(o.code, 1, 12), a.kind, count(*)
        FROM months i CROSS JOIN organization o CROSS JOIN activity a
        WHERE \(Predicate.isInScope("o.code")) AND o.kind NOT IN ('乡镇党委', '党小组') AND a.organization = o.code
            AND a.kind IN ('专题调研', '主题活动', '主题党日', '帮扶走访')
            AND a.counted_on BETWEEN substr(i.day, 1, 8) || '01' AND i.day
        GROUP BY 1, 2, 3
        """)

    /// The poor households of each village at each day, and those covered.
    static let monthlyHouseholds = NamedSQL(
        "monthly households",
        monthly(
            Predicate.Belonging.union(Predicate.lying("h", on: "i.day")) { way in
                """
                SELECT i.day AS day, \(way.organization) AS branch, count(*) AS due,
                    count(*) FILTER (WHERE \(Predicate.isCovered(household: "h", on: "i.day"))) AS covered
                FROM months i CROSS JOIN household h
                WHERE \(way.condition) AND \(Predicate.isPoor("h", on: "i.day")) GROUP BY 1, 2
                """
            }))

    /// The members of each branch who must be paired at each day, and those who are.
    static let monthlyMembers = NamedSQL(
        "monthly members",
        monthly(
            Predicate.Belonging.union(Predicate.belonging("m", on: "i.day")) { way in
                """
                SELECT i.day AS day, \(way.organization) AS branch, count(*) AS due,
                    count(*) FILTER (WHERE \(Predicate.isCovered(member: "m", on: "i.day"))) AS covered
                FROM months i CROSS JOIN person m
                WHERE \(way.condition) AND \(Predicate.mustBePaired("m", on: "i.day")) GROUP BY 1, 2
                """
            }))

    private static func monthly(_ counts: String) -> String {
        """
        \(months)
        SELECT day, substr(branch, 1, 12), sum(due), sum(covered) FROM (\(counts)) AS villages GROUP BY 1, 2
        """
    }

    private static let months =
        "WITH months(day) AS (VALUES \(days.map { "(CAST(:\($0) AS TEXT))" }.joined(separator: ", ")))"

    /// What the days are called; the names of parameters have no digits.
    fileprivate static let days = (0..<TrendReport.length).compactMap { place in
        UnicodeScalar(UInt8(ascii: "a") + UInt8(place)).description
    }.map { "day_" + $0 }

    /// The acceptances that stand, of the months from the first to the last.
    static let signedMonthsOfScope = NamedSQL(
        "signed months of scope",
        """
        SELECT \(Layout.of(.monthSteps).statements.columns) FROM month_step t
        WHERE \(Predicate.isInScope("t.organization")) AND t.month BETWEEN :begin AND :key AND t.step = '接收'
            AND NOT EXISTS (SELECT 1 FROM month_step l
                WHERE l.organization = t.organization AND l.month = t.month AND l.position > t.position)
        ORDER BY t.organization, t.month
        """)
}

extension Parameters {
    /// The days of which the months of a trend speak, and the months themselves.
    init(_ scope: Scope, trend days: [Day]) {
        let months = [("begin", days.first), ("key", days.last)].map { ($0, $1.map { Month($0).description } ?? "") }
        self = Parameters(scope).offering(
            zip(NamedSQL.days, days).map { (name: $0, text: $1.description) } + months.map { (name: $0.0, text: $0.1) })
    }
}
