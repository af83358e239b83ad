import PartyWork

extension NamedSQL {
    /// The entries after one, with whose they are.
    static let entriesAfter = NamedSQL(
        "entries after", "SELECT j.id, j.officer FROM journal j WHERE j.id > :entry ORDER BY j.id")
}

extension Ledger {
    /// What was done in the ledger since it parted from another.
    ///
    /// - Throws: `Refusal.notParted` for a ledger that is no copy made to be brought back; `LedgerError`.
    package func partedCopy() throws -> PartedCopy {
        try reading { db in
            guard let parting = try db.parting() else { throw Refusal.notParted }
            let entries = try db.all(.entriesAfter, Parameters().with("entry", parting.entry)) {
                (id: $0.integer(0), officer: $0.text(1))
            }
            return PartedCopy(
                parting,
                entries: try entries.map {
                    PartedCopy.Entry(id: $0.id, officer: $0.officer, seal: try db.seal(of: $0.id) ?? "")
                },
                rows: try db.partedRows(of: entries.map(\.id)))
        }
    }
}

extension Session {
    /// The rows that entries changed, each once, in the order of their first change.
    fileprivate func partedRows(of entries: [Int]) throws -> [PartedCopy.Row] {
        var order: [MergeOrder.RowName] = []
        var states: [MergeOrder.RowName: [PartedCopy.Row.State]] = [:]
        for entry in entries {
            for change in try changes(of: entry) {
                let name = MergeOrder.RowName(change.table, change.key)
                if states[name] == nil { order.append(name) }
                states[name, default: []].append(PartedCopy.Row.State(entry: entry, change.before))
            }
        }
        return try order.map { name in
            PartedCopy.Row(
                name.table, name.key, before: states[name] ?? [], now: try anyRecord(name.table, name.key),
                enteredOn: name.table == .activities ? try dayOfEntry(name.key) : nil)
        }
    }

    private func dayOfEntry(_ activity: RecordKey) throws -> Day? {
        let statement = try statement("SELECT entered_on FROM activity_entry WHERE activity = ?")
        try statement.bind(1, activity.text)
        return try statement.first { try $0.day(0) }
    }
}
