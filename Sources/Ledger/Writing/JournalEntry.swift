import PartyWork

/// A journal entry in the making; every write to the tables goes through it, so that no row changes without its line,
/// and nothing that counts in a signed month changes at all.
///
/// The entry's number is taken when it begins, which the write lock makes safe; its sentence is written when it ends.
final class JournalEntry {
    /// Counts from 1, without holes.
    let id: Int
    private let db: Session
    private var changes = 0
    /// Whether entries of registers may be elsewhere by now.
    private var movesEntries = false
    private var fingerprint = EntryFingerprint()
    /// What signed months lock; nil where none was ever reported.
    let lock: MonthLock?

    /// Begins the entry after the newest.
    init(_ db: Session) throws {
        self.db = db
        lock = try MonthLock(db)
        id = try db.number("SELECT coalesce(max(id), 0) + 1 FROM journal")
    }

    /// Adds a row; `sentence` is kept with it.
    func add(_ record: any LedgerRecord, sentence: String = "") throws {
        try lock?.check(nil, record)
        try db.insert(record)
        try note(nil, record, sentence)
    }

    /// Replaces a row by one with the same key; `sentence` is kept with the change.
    func replace(_ old: any LedgerRecord, with new: any LedgerRecord, sentence: String = "") throws {
        try lock?.check(old, new)
        try db.update(new)
        try note(old, new, sentence)
    }

    /// Takes a row away.
    func remove(_ record: any LedgerRecord) throws {
        try lock?.check(record, nil)
        try db.delete(record.table, record.key)
        try note(record, nil)
    }

    /// Ends the entry.
    ///
    /// - Parameters:
    ///   - mark: The act's own.
    ///   - imported: How many new rows `journal_rows` holds besides the changes.
    func close(
        by officer: Officer, at instant: String, as mark: ActMark, kind: ActKind, _ deed: Deed, undoes: Int? = nil,
        imported: Int = 0
    ) throws {
        if movesEntries { try db.refreshPlaces() }
        let values: [(column: String, value: Statement.Value)] = [
            ("id", .integer(id)), ("at", .text(instant)), ("uid", .integer(officer.uid)),
            ("officer", .text(officer.name)), ("origin", .text(officer.origin.rawValue)),
            ("action", .text(kind.rawValue)), ("summary", .text(deed.kept)),
            ("row_count", .integer(changes + imported)),
            ("undoes", undoes.map { .integer($0) } ?? .null), ("mark", .text(mark.text)),
        ]
        for (_, value) in values { fingerprint.add(value) }
        let columns = values.map(\.column).joined(separator: ", ")
        let places = values.map { _ in "?" }.joined(separator: ", ")
        try db.run(
            "INSERT INTO journal (\(columns), fingerprint) VALUES (\(places), ?)",
            values.map(\.value) + [.text(fingerprint.text)])
    }

    /// Does a part of the act; where it throws, what was done of it is taken back, and the act goes on without it.
    func trying(_ body: () throws -> Void) throws {
        let before = (changes, fingerprint)
        do {
            try db.savepoint(body)
        } catch {
            (changes, fingerprint) = before
            throw error
        }
    }

    /// Follows what says where entries of registers are: they lie where their subject belongs.
    private func followPlaces(_ before: (any LedgerRecord)?, _ after: (any LedgerRecord)?) throws {
        guard let record = after ?? before else { return }
        switch record.table {
        case .entries: movesEntries = true
        case .people, .households, .cooperatives:
            let column: Column = record.table == .households ? .village : .organization
            guard let before, let after, before.text(column) != after.text(column) else { break }
            try db.forgetPlaces(about: record.key)
            movesEntries = true
        case let table where TableSchema.definitions.contains(table):
            db.forgetRegisters()
            guard table == .registers, let before, before.text(.placeField) != after?.text(.placeField) else { break }
            try db.forgetPlaces(of: before.key.text)
            movesEntries = true
        // Nothing else says where an entry is.
        default: break
        }
    }

    /// Keeps the new rows of an import, those of a table after the other in the order of the tables' words.
    func keep(_ lines: String, of table: TableSchema) throws {
        fingerprint.add(.text(table.name))
        fingerprint.add(.text(lines))
        try db.run(
            "INSERT INTO journal_rows (entry, table_name, keys) VALUES (?, ?, ?)",
            [.integer(id), .text(table.name), .text(lines)])
    }

    /// Whether a row was changed through the entry.
    var hasChanges: Bool { changes > 0 }

    private func note(_ before: (any LedgerRecord)?, _ after: (any LedgerRecord)?, _ sentence: String = "") throws {
        guard let record = after ?? before else { return }
        changes += 1
        try followPlaces(before, after)
        let values: [Statement.Value] = [
            .integer(changes), .text(record.table.name), .text(record.key.text),
            before.map { .text(JournalText.write($0)) } ?? .null,
            after.map { .text(JournalText.write($0)) } ?? .null,
            .text(sentence),
        ]
        for value in values { fingerprint.add(value) }
        try db.run(
            """
            INSERT INTO journal_change (entry, position, table_name, key, before, after, note)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, [.integer(id)] + values)
    }
}
