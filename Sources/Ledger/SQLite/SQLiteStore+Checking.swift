import PartyWork

extension SQLiteStore {
    func damage(_ db: Session) throws -> String? {
        try db.statement("PRAGMA quick_check(1)").first { $0.text(0) }.flatMap { $0 == "ok" ? nil : $0 }
    }

    func structureFaults(_ db: Session) throws -> [String] {
        let damaged = try db.statement("PRAGMA integrity_check").rows { $0.text(0) }.filter { $0 != "ok" }
        return try damaged.map { line in
            localized(
                "文件结构损坏：\(line)；请停止录入，用最近的备份恢复",
                "the file's structure is damaged: \(line); stop entering, and restore the latest backup")
        } + db.schemaFaults()
    }

    func brokenReferences(_ db: Session) throws -> [String] {
        try db.statement("PRAGMA foreign_key_check").rows { $0.text(0) }
    }
}

extension Session {
    /// Holds the schema against the one that the program's own steps make in memory.
    fileprivate func schemaFaults() throws -> [String] {
        SchemaPart.faults(made: try Ledger.inMemory(like: self).reading { try $0.schema() }, found: try schema())
    }

    /// What the schema holds, by name.
    private func schema() throws -> [String: SchemaPart] {
        let parts = try statement("SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_schema").rows {
            ($0.text(0), SchemaPart(kind: $0.text(1), table: $0.text(2), definition: $0.text(3)))
        }
        // Ledgers of the first version still have the table in which GRDB counted its migrations.
        return Dictionary(parts, uniquingKeysWith: { first, _ in first }).filter { $0.value.table != "grdb_migrations" }
    }

    /// What another engine's schema should hold, by name: of each table its columns and how many conditions and references it has.
    func commonSchema() throws -> [String: SchemaPart] {
        try schema().filter { !$0.value.definition.isEmpty }.reduce(into: [:]) { parts, part in
            let (name, kind) = (part.key, part.value.kind)
            let definition =
                kind == "table"
                ? SchemaPart.definition(
                    columns: try statement("PRAGMA table_xinfo(\(name))").rows { $0.text(1) },
                    checks: part.value.definition.count(of: "CHECK ("),
                    references: part.value.definition.count(of: "REFERENCES ")) : ""
            parts[name] = SchemaPart(kind: kind, table: part.value.table, definition: definition)
        }
    }
}

extension String {
    fileprivate func count(of word: String) -> Int {
        split(separator: word, omittingEmptySubsequences: false).count - 1
    }
}

extension Ledger {
    /// A ledger in memory with the same tables.
    static func inMemory(like session: Session) throws -> Ledger {
        let model = try Ledger.inMemory()
        for table in session.tables where table.isMade { try model.make(table) }
        return model
    }
}
