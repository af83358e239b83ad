import GRDB
import PartyWork

extension Ledger {
    /// What an act would change: it is done by all the rules, looked at, and taken back.
    ///
    /// - Throws: A `LedgerError` where the file cannot be written; what a rule refuses is the result.
    package func rehearse(_ act: Act, today: Day) throws -> Result<Rehearsal, Refusal> {
        do {
            return .success(
                try rehearsing { db in
                    let entry = try JournalEntry(db)
                    let nobody = Officer(uid: 0, name: "")
                    let performer = Performer(db: db, entry: entry, today: today, officer: nobody)
                    let deed = try performer.perform(act)
                    let rows = try db.changes(of: entry.id).compactMap { try performer.rehearsed($0) }
                    return Rehearsal(summary: deed.summary, rows: rows, warnings: deed.warnings)
                })
        } catch let refusal as Refusal {
            return .failure(refusal)
        }
    }
}

extension Performer {
    fileprivate func rehearsed(_ change: JournalChange) throws -> Rehearsal.Row? {
        let after: AnyRecord? = if case .record(let record) = change.after { record } else { nil }
        guard let record = after ?? change.before, let row = RowChange(from: change.before, to: after) else {
            return nil
        }
        return Rehearsal.Row(name: try name(record.record), change: row)
    }
}
