import PartyWork

extension NamedSQL {
    /// The changes of all entries in the order in which fingerprints take them in.
    static let allChanges = NamedSQL(
        "all changes",
        """
        SELECT c.entry, c.position, c.table_name, c.key, c.before, c.after, c.note FROM journal_change c
        ORDER BY c.entry, c.position
        """)

    /// The new rows of all imports, in that order.
    static let allImportedRows = NamedSQL(
        "all imported rows", "SELECT r.entry, r.table_name, r.keys FROM journal_rows r ORDER BY r.entry, r.table_name")

    /// All entries; the first ten columns are those of which fingerprints speak.
    static let allEntries = NamedSQL(
        "all entries",
        """
        SELECT j.id, j.at, j.uid, j.officer, j.origin, j.action, j.summary, j.row_count, j.undoes, j.mark, j.fingerprint
        FROM journal j ORDER BY j.id
        """)
}

/// Holds the journal against itself: entries are numbered from 1 without holes, hold as many rows as they say, and are what the
/// program wrote.
extension Session {
    func checkJournal(_ problems: inout Problems) throws {
        var contents = try entryContents()
        var next = 1
        var hasFingerprints = false
        try statement(NamedSQL.allEntries.sql).each { row in
            let id = row.integer(0)
            let content = contents.removeValue(forKey: id) ?? EntryContent()
            if id != next {
                problems.addOfJournal(
                    localized("流水缺第 \(next)–\(id - 1) 条", "the journal lacks the entries \(next)–\(id - 1)"))
            }
            if row.integer(7) != content.rows {
                problems.addOfJournal(
                    localized(
                        "流水第 \(id) 条应有 \(row.integer(7)) 行，实有 \(content.rows) 行",
                        "journal entry \(id) should have \(plural(row.integer(7), "row")) and has \(content.rows)"))
            }
            if !row.isPlausible(content) {
                problems.addOfJournal(
                    localized(
                        "流水第 \(id) 条的类别“\(row.text(5))”与内容不符",
                        "the kind of journal entry \(id), \"\(row.text(5))\", does not fit what it holds"))
            }
            let fingerprint = row.optionalText(10)
            if let fingerprint, fingerprint != row.fingerprint(of: content) {
                problems.addOfJournal(
                    localized(
                        "流水第 \(id) 条被本程序以外的办法改过（经手人、时间、类别、摘要或所记的行）",
                        "journal entry \(id) was altered by other means (officer, time, kind, sentence or rows)"))
            } else if fingerprint == nil, hasFingerprints || row.optionalText(9) != nil {
                // Marks and fingerprints came with one migration: whoever has the one has the other.
                problems.addOfJournal(
                    localized(
                        "流水第 \(id) 条没有校验码，不是由本程序写的",
                        "journal entry \(id) has no fingerprint: this program did not write it")
                )
            }
            hasFingerprints = hasFingerprints || fingerprint != nil
            next = id + 1
        }
    }

    /// What the entries hold, by number.
    private func entryContents() throws -> [Int: EntryContent] {
        var contents: [Int: EntryContent] = [:]
        try statement(NamedSQL.allChanges.sql).each { row in
            contents[row.integer(0), default: EntryContent()].addChange(row)
        }
        try statement(NamedSQL.allImportedRows.sql).each { row in
            contents[row.integer(0), default: EntryContent()].addImported(row)
        }
        return contents
    }
}

/// What an entry holds besides its own columns.
private struct EntryContent {
    private(set) var fingerprint = EntryFingerprint()
    private(set) var rows = 0
    private(set) var isImport = false

    mutating func addChange(_ row: Statement) {
        rows += 1
        for column in Int32(1)...6 { fingerprint.add(row.value(column)) }
    }

    mutating func addImported(_ row: Statement) {
        isImport = true
        rows += row.text(2).utf8.count { $0 == UInt8(ascii: "\n") }
        for column in Int32(1)...2 { fingerprint.add(row.value(column)) }
    }
}

extension Statement {
    /// The fingerprint that the entry of the current row should have.
    fileprivate func fingerprint(of content: EntryContent) -> String {
        var fingerprint = content.fingerprint
        for column in Int32(0)...9 { fingerprint.add(value(column)) }
        return fingerprint.text
    }

    /// Whether the kind of the current row's entry is one, and could have come to what it holds.
    fileprivate func isPlausible(_ content: EntryContent) -> Bool {
        guard let kind = ActKind(rawValue: text(5)) else { return false }
        let undoes = optionalInteger(8)
        return (kind == .undo) == (undoes != nil) && (undoes.map { $0 < integer(0) } ?? true)
            && (kind == .imported || !content.isImport) && (kind == .print) == (content.rows == 0)
    }
}

extension Problems {
    /// Adds what is wrong with the journal.
    mutating func addOfJournal(_ sentence: String) {
        add(localized("流水", "journal"), sentence + localized("；请与备份核对", "; compare with a backup"))
    }
}
