import PartyWork

extension Ledger {
    /// The report a question asks for, read in one transaction.
    ///
    /// - Throws: A `Refusal` for what is nowhere, a `LedgerError` where the file cannot be read.
    package func answer(_ question: Question) throws -> Answer {
        switch question {
        case .status(let scope, let day): .status(try status(asOf: day, scope: scope))
        case .gaps(let scope, let day): .gaps(try gaps(asOf: day, scope: scope))
        case .branch(let code, let day): .branch(try branch(code, asOf: day))
        case .groups(let scope, let day): .groups(try groups(in: scope, asOf: day))
        case .households(let scope, let day): .households(try households(in: scope, asOf: day))
        case .household(let id, let day): .household(try household(id, asOf: day))
        case .people(let scope, let day): .people(try people(in: scope, asOf: day))
        case .person(let id, let day): .person(try person(id, asOf: day))
        case .organizations(let scope, let day): .organizations(try organizations(in: scope, asOf: day))
        case .cooperatives(let scope, let day): .cooperatives(try cooperatives(in: scope, asOf: day))
        case .activities(let scope, let from, let to): .activities(try activities(in: scope, from: from, to: to))
        case .monthMap(let scope, let day): .monthMap(try monthMap(in: scope, asOf: day))
        case .month(let code, let month, let day): .month(try self.month(code, month, asOf: day))
        case .checklists(let scope, let day): .checklists(try checklists(asOf: day, scope: scope))
        case .checklist(let id, let scope, let day): .checklist(try checklist(id, asOf: day, scope: scope))
        case .openObligations(let scope, let day): .openObligations(try openObligations(asOf: day, scope: scope))
        case .requirements: .requirements(try requirements())
        case .journal(let limit): .journal(try journal(limit: limit, before: nil))
        case .journalCard(let entry): .journalCard(try journalCard(entry))
        case .saved(let table, let key): try known(table, key)
        case .names(let scope, let day): .names(try names(in: scope, asOf: day))
        case .rehearsal(let act, let today): .rehearsal(try rehearse(act, today: today))
        case .rehearsals(let acts, let today): .rehearsals(try rehearse(each: acts, today: today))
        case .twins(let act): .twins(try twins(of: act))
        case .undoable(let own): .undoable(try undoable(own))
        case .redoable(let own): .redoable(try redoable(own))
        }
    }

    private func known(_ table: TableSchema, _ key: RecordKey) throws -> Answer {
        let (record, entry) = try saved(table, key)
        return .saved(record, entry)
    }
}
