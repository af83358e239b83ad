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

    /// The statements for a checklist; those over registers are made of their definitions.
    ///
    /// - Throws: a `ConditionFault`.
    static func of(_ checklist: Checklist, _ book: RegisterBook) throws -> ChecklistStatements {
        if checklist.subject == .entry || !checklist.countedRegister.isEmpty {
            return try ChecklistStatements(checklist, book)
        }
        return all[Key(subject: checklist.subject, countsActivities: checklist.counts != nil)]
            ?? ChecklistStatements(checklist.subject, countsActivities: checklist.counts != nil)
    }

    /// All of them.
    static let all: [Key: ChecklistStatements] = ChecklistSubject.allCases.filter { $0 != .entry }.reduce(into: [:]) {
        all, subject in
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
        let key = subject.key
        self.init(
            Asked(subject), counting: countsActivities ? subject.activities : ChecklistStatements.ticks(key),
            "\(subject.rawValue)\(countsActivities ? "按活动" : "")")
    }

    /// The statements of a checklist that asks entries of a register, or counts them.
    private init(_ checklist: Checklist, _ book: RegisterBook) throws {
        let asked = try Asked.of(checklist, book)
        let counted = try Counted(checklist, for: asked.key, book) ?? ChecklistStatements.ticks(asked.key)
        self.init(asked, counting: counted, "\(checklist.subjectWord)按登记簿")
    }

    /// Whom a checklist asks.
    fileprivate struct Asked {
        let key: String
        let name: String
        /// Where each belongs, with all rows asked that belong so.
        let rows: [(organization: String, rows: String)]
    }

    private init(_ subject: Asked, counting counted: Counted, _ word: String) {
        let waivers = """
            FROM waiver w WHERE w.checklist = :checklist AND w.subject = \(subject.key)
                AND (w.within = '' OR w.within BETWEEN :begin AND :close)
            """
        func asked(_ end: String = "", _ selected: (String) -> String) -> String {
            subject.rows.map { organization, rows in "SELECT \(selected(organization))\n\(rows) \(end)" }
                .joined(separator: "\nUNION ALL\n")
        }
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

    private static func ticks(_ key: String) -> Counted {
        Counted(
            rows: """
                FROM tick k WHERE k.checklist = :checklist AND k.subject = \(key)
                    AND k.held_on BETWEEN :from AND :until
                """, day: "k.held_on")
    }
}

extension ChecklistStatements.Asked {
    fileprivate init(_ subject: ChecklistSubject) {
        self.init(
            key: subject.key, name: subject.name,
            rows: subject.belonging.map { belonging in
                (
                    belonging.organization,
                    "FROM \(subject.source) WHERE \(belonging.condition) AND \(subject.isAsked) AND \(subject.isThere)"
                )
            })
    }

    fileprivate static func of(_ checklist: Checklist, _ book: RegisterBook) throws -> Self {
        if checklist.subject != .entry { return Self(checklist.subject) }
        let name = checklist.askedRegister ?? ""
        guard let register = book[name] else { throw Refusal.notFound(.registers, RecordKey(name)) }
        let sql = RegisterSQL(register, in: book)
        let condition = sql.holds(try Condition(checklist.askedIf, of: register))
        return Self(
            key: "t.number", name: sql.called,
            rows: [("t.place", "\(sql.existingInScope) AND \(sql.isOpen) AND \(condition)")])
    }
}

extension ChecklistStatements.Counted {
    /// The entries of a register that count; nil for a checklist that counts none.
    fileprivate init?(_ checklist: Checklist, for key: String, _ book: RegisterBook) throws {
        if checklist.countedRegister.isEmpty { return nil }
        guard let register = book[checklist.countedRegister] else {
            throw Refusal.notFound(.registers, RecordKey(checklist.countedRegister))
        }
        let sql = RegisterSQL(register, in: book, .counted)
        let condition = sql.holds(try Condition(checklist.countedIf, of: register))
        rows = """
            \(sql.existing) AND k.subject = \(key) AND k.registered_on BETWEEN :from AND :until AND \(condition)
            """
        day = "k.registered_on"
    }
}

extension ChecklistSubject {
    /// The table with the alias `s`.
    fileprivate var source: String {
        switch self {
        case .entry: "entry s"
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
        case .entry: [Predicate.Belonging(column: "s.place")]
        case .member, .committeeMember: Predicate.belonging("s")
        case .branch, .group: [Predicate.Belonging(column: "s.code")]
        case .household: Predicate.lying("s")
        }
    }

    /// Whether the row is asked on the day.
    fileprivate var isAsked: String {
        switch self {
        case .entry: "1 = 1"
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
        case .entry: "1 = 1"
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
            // No activity is told of an entry.
            case .entry: "FROM activity k WHERE 1 = 0"
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

    /// Ticks and waivers that name nobody whom their checklist could ask; reads all of them: for `check` and for undo.
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
            WHEN '党员' THEN NOT EXISTS (SELECT 1 FROM person p WHERE p.id = m.subject)
            WHEN '班子成员' THEN NOT EXISTS (SELECT 1 FROM person p WHERE p.id = m.subject)
            ELSE NOT EXISTS (SELECT 1 FROM entry e WHERE e.register = c.subject AND e.number = m.subject) END
        """)
}
