import PartyWork

/// The statements of checklists: for each kind of subject one that counts and one that lists, both over the same rows.
///
/// Parameters: the scope as `:scope` and `:end`; the day on which subjects are looked for as `:day`, and the date of the
/// figures as `:asof`: who is gone by then owes nothing any more, as with the methods (CONTRACT section 2); the checklist as
/// `:checklist` and its activities as `:kind`; the days that count as `:from` and `:until`; the period of waivers as
/// `:begin` and `:close`.
struct ChecklistStatements: Sendable {
    /// Branch, how often done, whether waived, how many subjects.
    let tally: NamedSQL
    /// Number, name, organization, how often done, the last day of it, the reason of a waiver.
    let rows: NamedSQL

    /// The statements for a checklist.
    static func of(_ checklist: Checklist) -> ChecklistStatements {
        all[Key(subject: checklist.subject, countsActivities: checklist.counts != nil)]
            ?? ChecklistStatements(checklist.subject, countsActivities: checklist.counts != nil)
    }

    /// All of them.
    static let all: [Key: ChecklistStatements] = ChecklistSubject.allCases.reduce(into: [:]) { all, subject in
        for counts in [false, true] {
            all[Key(subject: subject, countsActivities: counts)] = ChecklistStatements(
                subject, countsActivities: counts)
        }
    }

    struct Key: Hashable, Sendable {
        let subject: ChecklistSubject
        let countsActivities: Bool
    }

    private init(_ subject: ChecklistSubject, countsActivities: Bool) {
        let counted = countsActivities ? subject.activities : ChecklistStatements.ticks(subject)
        let waivers = """
            FROM waiver w WHERE w.checklist = :checklist AND w.subject = \(subject.key)
                AND (w.within = '' OR w.within BETWEEN :begin AND :close)
            """
        func asked(_ end: String = "", _ selected: (String) -> String) -> String {
            subject.belonging.map { belonging in
                """
                SELECT \(selected(belonging.organization))
                FROM \(subject.source) WHERE \(belonging.condition) AND \(subject.isAsked) AND \(subject.isThere) \(end)
                """
            }.joined(separator: "\nUNION ALL\n")
        }
        let word = "\(subject.rawValue)\(countsActivities ? "按活动" : "")"
        tally = NamedSQL(
            "checklist tally \(word)",
            asked("GROUP BY 1, 2, 3") { organization in
                """
                substr(\(organization), 1, 12), (SELECT count(*) \(counted.rows)), EXISTS (SELECT 1 \(waivers)), count(*)
                """
            })
        rows = NamedSQL(
            "checklist rows \(word)",
            asked { organization in
                """
                \(subject.key), \(subject.name), \(organization), (SELECT count(*) \(counted.rows)),
                    (SELECT max(\(counted.day)) \(counted.rows)), (SELECT w.reason \(waivers) ORDER BY w.within LIMIT 1)
                """
            })
    }

    /// What counts for a subject: its rows, and the column with their day.
    fileprivate struct Counted {
        let rows: String
        let day: String
    }

    private static func ticks(_ subject: ChecklistSubject) -> Counted {
        Counted(
            rows: """
                FROM tick k WHERE k.checklist = :checklist AND k.subject = \(subject.key)
                    AND k.held_on BETWEEN :from AND :until
                """, day: "k.held_on")
    }
}

extension ChecklistSubject {
    /// The table with the alias `s`.
    fileprivate var source: String {
        switch self {
        case .member, .committeeMember: "person s"
        case .branch, .group: "organization s"
        case .household: "household s"
        }
    }

    fileprivate var key: String { table == .organizations ? "s.code" : "s.id" }
    fileprivate var name: String { self == .household ? "s.head" : "s.name" }

    /// Where the rows belong.
    fileprivate var belonging: [Predicate.Belonging] {
        switch self {
        case .member, .committeeMember: Predicate.belonging("s")
        case .branch, .group: [Predicate.Belonging(column: "s.code")]
        case .household: [Predicate.Belonging(column: "s.village")]
        }
    }

    /// Whether the row is asked on the day.
    fileprivate var isAsked: String {
        switch self {
        case .member: "s.category IN ('正式党员', '预备党员') AND \(Predicate.serves("s"))"
        case .committeeMember: "s.is_committee = 1 AND \(Predicate.serves("s"))"
        case .branch: "s.kind IN ('村党组织', '联合支部', '机关支部') AND \(Predicate.exists("s"))"
        case .group: "s.kind = '党小组' AND \(Predicate.exists("s"))"
        case .household: Predicate.isPoor("s")
        }
    }

    /// Whether the row is still there at the date.
    fileprivate var isThere: String {
        switch self {
        case .member, .committeeMember: Predicate.serves("s", on: ":asof")
        case .branch, .group: Predicate.exists("s", on: ":asof")
        case .household: Predicate.isKept("s", on: ":asof")
        }
    }

    /// The activities that count for the row.
    fileprivate var activities: ChecklistStatements.Counted {
        let isCounted = "k.kind = :kind AND k.counted_on BETWEEN :from AND :until"
        let rows =
            switch self {
            case .member, .committeeMember:
                """
                FROM activity_participant y CROSS JOIN activity k
                WHERE y.person = s.id AND k.id = y.activity AND \(isCounted)
                """
            case .branch, .group: "FROM activity k WHERE k.organization = s.code AND \(isCounted)"
            case .household: "FROM activity k WHERE k.household = s.id AND \(isCounted)"
            }
        return ChecklistStatements.Counted(rows: rows, day: "k.counted_on")
    }
}

extension NamedSQL {
    /// Whether a checklist has ticks or waivers.
    static let hasMarks = NamedSQL(
        "has marks",
        """
        SELECT k.checklist FROM tick k WHERE k.checklist = :checklist
        UNION ALL SELECT w.checklist FROM waiver w WHERE w.checklist = :checklist
        """)

    /// The marks of a checklist's subject: the days of ticks.
    static let ticksOfSubject = NamedSQL(
        "ticks of subject",
        """
        SELECT \(Layout.of(.ticks).statements.columns) FROM tick t
        WHERE t.checklist = :checklist AND t.subject = :subject AND t.held_on BETWEEN :from AND :until
        """)

    /// The waivers of a checklist's subject that hold in a period.
    static let waiversOfSubject = NamedSQL(
        "waivers of subject",
        """
        SELECT \(Layout.of(.waivers).statements.columns) FROM waiver t
        WHERE t.checklist = :checklist AND t.subject = :subject
            AND (t.within = '' OR t.within BETWEEN :begin AND :close)
        """)

    /// Ticks and waivers that name nobody whom their checklist could ask. Reads all of them: for `check` and for undo.
    static let danglingMarks = NamedSQL(
        "dangling marks",
        """
        SELECT m.table_name, m.checklist, m.subject FROM (
            SELECT 'ticks' AS table_name, checklist, subject FROM tick
            UNION ALL SELECT 'waivers', checklist, subject FROM waiver
        ) m JOIN checklist c ON c.id = m.checklist
        WHERE CASE c.subject
            WHEN '贫困户' THEN NOT EXISTS (SELECT 1 FROM household h WHERE h.id = m.subject)
            WHEN '支部' THEN NOT EXISTS (SELECT 1 FROM organization o
                WHERE o.code = m.subject AND o.kind IN ('村党组织', '联合支部', '机关支部'))
            WHEN '党小组' THEN NOT EXISTS (SELECT 1 FROM organization o WHERE o.code = m.subject AND o.kind = '党小组')
            ELSE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = m.subject) END
        """)
}
