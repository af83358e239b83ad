/// 任职: a post that a person holds in an organization, or the membership of a branch, from a day and until one.
package struct Post: Sendable, Hashable {
    package var holder: Person.ID
    package var organization: Code
    package var kind: PostKind
    package var startedOn: Day
    /// The first day on which it is no longer held.
    package var endedOn: Day?
    /// Which group of people the holder came from (三个一批).
    package var source: PostSource?
    package var note: String

    package init(
        holder: Person.ID, organization: Code, kind: PostKind, startedOn: Day, endedOn: Day? = nil,
        source: PostSource? = nil, note: String = ""
    ) {
        self.holder = holder
        self.organization = organization
        self.kind = kind
        self.startedOn = startedOn
        self.endedOn = endedOn
        self.source = source
        self.note = note
    }

    /// Whether it is held on a day.
    package func isHeld(on day: Day) -> Bool { startedOn <= day && (endedOn.map { $0 > day } ?? true) }
}

extension Post: BuiltInRecord {
    package static let table = TableSchema(
        "posts", "任职", english: "post", sql: "post",
        [
            ColumnSchema(.personID, .key, .reference(.person), .value("person")),
            ColumnSchema(.organization, .key, .reference(.organization(.any)), .value("organization")),
            ColumnSchema(.post, .key, .word(WordList(PostKind.self)), .value("kind")),
            ColumnSchema(.startedOn, .key, .day(), .value("started_on")),
            ColumnSchema(.endedOn, .optional, .day(), .optional("ended_on")),
            ColumnSchema(.source, .optional, .word(WordList(PostSource.self)), .optional("source")),
            ColumnSchema(.note, .optional, .text(limit: 2_000, hasLines: true), .value("note")),
        ]
    ) { _ in Post.blank }
    package static var blank: Post { Post(holder: "", organization: "", kind: .other, startedOn: .unset) }
    package var key: RecordKey { RecordKey(holder.text, organization.digits, kind.rawValue, startedOn.description) }
    package var label: String { kind.title }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [
            try names.personName(holder), holder.text, try names.organizationName(organization), kind.rawValue,
            startedOn.description, endedOn.cellText,
        ]
    }
    package func said(_ caption: [String]) -> String {
        let post = "\(caption.at(0))\(localized("（\(caption.at(1))）", " (\(caption.at(1))) "))\(caption.at(2))"
        let kind = ClosedWord.title(of: caption.at(3))
        let until = caption.at(5).isEmpty ? "" : localized("，至 \(caption.at(5))", " until \(caption.at(5))")
        return localized("任职 \(post)\(kind)，自 \(caption.at(4)) 起", "post \(post) \(kind), from \(caption.at(4))")
            + until
    }

    package func text(_ column: Column) -> String {
        switch column {
        case .personID: holder.text
        case .organization: organization.digits
        case .post: kind.rawValue
        case .startedOn: startedOn.description
        case .endedOn: endedOn.cellText
        case .source: source?.rawValue ?? ""
        case .note: note
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .personID: holder = Person.ID(cell)
        case .organization: organization = Code(cell)
        case .post: kind = try CellRules.word(cell) ?? kind
        case .startedOn: startedOn = try CellRules.day(cell) ?? startedOn
        case .endedOn: endedOn = try CellRules.day(cell)
        case .source: source = try CellRules.word(cell)
        case .note: note = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.checkOrder(.startedOn, startedOn, .endedOn, endedOn)
        return faults.found
    }

    package var references: [Reference] {
        [
            Reference(.personID, .person(holder)), Reference(.organization, .organization(organization, .any)),
        ]
    }
}

extension TableSchema {
    package static var posts: TableSchema { Post.table }
}
