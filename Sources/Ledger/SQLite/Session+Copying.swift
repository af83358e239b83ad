import PartyWork

/// A table of the schema with the columns whose values are its own: whatever is copied to another engine goes by these.
struct CopiedTable {
    let name: String
    let columns: [String]

    /// All rows; a generated column follows from the others.
    var select: String { "SELECT \(columns.map { "t.\($0)" }.joined(separator: ", ")) FROM \(name) t" }

    /// Adds a row.
    var insert: String {
        "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    }
}

extension Session {
    /// The tables of a ledger in SQLite, the program's and those made since.
    func copiedTables() throws -> [CopiedTable] {
        let names = try statement("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").rows {
            $0.text(0)
        }
        return try names.filter { !$0.hasPrefix("sqlite_") && $0 != "grdb_migrations" }.map { name in
            CopiedTable(name: name, columns: try statement("PRAGMA table_info(\(name))").rows { $0.text(1) })
        }
    }
}
