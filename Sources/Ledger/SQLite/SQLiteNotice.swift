import Glibc
import Synchronization

/// What tells of other processes' writes to the file.
///
/// SQLite ends every write by deleting the file's rollback journal, which the kernel reports; reading makes none. Whether
/// it was another's write, and not ours, is then a question to SQLite. Where the kernel reports nothing (no inotify left), the
/// change is seen when the screen asks next.
final class SQLiteNotice: ChangeNotice {
    let descriptor: Int32
    private let store: SQLiteStore
    private let journalName: String
    /// Is another as soon as another process has written to the file; our own writes leave it.
    private let version: Mutex<Int>

    init(_ store: SQLiteStore) throws {
        self.store = store
        let path = store.path
        let slash = path.lastIndex(of: "/")
        journalName = String(slash.map { path[path.index(after: $0)...] } ?? path[...]) + "-journal"
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        inotify_add_watch(descriptor, LedgerFile.folder(of: path), UInt32(IN_DELETE))
        version = Mutex(try store.version())
    }

    deinit { close(descriptor) }

    func take() throws -> Change? {
        guard hasWriteEnded() else { return nil }
        let now = try store.version()
        return version.withLock { version in
            defer { version = now }
            return version == now ? .ours : .others
        }
    }

    /// Drains the events; whether one of them was the end of a write to the ledger.
    private func hasWriteEnded() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        var found = false
        while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
            found = found || names(in: buffer[..<count]).contains(journalName)
        }
        return found
    }

    /// The file names in a run of `struct inotify_event`: 16 bytes, of which the last four tell how long the name is.
    private func names(in events: ArraySlice<UInt8>) -> [String] {
        var names: [String] = []
        var rest = events
        while rest.count >= 16 {
            let header = rest.startIndex
            let length = (12..<16).reversed().reduce(0) { $0 << 8 | Int(rest[header + $1]) }
            names.append(String(decoding: rest.dropFirst(16).prefix(length).prefix { $0 != 0 }, as: UTF8.self))
            rest = rest.dropFirst(16 + length)
        }
        return names
    }
}

extension SQLiteStore {
    fileprivate func version() throws -> Int { try reading { try $0.number("PRAGMA data_version") } }
}
