import Glibc
import PartyWork

extension Clock {
    /// The minutes by which the computer's clock is ahead of UTC, from TZ or the system's zone.
    package static func offset() -> Int {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return parts.tm_gmtoff / 60
    }
}
