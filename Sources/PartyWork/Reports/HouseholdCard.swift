/// A household with its helpers of all times and the visits it received.
package struct HouseholdCard: Sendable, Hashable {
    package let row: HouseholdRow
    package let pairings: [PairingRow]
    package let visits: [ActivityRow]
    /// What happened to it as a whole and has no day in its row, the oldest first: its heads, villages, splits and mergers.
    package let changes: [TimelineEvent]
    /// The date after which nothing is shown; nil shows everything.
    package let asOf: Day?

    package init(
        row: HouseholdRow, pairings: [PairingRow], visits: [ActivityRow], changes: [TimelineEvent] = [],
        asOf day: Day? = nil
    ) {
        asOf = day
        self.changes = changes
        self.row = row
        self.pairings = pairings
        self.visits = visits
    }
}
