import PartyWork

extension NamedSQL {
    /// The entries by which copies were brought back.
    static let merges = NamedSQL(
        "merges", "SELECT j.id, j.summary FROM journal j WHERE j.action = 'merge' ORDER BY j.id")
}

/// Bringing a copy of the ledger back (RowMerge): its rows are written by the rules of this one, as one entry.
extension Performer {
    /// Brings a copy back; refuses while anything is to be chosen, or a rule stands in the way.
    func merge(_ order: MergeOrder) throws -> Outcome {
        let (review, outcome) = try merging(order)
        guard review.isSettled else {
            throw Refusal.unsettledMerge(review.count(.conflict) + review.count(.refused))
        }
        guard review.changesAnything else { throw Refusal.nothingChanged }
        return outcome
    }

    /// Writes what of a copy can be written, and tells of every row that it changed.
    func merging(_ order: MergeOrder) throws -> (MergeReview, Outcome) {
        let copy = order.copy
        try refuseForeign(copy.parting)
        let from = try mergedEntry(of: copy)
        let place = try names.organizationName(copy.parting.code)
        let run = MergeRun(performer: self, order: order)
        try run.read(copy.changes(after: from))
        try run.write()
        let review = MergeReview(
            place: place, officers: copy.officers(after: from), entries: copy.entries.count { $0.id > from },
            rows: run.rows, remarks: run.remarks)
        let deed = MergeDeed(
            copy: copy.parting.mark, after: from, upTo: copy.entries.last?.id ?? from,
            seal: copy.entries.last?.seal ?? "", place: place, officers: review.officers, rows: run.counts(db.tables))
        return (review, Outcome(.merged(deed), warnings: run.warnings))
    }

    private func refuseForeign(_ parting: Parting) throws {
        if try db.parting()?.mark == parting.mark { throw Refusal.ownCopy }
        guard try db.seal(of: parting.entry) == parting.seal else { throw Refusal.foreignCopy }
    }

    /// The last entry of a copy's journal that was brought back and stands: what an undo took back, and what another copy of the
    /// copy did, does not count.
    private func mergedEntry(of copy: PartedCopy) throws -> Int {
        let undone = try db.undoneEntries()
        let seals = Dictionary(copy.entries.map { ($0.id, $0.seal) }) { first, _ in first }
        let deeds = try db.all(.merges, Parameters()) { ($0.integer(0), Deed(kept: $0.text(1), of: db.tables)) }
        return deeds.reduce(copy.parting.entry) { last, merge in
            guard undone[merge.0] == nil, case .merged(let deed)? = merge.1, deed.copy == copy.parting.mark,
                deed.after <= last, seals[deed.upTo] == deed.seal
            else { return last }
            return max(last, deed.upTo)
        }
    }
}

/// The rows of a copy on their way in.
private final class MergeRun {
    private let performer: Performer
    private let order: MergeOrder
    private(set) var rows: [MergeReview.Row] = []
    private(set) var remarks: [String] = []
    private(set) var warnings: [String] = []
    private var written: [TableSchema: Int] = [:]
    private var parts: [Part] = []

    private var db: Session { performer.db }
    private var entry: JournalEntry { performer.entry }

    /// A row with what there is to know of it.
    private struct Part {
        let name: MergeOrder.RowName
        let merge: RowMerge
        let enteredOn: Day?
        /// The key that the copy had given it, where this ledger has given that to something else.
        let formerKey: RecordKey?
    }

    init(performer: Performer, order: MergeOrder) {
        self.performer = performer
        self.order = order
    }

    func counts(_ tables: [TableSchema]) -> [Deed.ImportedRows] {
        tables.compactMap { table in written[table].map { Deed.ImportedRows(table, $0) } }
    }

    // MARK: Reading

    /// Looks up what the rows are here, and gives new keys to those whose key is taken by something else.
    func read(_ changes: [(row: PartedCopy.Row, base: AnyRecord?)]) throws {
        let brought = changes.filter { $0.row.table != .monthSteps }
        var renumbering = Renumbering()
        var former: [MergeOrder.RowName: RecordKey] = [:]
        for (row, base) in brought {
            let merge = RowMerge(base: base, theirs: row.now, mine: try db.anyRecord(row.table, row.key))
            guard merge.isCollision, let record = row.now else { continue }
            let key = try freeKey(for: record, besides: Set(brought.map(\.row.key)))
            renumbering.give(key, to: row.key, of: row.table)
            former[MergeOrder.RowName(row.table, RecordKey(key))] = row.key
        }
        for (row, base) in brought {
            let theirs = try row.now.map { try renumbering.applied(to: $0) }
            let name = MergeOrder.RowName(row.table, theirs?.key ?? row.key)
            let mine = try db.anyRecord(row.table, name.key)
            parts.append(
                Part(
                    name: name, merge: RowMerge(base: base, theirs: theirs, mine: mine), enteredOn: row.enteredOn,
                    formerKey: former[name]))
        }
        let steps = changes.compactMap { $0.row.now?.record as? MonthStep }
        for (code, ofBranch) in Dictionary(grouping: steps, by: \.organization).sorted(by: { $0.key < $1.key }) {
            let months = Set(ofBranch.map(\.month)).sorted().map(\.title).listed
            let name = try performer.names.organizationName(code)
            remarks.append(
                localized(
                    "\(name)在副本里办的月报（\(months)）不并入：月报的数字是哪本台账的，就在哪本台账办",
                    "What was done with months of \(name) in the copy (\(months)) is not brought back: figures are signed where they are"
                ))
        }
    }

    private func freeKey(for record: AnyRecord, besides taken: Set<RecordKey>) throws -> String {
        if let activity = record.record as? Activity {
            return try db.nextActivityNumber(activity.organization.township).text
        }
        for number in 2... {
            let key = RecordKey("\(record.key.text)-\(number)")
            if !taken.contains(key), try !db.contains(record.table, key) { return key.text }
        }
        return record.key.text
    }

    // MARK: Writing

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
        if order.choices[part.name] == .mine, case .write = part.merge.outcome(nil) { return .same }
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
            warnings += try performer.twinWarnings(of: new.wrapped, was: part.merge.base)
        }
        written[part.name.table, default: 0] += 1
        let former = part.formerKey.map {
            localized("副本里编号是 \($0)，本台账已用于别的，改为新编号", "numbered \($0) in the copy, which is something else here")
        }
        try tell(part, part.merge.mine == nil ? .new : .changed, former ?? "")
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
