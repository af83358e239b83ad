/// A pairing in a history.
package struct PairingRow: Sendable, Hashable {
    package let pairing: Pairing
    package let head: String
    package let helperName: String
    package let helperPhone: String
    package let isActive: Bool
    package let helperService: Service
    /// The state of the household at the date.
    package let state: HouseholdState?
    /// The day on which it ended; nil where that lies after the date.
    package let endedOn: Day?
    /// Why it ended, if it has.
    package var endReason: PairingEndReason? { endedOn == nil ? nil : pairing.endReason }

    /// A row as of a date; nil says of everything.
    package init(
        pairing: Pairing, head: String, helperName: String, helperPhone: String = "", isActive: Bool,
        helperService: Service, state: HouseholdState?, asOf day: Day? = nil
    ) {
        // What was entered in error never held, and is shown so on every date.
        let isKnown =
            day.map { day in
                pairing.endReason == .enteredInError || pairing.endedOn.map { $0 <= day } ?? true
            } ?? true
        endedOn = isKnown ? pairing.endedOn : nil
        self.helperPhone = helperPhone
        self.pairing = pairing
        self.head = head
        self.helperName = helperName
        self.isActive = isActive
        self.helperService = helperService
        self.state = state
    }

    package var helperServes: Bool { helperService == .serving }
}
