/// A person with the households helped at all times, and the posts held.
package struct PersonCard: Sendable, Hashable {
    package let row: PersonRow
    package let pairings: [PairingRow]
    package let activities: [ActivityRow]
    /// By start, the oldest first, those after the date too.
    package let posts: [PostRow]
    /// The date after which nothing is shown; nil shows everything.
    package let asOf: Day?

    package init(
        row: PersonRow, pairings: [PairingRow], activities: [ActivityRow], posts: [PostRow] = [], asOf day: Day? = nil
    ) {
        asOf = day
        self.posts = posts
        self.row = row
        self.pairings = pairings
        self.activities = activities
    }
}
