/// A helper's dated pairing with a household (双向全覆盖); never overwritten: a successor is a new pairing.
package struct Pairing: Sendable, Hashable {
    package var household: Household.ID
    package var helper: Person.ID
    package var startedOn: Day
    /// The first day on which it no longer holds.
    package var endedOn: Day?
    package var endReason: PairingEndReason?

    package init(
        household: Household.ID, helper: Person.ID, startedOn: Day, endedOn: Day? = nil,
        endReason: PairingEndReason? = nil
    ) {
        self.household = household
        self.helper = helper
        self.startedOn = startedOn
        self.endedOn = endedOn
        self.endReason = endReason
    }

    /// Whether it is active on a day (CONTRACT section 2): begun, not ended, and not entered in error.
    package func isActive(on day: Day) -> Bool {
        startedOn <= day && (endedOn.map { $0 > day } ?? true) && endReason != .enteredInError
    }
}

extension Pairing: BuiltInRecord {
    package static let table = TableSchema(
        "pairings", "结对", english: "pairing", sql: "pairing", files: .contract, hints: ["结对", "帮扶"],
        [
            ColumnSchema(.householdID, .key, .reference(.household), .value("household"), "每户一个，不重复")
                .knownAsHousehold(),
            ColumnSchema(.personID, .key, .reference(.person), .value("person"), "帮扶人的人员编号，要在人员表或台账里")
                .known(
                    as: "帮扶责任人", "帮扶人及电话", "帮扶责任人及电话", "帮扶责任人及联系电话", "帮扶人及联系电话", "帮扶干部及电话", "帮扶人", "帮扶责任人姓名", "帮扶人姓名",
                    "帮扶干部", "帮扶干部姓名", "结对帮扶人", "帮扶人员", "帮扶人员姓名", "责任人", "责任人姓名", "包户干部", "包户干部姓名", "包保干部", "包保责任人",
                    "包保责任人姓名",
                    "结对干部", "结对党员", "帮扶党员", reading: .person
                )
                .known(
                    inLists: "结对帮扶责任人", "结对帮扶干部", "结对帮扶干部姓名", "结对责任人", "包保人", "包联干部", "包联干部姓名", "联户干部", "帮扶联系人",
                    "帮扶联系人姓名", "联系党员", "联户党员", "包户党员", "联系干部", "包联责任人", "帮联干部", "党员姓名", "干部姓名", reading: .person
                )
                .known(as: "帮扶人编号", "帮扶责任人编号"),
            ColumnSchema(.startedOn, .key, .day(), .value("started_on"), "结对的第一天")
                .known(as: "结对时间", "结对日期", "帮扶开始时间", "帮扶开始日期", "开始时间", "结对年度", reading: .date)
                .known(
                    inLists: "结对帮扶时间", "结对帮扶日期", "帮扶起始时间", "帮扶时间", "帮扶日期", "起始时间", reading: .date),
            ColumnSchema(.endedOn, .optional, .day(), .optional("ended_on"), "不再结对的第一天；与结束原因同时填")
                .known(as: "帮扶结束时间", "帮扶结束日期", "结束时间", "脱钩日期", "脱钩时间", reading: .date),
            ColumnSchema(
                .endReason, .optional, .word(WordList(PairingEndReason.self)), .optional("end_reason"), "与结束日期同时填"),
        ]
    ) { _ in Pairing.blank }
    package static var blank: Pairing { Pairing(household: "", helper: "", startedOn: .unset) }
    package var hasOwnAct: Bool { true }
    package var key: RecordKey { RecordKey(household.text, helper.text, startedOn.description) }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [try names.head(household), household.text, try names.personName(helper), startedOn.description]
    }
    package func said(_ caption: [String]) -> String {
        localized(
            "结对 \(caption.at(0))（\(caption.at(1))）与 \(caption.at(2))，自 \(caption.at(3)) 起",
            "pairing \(caption.at(0)) (\(caption.at(1))) and \(caption.at(2)), from \(caption.at(3))")
    }

    package func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        try category(helper) == .resident ? [.residentHelper(helper.text)] : []
    }

    package func text(_ column: Column) -> String {
        switch column {
        case .householdID: household.text
        case .personID: helper.text
        case .startedOn: startedOn.description
        case .endedOn: endedOn.cellText
        case .endReason: endReason?.rawValue ?? ""
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .householdID: household = Household.ID(cell)
        case .personID: helper = Person.ID(cell)
        case .startedOn: startedOn = try CellRules.day(cell) ?? startedOn
        case .endedOn: endedOn = try CellRules.day(cell)
        case .endReason: endReason = try CellRules.word(cell)
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.checkOrder(.startedOn, startedOn, .endedOn, endedOn)
        faults.checkBoth(.endedOn, endedOn != nil, .endReason, endReason != nil)
        return faults.found
    }

    package var references: [Reference] {
        [Reference(.householdID, .household(household)), Reference(.personID, .person(helper))]
    }
}

extension TableSchema {
    package static var pairings: TableSchema { Pairing.table }
}
