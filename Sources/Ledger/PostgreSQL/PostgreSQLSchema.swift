import PartyWork

/// The steps of the schema as PostgreSQL takes them: one town is one schema, with the tables of the embedded ledger.
///
/// The steps are translated, not written twice: a number is BIGINT, references are added once all tables of a step are there, because
/// organizations and people refer to each other, and what SQLite changes in the texts of its tables is left out, but for what lets
/// more rows in.
enum PostgreSQLSchema {
    /// The schema of a town.
    static func name(of town: Code) -> String { "t\(town)" }

    /// The first number of the advisory locks of zhibu ("zhib" in ASCII); the second is the town's code, or 0 for the database.
    static let lock = 0x7A68_6962

    /// Where a ledger lies, by numbers of the server `s`, the database `d` and the schema `n`.
    static let place = "s.system_identifier || ' ' || d.oid || ' ' || n.oid"

    /// What a town needs besides its tables, made anew whenever its schema changes.
    static let functions = """
        CREATE OR REPLACE FUNCTION json_extract(content text, path text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            AS $$ SELECT content::json ->> (substr(path, 3)::json #>> '{}') $$;
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
        CREATE TABLE IF NOT EXISTS ledger_version (version BIGINT NOT NULL);
        """

    /// The statements of a step, from 1.
    static func step(_ number: Int) -> [String] {
        let all = statements(of: Migrations.steps[number - 1]).flatMap(translated)
        return all.filter { !isReference($0) } + all.filter(isReference) + own[number, default: []]
    }

    /// What SQLite does by changing the text of a table and PostgreSQL does by a statement, where it lets more rows in.
    private static let own = [
        12: [
            """
            ALTER TABLE checklist DROP CONSTRAINT checklist_subject_check, ADD CONSTRAINT checklist_subject_check
                CHECK (subject <> '')
            """
        ]
    ]

    private static func isReference(_ statement: String) -> Bool { statement.contains(" ADD FOREIGN KEY ") }

    // MARK: - Translating

    /// The statements that do what one of SQLite's does.
    @Sendable static func translated(_ statement: String) -> [String] {
        let words = statement.split(whereSeparator: \.isWhitespace)
        switch (words.first, words.dropFirst().first) {
        case ("CREATE", "TABLE"): return table(statement, named: String(words[2]))
        case ("CREATE", "TRIGGER"): return trigger(words.map(String.init))
        case ("CREATE", _): return [statement]
        case ("DROP", "TRIGGER"): return [words[2], words[2] + "_whole"].map { drop($0, like: String(words[2])) }
        case ("ALTER", _): return [numbered(statement)]
        // What SQLite does to itself.
        case ("PRAGMA", _), ("UPDATE", "sqlite_schema"): return []
        default: return [statement]
        }
    }

    private static func numbered(_ text: String) -> String { text.replacing(" INTEGER", with: " BIGINT") }

    private static func table(_ statement: String, named name: String) -> [String] {
        let end = statement.lastIndex(of: ")") ?? statement.endIndex
        let text = numbered(String(statement[..<end]))
        let start = text.firstIndex(of: "(").map { text.index(after: $0) } ?? text.startIndex
        var references: [String] = []
        let columns = parts(of: String(text[start...]), at: ",").map { column -> String in
            guard let (before, target, after) = reference(in: column) else { return column }
            let key = before.split(whereSeparator: \.isWhitespace).first ?? ""
            references.append("ALTER TABLE \(name) ADD FOREIGN KEY (\(key)) REFERENCES \(target)")
            return before + after
        }
        return ["CREATE TABLE \(name) (\(columns.joined(separator: ",")))"] + references
    }

    /// A column's reference: what stands before it, where it leads, what follows.
    private static func reference(in column: String) -> (before: String, target: String, after: String)? {
        let parts = column.split(separator: "REFERENCES ", maxSplits: 1)
        guard parts.count == 2, let end = parts[1].firstIndex(of: ")") else { return nil }
        let deferred = " DEFERRABLE INITIALLY DEFERRED"
        let rest = String(parts[1][parts[1].index(after: end)...])
        let isDeferred = rest.hasPrefix(deferred)
        return (
            String(parts[0]), String(parts[1][...end]) + (isDeferred ? deferred : ""),
            isDeferred ? String(rest.dropFirst(deferred.count)) : rest
        )
    }

    /// `CREATE TRIGGER name BEFORE DELETE ON table BEGIN SELECT RAISE(…); END`: nothing is taken out, all at once neither.
    private static func trigger(_ words: [String]) -> [String] {
        let (name, event, table) = (words[2], words[4], words[6])
        let condition = words[7...].first == "WHEN" ? words[8...].prefix { $0 != "BEGIN" }.joined(separator: " ") : nil
        let each =
            "CREATE TRIGGER \(name) BEFORE \(event) ON \(table) FOR EACH ROW"
            + (condition.map { " WHEN (\($0))" } ?? "") + " EXECUTE FUNCTION refuse_change()"
        guard event == "DELETE" else { return [each] }
        return [
            each,
            "CREATE TRIGGER \(name)_whole BEFORE TRUNCATE ON \(table) FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
        ]
    }

    /// Drops a trigger, which is one of a table; the step that made it says of which.
    private static func drop(_ name: Substring, like made: String) -> String {
        let words = Migrations.steps.flatMap { statements(of: $0) }
            .map { $0.split(whereSeparator: \.isWhitespace) }
            .first { $0.starts(with: ["CREATE", "TRIGGER", made[...]]) }
        return "DROP TRIGGER IF EXISTS \(name) ON \(words.map { $0[6] } ?? "journal")"
    }

    // MARK: - Parting

    /// The statements of a script; a trigger goes to its END.
    static func statements(of script: String) -> [String] {
        var statements: [String] = []
        for part in parts(of: script, at: ";") {
            let text = String(part.drop(while: \.isWhitespace))
            if let open = statements.last, open.hasPrefix("CREATE TRIGGER"), !open.hasSuffix("END") {
                statements[statements.count - 1] = open + ";" + part
            } else if !text.isEmpty {
                statements.append(text)
            }
        }
        return statements
    }

    /// Parts a text where a character stands outside of quotes and parentheses.
    private static func parts(of text: String, at separator: Character) -> [String] {
        var parts = [""]
        var depth = 0
        var isQuoted = false
        for character in text {
            switch character {
            case "'": isQuoted.toggle()
            case "(" where !isQuoted: depth += 1
            case ")" where !isQuoted: depth -= 1
            case separator where !isQuoted && depth == 0:
                parts.append("")
                continue
            // Any other character stands in its part.
            default: break
            }
            parts[parts.count - 1].append(character)
        }
        return parts
    }
}
