import PartyWork

/// Messages as a file to be sent: as text, or as a calendar of the days by which things are due.
package struct ReminderFile: Hashable, Sendable {
    let reminders: Reminders
    /// The words at the beginning; empty for the usual ones.
    let greeting: String
    let isCalendar: Bool

    /// How the name of the file ends.
    var ending: String { isCalendar ? "ics" : "txt" }

    /// What it holds.
    ///
    /// - Parameter instant: when it is made, in UTC.
    package func text(madeAt instant: String) -> String {
        isCalendar ? reminders.calendar(madeAt: instant) : reminders.text(greeting: greeting)
    }
}
