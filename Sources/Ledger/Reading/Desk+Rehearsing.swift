import PartyWork

/// Acts are rehearsed by doing them by all the rules of writing and taking them back: no second set of rules could tell
/// an officer beforehand what the ledger will say.
extension Desk {
    /// What an act would change.
    ///
    /// - Throws: A `LedgerError` where the file cannot be written; what a rule refuses is the result.
    package func rehearse(_ act: Act) throws -> Result<Rehearsal, Refusal> {
        let rehearsed = try rehearsing { performer in
            try performer.rehearse {
                let outcome = try performer.perform(act)
                let rows = try performer.db.changes(of: performer.entry.id).compactMap { try performer.rehearsed($0) }
                return Rehearsal(outcome.deed, rows: rows, warnings: outcome.warnings)
            }
        }
        // What is refused here is not sent to be saved.
        if case .failure(let refusal) = rehearsed { try ledger.keep(refusal, of: act.kind) }
        return rehearsed
    }

    /// What the journal would say of each of several acts if those that no rule refuses were done in the order given.
    ///
    /// - Throws: A `LedgerError` where the file cannot be written; what a rule refuses is the result.
    package func rehearse(each acts: [Act]) throws -> [Result<String, Refusal>] {
        try rehearsing { performer in
            try acts.map { act in try performer.rehearse { try performer.perform(act).told } }
        }
    }

    /// What several acts, done together, would make of the figures of a scope at a day.
    ///
    /// - Throws: A `LedgerError` where the file cannot be written; what a rule refuses is told in the result.
    package func consequence(of acts: [Act], in scope: Scope, asOf day: Day) throws -> Consequence {
        try rehearsing { performer in
            let before = try performer.db.status(asOf: day, scope: scope)
            let outcomes = try acts.map { act in try performer.rehearse { _ = try performer.perform(act) } }
            let refusals = outcomes.reduce(into: [Refusal]()) { refusals, outcome in
                guard case .failure(let refusal) = outcome, !refusals.contains(refusal) else { return }
                // What changes nothing is no fault while it is typed.
                if refusal != .nothingChanged { refusals.append(refusal) }
            }
            return Consequence(
                before: before, after: try performer.db.status(asOf: day, scope: scope), refusals: refusals)
        }
    }

    func rehearsing<T>(_ body: (Performer) throws -> T) throws -> T {
        try ledger.store.acting(commits: false) { try body(performer($0)) }
    }
}

extension Outcome {
    /// What it came to, with what is worth a word.
    fileprivate var told: String { ([deed.text] + warnings).joined(separator: localized("；注意：", "; note: ")) }
}

extension Performer {
    /// Does one thing of several: where a rule refuses it, what was done of it is taken back.
    fileprivate func rehearse<T>(_ body: () throws -> T) throws -> Result<T, Refusal> {
        do {
            return .success(try db.savepoint(body))
        } catch let refusal as Refusal {
            return .failure(refusal)
        }
    }

    fileprivate func rehearsed(_ change: JournalChange) throws -> Rehearsal.Row? {
        let after: AnyRecord? = if case .record(let record) = change.after { record } else { nil }
        guard let record = after ?? change.before, let row = RowChange(from: change.before, to: after) else {
            return nil
        }
        return Rehearsal.Row(name: try caption(record.record).text, change: row)
    }
}
