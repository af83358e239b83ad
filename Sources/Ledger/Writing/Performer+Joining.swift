import PartyWork

/// Two records of one person or household made one.
extension Performer {
    /// Moves all that names a record to another, which takes what it lacks from it, and takes the record away; figures
    /// of signed months stay, or it is refused.
    func join(_ gone: AnyRecord, into key: RecordKey) throws -> Outcome {
        try requireStanding(gone)
        guard let kept = try db.anyRecord(gone.table, key) else { throw Refusal.notFound(gone.table, key) }
        guard kept.key != gone.key, [.people, .households].contains(gone.table) else { throw Refusal.nothingChanged }
        let deed = (gone: try caption(gone.record), kept: try caption(kept.record))
        let rows = try db.rows(naming: gone)
        try weighing(rows + [gone, kept]) {
            try db.each(rows) { try move($0, from: gone, to: kept) }
            try entry.remove(gone.record)
            let filled = try kept.filled(from: gone)
            if filled != kept { try entry.replace(kept.record, with: filled.record) }
        }
        try db.each(rows.filter { $0.table == .householdCycles } + [kept]) { row in
            if let saved = try db.anyRecord(row.table, row.renamed(gone.key, to: kept).key) {
                try refuseOverlap(saved.record)
            }
        }
        return Outcome(.joined(deed.gone, into: deed.kept, rows.count), key: kept.key)
    }

    private func weighing(_ rows: [AnyRecord], _ act: () throws -> Void) throws {
        if let lock = entry.lock { try lock.weighing(rows, asOf: today, act) } else { try act() }
    }

    /// Writes the row with the other name; where there is one of the key that it would have, that stays.
    private func move(_ row: AnyRecord, from gone: AnyRecord, to kept: AnyRecord) throws {
        let new = try row.renamed(gone.key, to: kept)
        if new.key == row.key { return try entry.replace(row.record, with: new.record) }
        try entry.remove(row.record)
        if try !db.contains(new.table, new.key) { try entry.add(new.record) }
    }
}

extension AnyRecord {
    /// The record naming another row instead of one of its table.
    ///
    /// - Throws: a `Refusal` where a rule does not let it.
    fileprivate func renamed(_ gone: RecordKey, to kept: AnyRecord) throws(Refusal) -> AnyRecord {
        var cells: [Column: String] = [:]
        for field in table.fields where field.mayName(kept.table) {
            let text = record.text(field.column)
            var items = field.isList ? text.split(separator: ";").map(String.init) : [text]
            guard items.contains(gone.text) else { continue }
            items.removeAll { $0 == kept.key.text }
            cells[field.column] = items.map { $0 == gone.text ? kept.key.text : $0 }.joined(separator: ";")
        }
        return try writing(cells)
    }

    /// The record with what it lacks and no figure follows from.
    fileprivate func filled(from other: AnyRecord) throws(Refusal) -> AnyRecord {
        let columns: [Column] = [.post, .assignedVillages, .phone, .cause]
        let lacking = columns.filter { table[$0] != nil && record.text($0).isEmpty }
        return try writing(Dictionary(uniqueKeysWithValues: lacking.map { ($0, other.record.text($0)) }))
    }

    private func writing(_ cells: [Column: String]) throws(Refusal) -> AnyRecord {
        do throws(RecordFaults) {
            return try setting(cells)
        } catch {
            throw .faults(error.faults)
        }
    }
}

extension ColumnSchema {
    /// Whether it may hold keys of a table's rows.
    func mayName(_ table: TableSchema) -> Bool {
        if case .reference(.subject) = kind { return table == .people || table == .households }
        if case .code = kind { return false }
        return target == table
    }
}

extension Session {
    /// The rows that name one, each once.
    func rows(naming record: AnyRecord) throws -> [AnyRecord] {
        var rows: [AnyRecord] = []
        for table in tables {
            for field in table.fields where field.mayName(record.table) {
                let statement = try statement(Layout.of(table).naming(field, record.table))
                try statement.bind(1, record.key.text)
                let found = try statement.rows { AnyRecord(try $0.record(from: table.blank)) }
                rows += found.filter { row in !rows.contains { $0.table == row.table && $0.key == row.key } }
            }
        }
        return rows
    }

    /// Whether any row names a record.
    func isNamed(_ record: AnyRecord) throws -> Bool {
        for key in ForeignKey.all(of: tables) where key.parent == record.table.sql {
            let statement = try statement(key.named)
            try statement.bind(1, record.key.parts[0])
            if try statement.first({ _ in true }) ?? false { return true }
        }
        return false
    }
}

extension Layout {
    /// The rows whose column names one of a table.
    fileprivate func naming(_ field: ColumnSchema, _ named: TableSchema) -> String {
        let key = table.keyColumns[0]
        switch field.place {
        case .list(let side, let owner, let item):
            return "\(statements.select) WHERE t.\(key) IN (SELECT x.\(owner) FROM \(side) x WHERE x.\(item) = ?)"
        case .value(let column), .optional(let column), .flag(let column):
            guard case .reference(.subject) = field.kind else { return "\(statements.select) WHERE t.\(column) = ?" }
            let words = named == .people ? "'党员', '班子成员'" : "'贫困户'"
            return "\(statements.select) WHERE t.\(column) = ? AND t.checklist IN "
                + "(SELECT c.id FROM checklist c WHERE c.subject IN (\(words)))"
        }
    }
}
