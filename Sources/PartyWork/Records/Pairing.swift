/// A helper's dated pairing with a household (双向全覆盖). Never overwritten: a successor is a new pairing.
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

extension Pairing: LedgerRecord {
    package static let table = Table.pairings
    package static var blank: Pairing { Pairing(household: "", helper: "", startedOn: .unset) }
    package var key: RecordKey { RecordKey(household.text, helper.text, startedOn.description) }
    package var wrapped: AnyRecord { .pairing(self) }

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
