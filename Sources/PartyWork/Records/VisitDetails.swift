/// 走访情况: what a 帮扶走访 found, which measures are under way, and what came of them.
///
/// The article asks to follow 帮扶情况, 实施过程 and 成效.
package struct VisitDetails: Sendable, Hashable {
    /// The visit.
    package var activity: Activity.ID
    package var findings: String
    package var measures: String
    package var outcome: String

    package init(activity: Activity.ID, findings: String = "", measures: String = "", outcome: String = "") {
        self.activity = activity
        self.findings = findings
        self.measures = measures
        self.outcome = outcome
    }

    /// Whether nothing is said.
    package var isEmpty: Bool { findings.isEmpty && measures.isEmpty && outcome.isEmpty }
}

extension VisitDetails: BuiltInRecord {
    package static let table = TableSchema(
        "visits", "走访情况", english: "visit", sql: "visit",
        [
            ColumnSchema(.number, .key, .reference(.activity), .value("activity")),
            ColumnSchema(.findings, .optional, .text(limit: 2_000), .value("findings")),
            ColumnSchema(.measures, .optional, .text(limit: 2_000), .value("measures")),
            ColumnSchema(.outcome, .optional, .text(limit: 2_000), .value("outcome")),
        ]
    ) { _ in VisitDetails.blank }
    package static var blank: VisitDetails { VisitDetails(activity: "") }
    package var hasOwnAct: Bool { true }
    package var key: RecordKey { RecordKey(activity.text) }

    package func text(_ column: Column) -> String {
        switch column {
        case .number: activity.text
        case .findings: findings
        case .measures: measures
        case .outcome: outcome
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .number: activity = Activity.ID(cell)
        case .findings: findings = cell
        case .measures: measures = cell
        case .outcome: outcome = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] { [] }

    package var references: [Reference] { [Reference(.number, .activity(activity, .homeVisit))] }
}

extension TableSchema {
    package static var visits: TableSchema { VisitDetails.table }
}
