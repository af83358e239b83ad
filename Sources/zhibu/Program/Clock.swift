import Glibc
import PartyWork

/// The day and the instant on the computer's clock, read once where a command begins and passed on from there.
enum Clock {
    /// The local day.
    static func today() -> Day {
        let parts = local()
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? Day("1970-01-01").unsafelyUnwrapped
    }

    /// The minutes by which the local clock is ahead of UTC, from TZ or the system's zone.
    static func offset() -> Int { local().tm_gmtoff / 60 }

    private static func local() -> tm {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return parts
    }

    /// The instant in UTC as the journal keeps it: `2016-06-30T08:15:00Z`.
    static func instant() -> String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        var bytes = [CChar](repeating: 0, count: 32)
        let count = strftime(&bytes, bytes.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// What tells the day to a dashboard that stays open: the computer's clock, or one that stands at a day, as the sample's does.
struct DayClock: Sendable {
    private let standing: Day?

    /// - Parameter standing: the day at which it stands; nil for one that goes.
    init(standingAt standing: Day? = nil) {
        self.standing = standing
    }

    /// The day now.
    func today() -> Day { standing ?? Clock.today() }
}
