import PartyWork

/// One row's change as the journal keeps it.
struct JournalChange {
    let table: TableSchema
    let key: RecordKey
    /// The row before; nil if there was none.
    let before: AnyRecord?
    let after: After

    /// What the entry left of the row.
    enum After {
        case gone
        case record(AnyRecord)
        /// An imported row, of which the journal keeps the fingerprint.
        case fingerprint(Fingerprint)
    }

    /// The row.
    var row: MergeOrder.RowName { MergeOrder.RowName(table, key) }

    /// Whether the row still is what the entry left.
    func stands(in current: AnyRecord?) -> Bool {
        switch (after, current) {
        case (.gone, nil): true
        case (.record(let record), let current?): Fingerprint(of: record.record) == Fingerprint(of: current.record)
        case (.fingerprint(let fingerprint), let current?): fingerprint == Fingerprint(of: current.record)
        case (.gone, _?), (.record, nil), (.fingerprint, nil): false
        }
    }
}

extension NamedSQL {
    static let changesOfEntry = NamedSQL(
        "changes of entry",
        """
        SELECT c.table_name, c.key, c.before, c.after FROM journal_change c
        WHERE c.entry = :entry ORDER BY c.position
        """)

    static let importedRows = NamedSQL(
        "imported rows", "SELECT r.table_name, r.keys FROM journal_rows r WHERE r.entry = :entry")

    /// The entries after one that changed a row or brought it in.
    static let laterEntriesOfRow = NamedSQL(
        "later entries of row",
        """
        SELECT c.entry FROM journal_change c WHERE c.table_name = :table AND c.key = :key AND c.entry > :entry
        UNION SELECT r.entry FROM journal_rows r WHERE r.entry > :entry AND r.table_name = :table
            AND replace('\n' || r.keys, '\n' || :key || '\t', '') <> '\n' || r.keys
        ORDER BY 1 DESC
        """)
}

extension Session {
    /// An entry of the journal; nil if there is none of the number.
    ///
    /// - Parameter undone: what `undoneEntries` says.
    func journalRow(_ entry: Int, _ undone: [Int: Int]) throws -> JournalRow? {
        try first(.journalPage, Parameters().with("before", entry + 1).with("limit", 1)) {
            $0.journalRow(undone, tables)
        }
        .flatMap { $0.id == entry ? $0 : nil }
    }

    /// The changes of an entry in the order in which they were made, imported rows first.
    func changes(of entry: Int) throws -> [JournalChange] {
        let parameters = Parameters().with("entry", entry)
        var changes: [JournalChange] = []
        let imported = try all(.importedRows, parameters) { (try $0.table(0, of: tables), $0.text(1)) }
        for table in tables {
            for (_, lines) in imported.filter({ $0.0 == table }) { changes += try JournalChange.imported(table, lines) }
        }
        return try changes + all(.changesOfEntry, parameters) { try $0.journalChange(of: tables) }
    }
}

extension Session {
    /// The rows of changes as they stand; those that are there.
    ///
    /// Of a table with many of them all rows are read at once: asked for one by one, over a line, each takes as long as the line.
    func rows(of changes: [JournalChange]) throws -> [MergeOrder.RowName: AnyRecord] {
        var rows: [MergeOrder.RowName: AnyRecord] = [:]
        let keys = Dictionary(grouping: changes, by: \.table).mapValues { Set($0.map(\.key)) }
        for table in tables {
            guard let keys = keys[table] else { continue }
            if keys.count < Session.many {
                try each(keys.sorted()) { rows[MergeOrder.RowName(table, $0)] = try anyRecord(table, $0) }
            } else {
                let blank = table.blank
                try statement(Layout.of(table).statements.select).each { row in
                    let record = AnyRecord(try row.record(from: blank))
                    if keys.contains(record.key) { rows[MergeOrder.RowName(table, record.key)] = record }
                }
            }
        }
        return rows
    }
}

extension JournalChange {
    /// The rows of an import, one a line: key, tab, fingerprint.
    static func imported(_ table: TableSchema, _ lines: String) throws -> [JournalChange] {
        try lines.utf8.split(separator: UInt8(ascii: "\n")).map { line in
            let parts = line.split(separator: UInt8(ascii: "\t"))
            guard parts.count == 2, let fingerprint = Fingerprint(Substring(parts[1])) else {
                throw Damage(localized("流水中有无法读取的导入记录", "an import in the journal cannot be read"))
            }
            return JournalChange(
                table: table, key: RecordKey(String(Substring(parts[0]))), before: nil,
                after: .fingerprint(fingerprint))
        }
    }
}

extension Statement {
    /// The table that a journal row names.
    func table(_ column: Int32, of tables: [TableSchema]) throws -> TableSchema {
        guard let table = tables.named(text(column)) else {
            throw Damage(localized("流水中有未知的表“\(text(column))”", "an unknown table in the journal, \"\(text(column))\""))
        }
        return table
    }

    /// The change that the columns table, key, before and after hold.
    func journalChange(of tables: [TableSchema]) throws -> JournalChange {
        let table = try table(0, of: tables)
        return JournalChange(
            table: table, key: RecordKey(text(1)), before: try optionalText(2).map { try JournalText.read(table, $0) },
            after: try optionalText(3).map { .record(try JournalText.read(table, $0)) } ?? .gone)
    }
}

extension Fingerprint {
    /// The fingerprint of a record's texts, as an import keeps it.
    init(of record: any LedgerRecord) {
        self.init()
        for column in record.table.columns { add(record.text(column)) }
    }
}
