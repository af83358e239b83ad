import PartyWork

extension NamedSQL {
    static let newestEntryOfRow = NamedSQL(
        "newest entry of row",
        """
        SELECT c.entry FROM journal_change c WHERE c.table_name = :table AND c.key = :key ORDER BY c.entry DESC LIMIT 1
        """)
}

extension Ledger {
    /// A record as it is saved now, and the entry that last changed it; an import that brought it in is not among these.
    ///
    /// - Throws: `LedgerError`.
    package func saved(_ table: TableSchema, _ key: RecordKey) throws -> (record: AnyRecord?, entry: JournalRow?) {
        try reading { db in
            let row = Parameters().with("table", table.name).with("key", key.text)
            let entry = try db.first(.newestEntryOfRow, row) { $0.integer(0) }
            let undone = try db.undoneEntries()
            return (try db.anyRecord(table, key), try entry.flatMap { try db.journalRow($0, undone) })
        }
    }
}
