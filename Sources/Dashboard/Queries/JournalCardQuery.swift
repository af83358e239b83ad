import PartyWork

/// An entry of the journal with what it changed.
struct JournalCardQuery: Query {
    let entry: Int

    func answer(from ledger: any LedgerReading) throws -> JournalCard { try ledger.journalCard(entry) }
}

/// What undoing would take back of an officer's own.
struct UndoableQuery: Query {
    let own: OwnActs

    func answer(from ledger: any LedgerReading) throws -> JournalCard? { try ledger.undoable(own) }
}

/// What redoing would take back of them.
struct RedoableQuery: Query {
    let own: OwnActs

    func answer(from ledger: any LedgerReading) throws -> JournalCard? { try ledger.redoable(own) }
}
