import PartyWork

/// Taking entries back: their changes backwards, as a new entry, if every row still is what the entry left.
extension Performer {
    /// Takes back an entry of the journal; taking back an undo does the act again.
    ///
    /// - Parameters:
    ///   - reason: why; asked for where months were accepted, and kept in the sentence.
    ///   - undone: the entries that are taken back already, each with what did it.
    func undo(_ target: Int, reason: String, _ undone: [Int: Int]) throws -> Outcome {
        let (found, changes) = (try db.journalRow(target, undone), try db.changes(of: target))
        guard let row = found, row.kind != .print else { throw Refusal.nothingToUndo }
        if row.undoneBy != nil { throw Refusal.undoneAlready(entry: target) }
        if !row.isBy(officer), let refusal = permission.refusal(.undoOthers) { throw refusal }
        try refusePart(of: row, changes)
        let cover = try CoverGuard(db, changes, of: target, by: entry.id, on: today)
        let definitions = changes.contains { TableSchema.definitions.contains($0.table) } ? try db.definitions() : nil
        try db.expect(rows: changes.count)
        var rows = try db.rows(of: changes)
        try db.each(changes.reversed()) { change in
            let current = rows[change.row]
            guard change.stands(in: current) || db.meetsUnknown else { throw try changedSince(target, change, undone) }
            try refuseSigned(target, change, current)
            if let later = try laterStep(than: change, current) { throw try changedSince(target, later, undone) }
            if let step = change.openingStep(over: current) {
                _ = try take(.reopen, of: step.month, [step.organization], reason: reason)
            } else {
                try restore(change.before, over: current)
                rows[change.row] = change.before
            }
        }
        try db.each(changes) { try refuseStaleStep($0) }
        try refuseOverlaps(target, changes)
        try refuseDanglingMarks(target, changes)
        try refuseDanglingEntries(target, changes)
        if let definitions { try refuseDefinitions(target, changes, before: definitions) }
        if let later = try cover.uncoveringEntry(undone) { throw try changedSince(target, by: later, undone) }
        return Outcome(try deed(undoing: row, undone, reason), key: changes.count == 1 ? changes[0].key : nil)
    }

    /// Takes back the import of the sample and every act after it, the newest first, so that each finds what it left.
    func clearSample(_ sample: Int) throws -> Outcome {
        var undone = try db.undoneEntries()
        let later = try db.standingActs(undone).filter { $0 > sample }
        for target in later + [sample] {
            _ = try undo(target, reason: "", undone)
            undone[target] = entry.id
        }
        return Outcome(.cleared(sample, later: later.count))
    }

    /// Refuses to take back a part: of what an officer may not see a server shows no rows.
    private func refusePart(of row: JournalRow, _ changes: [JournalChange]) throws {
        if changes.count == row.rows { return }
        if let refusal = permission.refusal(.restricted) ?? permission.refusal(.telephones) { throw refusal }
        throw Damage(
            localized(
                "流水第 \(row.id) 条的行数不符，请先运行 zhibu check",
                "the rows of entry \(row.id) are not all there; first run zhibu check"))
    }

    private func restore(_ before: AnyRecord?, over current: AnyRecord?) throws {
        switch (before, current) {
        case (let before?, let current?): try entry.replace(current.record, with: before.record)
        case (let before?, nil): try entry.add(before.record)
        case (nil, let current?): try entry.remove(current.record)
        case (nil, nil): break
        }
    }

    /// The undo of an undo does the act again, however often.
    private func deed(undoing target: JournalRow, _ undone: [Int: Int], _ reason: String) throws -> Deed {
        var root = target
        var isUndo = true
        while let earlier = try root.undoes.flatMap({ try db.journalRow($0, undone) }) {
            root = earlier
            isUndo.toggle()
        }
        let reason = CellRules.trimmed(reason)
        if let fault = CellRules.fault(in: reason) { throw Refusal.faults([FieldFault(.reason, fault)]) }
        return .undone(root.id, root.deed, isRedone: !isUndo, reason: reason)
    }

    // MARK: - Refusals

    /// Names the entry to take back first: the newest that stands; of undos, the act they left standing.
    private func changedSince(_ target: Int, _ change: JournalChange, _ undone: [Int: Int]) throws -> any Error {
        let parameters = Parameters().with("entry", target).with("table", change.table.name)
            .with("key", change.key.text)
        let later = try db.all(.laterEntriesOfRow, parameters) { $0.integer(0) }
        let standing = try later.first { try db.journalRow($0, undone)?.isStandingAct ?? false }
        guard let entry = standing ?? later.first else {
            return Damage(
                localized(
                    "\(change.table.title)“\(change.key)”被本程序以外的办法改过，请先运行 zhibu check",
                    "the \(change.table.rowTitle) \"\(change.key)\" was changed by other means; first run zhibu check"))
        }
        return try changedSince(target, by: entry, undone)
    }

    private func changedSince(_ target: Int, by later: Int, _ undone: [Int: Int]) throws -> Refusal {
        .changedSince(entry: target, by: later, try db.journalRow(later, undone)?.deed ?? .words(""))
    }

    private func refuseOverlaps(_ target: Int, _ changes: [JournalChange]) throws {
        guard changes.contains(where: { $0.table == .households || $0.table == .householdCycles }) else { return }
        guard let (household, fault) = try db.cycleFaults().first else { return }
        throw Refusal.stillReferenced(
            entry: target,
            what: localized("户“\(household.id)”\(fault.text)", "household \"\(household.id)\": \(fault.text)"))
    }

    /// Refuses what left a reference to nowhere; asked when the entry is closed: until then the changes refer to an
    /// entry that is not there yet, and SQLite says only whether any reference is open.
    func refuseBrokenReferences(_ target: Int) throws {
        let isOpen = try db.unresolvedReferences() > 0
        for key in ForeignKey.all(of: db.tables) where isOpen || key.mayBeEmpty {
            let broken = try db.statement(key.broken).first { key.sentence($0.text(0), $0.text(1)) }
            if let broken { throw Refusal.stillReferenced(entry: target, what: broken) }
        }
    }
}
