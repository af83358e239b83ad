import Glibc
import Synchronization

/// How a connection waits for another's lock: it asks the more often the longer it has waited, so that whoever waits
/// longest comes first, and never in step with others.
///
/// SQLite's own handler asks ever more seldom, and starves under constant load.
final class BusyWait: Sendable {
    /// How long is waited (seconds).
    private let limit: Double
    private let began = Mutex<Double>(0)

    init(limit: Double) { self.limit = limit }

    /// Waits a moment; false once the time is over.
    ///
    /// - Parameter tries: how often this lock was asked for before.
    func goOn(after tries: Int) -> Bool {
        let now = BusyWait.now()
        let waited = began.withLock { began in
            if tries == 0 { began = now }
            return now - began
        }
        guard waited < limit else { return false }
        usleep(UInt32(BusyWait.pause(after: waited) * Double.random(in: 0.5...1.5)))
        return true
    }

    /// The mean pause (microseconds): for a newcomer longer than most acts take, at last as short as a disk allows.
    static func pause(after waited: Double) -> Double { max(1_000, 20_000 * (1 - waited / 2)) }

    private static func now() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
