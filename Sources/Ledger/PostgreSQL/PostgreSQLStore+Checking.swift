import PartyWork

extension PostgreSQLStore {
    func showsEverything(_ db: Session) throws -> Bool {
        try db.number("SELECT count(*) WHERE sees('\(Right.restricted)') AND sees('\(Right.telephones)')") > 0
    }

    func brokenEntry(_ db: Session) throws -> Int? {
        let reckons = "covers(ranges('\(Right.keep)')) OR covers(ranges('\(Right.oversee)'))"
        guard try db.number("SELECT count(*) WHERE \(reckons)") > 0 else { throw try refusal(.administer, db) }
        return try db.statement("SELECT broken_entry()").first { $0.optionalInteger(0) } ?? nil
    }

    /// Why who is logged in lacks a right for the whole town.
    func refusal(_ right: Right, _ db: Session) throws -> any Error {
        let today = try db.statement("SELECT \(TownFunctions.today)").first { Day($0.text(0)) } ?? nil
        guard let today else { throw Damage("no day") }
        let permission = try db.permission(of: Officer(uid: 0, name: ""), on: today)
        return permission.refusal(right, at: town) ?? LedgerError.denied(path: path)
    }

    func keep(refused kind: ActKind?, _ right: Right?, at place: Code?) throws {
        try withSession { db in
            let note = try db.statement("SELECT keep_refusal(?, ?, ?)")
            try note.bind([.text(kind?.rawValue ?? ""), .text(right.map { "\($0)" } ?? ""), .text(place?.digits ?? "")])
            try note.run()
        }
    }

    func refusedAttempts() throws -> [RefusedAttempt] {
        try reading { db in
            try db.statement(
                "SELECT a.at, a.account, a.officer, a.action, a.missing, a.place FROM refused_attempt a ORDER BY a.id DESC"
            ).rows { row in
                let missing = row.text(4)
                return RefusedAttempt(
                    at: row.text(0), account: row.text(1), officer: row.text(2), action: row.text(3),
                    right: Right.allCases.first { "\($0)" == missing },
                    place: row.text(5).isEmpty ? nil : Code(row.text(5)))
            }
        }
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
                AND c.relname NOT IN ('ledger_version', 'refused_attempt') AND c.relname NOT LIKE '%\\_personal'
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
