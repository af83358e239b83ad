import PartyWork

/// The months of branches: what counted in them, and what was done with them.
///
/// Besides the parameters of every count, `:close` is the month's last day, `:key` its text, `:january` the year's
/// first month.
extension NamedSQL {
    private static let kinds = "('专题调研', '主题活动', '主题党日', '帮扶走访', '培养积极分子', '合理化建议', '安全隐患', '矛盾纠纷', '办实事')"

    /// What counted from the first of the month to the day on each branch and its groups, how much of it lacks its
    /// papers, and how much was entered after the month.
    static let monthTally = NamedSQL(
        "month tally",
        """
        SELECT substr(o.code, 1, 12), a.kind, count(*), count(*) FILTER (WHERE a.evidence = '待补'),
            count(*) FILTER (WHERE coalesce(e.entered_on, '') > :close)
        FROM organization o CROSS JOIN activity a LEFT JOIN activity_entry e ON e.activity = a.id
        WHERE \(Predicate.isInScope("o.code")) AND o.kind <> '乡镇党委' AND a.organization = o.code
            AND a.kind IN \(kinds) AND a.counted_on BETWEEN :month AND :day
        GROUP BY 1, 2
        """)

    /// The rows behind it, newest first.
    static let monthActivities = NamedSQL("month activities", counted(from: ":month"))

    /// Activities counted from the first of the year.
    static let yearActivities = NamedSQL("year activities", counted(from: ":first"))

    private static func counted(from first: String) -> String {
        """
        SELECT \(activityColumns)
        FROM organization o CROSS JOIN activity t LEFT JOIN household h ON h.id = t.household
            LEFT JOIN visit w ON w.activity = t.id
        WHERE \(Predicate.isInScope("o.code")) AND t.organization = o.code
            AND t.kind IN \(kinds) AND t.counted_on BETWEEN \(first) AND :day
        ORDER BY t.held_on DESC, t.id DESC
        """
    }

    /// The months of the year up to the day in which something counted on a branch or its groups, 主题党日 apart, with the visits
    /// among it.
    static let countedMonths = NamedSQL(
        "counted months",
        """
        SELECT substr(o.code, 1, 12), substr(a.counted_on, 1, 7), a.kind = '主题党日',
            count(*) FILTER (WHERE a.kind = '帮扶走访')
        FROM organization o CROSS JOIN activity a
        WHERE \(Predicate.isInScope("o.code")) AND o.kind <> '乡镇党委' AND a.organization = o.code
            AND a.kind IN \(kinds) AND a.counted_on BETWEEN :first AND :day
        GROUP BY 1, 2, 3
        """)

    /// The months of the year up to the day in which something counted lacks its papers, with how much does.
    static let pendingMonths = NamedSQL(
        "pending months",
        """
        SELECT substr(o.code, 1, 12), substr(a.counted_on, 1, 7), count(*)
        FROM organization o CROSS JOIN activity a
        WHERE \(Predicate.isInScope("o.code")) AND o.kind <> '乡镇党委' AND a.organization = o.code
            AND a.evidence = '待补' AND a.counted_on IS NOT NULL AND a.counted_on BETWEEN :first AND :day
        GROUP BY 1, 2
        """)

    /// The steps of one month of a scope's branches, in order.
    static let stepsOfMonth = NamedSQL(
        "steps of month",
        """
        SELECT \(Layout.of(.monthSteps).statements.columns) FROM month_step t
        WHERE \(Predicate.isInScope("t.organization")) AND t.month = :key ORDER BY t.organization, t.position
        """)

    /// The steps of a year's months of a scope's branches, in order.
    static let stepsOfYear = NamedSQL(
        "steps of year",
        """
        SELECT t.organization, t.month, t.step FROM month_step t
        WHERE \(Predicate.isInScope("t.organization")) AND t.month BETWEEN :january AND :key
        ORDER BY t.organization, t.month, t.position
        """)

    /// The signed months of a branch: those whose last step is an acceptance.
    static let signedMonths = NamedSQL(
        "signed months",
        """
        SELECT s.month, s.officer, s.taken_on FROM month_step s
        WHERE s.organization = :code AND s.step = '接收' AND NOT EXISTS (SELECT 1 FROM month_step l
            WHERE l.organization = s.organization AND l.month = s.month AND l.position > s.position)
        """)

    /// A branch with a signed month that is not before a month; reads all steps, which only a change of what is asked does.
    static let signedSince = NamedSQL(
        "signed since",
        """
        SELECT s.organization FROM month_step s
        WHERE s.month >= :month AND s.step = '接收' AND NOT EXISTS (SELECT 1 FROM month_step l
            WHERE l.organization = s.organization AND l.month = s.month AND l.position > s.position)
        ORDER BY s.month, s.organization LIMIT 1
        """)
}

extension Parameters {
    /// The parameters of a month's counts up to a day in it.
    init(_ scope: Scope, _ month: Month, asOf day: Day) {
        self = Parameters(scope, asOf: day).offering([
            ("close", month.last.description), ("key", month.description), ("january", "\(month.year)-01"),
        ])
    }
}
