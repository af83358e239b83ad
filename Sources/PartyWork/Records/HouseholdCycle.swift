/// 户状态: an earlier cycle of a household, lifted on one day and returned on another, before the one that stands in
/// the household's own row.
///
/// Inside it, from the first day and before the second, the household was lifted.
package struct HouseholdCycle: Sendable, Hashable {
    package var household: Household.ID
    package var liftedOn: Day
    /// The first day on which it was poor again.
    package var returnedOn: Day
    package var remark: String

    package init(household: Household.ID, liftedOn: Day, returnedOn: Day, remark: String = "") {
        self.household = household
        self.liftedOn = liftedOn
        self.returnedOn = returnedOn
        self.remark = remark
    }

    /// Whether the household was lifted by it on a day.
    package func holds(on day: Day) -> Bool { liftedOn <= day && returnedOn > day }
}

extension HouseholdCycle: BuiltInRecord {
    package static let table = TableSchema(
        "household_states", "户状态", english: "household state", sql: "household_cycle",
        [
            ColumnSchema(.householdID, .key, .reference(.household), .value("household")),
            ColumnSchema(.liftedOn, .key, .day(), .value("lifted_on")),
            ColumnSchema(.returnedOn, .required, .day(), .value("returned_on")),
            ColumnSchema(.remark, .optional, .text(), .value("remark")),
        ]
    ) { _ in HouseholdCycle.blank }
    package static var blank: HouseholdCycle { HouseholdCycle(household: "", liftedOn: .unset, returnedOn: .unset) }
    package var key: RecordKey { RecordKey(household.text, liftedOn.description) }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [try names.head(household), household.text, liftedOn.description, returnedOn.description]
    }
    package func said(_ caption: [String]) -> String {
        localized(
            "户状态 \(caption.at(0))（\(caption.at(1))）\(caption.at(2)) 脱贫，\(caption.at(3)) 返贫",
            "state of \(caption.at(0)) (\(caption.at(1))), lifted \(caption.at(2)), returned \(caption.at(3))")
    }

    package func text(_ column: Column) -> String {
        switch column {
        case .householdID: household.text
        case .liftedOn: liftedOn.description
        case .returnedOn: returnedOn.description
        case .remark: remark
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .householdID: household = Household.ID(cell)
        case .liftedOn: liftedOn = try CellRules.day(cell) ?? liftedOn
        case .returnedOn: returnedOn = try CellRules.day(cell) ?? returnedOn
        case .remark: remark = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.checkOrder(.liftedOn, liftedOn, .returnedOn, returnedOn)
        return faults.found
    }

    package var references: [Reference] { [Reference(.householdID, .household(household))] }
}

extension TableSchema {
    package static var householdCycles: TableSchema { HouseholdCycle.table }
}
