import Dashboard
import Glibc
import Ledger
import PartyWork
import Synchronization

/// Tells when another process has written to the ledger: without a timer, so that an idle dashboard never wakes.
///
/// SQLite ends every write by deleting the file's rollback journal, which the kernel reports; reading makes none. Whether
/// it was another's write, and not ours, is then a question to the ledger. Where the kernel reports nothing (no inotify
/// left), the change is seen when the screen asks next.
final class LedgerWatch: Sendable {
    /// Can be read when a write has ended; -1 where the kernel does not tell.
    let descriptor: Int32

    private let ledger: Ledger
    private let journalName: String
    private let known: Mutex<Known>

    private struct Known {
        /// Changes when another process writes, and only then.
        var version: Int
        var isEmpty: Bool
    }

    /// Begins to watch, before anything is read.
    ///
    /// - Throws: `LedgerError`.
    init(_ ledger: Ledger) throws {
        self.ledger = ledger
        let path = ledger.path
        let slash = path.lastIndex(of: "/")
        journalName = String(slash.map { path[path.index(after: $0)...] } ?? path[...]) + "-journal"
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        inotify_add_watch(descriptor, folder, UInt32(IN_DELETE))
        known = Mutex(Known(version: try ledger.version(), isEmpty: try ledger.isEmpty()))
    }

    /// Takes what the kernel has told, and says what another process has done; nil where it was ourselves.
    func news() -> Message? {
        guard hasWriteEnded() else { return nil }
        do {
            let former = known.withLock { $0 }
            let isEmpty = try former.isEmpty && ledger.isEmpty()
            let now = Known(version: try ledger.version(), isEmpty: isEmpty)
            known.withLock { $0 = now }
            if now.version == former.version { return nil }
            return try message(wasEmpty: former.isEmpty && !isEmpty)
        } catch LedgerError.locked {
            // Someone is writing for long; the end of it is told as well.
            return nil
        } catch {
            return .failed(sentence(for: error))
        }
    }

    private func message(wasEmpty: Bool) throws -> Message {
        let newest = try ledger.journal(limit: 1).first
        if wasEmpty {
            return .loaded(
                localized("别处已录入：\(newest?.summary ?? "")", "Entered elsewhere: \(newest?.summary ?? "")"),
                try ledger.scope(nil), asOf: nil)
        }
        return .changedElsewhere(newest)
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
