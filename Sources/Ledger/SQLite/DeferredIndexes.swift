import PartyWork

/// The indexes of a ledger in its first import: taken away while the rows come in, then built from all of them at once,
/// which is quicker than finding each row's place in each. Both within the import's transaction, so no one else ever
/// sees the tables without.
struct DeferredIndexes {
    private let definitions: [String]

    /// Takes the indexes away.
    init(_ db: Session, of tables: [TableSchema]) throws {
        let names = tables.flatMap { [$0.sql] + Layout.of($0).lists.map(\.name) }
        let statement = try db.statement("SELECT name, sql FROM sqlite_master WHERE tbl_name = ? AND type = 'index'")
        var definitions: [String] = []
        for name in names {
            try statement.bind(1, name)
            // A key's own index has no definition, and stays.
            for (index, sql) in try statement.rows({ ($0.text(0), $0.optionalText(1)) }) {
                guard let sql else { continue }
                definitions.append(sql)
                try db.execute("DROP INDEX \(index)")
            }
        }
        self.definitions = definitions
    }

    /// Builds them again.
    func build(_ db: Session) throws {
        for definition in definitions { try db.execute(definition) }
    }
}
