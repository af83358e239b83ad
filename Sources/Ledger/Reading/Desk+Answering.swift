import PartyWork

extension Desk {
    /// The report a question asks for, read in one transaction.
    ///
    /// - Throws: A `Refusal` for what is nowhere, a `LedgerError` where the file cannot be read.
    package func answer(_ question: Question) throws -> Answer {
        switch question {
        case .status(let scope, let day): .status(try ledger.status(asOf: day, scope: scope))
        case .gaps(let scope, let day): .gaps(try ledger.gaps(asOf: day, scope: scope))
        case .figure(let figure, let scope, let day): .figure(try ledger.figure(figure, in: scope, asOf: day))
        case .branch(let code, let day): .branch(try ledger.branch(code, asOf: day))
        case .groups(let scope, let day): .groups(try ledger.groups(in: scope, asOf: day))
        case .households(let scope, let day): .households(try ledger.households(in: scope, asOf: day))
        case .household(let id, let day): .household(try ledger.household(id, asOf: day))
        case .people(let scope, let day): .people(try ledger.people(in: scope, asOf: day))
        case .person(let id, let day): .person(try ledger.person(id, asOf: day))
        case .organizations(let scope, let day): .organizations(try ledger.organizations(in: scope, asOf: day))
        case .cooperatives(let scope, let day): .cooperatives(try ledger.cooperatives(in: scope, asOf: day))
        case .activities(let scope, let from, let to): .activities(try ledger.activities(in: scope, from: from, to: to))
        case .monthMap(let scope, let day): .monthMap(try ledger.monthMap(in: scope, asOf: day))
        case .month(let code, let month, let day): .month(try ledger.month(code, month, asOf: day))
        case .checklists(let scope, let day): .checklists(try ledger.checklists(asOf: day, scope: scope))
        case .checklist(let id, let scope, let day): .checklist(try ledger.checklist(id, asOf: day, scope: scope))
        case .openObligations(let scope, let day): .openObligations(try ledger.openObligations(asOf: day, scope: scope))
        case .requirements: .requirements(try ledger.requirements())
        case .journal(let limit): .journal(try ledger.journal(limit: limit, before: nil))
        case .journalCard(let entry): .journalCard(try ledger.journalCard(entry))
        case .saved(let table, let key): try known(table, key)
        case .records(let table, let scope): .records(try ledger.records(of: table, in: scope))
        case .names(let scope, let day): .names(try ledger.names(in: scope, asOf: day))
        case .rehearsal(let act): .rehearsal(try rehearse(act))
        case .rehearsals(let acts): .rehearsals(try rehearse(each: acts))
        case .twins(let act): .twins(try twins(of: act))
        case .undoable(let own): .undoable(try ledger.undoable(own))
        case .redoable(let own): .redoable(try ledger.redoable(own))
        }
    }

    private func known(_ table: TableSchema, _ key: RecordKey) throws -> Answer {
        let (record, entry) = try ledger.saved(table, key)
        return .saved(record, entry)
    }
}
