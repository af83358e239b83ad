import PartyWork

/// A journal entry in the making; every write to the tables goes through it, so that no row changes without its line,
/// and nothing that counts in a signed month changes at all.
///
/// The entry's number is taken when it begins, which the write lock makes safe; its sentence is written when it ends.
final class JournalEntry {
    /// Counts from 1, without holes.
    let id: Int
    private let db: Session
    private var content: EntryContent
    /// What signed months lock; nil where none was ever reported.
    let lock: MonthLock?
    /// What the rights of the officer allow; nil in a ledger without officers.
    private let rights: RightGuard?
    /// Whether a row of the table of officers was written.
    private(set) var changesOfficers = false

    /// When the transaction began by the clock of an engine that signs; asked beforehand, with all else that is.
    private let instantOfEngine: String?

    /// Begins the entry after the newest, of an officer with a permission.
    init(_ db: Session, for permission: Permission) throws {
        self.db = db
        rights = RightGuard(db, permission)
        lock = try MonthLock(db)
        instantOfEngine = try db.signingInstant()
        let last = try db.first(.lastEntry, Parameters()) { (id: $0.integer(0), seal: $0.text(1)) }
        id = (last?.id ?? 0) + 1
        content = EntryContent(after: last?.seal ?? "")
    }

    /// Adds a row; `sentence` is kept with it.
    func add(_ record: any LedgerRecord, sentence: String = "") throws {
        try permit(nil, record)
        try lock?.check(nil, record)
        try db.insert(record)
        try note(nil, record, sentence)
    }

    /// Replaces a row by one with the same key; `sentence` is kept with the change.
    func replace(_ old: any LedgerRecord, with new: any LedgerRecord, sentence: String = "") throws {
        try permit(old, new)
        try lock?.check(old, new)
        try db.update(new)
        try note(old, new, sentence)
    }

    /// Takes a row away.
    func remove(_ record: any LedgerRecord) throws {
        try permit(record, nil)
        try lock?.check(record, nil)
        try db.delete(record.table, record.key)
        try note(record, nil)
    }

    /// Refuses what the officer's rights do not reach; nil stands for a row that is not there.
    func permit(_ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?) throws {
        if (old ?? new)?.table == .officers { changesOfficers = true }
        try rights?.check(old, new)
    }

    /// Ends the entry.
    ///
    /// - Parameters:
    ///   - mark: The act's own.
    func close(
        by officer: Officer, at instant: String, as mark: ActMark, kind: ActKind, _ deed: Deed, undoes: Int? = nil
    ) throws {
        try db.refreshStaleEntries()
        let instant = instantOfEngine ?? instant
        let values: [Statement.Value] = [
            .integer(id), .text(instant), .integer(officer.uid), .text(officer.name), .text(officer.origin.rawValue),
            .text(kind.rawValue), .text(deed.kept), .integer(content.rows), undoes.map { .integer($0) } ?? .null,
            .text(mark.text),
        ]
        let sealed = values + [.text(content.fingerprint(of: values))]
        try db.run(NamedSQL.addEntry.sql, sealed + [.text(content.seal(of: sealed))])
    }

    /// Does a part of the act; where it throws, what was done of it is taken back, and the act goes on without it.
    func trying(_ body: () throws -> Void) throws {
        let before = content
        do {
            try db.savepoint(body)
        } catch {
            content = before
            throw error
        }
    }

    /// Keeps the new rows of an import, those of a table after the other in the order of the tables' words.
    func keep(_ lines: String, of table: TableSchema) throws {
        content.add(imported: lines, of: table.name)
        try db.run(NamedSQL.addRows.sql, [.integer(id), .text(table.name), .text(lines)])
    }

    /// Whether a row was changed through the entry.
    var hasChanges: Bool { content.changes > 0 }

    private func note(_ before: (any LedgerRecord)?, _ after: (any LedgerRecord)?, _ sentence: String = "") throws {
        guard let record = after ?? before else { return }
        try db.followEntries(before, after)
        let values: [Statement.Value] = [
            .integer(content.changes + 1), .text(record.table.name), .text(record.key.text),
            before.map { .text(JournalText.write($0)) } ?? .null,
            after.map { .text(JournalText.write($0)) } ?? .null,
            .text(sentence),
        ]
        content.add(change: values)
        try db.run(NamedSQL.addChange.sql, [.integer(id)] + values)
    }
}

/// The statements by which alone the journal grows; an engine that keeps rights has functions in their place.
extension NamedSQL {
    /// Adds an entry, its columns in the order in which seals take them in.
    static let addEntry = NamedSQL(
        "add entry",
        """
        INSERT INTO journal (id, at, uid, officer, origin, action, summary, row_count, undoes, mark, fingerprint, seal)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)

    /// Adds a change to an entry.
    static let addChange = NamedSQL(
        "add change",
        """
        INSERT INTO journal_change (entry, position, table_name, key, before, after, note) VALUES (?, ?, ?, ?, ?, ?, ?)
        """)

    /// Adds the new rows of an import to an entry.
    static let addRows = NamedSQL("add rows", "INSERT INTO journal_rows (entry, table_name, keys) VALUES (?, ?, ?)")
}
