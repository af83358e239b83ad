import PartyWork

/// The SQL of tables that are made while the program runs; those of the program are made by its migrations.
extension TableSchema {
    /// The table, a side table for each list, and an index for each column that refers elsewhere.
    var creation: [String] {
        let own = fields.compactMap(\.ownDefinition)
        let key = "PRIMARY KEY (\(keyColumns.joined(separator: ", ")))"
        let table = "CREATE TABLE \(sql) (\((own + [key]).joined(separator: ", "))) STRICT, WITHOUT ROWID"
        return [table] + fields.compactMap { $0.sideTable(of: self) } + fields.compactMap { $0.index(of: self) }
    }
}

extension ColumnSchema {
    /// The column in its table; nil for a list, which is not in the row.
    fileprivate var ownDefinition: String? {
        let type = numbers == nil ? "TEXT" : "INTEGER"
        return switch place {
        case .value(let column): "\(column) \(type) NOT NULL\(constraint)"
        case .optional(let column): "\(column) \(type)\(constraint)"
        case .flag(let column): "\(column) INTEGER NOT NULL CHECK (\(column) IN (0, 1))"
        case .list: nil
        }
    }

    /// What the column refers to.
    private var constraint: String {
        target.map { " REFERENCES \($0.sql) (\($0.keyColumns[0])) DEFERRABLE INITIALLY DEFERRED" } ?? ""
    }

    fileprivate func sideTable(of table: TableSchema) -> String? {
        guard case .list(let name, let owner, let item) = place else { return nil }
        return """
            CREATE TABLE \(name) (
                \(owner) TEXT NOT NULL REFERENCES \(table.sql) (\(table.keyColumns[0])) DEFERRABLE INITIALLY DEFERRED,
                position INTEGER NOT NULL, \(item) TEXT NOT NULL\(constraint), PRIMARY KEY (\(owner), position)
            ) STRICT, WITHOUT ROWID
            """
    }

    /// An index by which what is referred to finds the rows that do.
    fileprivate func index(of table: TableSchema) -> String? {
        guard target != nil else { return nil }
        if case .list(let name, _, let item) = place { return "CREATE INDEX \(name)_\(item) ON \(name) (\(item))" }
        return place.ownColumn.map { "CREATE INDEX \(table.sql)_\($0) ON \(table.sql) (\($0))" }
    }
}
