/// 步骤: when an entry got into a state, and by whom.
package struct EntryStep: Hashable, Sendable {
    package var register: String
    package var entry: String
    /// From 1, without holes.
    package var position: Int
    package var on: Day
    package var state: String
    package var note: String
    package var officer: String

    package init(
        register: String, entry: String, position: Int, on: Day, state: String, note: String = "", officer: String = ""
    ) {
        self.register = register
        self.entry = entry
        self.position = position
        self.on = on
        self.state = state
        self.note = note
        self.officer = officer
    }

    /// The key of the entry.
    package var entryKey: RecordKey { RecordKey(register, entry) }
}

extension EntryStep: BuiltInRecord {
    package static let table = TableSchema(
        "steps", "步骤", english: "step", sql: "entry_step",
        [
            ColumnSchema(.register, .key, .reference(.register), .value("register")),
            ColumnSchema(.entryNumber, .key, .text(limit: 40), .value("entry")),
            ColumnSchema(.position, .key, .number(1...999), .value("position")),
            ColumnSchema(.heldOn, .required, .day(isExact: true), .value("taken_on")),
            ColumnSchema(.state, .required, .text(), .value("state")),
            ColumnSchema(.remark, .optional, .text(), .value("remark")),
            ColumnSchema(.handledBy, .optional, .text(), .value("officer")),
        ]
    ) { _ in EntryStep.blank }
    package static var blank: EntryStep { EntryStep(register: "", entry: "", position: 1, on: .unset, state: "") }
    package var hasOwnAct: Bool { true }
    package var key: RecordKey { RecordKey(register, entry, String(position)) }

    package func text(_ column: Column) -> String {
        switch column {
        case .register: register
        case .entryNumber: entry
        case .position: String(position)
        case .heldOn: on.description
        case .state: state
        case .remark: note
        case .handledBy: officer
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .register: register = cell
        case .entryNumber: entry = cell
        case .position: position = try CellRules.number(cell, in: 1...999)
        case .heldOn: on = try CellRules.day(cell) ?? on
        case .state: state = cell
        case .remark: note = cell
        case .handledBy: officer = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] { [] }
    package var references: [Reference] { [] }

    package func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        on > today ? [.future(on)] : []
    }

    package func caption(_ names: some RecordNames) throws -> [String] { [register, entry, state] }
    package func said(_ caption: [String]) -> String {
        localized(
            "\(caption.at(0)) \(caption.at(1)) 的步骤“\(caption.at(2))”",
            "step \"\(caption.at(2))\" of \(caption.at(0)) \(caption.at(1))")
    }
}

extension TableSchema {
    package static var steps: TableSchema { EntryStep.table }
}
