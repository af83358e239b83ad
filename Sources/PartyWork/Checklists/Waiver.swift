/// 免除: a subject need not do what a checklist asks, for a reason; for good, or for the period in which a day lies.
package struct Waiver: Sendable, Hashable {
    package var checklist: Checklist.ID
    /// The 人员编号, 编码 or 户编号 of the subject.
    package var subject: String
    package var reason: String
    /// A day of the period; nil for good.
    package var within: Day?

    package init(checklist: Checklist.ID, subject: String, reason: String, within: Day? = nil) {
        self.checklist = checklist
        self.subject = subject
        self.reason = reason
        self.within = within
    }
}

extension Waiver: BuiltInRecord {
    package static let table = TableSchema(
        "waivers", "免除", english: "waiver", sql: "waiver",
        [
            ColumnSchema(.checklistID, .key, .reference(.checklist), .value("checklist")),
            ColumnSchema(.subjectID, .key, .reference(.subject), .value("subject")),
            ColumnSchema(.within, .keyIfFilled, .day(isExact: true), .value("within")),
            ColumnSchema(.reason, .required, .text(), .value("reason")),
        ]
    ) { _ in Waiver.blank }
    package static var blank: Waiver { Waiver(checklist: "", subject: "", reason: "") }
    package var hasOwnAct: Bool { true }
    package var key: RecordKey { RecordKey(checklist.text, subject, within.cellText) }

    package func text(_ column: Column) -> String {
        switch column {
        case .checklistID: checklist.text
        case .subjectID: subject
        case .within: within.cellText
        case .reason: reason
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .checklistID: checklist = Checklist.ID(cell)
        case .subjectID: subject = cell
        case .within: within = try CellRules.day(cell)
        case .reason: reason = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] { [] }

    package var references: [Reference] {
        [
            Reference(.checklistID, .checklist(checklist, isTicked: false)),
            Reference(.subjectID, .subject(subject, of: checklist)),
        ]
    }
}

extension TableSchema {
    package static var waivers: TableSchema { Waiver.table }
}
