/// A helper with the cards of the households helped at a date.
package struct HelperSheet: Sendable, Hashable {
    package let card: PersonCard
    /// Of active pairings, by start, the newest first.
    package let households: [HouseholdCard]

    package init(card: PersonCard, households: [HouseholdCard]) {
        self.card = card
        self.households = households
    }
}
