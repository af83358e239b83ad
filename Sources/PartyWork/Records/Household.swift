/// A poor household, with the days on which its state changed.
package struct Household: Sendable, Hashable {
    package typealias ID = Identifier<Household>

    package var id: ID
    /// The name of the head.
    package var head: String
    /// The 村党组织 of the household's village.
    package var village: Code
    /// The number of people, from 1.
    package var headcount: Int
    package var cause: String
    package var identifiedOn: Day
    package var liftedOn: Day?
    package var returnedOn: Day?
    package var closedOn: Day?
    package var closedReason: String

    package init(
        id: ID, head: String, village: Code, headcount: Int, cause: String = "", identifiedOn: Day,
        liftedOn: Day? = nil, returnedOn: Day? = nil, closedOn: Day? = nil, closedReason: String = ""
    ) {
        self.id = id
        self.head = head
        self.village = village
        self.headcount = headcount
        self.cause = cause
        self.identifiedOn = identifiedOn
        self.liftedOn = liftedOn
        self.returnedOn = returnedOn
        self.closedOn = closedOn
        self.closedReason = closedReason
    }

    /// 销户原因 as screens say it: what the program itself writes of a merger is a word, anything else was entered.
    package var closedReasonTitle: String {
        let merged = HouseholdEvent.Kind.merged
        return closedReason == merged.rawValue ? merged.title : closedReason
    }

    /// The state on a day (CONTRACT section 2, pairing); nil before 识别日期.
    ///
    /// - Parameter cycles: the household's earlier cycles, inside which it was lifted.
    package func state(on day: Day, earlier cycles: [HouseholdCycle]) -> HouseholdState? {
        if day < identifiedOn { return nil }
        if let closedOn, closedOn <= day { return .closed }
        if cycles.contains(where: { $0.holds(on: day) }) { return .lifted }
        guard let liftedOn, liftedOn <= day else { return .poor }
        if let returnedOn, returnedOn > liftedOn, returnedOn <= day { return .poor }
        return .lifted
    }

    /// The household without the days after one, as its card of that day shows it.
    package func known(on day: Day) -> Household {
        func known(_ date: Day?) -> Day? { date.flatMap { $0 <= day ? $0 : nil } }
        var household = self
        household.liftedOn = known(liftedOn)
        household.returnedOn = known(returnedOn)
        household.closedOn = known(closedOn)
        if household.closedOn == nil { household.closedReason = "" }
        return household
    }

    /// Whether it is poor on any day from the first to the last, both included.
    package func isPoor(from start: Day, to end: Day, earlier cycles: [HouseholdCycle]) -> Bool {
        // Poverty begins only on these days.
        ([start, identifiedOn, returnedOn] + cycles.map(\.returnedOn)).contains { day in
            day.map { $0 >= start && $0 <= end && state(on: $0, earlier: cycles) == .poor } ?? false
        }
    }
}

/// The state of a household on a day.
package enum HouseholdState: String, Sendable, Hashable, CaseIterable {
    /// 在册: poor, so it must have a serving helper.
    case poor = "未脱贫"
    /// 脱贫: lifted out of poverty; the helper may stay.
    case lifted = "已脱贫"
    /// 销户: closed; no longer counted anywhere.
    case closed = "已销户"
}

extension Household: LedgerRecord {
    package static let table = Table.households
    package static var blank: Household {
        Household(id: "", head: "", village: "", headcount: 1, identifiedOn: .unset)
    }
    package var key: RecordKey { RecordKey(id.text) }
    package var wrapped: AnyRecord { .household(self) }

    package func text(_ column: Column) -> String {
        switch column {
        case .householdID: id.text
        case .head: head
        case .village: village.digits
        case .headcount: String(headcount)
        case .cause: cause
        case .identifiedOn: identifiedOn.description
        case .liftedOn: liftedOn.cellText
        case .returnedOn: returnedOn.cellText
        case .closedOn: closedOn.cellText
        case .closedReason: closedReason
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .householdID: id = ID(cell)
        case .head: head = cell
        case .village: village = Code(cell)
        case .headcount: headcount = try CellRules.number(cell, in: 1...99_999)
        case .cause: cause = cell
        case .identifiedOn: identifiedOn = try CellRules.day(cell) ?? identifiedOn
        case .liftedOn: liftedOn = try CellRules.day(cell)
        case .returnedOn: returnedOn = try CellRules.day(cell)
        case .closedOn: closedOn = try CellRules.day(cell)
        case .closedReason: closedReason = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.checkOrder(.identifiedOn, identifiedOn, .liftedOn, liftedOn)
        faults.checkOrder(.identifiedOn, identifiedOn, .returnedOn, returnedOn)
        faults.checkOrder(.identifiedOn, identifiedOn, .closedOn, closedOn)
        faults.check(.returnedOn, with: .liftedOn, returnedOn != nil && liftedOn == nil ? .without(.liftedOn) : nil)
        return faults.found
    }

    package var references: [Reference] { [Reference(.village, .organization(village, .village))] }
}
