import PartyWork

extension Ledger {
    /// An entry of the journal with what it changed.
    ///
    /// - Throws: `Refusal.noEntry` where there is none of the number; `LedgerError`.
    package func journalCard(_ entry: Int) throws -> JournalCard {
        try reading { db in
            guard let row = try db.journalRow(entry, db.undoneEntries()) else { throw Refusal.noEntry(entry) }
            return try db.journalCard(row)
        }
    }
}

extension Session {
    /// An entry of the journal with what it changed; of the thousands of rows that an import changes the first.
    func journalCard(_ row: JournalRow) throws -> JournalCard {
        let changes = try changes(of: row.id)
        let listed = changes.prefix(1_000).compactMap(RowChange.init)
        return JournalCard(row: row, changes: listed, unlisted: changes.count - listed.count)
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
