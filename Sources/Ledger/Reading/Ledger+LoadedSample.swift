import PartyWork

extension Ledger {
    /// The sample town, as far as it is in the ledger as an import brought it; nil where it is not.
    ///
    /// - Throws: `LedgerError`.
    package func loadedSample() throws -> LoadedSample? {
        try reading { db in
            let key = RecordKey(LoadedSample.marker.text)
            guard let person = try db.anyRecord(.people, key)?.record as? Person, LoadedSample.knows(person) else {
                return nil
            }
            let parameters = Parameters().with("entry", 0).with("table", TableSchema.people.name).with("key", key.text)
            let undone = try db.undoneEntries()
            guard let entry = try db.all(.laterEntriesOfRow, parameters, { $0.integer(0) }).last,
                let row = try db.journalRow(entry, undone), row.kind == .imported, row.isStandingAct
            else { return nil }
            let standing = try db.standingActs(undone)
            return LoadedSample(
                entry: entry, later: standing.count { $0 > entry }, isAll: !standing.contains { $0 < entry })
        }
    }
}

extension Session {
    /// The entries of acts that stand, the newest first.
    ///
    /// - Parameter undone: what `undoneEntries` says.
    func standingActs(_ undone: [Int: Int]) throws -> [Int] {
        try all(.journalPage, Parameters().with("before", Int.max).with("limit", Int.max)) {
            $0.journalRow(undone, tables)
        }.filter(\.isStandingAct).map(\.id)
    }
}
