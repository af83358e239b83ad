/// 勾选: a subject of a checklist did on a day what it asks.
package struct Tick: Sendable, Hashable {
    package var checklist: Checklist.ID
    /// The 人员编号, 编码 or 户编号 of the subject.
    package var subject: String
    package var on: Day
    package var note: String

    package init(checklist: Checklist.ID, subject: String, on: Day, note: String = "") {
        self.checklist = checklist
        self.subject = subject
        self.on = on
        self.note = note
    }
}

extension Tick: BuiltInRecord {
    package static let table = TableSchema(
        "ticks", "勾选", english: "tick", sql: "tick",
        [
            ColumnSchema(.checklistID, .key, .reference(.checklist), .value("checklist")),
            ColumnSchema(.subjectID, .key, .reference(.subject), .value("subject")),
            ColumnSchema(.heldOn, .key, .day(isExact: true), .value("held_on")),
            ColumnSchema(.note, .optional, .text(limit: 2_000, hasLines: true), .value("note")),
        ]
    ) { _ in Tick.blank }
    package static var blank: Tick { Tick(checklist: "", subject: "", on: .unset) }
    package var hasOwnAct: Bool { true }
    package var key: RecordKey { RecordKey(checklist.text, subject, on.description) }

    package func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        on > today ? [.future(on)] : []
    }

    package func text(_ column: Column) -> String {
        switch column {
        case .checklistID: checklist.text
        case .subjectID: subject
        case .heldOn: on.description
        case .note: note
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .checklistID: checklist = Checklist.ID(cell)
        case .subjectID: subject = cell
        case .heldOn: on = try CellRules.day(cell) ?? on
        case .note: note = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] { [] }

    package var references: [Reference] {
        [
            Reference(.checklistID, .checklist(checklist, isTicked: true)),
            Reference(.subjectID, .subject(subject, of: checklist)),
        ]
    }
}

extension TableSchema {
    package static var ticks: TableSchema { Tick.table }
}
