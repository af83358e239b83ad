import PartyWork

extension NamedSQL {
    static let journalPage = NamedSQL(
        "journal page",
        """
        SELECT j.id, j.at, j.officer, j.summary, j.row_count, j.undoes, j.action, j.origin, j.uid
        FROM journal j
        WHERE j.id < :before ORDER BY j.id DESC LIMIT :limit
        """)

    static let undos = NamedSQL("undos", "SELECT j.id, j.undoes FROM journal j WHERE j.undoes IS NOT NULL")
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
            return try db.all(.journalPage, page) { $0.journalRow(undone, db.tables) }
        }
    }

    /// The entries of the journal that touched a record, the newest first.
    ///
    /// - Throws: `LedgerError`.
    package func journal(of table: TableSchema, _ key: RecordKey) throws -> [JournalRow] {
        try reading { db in
            let undone = try db.undoneEntries()
            let parameters = Parameters().with("table", table.name).with("key", key.text)
            return try db.all(.journalOfRecord, parameters) { $0.journalRow(undone, db.tables) }
        }
    }

    /// The entry that an officer's undo without a choice takes back: the newest of theirs that is no undo and was not taken
    /// back; nil if there is none.
    ///
    /// - Throws: `LedgerError`.
    package func undoable(_ own: OwnActs) throws -> JournalCard? {
        try reading { db in
            let undone = try db.undoneEntries()
            return try db.entries(own, undone).first(where: \.isStandingAct).map { try db.journalCard($0) }
        }
    }

    /// The undo that an officer's redoing takes back: the newest of theirs that stands, with no act of theirs after it; nil
    /// if there is none.
    ///
    /// - Throws: `LedgerError`.
    package func redoable(_ own: OwnActs) throws -> JournalCard? {
        try reading { db in
            let undone = try db.undoneEntries()
            let undos = try db.entries(own, undone).prefix { $0.undoes != nil || $0.kind == .print }
            // The undo of an undo is a redo, and leads back no further.
            let newest = try undos.first { undo in
                guard let target = undo.undoes, undo.undoneBy == nil else { return false }
                return try db.journalRow(target, undone)?.undoes == nil
            }
            return try newest.map { try db.journalCard($0) }
        }
    }
}

extension Session {
    /// What an officer did since a day, the newest first; the journal is read no further back than to that day.
    fileprivate func entries(_ own: OwnActs, _ undone: [Int: Int]) throws -> [JournalRow] {
        let statement = try statement(NamedSQL.journalPage.sql)
        try statement.bind(Parameters().with("before", Int.max).with("limit", Int.max))
        let rows = try statement.prefix { statement in
            let row = statement.journalRow(undone, tables)
            return own.isReached(by: row) ? row : nil
        }
        return rows.filter { $0.isBy(own.officer) }
    }

    /// The entries that stand taken back, each with the undo that did it; an undo that was itself taken back does not.
    func undoneEntries() throws -> [Int: Int] {
        let undos = try all(.undos, Parameters()) { (id: $0.integer(0), undoes: $0.integer(1)) }
        // Only a later entry can take back an earlier one, so the newest stand for certain.
        return undos.sorted { $0.id > $1.id }.reduce(into: [:]) { undone, undo in
            if undone[undo.id] == nil { undone[undo.undoes] = undo.id }
        }
    }
}

extension Statement {
    /// - Parameter undone: what `undoneEntries` says.
    func journalRow(_ undone: [Int: Int], _ tables: [TableSchema]) -> JournalRow {
        let id = integer(0)
        return JournalRow(
            id: id, at: text(1), officer: text(2), uid: integer(8),
            Deed(kept: text(3), of: tables) ?? .words(text(3)), rows: integer(4),
            undoes: optionalInteger(5), undoneBy: undone[id], kind: ActKind(rawValue: text(6)),
            origin: Origin(rawValue: text(7)))
    }
}
