import CPostgres
import Glibc

/// What tells of other officers' acts on a server: notifications on the connection's own line, without a timer.
///
/// One descriptor stands for the line, whichever it is after the last was lost, and for a bell: what comes together with an answer is in
/// our memory already, and the line is silent.
final class PostgreSQLNotice: ChangeNotice, @unchecked Sendable {
    let descriptor: Int32
    private let store: PostgreSQLStore
    private let bell: (read: Int32, write: Int32)
    private var line: Int32?
    private var news: Change?

    init(_ store: PostgreSQLStore) throws {
        self.store = store
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw LedgerError.cannotOpen(path: store.path, errno: errno) }
        bell = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = cpq_watch()
        _ = cpq_watch_add(descriptor, bell.read)
        try store.attach(self)
    }

    deinit {
        for end in [descriptor, bell.read, bell.write] { close(end) }
    }

    func take() throws -> Change? {
        try store.listen {
            var bytes = [UInt8](repeating: 0, count: 64)
            while read(bell.read, &bytes, bytes.count) > 0 {}
            defer { news = nil }
            return news
        }
    }

    // MARK: - Told by the store, under its lock

    /// Watches a line; whatever was done while there was none is news.
    func watch(_ connection: PostgreSQLConnection, isAnother: Bool) {
        unwatch()
        line = cpq_socket(connection.handle)
        _ = cpq_watch_add(descriptor, cpq_socket(connection.handle))
        if isAnother { tell(.others) }
    }

    /// Lets go of a line that is lost: it could be read for ever.
    func unwatch() {
        if let line { cpq_watch_remove(descriptor, line) }
        line = nil
    }

    /// Takes the notifications that have come.
    func hear(_ connection: PostgreSQLConnection) {
        for process in connection.line.notified { tell(process == cpq_process(connection.handle) ? .ours : .others) }
        connection.line.notified = []
    }

    private func tell(_ change: Change) {
        if news != .others { news = change }
        var byte: UInt8 = 1
        _ = write(bell.write, &byte, 1)
    }
}
