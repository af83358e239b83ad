import GRDB
import PartyWork

extension Ledger {
    /// The most rows of an entry that are listed; an import changes thousands.
    private static let listed = 1_000

    /// An entry of the journal with what it changed.
    ///
    /// - Throws: `Refusal.noEntry` where there is none of the number; `LedgerError`.
    package func journalCard(_ entry: Int) throws -> JournalCard {
        try reading { db in
            guard let row = try db.journalRow(entry, db.undoneEntries()) else { throw Refusal.noEntry(entry) }
            let changes = try db.changes(of: entry)
            let listed = changes.prefix(Ledger.listed).compactMap(RowChange.init)
            return JournalCard(row: row, changes: listed, unlisted: changes.count - listed.count)
        }
    }
}

extension RowChange {
    fileprivate init?(_ change: JournalChange) {
        switch change.after {
        case .fingerprint: self.init(imported: change.key, into: change.table)
        case .record(let after): self.init(from: change.before, to: after)
        case .gone: self.init(from: change.before, to: nil)
        }
    }
}
