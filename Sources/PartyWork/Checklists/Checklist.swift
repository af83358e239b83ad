/// 清单: what an officer asks of each member, branch, group, household or committee member, once or in each period, as
/// `不忘初心回乡走访, every member, once, by 1 July`.
///
/// It is the file form of a ``Requirement``.
package struct Checklist: Sendable, Hashable {
    package typealias ID = Identifier<Checklist>

    package var id: ID
    package var name: String
    package var subject: ChecklistSubject
    /// How many are asked for in each period.
    package var count: Int
    package var period: Requirement.Period
    package var startsOn: Day
    /// What is asked once is due by this day; what recurs is in effect until it.
    package var endsOn: Day?
    /// The activities that count by themselves; nil where officers tick it.
    package var counts: ActivityKind?
    /// The organizations asked, with all below them; empty for all.
    package var organizations: [Code]
    package var remark: String
    /// The register whose entries are asked; nil where the subject is none of them.
    package var askedRegister: String?
    /// Which of its entries; empty for all.
    package var askedIf = ""
    /// The register whose entries count by themselves; empty for none.
    package var countedRegister = ""
    package var countedIf = ""

    package init(
        id: ID, name: String, subject: ChecklistSubject, count: Int = 1, period: Requirement.Period, startsOn: Day,
        endsOn: Day? = nil, counts: ActivityKind? = nil, organizations: [Code] = [], remark: String = ""
    ) {
        self.id = id
        self.name = name
        self.subject = subject
        self.count = count
        self.period = period
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.counts = counts
        self.organizations = organizations
        self.remark = remark
    }

    /// Of whom it is asked, in the word of the files.
    package var subjectWord: String { askedRegister ?? subject.rawValue }

    /// What counts for it, in the word of the files; empty where officers tick it.
    package var countsWord: String { counts?.rawValue ?? countedRegister }

    /// Whether officers tick it.
    package var isTicked: Bool { counts == nil && countedRegister.isEmpty }

    /// What it asks, as the built-in methods do.
    package var requirement: Requirement {
        Requirement(
            id: "checklist/\(id)", title: name, rule: rule, subject: subject.asked, kind: counts, target: count,
            period: period, startsOn: startsOn, endsOn: endsOn, organizations: organizations)
    }

    /// The rule in a sentence (口径).
    package var rule: String { localized(chineseRule, englishRule) }

    private var chineseRule: String {
        let days = period == .once ? "在 \(endsOn.cellText) 前办" : period.rawValue
        let until = period == .once ? "" : endsOn.map { "，至 \($0)" } ?? ""
        let how =
            counts.map { "按活动“\($0.rawValue)”计" } ?? (isTicked ? "逐个勾选" : "按登记簿“\(countedRegister)”的条目计")
        let words = remark.isEmpty ? "" : "。\(remark)"
        return "每个\(subjectWord)\(days) \(count) 次，自 \(startsOn) 起\(until)；\(how)；免除的另列\(words)"
    }

    private var englishRule: String {
        let days = period == .once ? "\(count) by \(endsOn.cellText)" : period.asks(count)
        let until = period == .once ? "" : endsOn.map { " until \($0)" } ?? ""
        let how =
            counts.map { "counted by activity (\($0.title))" }
            ?? (isTicked ? "ticked one by one" : "counted by entries of \(countedRegister)")
        let words = remark.isEmpty ? "" : ". \(remark)"
        return
            "Each \(askedRegister ?? subject.title): \(days), from \(startsOn)\(until); \(how); waivers apart\(words)"
    }
}

extension Checklist: BuiltInRecord {
    package static let table = TableSchema(
        "checklists", "清单", english: "checklist", sql: "checklist",
        [
            ColumnSchema(.checklistID, .key, .text(), .value("id")),
            ColumnSchema(.name, .required, .text(), .value("name")),
            ColumnSchema(.subject, .required, .word(WordList(ChecklistSubject.offered)), .value("subject")),
            ColumnSchema(.count, .required, .number(1...999), .value("count")),
            ColumnSchema(.period, .required, .word(WordList(Requirement.Period.self)), .value("period")),
            ColumnSchema(.startedOn, .required, .day(), .value("starts_on")),
            ColumnSchema(.dueOn, .optional, .day(isExact: true), .optional("ends_on")),
            ColumnSchema(.countedKind, .optional, .word(WordList(ActivityKind.self)), .optional("kind")),
            ColumnSchema(
                .appliesTo, .optional, .list(of: .organization(.any)),
                .list("checklist_organization", owner: "checklist", item: "organization")),
            ColumnSchema(.remark, .optional, .text(), .value("remark")),
            ColumnSchema(.countedRegister, .optional, .text(), .value("counted_register")),
            ColumnSchema(.countedCondition, .optional, .text(limit: 2_000), .value("counted_condition")),
            ColumnSchema(.askedCondition, .optional, .text(limit: 2_000), .value("asked_condition")),
        ]
    ) { _ in Checklist.blank }
    package static var blank: Checklist {
        Checklist(id: "", name: "", subject: .member, period: .once, startsOn: .unset)
    }
    package var key: RecordKey { RecordKey(id.text) }
    package var label: String { name }

    package func caption(_ names: some RecordNames) throws -> [String] { [id.text, name] }
    package func said(_ caption: [String]) -> String {
        localized("清单 \(caption.at(0))《\(caption.at(1))》", "checklist \(caption.at(0)) \"\(caption.at(1))\"")
    }
    package var mark: UInt8 { KeyMark.of(self) }

    package func text(_ column: Column) -> String {
        switch column {
        case .checklistID: id.text
        case .name: name
        case .subject: subjectWord
        case .count: String(count)
        case .period: period.rawValue
        case .startedOn: startsOn.description
        case .dueOn: endsOn.cellText
        case .countedKind: counts?.rawValue ?? ""
        case .appliesTo: organizations.cellText(\.digits)
        case .remark: remark
        case .countedRegister: countedRegister
        case .countedCondition: countedIf
        case .askedCondition: askedIf
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .checklistID: id = ID(cell)
        case .name: name = cell
        case .subject:
            if cell.isEmpty { break }
            subject = ChecklistSubject(cell)
            askedRegister = subject == .entry ? cell : nil
        case .count: count = try CellRules.number(cell, in: 1...999)
        case .period: period = try CellRules.word(cell) ?? period
        case .startedOn: startsOn = try CellRules.day(cell) ?? startsOn
        case .dueOn: endsOn = try CellRules.day(cell)
        case .countedKind: counts = try CellRules.word(cell)
        case .appliesTo: organizations = try CellRules.items(cell).map { Code($0) }
        case .remark: remark = cell
        case .countedRegister: countedRegister = cell
        case .countedCondition: countedIf = cell
        case .askedCondition: askedIf = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.checkOrder(.startedOn, startsOn, .dueOn, endsOn)
        if period == .once, endsOn == nil { faults.check(.dueOn, with: .period, .missing) }
        if let counts, !subject.hosts(counts) {
            faults.check(.countedKind, with: .subject, .unfitKind(counts, subject))
        }
        if counts != nil, !countedRegister.isEmpty {
            faults.check(.countedRegister, with: .countedKind, .register(.countsTwice))
        }
        if countedRegister.isEmpty, !countedIf.isEmpty {
            faults.check(.countedCondition, with: .countedRegister, .without(.countedRegister))
        }
        if askedRegister == nil, !askedIf.isEmpty {
            faults.check(.askedCondition, with: .subject, .register(.unfitFor(subjectWord)))
        }
        return faults.found
    }

    package var references: [Reference] { organizations.map { Reference(.appliesTo, .organization($0, .any)) } }
}

/// 对象 of a checklist: of whom it is asked.
package enum ChecklistSubject: String, Word {
    case member = "党员"
    case branch = "支部"
    case group = "党小组"
    case household = "贫困户"
    case committeeMember = "班子成员"
    /// Entries of a register, whose name stands in the word's place.
    case entry = "条目"

    /// The words of the files.
    static let offered = allCases.filter { $0 != .entry }.map(\.rawValue)

    /// Reads a word of the files: any other is the name of a register.
    init(_ word: String) {
        self = ChecklistSubject.allCases.first { $0 != .entry && word.hasSameCodePoints(as: $0.rawValue) } ?? .entry
    }

    /// The subject as a requirement says it.
    package var asked: Requirement.Subject {
        switch self {
        case .member: .member
        case .branch: .branch
        case .group: .group
        case .household: .household
        case .committeeMember: .committeeMember
        case .entry: .entry
        }
    }

    /// Whether activities of a kind can be told of such subjects: organizations hold them, people take part, households
    /// are named.
    package func hosts(_ kind: ActivityKind) -> Bool {
        switch self {
        case .member, .committeeMember: true
        case .branch: !kind.isFiveOnes
        case .group: kind.isFiveOnes
        case .household: kind == .homeVisit || kind == .deed
        case .entry: false
        }
    }

    /// Whether entries of a register that is about something can be counted for such subjects (REGISTERS section 5).
    func counts(_ register: RegisterSubject, for asked: String?) -> Bool {
        switch self {
        case .member, .committeeMember: register == .person
        case .branch: register == .branch || register == .village
        case .group: register == .group
        case .household: register == .household
        case .entry: asked.map { register.register?.hasSameCodePoints(as: $0) ?? false } ?? false
        }
    }

    /// The table whose rows are asked.
    package var table: TableSchema {
        switch self {
        case .member, .committeeMember: .people
        case .branch, .group: .organizations
        case .household: .households
        case .entry: .entries
        }
    }

    /// One of them, by the key of its row.
    package func one(_ key: String) -> Obligation.Subject {
        switch self {
        case .member, .committeeMember: .person(Person.ID(key))
        case .branch, .group: .organization(Code(key))
        case .household: .household(Household.ID(key))
        case .entry: .entry(key)
        }
    }
}

extension TableSchema {
    package static var checklists: TableSchema { Checklist.table }
}
