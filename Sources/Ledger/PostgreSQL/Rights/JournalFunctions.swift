import PartyWork

/// The functions by which alone officers add to the journal: name, number and instant are the server's, and the seal is reckoned there.
struct JournalFunctions {
    let functions: TownFunctions

    /// The calls of the functions, by the statements that they stand for.
    static let own = [
        NamedSQL.addEntry.sql: "SELECT add_entry(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        NamedSQL.addChange.sql: "SELECT add_change(?, ?, ?, ?, ?, ?, ?)",
        NamedSQL.addRows.sql: "SELECT add_rows(?, ?, ?)",
    ]

    /// The function that adds many changes at once, by the call of the one that adds one: after the rows of which they tell.
    static let many = [
        own[NamedSQL.addChange.sql] ?? "": PostgreSQLBatch.Call(
            name: "add_changes", types: [.number, .number, .text, .text, .text, .text, .text], isLast: true)
    ]

    private static let columns = [
        "id", "at", "uid", "officer", "origin", "action", "summary", "row_count", "undoes", "mark", "fingerprint",
    ]
    private static let numbers = ["id", "uid", "row_count", "undoes"]

    /// The functions.
    var all: [String] {
        let parameters = Self.columns.map { "new_\($0) \(Self.numbers.contains($0) ? "bigint" : "text")" }
        return [
            "CREATE OR REPLACE FUNCTION netstring(value text) RETURNS text LANGUAGE sql IMMUTABLE "
                + "AS $fn$ SELECT coalesce(octet_length(value) || ':' || value || ',', '-,') $fn$",
            functions.function("next_entry()", "bigint", "SELECT coalesce(max(j.id), 0) + 1 FROM journal j"),
            functions.function("wrote(text, text, boolean)", "boolean", wrote, language: "plpgsql"),
            part(
                "add_change(bigint, bigint, text, text, text, text, text)",
                "journal_change VALUES ($1, $2, $3, $4, $5, $6, $7)", if: "wrote($3, $4, $6 IS NULL)"),
            part(
                "add_changes(bigint[], bigint[], text[], text[], text[], text[], text[])", of: "ANY ($1)",
                "journal_change SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)",
                if: """
                    (keeps() OR NOT EXISTS (SELECT FROM unnest($3, $4, $6) AS c (named, key, after)
                        WHERE wrote(c.named, c.key, c.after IS NULL) IS NOT TRUE))
                    """),
            part(
                "add_rows(bigint, text, text)", "journal_rows VALUES ($1, $2, $3)",
                if: "cardinality(ranges('\(Right.keep)')) > 0"),
            functions.function(
                "add_entry(\((parameters + ["new_seal text"]).joined(separator: ", ")))", "void", addEntry,
                language: "plpgsql"),
            // It sees what its caller sees, within the owner's functions everything.
            "CREATE OR REPLACE FUNCTION seal_of(last text, number bigint, entry text) RETURNS text LANGUAGE sql STABLE "
                + "AS $fn$ \(seal) $fn$",
            functions.function("broken_entry()", "bigint", brokenEntry, language: "plpgsql"),
        ]
    }

    /// The seal of an entry whose own row is given in the form of its bytes.
    private var seal: String {
        let changes = sealed(
            EntrySeal.Table.changes.rawValue,
            ["c.position", "c.table_name", "c.key", "c.before", "c.after", "c.note"])
        let rows = sealed(EntrySeal.Table.rows.rawValue, ["r.table_name", "r.keys"])
        return """
            SELECT encode(sha256(convert_to(netstring($1)
                || coalesce((SELECT string_agg(\(changes), '' ORDER BY c.position) FROM journal_change c
                    WHERE c.entry = $2), '')
                || coalesce((SELECT string_agg(\(rows), '' ORDER BY r.table_name) FROM journal_rows r
                    WHERE r.entry = $2), '') || $3, 'UTF8')), 'hex')
            """
    }

    private func row(_ prefix: String) -> String {
        sealed(EntrySeal.Table.entries.rawValue, Self.columns.map { prefix + $0 })
    }

    /// Reckoned for whom not everything is shown: what the entries hold does not leave the server (SERVER section 3, rights).
    private var brokenEntry: String {
        """
        BEGIN
            IF NOT covers(ranges('\(Right.keep)')) AND NOT covers(ranges('\(Right.oversee)')) THEN
                RAISE insufficient_privilege USING MESSAGE = 'not for the whole town';
            END IF;
            RETURN (SELECT min(j.id) FROM (SELECT e.*, lag(e.id, 1, 0::bigint) OVER w AS before, lag(e.seal, 1, '') OVER w AS last
                    FROM journal e WINDOW w AS (ORDER BY e.id)) j
                WHERE j.id <> j.before + 1 OR j.seal IS DISTINCT FROM seal_of(j.last, j.id, \(row("j."))));
        END
        """
    }

    /// Adds to the entry that comes next, under the town's lock; without that entry the reference keeps it from being saved.
    ///
    /// - Parameter entry: The entry, or any of several.
    private func part(
        _ signature: String, of entry: String = "$1", _ row: String, if isWritten: String
    ) -> String {
        functions.function(
            signature, "void",
            """
            BEGIN
                PERFORM hold_town();
                IF next_entry() <> \(entry) THEN RAISE insufficient_privilege USING MESSAGE = 'no entry in the making'; END IF;
                IF \(isWritten) IS NOT TRUE THEN RAISE insufficient_privilege USING MESSAGE = 'no row of yours'; END IF;
                INSERT INTO \(row);
            END
            """, language: "plpgsql")
    }

    /// Whether the caller has written a row, or could: the journal says nothing of rows out of the range of whoever adds to it.
    ///
    /// Of a row that is gone it is known only that it is. What the transaction wrote itself is its own, whatever right that has cost it; within a savepoint it is asked by the range.
    private var wrote: String {
        let cases = TableSchema.builtIn.map { table in
            let fields = table.fields.filter(\.isKey)
            let key = zip(fields, 1...).map { field, place in
                let part = "split_part($2, E'\\x1f', \(place))\(field.numbers == nil ? "" : "::bigint")"
                return "\(table.sql).\(field.place.ownColumn ?? "NULL") = \(part)"
            }.joined(separator: " AND ")
            let row = "SELECT FROM \(table.sql) WHERE \(key)"
            let sight = table == .entries || table == .steps ? " AND \(seesRegister)" : ""
            return """
                WHEN '\(table.name)' THEN
                    IF $3 THEN RETURN NOT EXISTS (\(row))\(sight); END IF;
                    RETURN EXISTS (\(row) AND \(table.sql).xmin = pg_current_xact_id()::xid)
                        OR EXISTS (\(row) AND (\(TownPolicies.reach(table))));
                """
        }
        return """
            BEGIN IF keeps() THEN RETURN true; END IF; CASE $1 \(cases.joined(separator: " ")) ELSE RETURN false; END CASE; END
            """
    }

    /// Whether one who sees no entry of a register knows by that that there is none.
    private let seesRegister = """
        (NOT split_part($2, E'\\x1f', 1) = ANY (restricted_registers()) OR cardinality(ranges('\(Right.restricted)')) > 0)
        """

    private func sealed(_ table: String, _ columns: [String]) -> String {
        (["'\(EntrySeal.netstring(table))'"] + columns.map { "netstring(\($0)::text)" }).joined(separator: " || ")
    }

    private var addEntry: String {
        """
        DECLARE last text;
        BEGIN
            PERFORM hold_town();
            IF NOT keeps() AND (new_at, new_uid, new_officer) IS DISTINCT FROM
                (\(TownFunctions.instant), (SELECT r.oid::bigint FROM pg_roles r WHERE r.rolname = session_user), own_name())
            THEN RAISE insufficient_privilege USING MESSAGE = 'another name or instant'; END IF;
            IF NOT writes() THEN RAISE insufficient_privilege USING MESSAGE = 'no right to write'; END IF;
            IF cardinality(ranges('\(Right.undoOthers)')) = 0 AND (SELECT j.uid <> new_uid FROM journal j WHERE j.id = new_undoes)
            THEN RAISE insufficient_privilege USING MESSAGE = 'another officer''s entry'; END IF;
            IF new_id <> next_entry() THEN RAISE insufficient_privilege USING MESSAGE = 'another number'; END IF;
            last := coalesce((SELECT j.seal FROM journal j WHERE j.id = new_id - 1), '');
            IF new_seal IS DISTINCT FROM seal_of(last, new_id, \(row("new_")))
            THEN RAISE insufficient_privilege USING MESSAGE = 'another seal'; END IF;
            INSERT INTO journal (\(Self.columns.joined(separator: ", ")), seal)
            VALUES (\(Self.columns.map { "new_\($0)" }.joined(separator: ", ")), new_seal);
        END
        """
    }
}
