import PartyWork

/// An officer at a ledger, by a clock: what is done or tried here is theirs, and of the day on which it is done.
package struct Desk: Sendable {
    package let ledger: Ledger
    package let officer: Officer
    /// Asked at each act: dates after its day are refused.
    package let clock: Clock
}

extension Ledger {
    /// The desk of an officer.
    package func acting(as officer: Officer, on clock: Clock) -> Desk {
        Desk(ledger: self, officer: officer, clock: clock)
    }
}
