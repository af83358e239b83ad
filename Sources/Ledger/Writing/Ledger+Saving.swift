import PartyWork

/// Saved is told as saved. SQLite can report an error after a commit that holds: when the folder could not be synced once
/// the journal was deleted (SQLITE_IOERR_DIR_FSYNC), the act is there, and doing it again would write it twice. So after an
/// error the ledger is asked by the act's own mark.
extension Ledger {
    /// What became of an act whose saving ended in an error.
    ///
    /// - Parameters:
    ///   - outcome: What it came to, if it came as far as the commit.
    ///   - mark: The act's own.
    /// - Returns: What it came to and a sentence about the error, if the act is there all the same.
    /// - Throws: `LedgerError.unsaved` if it is not; `LedgerError.unsure` if the ledger cannot tell any more.
    func settle<T>(_ outcome: T?, _ mark: ActMark, after error: LedgerError) throws(LedgerError) -> (T, String) {
        guard let outcome else { throw .unsaved(error) }
        // What waited for a lock in vain was taken back.
        if case .locked = error { throw .unsaved(error) }
        if case .held = error { throw .unsaved(error) }
        let entry: Int?
        do {
            entry = try store.settled { try $0.entry(of: mark) }
        } catch _ {
            throw store.takesBack ? .unsaved(error) : .unsure(error)
        }
        guard let entry else { throw .unsaved(error) }
        let doubt = localized(
            "保存后系统报错（\(error.text)）；已核对流水：这次已保存为第 \(entry) 条，不要再录一遍",
            "after saving there was an error (\(error.text)); the journal was asked: it is saved as entry \(entry), do not enter it again"
        )
        return (outcome, doubt)
    }

    /// The entry of an act; nil if the ledger does not have it.
    ///
    /// - Throws: A `LedgerError`.
    package func entry(of mark: ActMark) throws -> JournalRow? {
        try reading { db in
            try db.entry(of: mark).flatMap { try db.journalRow($0, try db.undoneEntries()) }
        }
    }
}

extension Session {
    /// The number of an act's entry; nil if it is not there.
    func entry(of mark: ActMark) throws -> Int? {
        let statement = try statement("SELECT id FROM journal WHERE mark = ?")
        try statement.bind(1, mark.text)
        return try statement.first { $0.integer(0) }
    }

    /// What an act that was sent before came to then; nil if it is not there.
    func receipt(of mark: ActMark) throws -> Receipt? {
        guard let entry = try entry(of: mark), let row = try journalRow(entry, [:]) else { return nil }
        let keys = Set(try changes(of: entry).map(\.key))
        return Receipt(entry: entry, row.deed, key: keys.count == 1 ? keys.first : nil, isRepeated: true)
    }
}
