import Glibc
import Ledger

/// A thread beside the worker, for what may wait for a slow disk while the worker goes on.
enum SideThread {
    /// Runs a body; nobody waits for its end.
    ///
    /// - Returns: false where the system has no more threads; then nothing runs.
    static func run(_ body: @escaping @Sendable () -> Void) -> Bool {
        guard let thread = Threads.begin(body) else { return false }
        pthread_detach(thread)
        return true
    }
}
