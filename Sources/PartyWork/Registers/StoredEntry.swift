/// An entry as the ledger keeps it, whatever its register: its fields are one text, so that neither the schema nor the journal depends
/// on what officers define.
package struct StoredEntry: Hashable, Sendable {
    package var register: String
    package var number: String
    package var subject: String
    package var registeredOn: Day
    /// The filled fields, by name in the order of code points.
    package private(set) var values: [Value]
    package var struckOn: Day?
    package var struckReason: String

    /// The text of a field.
    package struct Value: Hashable, Sendable {
        package let field: String
        package let text: String

        package init(_ field: String, _ text: String) {
            self.field = field
            self.text = text
        }
    }

    package init(
        register: String, number: String, subject: String, registeredOn: Day, values: [Value] = [],
        struckOn: Day? = nil, struckReason: String = ""
    ) {
        self.register = register
        self.number = number
        self.subject = subject
        self.registeredOn = registeredOn
        self.values = values.sorted { $0.field.precedesByCodePoint($1.field) }
        self.struckOn = struckOn
        self.struckReason = struckReason
    }

    /// The fields as one text: an object of JSON.
    private var content: String {
        var json = "{"
        for value in values {
            if json.utf8.count > 1 { json += "," }
            json.appendJSON(value.field)
            json += ":"
            json.appendJSON(value.text)
        }
        return json + "}"
    }
}

extension StoredEntry: BuiltInRecord {
    package static let table = TableSchema(
        "entries", "条目", english: "entry", "entries", sql: "entry", files: .none,
        [
            ColumnSchema(.register, .key, .reference(.register), .value("register")),
            ColumnSchema(.entryNumber, .key, .text(limit: 40), .value("number")),
            ColumnSchema(.subjectID, .required, .text(), .value("subject")),
            ColumnSchema(.registeredOn, .required, .day(isExact: true), .value("registered_on")),
            ColumnSchema(.entryContent, .required, .text(limit: .max, hasLines: true), .value("content")),
            ColumnSchema(.deregisteredOn, .optional, .day(isExact: true), .optional("struck_on")),
            ColumnSchema(.struckReason, .optional, .text(), .value("struck_reason")),
        ]
    ) { _ in StoredEntry.blank }
    package static var blank: StoredEntry {
        StoredEntry(register: "", number: "", subject: "", registeredOn: .unset)
    }
    package var hasOwnAct: Bool { true }
    package var key: RecordKey { RecordKey(register, number) }

    package func text(_ column: Column) -> String {
        switch column {
        case .register: register
        case .entryNumber: number
        case .subjectID: subject
        case .registeredOn: registeredOn.description
        case .entryContent: content
        case .deregisteredOn: struckOn.cellText
        case .struckReason: struckReason
        default: values.first { $0.field.hasSameCodePoints(as: column.header) }?.text ?? ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .register: register = cell
        case .entryNumber: number = cell
        case .subjectID: subject = cell
        case .registeredOn: registeredOn = try CellRules.day(cell) ?? registeredOn
        case .entryContent:
            guard let members = JSONTree.members(json: cell) else { throw .register(.unreadableContent) }
            values = members.map { Value($0.name, $0.text) }
        case .deregisteredOn: struckOn = try CellRules.day(cell)
        case .struckReason: struckReason = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] { [] }
    package var references: [Reference] { [] }

    /// The columns of the register itself in the place of the one text.
    package var shownColumns: [Column] {
        StoredEntry.table.columns.flatMap { $0 == .entryContent ? values.map { Column($0.field) } : [$0] }
    }

    package func caption(_ names: some RecordNames) throws -> [String] { [register, number] }
    package func said(_ caption: [String]) -> String { StoredEntry.said(caption) }

    static func said(_ caption: [String]) -> String {
        localized("\(caption.at(0)) \(caption.at(1))", "\(caption.at(0)) \(caption.at(1))")
    }
}

extension TableSchema {
    package static var entries: TableSchema { StoredEntry.table }
}
