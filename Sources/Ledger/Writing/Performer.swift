import PartyWork

extension Desk {
    /// Does one thing: checks it by the rules of CONTRACT sections 1 and 2, writes its rows and its journal entry, or
    /// nothing at all.
    ///
    /// - Parameter mark: The act's own. What was saved under it before is told again, and not written twice.
    /// - Throws: A `Refusal` where a rule says no; a `LedgerError` where the file does, which says whether the act is saved.
    package func perform(_ act: Act, as mark: ActMark = .random()) throws -> Receipt {
        var outcome: Receipt?
        do {
            return try ledger.attempting(act.kind) {
                try ledger.store.acting(commits: true) { db in
                    if let earlier = try db.receipt(of: mark) { return earlier }
                    let receipt = try perform(act, in: db, as: mark)
                    outcome = receipt
                    return receipt
                }
            }
        } catch let error as LedgerError {
            var (receipt, doubt) = try ledger.settle(outcome, mark, after: error)
            receipt.warnings.append(doubt)
            return receipt
        }
    }

    private func perform(_ act: Act, in db: Session, as mark: ActMark) throws -> Receipt {
        let performer = try performer(db)
        let entry = performer.entry
        let outcome = try performer.perform(act)
        if entry.changesOfficers { try performer.refuseWithoutAdministrator() }
        try entry.close(
            by: performer.officer, at: clock.instant(), as: mark, kind: act.kind, outcome.deed, undoes: act.undoneEntry)
        if let undone = act.undoneEntry { try performer.refuseBrokenReferences(undone) }
        return Receipt(entry: entry.id, outcome.deed, key: outcome.key, warnings: outcome.warnings)
    }

    /// Who does the officer's acts within a transaction, all of them on the day on which it begins and by the rights of that day.
    func performer(_ db: Session) throws -> Performer {
        let today = clock.today()
        let permission = try db.permission(of: officer, on: today)
        return Performer(
            db: db, entry: try JournalEntry(db, for: permission), today: today,
            officer: db.known(officer).called(permission.name),
            permission: permission)
    }
}

/// What an act came to.
struct Outcome {
    var deed: Deed
    /// The key of the row added or changed; nil where there were several.
    var key: RecordKey?
    var warnings: [String]

    init(_ deed: Deed, key: RecordKey? = nil, warnings: [String] = []) {
        self.deed = deed
        self.key = key
        self.warnings = warnings
    }
}

/// Does acts within one transaction.
struct Performer {
    let db: Session
    let entry: JournalEntry
    let today: Day
    let officer: Officer
    let permission: Permission

    func perform(_ act: Act) throws -> Outcome {
        if let (right, code) = act.right, let refusal = permission.refusal(right, at: code) { throw refusal }
        guard let lock = entry.lock else { return try carryOut(act) }
        return try lock.watching { try carryOut(act) }
    }

    private func carryOut(_ act: Act) throws -> Outcome {
        switch act {
        case .recordActivity(let activity): try add(activity)
        case .add(let record): try add(record)
        case .correct(let from, let to): try correct(from, to)
        case .recordVisit(let activity, let details): try record(activity, details)
        case .correctVisit(let from, let to, let details, let becoming): try correct(from, to, details, becoming)
        case .changeHousehold(let change): try self.change(change)
        case .move(let person, let branch, let day, let since): try move(person, to: branch, on: day, since: since)
        case .tick(let ticks): try tick(ticks)
        case .waive(let waivers): try waive(waivers)
        case .unmark(let obligations, let day): try unmark(obligations, asOf: day)
        case .takeBack(let followUp): try takeBack(followUp)
        case .enter(let entry): try enter(entry)
        case .adopt(let rows): try adopt(rows)
        case .found(let rows): try found(rows)
        case .step(let register, let number, let state, let day, let note):
            try step(register, number, to: state, on: day, note: note)
        case .voidActivity(let id, let day, let reason): try void(id, on: day, reason: reason)
        case .pair(let household, let helper, let day): try pair(household, helper, from: day)
        case .endPairings(let endings): try end(endings)
        case .takeMonthStep(let step, let month, let codes, let reason):
            try take(step, of: month, codes, reason: reason)
        case .printUnmasked(let what, _): Outcome(.printed(what))
        case .look(let registers, let what):
            Outcome(.printed("限阅登记簿（\(registers.joined(separator: "、"))）：\(what)"))
        case .join(let record, let key): try join(record, into: key)
        case .absorb(let village, let code, let day): try absorb(village, into: code, on: day)
        case .merge(let order): try merge(order)
        case .together(let acts): try together(acts)
        case .undo(let entry, let reason): try undo(entry, reason: reason, db.undoneEntries())
        case .clearSample(let entry): try clearSample(entry)
        }
    }
}

extension Act {
    fileprivate var undoneEntry: Int? {
        switch self {
        case .undo(let entry, _), .clearSample(let entry): entry
        // No other act is about an entry.
        default: nil
        }
    }
}
