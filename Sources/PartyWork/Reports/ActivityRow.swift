/// An activity in a list.
package struct ActivityRow: Sendable, Hashable {
    package let activity: Activity
    package let organizationName: String
    package let participantNames: [String]
    package let head: String
    /// What a visit found, measured and brought about; nil where nothing is kept.
    package let visit: VisitDetails?
    /// The day on which it was entered; nil for one that came by import.
    package let enteredOn: Day?
    /// The day on which it was resolved; nil where that lies after the date.
    package let resolvedOn: Day?

    /// Whether it was entered after the month in which it counts (补录).
    package var isLate: Bool {
        guard let enteredOn, let countingDate = activity.countingDate else { return false }
        return enteredOn > countingDate.lastOfMonth
    }

    /// A row as of a date; nil says of everything.
    package init(
        activity: Activity, organizationName: String, participantNames: [String], head: String, enteredOn: Day? = nil,
        visit: VisitDetails? = nil, asOf day: Day? = nil
    ) {
        resolvedOn = activity.resolvedOn.flatMap { resolved in day.map { resolved <= $0 } ?? true ? resolved : nil }
        self.enteredOn = enteredOn
        self.visit = visit
        self.activity = activity
        self.organizationName = organizationName
        self.participantNames = participantNames
        self.head = head
    }
}
