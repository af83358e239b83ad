import PartyWork

extension PostgreSQLStore {
    func requireSight(_ db: Session) throws {
        let seesAll = try db.number("SELECT count(*) WHERE sees('\(Right.restricted)') AND sees('\(Right.telephones)')")
        if seesAll == 0 { throw LedgerError.denied(path: path) }
    }

    /// The server looks after its files itself.
    func damage(_ db: Session) throws -> String? { nil }

    func structureFaults(_ db: Session) throws -> [String] {
        let model = try Ledger.inMemory(like: db)
        return SchemaPart.faults(made: try model.reading { try $0.commonSchema() }, found: try db.townSchema(town))
    }

    /// References are enforced; only whoever keeps the server can write past them.
    func brokenReferences(_ db: Session) throws -> [String] {
        let keys = try db.statement(
            """
            SELECT c.conrelid::regclass, c.confrelid::regclass, a.attname, b.attname
            FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
            WHERE c.contype = 'f' AND c.connamespace = '\(PostgreSQLSchema.name(of: town))'::regnamespace ORDER BY 1, 3
            """
        ).rows { ($0.text(0), $0.text(1), $0.text(2), $0.text(3)) }
        return try keys.flatMap { child, parent, reference, key in
            try db.statement(
                """
                SELECT 1 FROM \(child) c LEFT JOIN \(parent) p ON p.\(key) = c.\(reference)
                WHERE c.\(reference) IS NOT NULL AND p.\(key) IS NULL
                """
            ).rows { _ in child }
        }
    }
}

extension Session {
    /// What the schema of a town holds, by name, as far as SQLite has it too: an index that a key makes by itself, and the table of the
    /// version, are left out, and of the triggers those against emptying a table at once.
    fileprivate func townSchema(_ town: Code) throws -> [String: SchemaPart] {
        let schema = "'\(PostgreSQLSchema.name(of: town))'::regnamespace"
        func count(_ kind: String) -> String {
            "(SELECT count(*) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = '\(kind)')"
        }
        let tables = try statement(
            """
            SELECT c.relname, (SELECT string_agg(a.attname, ' ' ORDER BY a.attname) FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), \(count("c")), \(count("f"))
            FROM pg_class c WHERE c.relnamespace = \(schema) AND c.relkind IN ('r', 'v', 'm', 'f', 'p')
                AND c.relname <> 'ledger_version' AND c.relname NOT LIKE '%\\_personal'
            """
        ).rows { row -> (String, SchemaPart) in
            let columns = row.text(1).split(separator: " ").map(String.init)
            let definition = SchemaPart.definition(columns: columns, checks: row.integer(2), references: row.integer(3))
            return (row.text(0), SchemaPart(kind: "table", table: row.text(0), definition: definition))
        }
        let others = try statement(
            """
            SELECT i.relname, 'index', t.relname, '' FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                JOIN pg_class t ON t.oid = x.indrelid
            WHERE t.relnamespace = \(schema) AND x.indisvalid
                AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid AND k.contype IN ('p', 'u'))
            UNION ALL SELECT g.tgname, 'trigger', t.relname, CASE g.tgenabled WHEN 'O' THEN '' ELSE 'off' END
            FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
            WHERE t.relnamespace = \(schema) AND NOT g.tgisinternal AND g.tgname NOT LIKE '%\\_whole' AND g.tgname NOT LIKE '%\\_guard'
            """
        ).rows { ($0.text(0), SchemaPart(kind: $0.text(1), table: $0.text(2), definition: $0.text(3))) }
        return Dictionary(tables + others, uniquingKeysWith: { first, _ in first })
    }
}
