import GRDB
import PartyWork

extension NamedSQL {
    static let journalPage = NamedSQL(
        "journal page",
        """
        SELECT j.id, j.at, j.officer, j.summary, j.row_count, j.undoes, j.action, j.origin FROM journal j
        WHERE j.id < :before ORDER BY j.id DESC LIMIT :limit
        """)

    /// The newest acts that are no undo themselves and can be undone, down from an entry.
    static let ownActs = NamedSQL(
        "own acts",
        """
        SELECT j.id, j.at, j.officer, j.summary, j.row_count, j.undoes, j.action, j.origin FROM journal j
        WHERE j.id < :before AND j.undoes IS NULL AND j.action <> 'print' ORDER BY j.id DESC LIMIT :limit
        """)

    static let undos = NamedSQL(
        "undos", "SELECT j.id, j.undoes FROM journal j WHERE j.undoes IS NOT NULL")
}

extension Ledger {
    /// Entries of the journal, the newest first.
    ///
    /// - Parameter before: Only entries older than this one; nil begins at the newest.
    /// - Throws: `LedgerError`.
    package func journal(limit: Int, before: Int? = nil) throws -> [JournalRow] {
        try reading { db in
            let page = Parameters().with("before", before ?? Int.max).with("limit", limit)
            let undone = try db.undoneEntries()
            return try db.all(.journalPage, page) { $0.journalRow(undone) }
        }
    }

    /// The entry that an undo without a choice takes back: the newest that is no undo and was not taken back; nil if there
    /// is none.
    ///
    /// - Throws: `LedgerError`.
    package func undoable() throws -> JournalRow? {
        try reading { db in
            let undone = try db.undoneEntries()
            let acts = Parameters().with("before", Int.max).with("limit", undone.count + 1)
            return try db.all(.ownActs, acts) { $0.journalRow(undone) }.first(where: \.isStandingAct)
        }
    }

    /// The undo that redoing takes back: the newest that stands, with no act after it; nil if there is none.
    ///
    /// - Throws: `LedgerError`.
    package func redoable() throws -> JournalRow? {
        try reading { db in
            let undone = try db.undoneEntries()
            let newest = Parameters().with("before", Int.max).with("limit", 1)
            guard let act = try db.first(.ownActs, newest, { $0.journalRow(undone) }) else { return nil }
            // The undo of an undo is a redo, and leads back no further.
            let undos = try undone.values.sorted(by: >).prefix { $0 > act.id }.compactMap {
                try db.journalRow($0, undone)
            }
            return try undos.first { try $0.undoes.flatMap { try db.journalRow($0, undone) }?.undoes == nil }
        }
    }
}

extension Database {
    /// The entries that stand taken back, each with the undo that did it. An undo that was itself taken back does not.
    func undoneEntries() throws -> [Int: Int] {
        let undos = try all(.undos, Parameters()) { (id: $0.integer(0), undoes: $0.integer(1)) }
        // Only a later entry can take back an earlier one, so the newest stand for certain.
        return undos.sorted { $0.id > $1.id }.reduce(into: [:]) { undone, undo in
            if undone[undo.id] == nil { undone[undo.undoes] = undo.id }
        }
    }
}

extension Prepared {
    /// - Parameter undone: what `undoneEntries` says.
    func journalRow(_ undone: [Int: Int]) -> JournalRow {
        let id = integer(0)
        return JournalRow(
            id: id, at: text(1), officer: text(2), summary: text(3), rows: integer(4), undoes: optionalInteger(5),
            undoneBy: undone[id], kind: ActKind(rawValue: text(6)), origin: Origin(rawValue: text(7)))
    }
}
