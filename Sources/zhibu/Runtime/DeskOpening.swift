import Glibc
import Ledger
import PartyWork

/// A desk on its way: of a ledger on a server it is opened on a thread of its own, because loading the library and finding the way there take
/// as long as setting up the terminal does.
final class DeskOpening: @unchecked Sendable {
    private var outcome: Result<Desk, any Error>?
    private var thread: pthread_t?

    /// Begins to open a desk.
    ///
    /// - Parameter path: The ledger; a file is opened at once.
    init(of path: String, _ open: @escaping () throws -> Desk) throws {
        guard Ledger.isOnServer(path) else {
            outcome = .success(try Signals.unstopped(open))
            return
        }
        let language = Language.current
        thread = Threads.begin { [self] in
            outcome = Language.$current.withValue(language) { Result { try open() } }
        }
        if thread == nil { outcome = Result { try open() } }
    }

    deinit { if let thread { pthread_detach(thread) } }

    /// The desk, waited for.
    ///
    /// - Throws: What opening it threw.
    func desk() throws -> Desk {
        if let thread { pthread_join(thread, nil) }
        thread = nil
        guard let outcome else { throw LedgerError.outOfMemory(path: "") }
        return try outcome.get()
    }
}
