import GRDB
import PartyWork

/// A journal entry in the making. Every write to the tables goes through it, so that no row changes without its line,
/// and nothing that counts in a signed month changes at all.
///
/// The entry's number is taken when it begins, which the write lock makes safe; its sentence is written when it ends.
final class JournalEntry {
    /// Counts from 1, without holes.
    let id: Int
    private let db: Database
    private var changes = 0
    /// What signed months lock; nil where none was ever reported.
    let lock: MonthLock?

    /// Begins the entry after the newest.
    init(_ db: Database) throws {
        self.db = db
        lock = try MonthLock(db)
        id = try Connection.number(db, "SELECT coalesce(max(id), 0) + 1 FROM journal")
    }

    /// Adds a row. `sentence` is kept with it.
    func add(_ record: any LedgerRecord, sentence: String = "") throws {
        try lock?.check(nil, record)
        try db.insert(record)
        try note(nil, record, sentence)
    }

    /// Replaces a row by one with the same key. `sentence` is kept with the change.
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
    /// - Parameter imported: How many new rows `journal_rows` holds besides the changes.
    func close(
        by officer: Officer, at instant: String, kind: ActKind, summary: String, undoes: Int? = nil, imported: Int = 0
    ) throws {
        try db.run(
            """
            INSERT INTO journal (id, at, uid, officer, origin, action, summary, row_count, undoes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(id), .text(instant), .integer(officer.uid), .text(officer.name),
                .text(officer.origin.rawValue), .text(kind.rawValue), .text(summary), .integer(changes + imported),
                undoes.map { .integer($0) } ?? .null,
            ])
    }

    /// Whether a row was changed through the entry.
    var hasChanges: Bool { changes > 0 }

    private func note(_ before: (any LedgerRecord)?, _ after: (any LedgerRecord)?, _ sentence: String = "") throws {
        guard let record = after ?? before else { return }
        changes += 1
        try db.run(
            """
            INSERT INTO journal_change (entry, position, table_name, key, before, after, note)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(id), .integer(changes), .text(record.table.name), .text(record.key.text),
                before.map { .text(JournalText.write($0)) } ?? .null,
                after.map { .text(JournalText.write($0)) } ?? .null,
                .text(sentence),
            ])
    }
}
