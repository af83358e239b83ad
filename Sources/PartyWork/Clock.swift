/// A clock that tells the day and the instant: the computer's, or one that stands, as the sample's does.
///
/// It is handed on and asked where something is done, so that a program left open overnight acts on the new day.
package struct Clock: Sendable {
    /// The local day now.
    package let today: @Sendable () -> Day
    /// The instant now in UTC, as the journal keeps it: `2016-06-30T08:15:00Z`.
    package let instant: @Sendable () -> String

    package init(today: @escaping @Sendable () -> Day, instant: @escaping @Sendable () -> String) {
        self.today = today
        self.instant = instant
    }

    /// A clock that stands.
    package static func standing(at day: Day, _ instant: String) -> Clock {
        Clock(today: { day }, instant: { instant })
    }
}
