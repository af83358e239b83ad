import PartyWork

/// Reading and writing rows as records of the domain.
extension Session {
    /// Whether a table has no row.
    func isEmpty(_ table: TableSchema) throws -> Bool { try number("SELECT EXISTS (SELECT 1 FROM \(table.sql))") == 0 }

    /// Whether a key has a row.
    func contains(_ table: TableSchema, _ key: RecordKey) throws -> Bool {
        let statement = try statement(Layout.of(table).statements.exists)
        try statement.bindKey(key, from: 1)
        return try statement.first { _ in true } ?? false
    }

    /// The record under a key; nil if there is none.
    func anyRecord(_ table: TableSchema, _ key: RecordKey) throws -> AnyRecord? {
        try record(key, from: table.blank).map { AnyRecord($0) }
    }

    /// The record of a type under a key; nil if there is none.
    func record<R: BuiltInRecord>(_ key: RecordKey, _: R.Type = R.self) throws -> R? { try record(key, from: R.blank) }

    private func record<R: LedgerRecord>(_ key: RecordKey, from blank: R) throws -> R? {
        let statement = try statement(Layout.of(blank.table).statements.selectByKey)
        try statement.bindKey(key, from: 1)
        return try statement.first { try $0.record(from: blank) }
    }

    /// Adds a record whose key is not there yet.
    func insert(_ record: any LedgerRecord) throws {
        let layout = Layout.of(record.table)
        let statement = try statement(layout.statements.insert)
        _ = try statement.bind(record, layout)
        try statement.run()
        try insertLists(of: record, layout)
    }

    /// Replaces the row that has the record's key.
    func update(_ record: any LedgerRecord) throws {
        let layout = Layout.of(record.table)
        let statement = try statement(layout.statements.update)
        try statement.bindKey(record.key, from: try statement.bind(record, layout))
        try statement.run()
        try deleteLists(record.key, layout)
        try insertLists(of: record, layout)
    }

    /// Takes a row away.
    func delete(_ table: TableSchema, _ key: RecordKey) throws {
        let layout = Layout.of(table)
        try deleteLists(key, layout)
        let statement = try statement(layout.statements.delete)
        try statement.bindKey(key, from: 1)
        try statement.run()
    }

    private func deleteLists(_ key: RecordKey, _ layout: Layout) throws {
        for side in layout.lists { try run(side.delete, [.text(key.text)]) }
    }

    private func insertLists(of record: any LedgerRecord, _ layout: Layout) throws {
        for field in layout.table.fields {
            guard let side = field.place.side else { continue }
            let cell = record.text(field.column)
            if cell.isEmpty { continue }
            try statement(side.insert).insertItems(of: cell, for: record.key.text)
        }
    }
}

extension Statement {
    /// The record of the current row, whose first columns are the table's.
    ///
    /// - Throws: `Damage` for a text that its column cannot hold.
    func record<R: BuiltInRecord>(_: R.Type = R.self) throws -> R { try record(from: R.blank) }

    /// The record of the current row, from one in which nothing is filled in yet.
    ///
    /// - Throws: `Damage` for a text that its column cannot hold.
    func record<R: LedgerRecord>(from blank: R) throws -> R {
        try read(blank, blank.table) { record, column, text throws(Fault) in try record.set(column, to: text) }
    }

    /// The entry of the current row, whose first columns are those of stored entries.
    ///
    /// - Throws: `Damage` for a text that its column cannot hold.
    func entry(of register: RegisterDefinition) throws -> Entry {
        try read(Entry(register), .entries) { entry, column, text throws(Fault) in
            try entry.take(kept: text, in: column)
        }
    }

    private func read<R: LedgerRecord>(
        _ blank: R, _ table: TableSchema, _ set: (inout R, Column, String) throws(Fault) -> Void
    ) throws -> R {
        var record = blank
        for (place, column) in table.columns.enumerated() {
            guard let text = optionalText(Int32(place)), !text.isEmpty else { continue }
            do {
                try set(&record, column, text)
            } catch {
                let fault = FieldFault(column, error).text
                throw Damage(
                    localized(
                        "\(table.title)“\(record.key)”\(fault)", "the \(table.rowTitle) \"\(record.key)\": \(fault)"
                    ))
            }
        }
        return record
    }

    /// Binds a record's own columns from the first parameter on; gives the number of the next.
    func bind(_ record: any LedgerRecord, _ layout: Layout) throws -> Int32 {
        var index: Int32 = 1
        for field in layout.table.fields {
            if try bind(record.text(field.column), at: index, field.place) { index += 1 }
        }
        return index
    }

    /// Binds a column's text as its place keeps it; false for a list, which is not in the row.
    func bind(_ text: String, at index: Int32, _ place: ColumnSchema.Storage) throws -> Bool {
        switch place {
        case .value: try bind(index, text)
        case .optional: try text.isEmpty ? bind(index, .null) : bind(index, text)
        case .flag: try bind(index, .integer(text == YesNo.yes.rawValue ? 1 : 0))
        case .list: return false
        }
        return true
    }

    /// Runs a side table's insertion for each item of a list cell.
    func insertItems(of cell: String, for key: String) throws {
        for (position, item) in cell.utf8.split(separator: UInt8(ascii: ";")).enumerated() {
            try bind(1, key)
            try bind(2, .integer(position))
            try bind(3, String(Substring(item)))
            try run()
        }
    }

    /// Binds the parts of a key.
    func bindKey(_ key: RecordKey, from first: Int32) throws {
        for (place, part) in key.parts.enumerated() { try bind(first + Int32(place), part) }
    }
}
