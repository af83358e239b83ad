import PartyWork

/// Writing the rows of a copy, those that belong together at once, and telling what became of each.
extension MergeRun {
    /// Writes the rows, those that belong together at once: all of them, or none where a rule refuses one.
    ///
    /// What names a row of a later part is tried again after it. What goes goes last, and stays where it is still
    /// named.
    func write() throws {
        let wanted = parts.filter { $0.merge.theirs != nil }
        var open = Dictionary(grouping: wanted) { anchor(of: $0) }
            .map { $0.value.sorted { place(of: $0) < place(of: $1) } }
            .sorted { (place(of: $0[0]), $0[0].name.key) < (place(of: $1[0]), $1[0].name.key) }
        var refused: [(group: [Part], reason: Refusal)] = []
        repeat {
            let before = open.count
            refused = []
            for group in open {
                do { try write(group) } catch let refusal as Refusal { refused.append((group, refusal)) }
            }
            open = refused.map(\.group)
            if open.count == before { break }
        } while !open.isEmpty
        for (group, reason) in refused { try refuse(group, reason) }
        for part in parts.filter({ $0.merge.theirs == nil }).sorted(by: { place(of: $0) > place(of: $1) }) {
            try remove(part)
        }
    }

    /// The rows of one person, household or activity are judged together.
    private func anchor(of part: Part) -> MergeOrder.RowName {
        let parts = part.name.key.parts
        return switch part.name.table {
        case .people, .posts: MergeOrder.RowName(.people, RecordKey(parts[0]))
        case .households, .householdCycles, .pairings: MergeOrder.RowName(.households, RecordKey(parts[0]))
        case .activities, .visits: MergeOrder.RowName(.activities, RecordKey(parts[0]))
        // A row of any other table stands for itself.
        default: part.name
        }
    }

    private func place(of part: Part) -> Int { db.tables.firstIndex(of: part.name.table) ?? 0 }

    private func write(_ group: [Part]) throws {
        let (told, warned, count) = (rows, warnings, written)
        do {
            try entry.trying {
                try watching {
                    let covered = try covered(group)
                    for part in group { try write(part) }
                    for part in group { if let record = try saved(part) { try performer.refuseOverlap(record.record) } }
                    for id in covered where try db.isGap(id, on: performer.today) {
                        throw Refusal.leavesPoorHousehold(id, head: try performer.names.head(id), on: performer.today)
                    }
                }
            }
        } catch let refusal as Refusal {
            (rows, warnings, written) = (told, warned, count)
            throw refusal
        }
    }

    /// What becomes of a row: one of which the officer wants nothing stays as it is.
    private func outcome(of part: Part) -> RowMerge.Outcome {
        if order.choices[part.name] == .mine { return .same }
        return part.merge.outcome(order.side(of: part.name))
    }

    private func watching(_ body: () throws -> Void) throws {
        if let lock = entry.lock { try lock.watching(body) } else { try body() }
    }

    private func saved(_ part: Part) throws -> AnyRecord? { try db.anyRecord(part.name.table, part.name.key) }

    /// The household of a group, where it is poor and has a helper: it may not lose the last one (不脱贫不脱钩).
    private func covered(_ group: [Part]) throws -> [Household.ID] {
        let anchor = anchor(of: group[0])
        guard anchor.table == .households, group.contains(where: { $0.name.table == .pairings }) else { return [] }
        let id = Household.ID(anchor.key.text)
        let parameters = Parameters(asOf: performer.today).with("id", id.text)
        return try db.first(.isCoveredPoor, parameters) { _ in true } ?? false ? [id] : []
    }

    private func write(_ part: Part) throws {
        switch outcome(of: part) {
        case .same:
            if part.merge.outcome(nil) != .same { try tell(part, .left) }
        case .undecided: try tell(part, .conflict)
        case .write(let record?): try write(record, of: part)
        case .write(nil): try remove(part)
        }
    }

    private func write(_ record: AnyRecord, of part: Part) throws {
        let new = try performer.checked(record.record)
        if let mine = part.merge.mine {
            try entry.replace(mine.record, with: new)
        } else {
            let day = part.enteredOn
            try entry.add(new, sentence: day?.description ?? "")
            if let day, let activity = new as? Activity { try db.note(entryOf: activity, on: day) }
            if let (prefix, number) = numberGiven(to: part) { try db.noteEntryNumber(prefix, number) }
            warnings += try performer.twinWarnings(of: new.wrapped, was: part.merge.base)
        }
        written[part.name.table, default: 0] += 1
        let former = part.formerKey.map {
            localized("副本里编号是 \($0)，本台账已用于别的，改为新编号", "numbered \($0) in the copy, which is something else here")
        }
        try tell(part, part.merge.mine == nil ? .new : .changed, former ?? "")
    }

    /// The number that the copy gave to an entry of a register, so that this ledger goes on behind it; nil for any other row.
    private func numberGiven(to part: Part) -> (prefix: String, sequence: Int)? {
        part.name.table == .entries ? part.name.key.parts.last.flatMap { EntryNumber.parts(of: $0) } : nil
    }

    private func remove(_ part: Part) throws {
        switch outcome(of: part) {
        case .same:
            if part.merge.outcome(nil) != .same { try tell(part, .left) }
        case .undecided: try tell(part, .conflict)
        case .write(let record):
            guard record == nil, let mine = part.merge.mine else { return }
            if try db.isNamed(mine) {
                return try tell(part, .left, localized("本台账还有记录提到它，留着", "rows of this ledger still name it; it stays"))
            }
            do {
                try entry.trying { try entry.remove(mine.record) }
                written[part.name.table, default: 0] += 1
                try tell(part, .removed)
            } catch let refusal as Refusal {
                try refuse([part], refusal)
            }
        }
    }

    /// Tells of rows that a rule refuses; those that are to stay as they are here are left out.
    private func refuse(_ group: [Part], _ reason: Refusal) throws {
        for part in group {
            switch outcome(of: part) {
            case .same where part.merge.outcome(nil) == .same: break
            case .same: try tell(part, .left)
            case .undecided: try tell(part, .conflict)
            case .write: try tell(part, order.side(of: part.name) == .mine ? .left : .refused, reason.text)
            }
        }
    }

    private func tell(_ part: Part, _ kind: MergeReview.Row.Kind, _ remark: String = "") throws {
        let record = part.merge.theirs ?? part.merge.mine ?? part.merge.base
        let isChosen = outcome(of: part) != part.merge.outcome(nil)
        rows.append(
            MergeReview.Row(
                part.name, caption: try record.map { try performer.caption($0.record).text } ?? "", kind,
                cells: part.merge.cells, side: isChosen ? order.side(of: part.name) : nil, remark: remark))
    }
}
