import Dashboard
import Glibc
import Ledger
import PartyWork
import Synchronization

/// Tells the screens when another process has written to the ledger.
final class LedgerWatch: Sendable {
    private let ledger: Ledger
    private let changes: GatheredChanges
    private let known: Mutex<Known>

    private struct Known {
        var isEmpty: Bool
        /// Whether another's change is still to be told.
        var isNew = false
    }

    /// Begins to watch, before anything is read.
    ///
    /// - Throws: `LedgerError`.
    init(_ ledger: Ledger) throws {
        self.ledger = ledger
        changes = GatheredChanges(try ledger.changes(), clock: LedgerWatch.milliseconds)
        known = Mutex(Known(isEmpty: try ledger.isEmpty()))
    }

    /// Can be read when there may be news; -1 where nothing tells.
    var descriptor: Int32 { changes.descriptor }

    /// After how many milliseconds there are news even where nothing can be read; -1 for none.
    var patience: Int32 { changes.patience.map(Int32.init) ?? -1 }

    @Sendable private static func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
    }

    /// What another process has done; nil where it was ourselves.
    func news() -> Message? {
        do {
            guard let change = try changes.take() else { return nil }
            let former = known.withLock { known in
                known.isNew = known.isNew || change == .others
                return known
            }
            let isEmpty = try former.isEmpty && ledger.isEmpty()
            let news = former.isNew ? try message(isFirst: former.isEmpty && !isEmpty) : nil
            known.withLock { $0 = Known(isEmpty: isEmpty) }
            return news
        } catch LedgerError.locked {
            // Someone is writing for long; the end of it is told as well.
            return nil
        } catch {
            return .failed(sentence(for: error))
        }
    }

    private func message(isFirst: Bool) throws -> Message {
        let newest = try ledger.journal(limit: 1).first
        if isFirst {
            return .loaded(
                localized("别处已录入：\(newest?.summary ?? "")", "Entered elsewhere: \(newest?.summary ?? "")"),
                try ledger.scope(nil))
        }
        return .changedElsewhere(newest)
    }
}
