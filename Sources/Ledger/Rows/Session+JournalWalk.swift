import PartyWork

extension NamedSQL {
    /// The changes of all entries in the order in which seals take them in.
    static let allChanges = NamedSQL(
        "all changes",
        """
        SELECT c.entry, c.position, c.table_name, c.key, c.before, c.after, c.note FROM journal_change c
        ORDER BY c.entry, c.position
        """)

    /// The new rows of all imports, in that order.
    static let allImportedRows = NamedSQL(
        "all imported rows", "SELECT r.entry, r.table_name, r.keys FROM journal_rows r ORDER BY r.entry, r.table_name")

    /// All entries: the ten columns of which fingerprints speak, the fingerprint, the seal.
    static let allEntries = NamedSQL(
        "all entries",
        """
        SELECT j.id, j.at, j.uid, j.officer, j.origin, j.action, j.summary, j.row_count, j.undoes, j.mark, j.fingerprint, j.seal
        FROM journal j ORDER BY j.id
        """)

    /// The last entry: its number, its seal, its instant.
    static let lastEntry = NamedSQL(
        "last entry", "SELECT j.id, j.seal, j.at FROM journal j WHERE j.id = (SELECT max(l.id) FROM journal l)")

    /// The seal and the instant of one entry.
    static let sealOfEntry = NamedSQL("seal of entry", "SELECT j.seal, j.at FROM journal j WHERE j.id = :entry")
}

/// The way through the journal, entry by entry, with what each holds: three statements, however long it is, and one entry at a time.
extension Session {
    /// Visits the entries in order.
    ///
    /// - Parameters:
    ///   - previous: The seal after which the content of an entry begins, given the seal of the entry before as it is kept.
    ///   - visit: Given the columns of `NamedSQL.allEntries` and the content.
    func walkJournal(
        after previous: (_ kept: String) -> String = { $0 }, _ visit: (Statement, EntryContent) throws -> Void
    ) throws {
        var changes = try RowsOfEntries(statement(NamedSQL.allChanges.sql))
        var imports = try RowsOfEntries(statement(NamedSQL.allImportedRows.sql))
        defer {
            changes.end()
            imports.end()
        }
        var kept = ""
        try statement(NamedSQL.allEntries.sql).each { row in
            let id = row.integer(0)
            var content = EntryContent(after: previous(kept))
            try changes.take(id) { change in content.add(change: (Int32(1)...6).map { change.value($0) }) }
            try imports.take(id) { content.add(imported: $0.text(2), of: $0.text(1)) }
            try visit(row, content)
            kept = row.text(11)
        }
    }

    /// Gives each entry of the journal the seal that it lacks; a ledger of before seals had none at all.
    func sealEntries() throws {
        var last = ""
        var seals: [(entry: Int, seal: String)] = []
        let reckoned: (String) -> String = { _ in last }
        try walkJournal(after: reckoned) { row, content in
            last = content.seal(of: (Int32(0)...10).map { row.value($0) })
            seals.append((row.integer(0), last))
        }
        for (entry, seal) in seals {
            try run("UPDATE journal SET seal = ? WHERE id = ?", [.text(seal), .integer(entry)])
        }
    }
}

/// The rows of a statement in the order of entries, the first column, taken entry by entry.
private struct RowsOfEntries {
    private let statement: Statement
    private var entry: Int?

    init(_ statement: Statement) throws {
        self.statement = statement
        try goOn()
    }

    private mutating func goOn() throws { entry = try statement.step() ? statement.integer(0) : nil }

    /// Visits the rows of an entry; those of entries before it that are not there are passed over.
    mutating func take(_ id: Int, _ visit: (Statement) throws -> Void) throws {
        while let entry, entry <= id {
            if entry == id { try visit(statement) }
            try goOn()
        }
    }

    /// Lets the statement be used again.
    func end() { statement.end() }
}
