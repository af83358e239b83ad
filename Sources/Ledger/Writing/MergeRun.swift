import PartyWork

/// The rows of a copy on their way in.
final class MergeRun {
    let performer: Performer
    let order: MergeOrder
    var rows: [MergeReview.Row] = []
    var remarks: [String] = []
    var warnings: [String] = []
    var written: [TableSchema: Int] = [:]
    var parts: [Part] = []

    var db: Session { performer.db }
    var entry: JournalEntry { performer.entry }

    /// A row with what there is to know of it.
    struct Part {
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
}
