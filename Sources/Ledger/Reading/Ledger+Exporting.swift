import PartyWork

extension Ledger {
    /// Hands the rows of a table over, by key in code-point order.
    package typealias ExportSource = (TableSchema, _ give: (AnyRecord) throws -> Void) throws -> Void

    /// Lets a writer of files take the tables one after the other from one consistent state (CONTRACT section 3, export).
    ///
    /// - Parameter isRestrictedSeen: whether what belongs to entries of restricted registers is handed over too.
    /// - Throws: What `write` throws; a `LedgerError`.
    package func exporting<T>(isRestrictedSeen: Bool = true, _ write: (ExportSource) throws -> T) throws -> T {
        try store.reading { db in
            let hidden = isRestrictedSeen ? nil : try db.hiddenRows()
            return try write { table, give in
                try db.visit(table) { record in
                    if let hidden, hidden.contains(record) { return }
                    try give(record)
                }
            }
        }
    }
}

extension Ledger {
    /// How many rows all tables with files have.
    ///
    /// - Throws: `LedgerError`.
    package func rowCount() throws -> Int {
        try reading { db in
            try db.tables.withFiles.reduce(0) {
                try $0 + db.number("SELECT count(*) FROM \($1.sql)")
            }
        }
    }
}

extension Session {
    /// Visits the rows of a table by key; a pairing's key is its parts one after the other.
    func visit(_ table: TableSchema, _ visit: (AnyRecord) throws -> Void) throws {
        func each<R: LedgerRecord>(from blank: R) throws {
            let statement = try statement(Layout.of(table).statements.selectAll)
            try statement.each { try visit(AnyRecord(try $0.record(from: blank))) }
        }
        if let register = try registers(of: table) {
            let statement = try statement(NamedSQL.entriesOfRegister.sql)
            try statement.bind(Parameters().with("register", register.name))
            return try statement.each { try visit(AnyRecord(try $0.entry(of: register))) }
        }
        try each(from: table.blank)
    }

    /// The register whose entries a table holds; nil for any other.
    private func registers(of table: TableSchema) throws -> RegisterDefinition? {
        table.name.hasPrefix(Entry.filePrefix) ? try registers().registers.first { $0.table == table } : nil
    }
}
