import Glibc
import PartyWork

extension Clock {
    /// The computer's clock.
    static let computer = Clock(today: localDay, instant: utcInstant)

    /// A clock that stands at a day, and tells the computer's instants.
    static func standing(at day: Day) -> Clock { Clock(today: { day }, instant: utcInstant) }

    private static func localDay() -> Day {
        let parts = local()
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? Day("1970-01-01").unsafelyUnwrapped
    }

    private static func local() -> tm {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return parts
    }

    private static func utcInstant() -> String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        var bytes = [CChar](repeating: 0, count: 32)
        let count = strftime(&bytes, bytes.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
