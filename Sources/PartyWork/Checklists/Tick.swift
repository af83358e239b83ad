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

extension Tick: LedgerRecord {
    package static let table = Table.ticks
    package static var blank: Tick { Tick(checklist: "", subject: "", on: .unset) }
    package var key: RecordKey { RecordKey(checklist.text, subject, on.description) }
    package var wrapped: AnyRecord { .tick(self) }

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
