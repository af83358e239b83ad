import PartyWork

/// The SQL of a register's entries, made of its definition: `t` is the entry; day and scope are bound as `:day`, `:scope` and `:end`
/// (REGISTERS sections 2 to 4).
///
/// Names and values stand in it as literals, for there may be many of them.
struct RegisterSQL {
    let book: RegisterBook
    let register: RegisterDefinition
    private let words: Words

    init(_ register: RegisterDefinition, in book: RegisterBook, _ words: Words = .own) {
        self.register = register
        self.book = book
        self.words = words
    }

    /// What an entry, the day and the first of its year are called.
    struct Words {
        let entry: String
        let day: String
        let year: String
        var standing = Standing.onDay

        static let own = Words(entry: "t", day: ":day", year: ":first")
        /// Of entries that are counted within a statement over others.
        static let counted = Words(entry: "k", day: ":asof", year: ":asofyear")

        /// Of entries whose state is known otherwise.
        static func own(_ standing: Standing) -> Words {
            var words = own
            words.standing = standing
            return words
        }
    }

    /// Where the state of an entry is found.
    enum Standing {
        /// The last step is looked for only where the day is before the one that is kept.
        case onDay
        /// The last step of all.
        case last
        /// The step `s`, which the statement joins.
        case step
        /// Every entry is taken to be in a state.
        case taken(String)
    }

    /// A text as a literal.
    static func quoted(_ text: String) -> String {
        let parts = text.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
        return "'" + parts.map { String(Substring($0)) }.joined(separator: "''") + "'"
    }

    /// The text of a field; NULL where it is empty.
    static func value(_ field: String, of table: String = "t") -> String {
        var label = ""
        label.appendJSON(field)
        return "json_extract(\(table).content, \(quoted("$." + label)))"
    }

    /// A field's number.
    static func number(_ field: String, of table: String = "t") -> String { number(value(field, of: table)) }

    private static func number(_ value: String) -> String { "CAST(\(value) AS DOUBLE PRECISION)" }

    /// The text of a field, from a column of its own where figures or deadlines ask for it.
    func text(of field: String) -> String {
        guard let place = register.counted.firstIndex(where: field.hasSameCodePoints) else {
            return RegisterSQL.value(field, of: words.entry)
        }
        return "\(words.entry).\(RegisterSQL.counted(place))"
    }

    /// The column that holds one of the fields that are counted.
    static func counted(_ place: Int) -> String { "counted_\(place + 1)" }

    // MARK: - Rows

    /// The entries that exist on the day, and those above them; a condition may follow.
    var existing: String { "FROM entry \(words.entry) WHERE \(exist)" }

    private var exist: String {
        let (entry, day) = (words.entry, words.day)
        return """
            \(entry).register = \(name) AND \(entry).begun_on <= \(day)
                AND (\(entry).ended_on IS NULL OR \(entry).ended_on > \(day))
            """
    }

    /// The entries that exist on the day in the scope.
    var existingInScope: String { "\(existing) AND \(Predicate.isInScope("\(words.entry).place"))" }

    /// Whether the entry is in no final state.
    var isOpen: String {
        let final = register.states.filter(\.isFinal).map { RegisterSQL.quoted($0.name) }
        return final.isEmpty ? "1 = 1" : "\(state.name) NOT IN (\(final.joined(separator: ", ")))"
    }

    /// The entry of a number, whether it exists on the day or not.
    var numbered: String { "FROM entry t WHERE t.register = \(name) AND t.number = :number" }

    /// The register's name as a literal.
    var name: String { RegisterSQL.quoted(register.name) }

    /// The entries in the scope that have taken a step after the day, each with the step before.
    var steppedLater: String {
        """
        FROM entry t LEFT JOIN entry_step s ON s.register = t.register AND s.entry = t.number AND s.position = \(lastPosition)
        WHERE \(exist) AND \(Predicate.isInScope("t.place")) AND t.since > :day
        """
    }

    private var lastPosition: String {
        let (entry, day) = (words.entry, words.day)
        return """
            (SELECT max(x.position) FROM entry_step x
                WHERE x.register = \(name) AND x.entry = \(entry).number AND x.taken_on <= \(day))
            """
    }
    /// The state, and the day since which it is in it; NULL without a flow.
    var state: (name: String, since: String) {
        if case .last = words.standing { return ("\(words.entry).state", "\(words.entry).since") }
        if register.states.isEmpty { return ("NULL", "NULL") }
        return switch words.standing {
        case .onDay, .last: (onDay("state", "state"), onDay("since", "taken_on"))
        case .step: ("s.state", "s.taken_on")
        case .taken(let state): (RegisterSQL.quoted(state), onDay("since", "taken_on"))
        }
    }

    private func onDay(_ kept: String, _ ofStep: String) -> String {
        let (entry, day) = (words.entry, words.day)
        return """
            CASE WHEN \(entry).since <= \(day) THEN \(entry).\(kept) ELSE (SELECT y.\(ofStep) FROM entry_step y
                WHERE y.register = \(name) AND y.entry = \(entry).number AND y.position = \(lastPosition)) END
            """
    }

    // MARK: - Conditions

    /// A condition; one without terms holds always.
    func holds(_ condition: Condition) -> String {
        condition.terms.isEmpty ? "1 = 1" : "(\(condition.terms.map(holds).joined(separator: " AND ")))"
    }

    private func holds(_ term: Condition.Term) -> String {
        let value = value(term.operand)
        switch term.test {
        case .filled: return "\(value) IS NOT NULL"
        case .empty: return "\(value) IS NULL"
        case .isAny(let values, let thisYear):
            let any = values.isEmpty ? [] : ["\(compared(term.operand)) IN (\(list(values, term.operand)))"]
            let year = thisYear ? ["\(value) BETWEEN \(words.year) AND \(words.day)"] : []
            return "(\((any + year).joined(separator: " OR ")))"
        case .isNone(let values):
            return "(\(value) IS NULL OR \(compared(term.operand)) NOT IN (\(list(values, term.operand))))"
        case .compares(let comparison, let other):
            return "\(compared(term.operand)) \(comparison.rawValue) \(list([other], term.operand))"
        }
    }

    private func value(_ operand: Condition.Operand) -> String {
        switch operand {
        case .field(let name, _): text(of: name)
        case .state: state.name
        case .registeredOn: "\(words.entry).registered_on"
        }
    }

    /// What is compared: numbers as such, all else by code points.
    private func compared(_ operand: Condition.Operand) -> String {
        if case .field(let name, let kind) = operand, kind.isNumber { return RegisterSQL.number(text(of: name)) }
        return value(operand)
    }

    private func list(_ values: [String], _ operand: Condition.Operand) -> String {
        if case .field(_, let kind) = operand, kind.isNumber { return values.joined(separator: ", ") }
        return values.map { RegisterSQL.quoted($0) }.joined(separator: ", ")
    }

    // MARK: - Deadlines

    /// 2 where the entry is overdue on a day, 1 where it is due soon, else 0 (REGISTERS section 3).
    func lateness(on day: Day) -> String {
        let cases = register.states.filter { !$0.isFinal }.compactMap { state in
            lateness(state, on: day).map { "WHEN \(RegisterSQL.quoted(state.name)) THEN \($0)" }
        }
        return cases.isEmpty ? "0" : "CASE \(state.name) \(cases.joined(separator: " ")) ELSE 0 END"
    }

    private func lateness(_ state: FlowState, on day: Day) -> String? {
        func compared(_ value: String, _ shift: Int) -> String {
            let (now, soon) = (day.adding(days: -shift), day.adding(days: 7 - shift))
            return "CASE WHEN \(value) < '\(now)' THEN 2 WHEN \(value) <= '\(soon)' THEN 1 ELSE 0 END"
        }
        let byDeadline = state.deadline.map { compared(self.state.since, $0) }
        guard let field = state.dueField else { return byDeadline }
        let value = text(of: field)
        return "CASE WHEN \(value) IS NOT NULL THEN \(compared(value, 0)) ELSE \(byDeadline ?? "0") END"
    }

    // MARK: - Names

    /// What an entry is called: its first filled text, else what it is about.
    var called: String { called(register, "t", depth: 1) }

    private func called(_ register: RegisterDefinition, _ table: String, depth: Int) -> String {
        let texts = register.fields.filter { $0.kind == .text }.map { RegisterSQL.value($0.name, of: table) }
        return "coalesce(\((texts + [about(register, table, depth: depth), "''"]).joined(separator: ", ")))"
    }

    /// What the subject of an entry is called in full: an entry by its short texts and options, so that two of one round can be told
    /// apart.
    var about: String {
        guard let parent = book.parent(of: register) else { return about(register, "t", depth: 1) }
        let words = parent.fields.filter(\.isHeading).map {
            "coalesce(\(RegisterSQL.value($0.name, of: "h")) || ' ', '')"
        }
        let heading = "trim(\((["''"] + words).joined(separator: " || ")))"
        return """
            coalesce((SELECT nullif(\(heading), '') FROM entry h
                WHERE h.register = \(RegisterSQL.quoted(parent.name)) AND h.number = t.subject), \(about(register, "t", depth: 1)))
            """
    }

    private func about(_ register: RegisterDefinition, _ table: String, depth: Int) -> String {
        let subject = "\(table).subject"
        return switch register.subject {
        case .township, .branch, .village, .group: RegisterSQL.organization(subject)
        case .person: RegisterSQL.person(subject)
        case .household: RegisterSQL.household(subject)
        case .cooperative: RegisterSQL.cooperative(subject)
        case .entry: above(register, subject, depth: depth)
        }
    }

    /// The names of what stands in a field; nil where it refers to nothing.
    func name(of field: RegisterField) -> String? {
        let value = RegisterSQL.value(field.name)
        return switch field.kind {
        case .person: RegisterSQL.person(value)
        case .organization: RegisterSQL.organization(value)
        case .household: RegisterSQL.household(value)
        case .cooperative: RegisterSQL.cooperative(value)
        case .text, .longText, .whole, .amount, .day, .flag, .option: nil
        }
    }

    private static func person(_ id: String) -> String { "(SELECT p.name FROM person p WHERE p.id = \(id))" }
    private static func household(_ id: String) -> String { "(SELECT h.head FROM household h WHERE h.id = \(id))" }
    private static func cooperative(_ code: String) -> String {
        "(SELECT c.name FROM cooperative c WHERE c.code = \(code))"
    }
    /// The name of an organization.
    static func organization(_ code: String) -> String {
        "(SELECT o.name FROM organization o WHERE o.code = \(code))"
    }

    private func above(_ register: RegisterDefinition, _ number: String, depth: Int) -> String {
        guard depth < RegisterBook.deepest, let parent = book.parent(of: register) else { return number }
        let table = "n\(depth)"
        return """
            (SELECT \(called(parent, table, depth: depth + 1)) FROM entry \(table)
                WHERE \(table).register = \(RegisterSQL.quoted(parent.name)) AND \(table).number = \(number))
            """
    }

    // MARK: - What entries name

    /// A column of entries that names rows of a table, which has the alias `x`, and what they must be.
    struct Naming {
        let header: String
        let value: String
        let table: TableSchema
        let condition: String
    }

    /// What the entries name elsewhere.
    var named: [Naming] {
        let subject: (TableSchema, String) =
            switch register.subject {
            case .township: (.organizations, "x.kind = '乡镇党委'")
            case .branch: (.organizations, "x.kind IN ('村党组织', '联合支部', '机关支部')")
            case .village: (.organizations, "x.kind = '村党组织'")
            case .group: (.organizations, "x.kind = '党小组'")
            case .person: (.people, "1 = 1")
            case .household: (.households, "1 = 1")
            case .cooperative: (.cooperatives, "1 = 1")
            case .entry(let parent): (.entries, "x.register = \(RegisterSQL.quoted(parent))")
            }
        let own = Naming(header: Column.subjectID.header, value: "t.subject", table: subject.0, condition: subject.1)
        let fields = register.table.fields.filter { register.field($0.column.header) != nil }
        return fields.reduce(into: [own]) { named, field in
            guard let table = field.target else { return }
            let header = field.column.header
            named.append(Naming(header: header, value: RegisterSQL.value(header), table: table, condition: "1 = 1"))
        }
    }

    /// The entries whose value of a column is nowhere: number and value.
    func dangling(_ naming: Naming) -> String {
        let (value, table) = (naming.value, naming.table)
        let key = table == .entries ? "number" : table.keyColumns[0]
        return """
            SELECT t.number, \(value) FROM entry t WHERE t.register = \(name) AND \(value) IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM \(table.sql) x WHERE x.\(key) = \(value) AND \(naming.condition))
            """
    }
}
