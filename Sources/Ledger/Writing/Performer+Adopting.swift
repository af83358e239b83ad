import PartyWork

/// Systems that come with the program, taken over as definitions of the office's own.
extension Performer {
    /// Adds a register that is new with its entries; what another one defines never becomes part of one that is there.
    func found(_ rows: [AnyRecord]) throws -> Outcome {
        for row in rows where row.table == .registers { try refuseTaken(row.record) }
        return try adopt(rows)
    }

    /// Adds the rows whose key is not there, and enters the entries among them; what the office has changed stays as it is.
    func adopt(_ rows: [AnyRecord]) throws -> Outcome {
        let before = try db.definitions()
        var counts: [TableSchema: Int] = [:]
        var added: [DefinitionJudge.RowID] = []
        var taken: [String: Set<Int>] = [:]
        for row in before { taken[row.numbering, default: []].insert(row.position) }
        let entries = rows.compactMap { $0.record as? StoredEntry }
        for row in rows where try row.table != .entries && !db.contains(row.table, row.key) {
            counts[row.table, default: 0] += 1
            guard let definition = row.record as? DefinitionRow else {
                try entry.add(row.record)
                continue
            }
            let free = definition.movedToFree(&taken)
            try entry.add(free)
            added.append(DefinitionJudge.RowID(row.table, row.key))
        }
        if counts.isEmpty, entries.isEmpty { throw Refusal.nothingChanged }
        try refuseDefinitions(before: before, changed: added)
        for stored in entries { _ = try enter(stored) }
        counts[.entries] = entries.isEmpty ? nil : entries.count
        return Outcome(
            .imported(db.tables.compactMap { table in counts[table].map { Deed.ImportedRows(table, $0) } }))
    }
}

extension DefinitionRow {
    /// What its number is unique in; of a gate it is part of the key.
    fileprivate var numbering: String { "\(table.name) \(text(.register))" }

    /// The row with its number, or with the next free one where that is taken.
    fileprivate func movedToFree(_ taken: inout [String: Set<Int>]) -> DefinitionRow {
        if table == .registers || table == .registerGates { return self }
        var row = self
        var number = position
        while taken[numbering]?.contains(number) ?? false { number += 1 }
        taken[numbering, default: []].insert(number)
        row.number(number)
        return row
    }
}
