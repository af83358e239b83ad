import PartyWork

extension TableSchema {
    /// The columns that not everybody may read.
    var personalColumns: [String] { fields.filter(\.isPersonal).compactMap(\.place.ownColumn) }

    /// The view that shows them.
    var personalView: String { sql + "_personal" }
}

/// Which rows who is logged in may read and write (SERVER section 3, rights), made of the tables' schemas and the one table of rights:
/// reading goes by the town, writing by the range.
enum TownPolicies {
    private static let restricted = "ANY ((SELECT restricted_registers())::text[])"

    /// The policies, and the views of personal columns.
    static var all: [String] {
        TableSchema.builtIn.flatMap { table in
            reading(table.sql, sight(of: table)) + writing(table.sql, reach(table), name(table))
                + Layout.of(table).lists.flatMap { list in
                    let owner = "\(table.sql).\(table.keyColumns[0]) = \(list.name).\(list.owner)"
                    let row = "EXISTS (SELECT 1 FROM \(table.sql) WHERE \(owner) AND (\(reach(table))))"
                    return reading(list.name, "(SELECT serves())") + writing(list.name, "\(whole(table)) OR \(row)")
                } + (table.personalColumns.isEmpty ? [] : [view(table)])
        } + beside + journal
    }

    private static func reading(_ name: String, _ sight: String) -> [String] {
        [
            "ALTER TABLE \(name) ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
            "CREATE POLICY seen ON \(name) FOR SELECT USING (\(sight))",
        ]
    }

    private static func writing(_ name: String, _ reach: String, _ added: String? = nil) -> [String] {
        [
            "CREATE POLICY added ON \(name) FOR INSERT WITH CHECK (\(added.map { "\($0) AND (\(reach))" } ?? reach))",
            "CREATE POLICY changed ON \(name) FOR UPDATE USING (\(reach)) WITH CHECK (\(reach))",
            "CREATE POLICY removed ON \(name) FOR DELETE USING (\(reach))",
        ]
    }

    /// The columns that not everybody may read, by table.
    static let hidden =
        TableSchema.builtIn.flatMap { table in table.personalColumns.map { (table.sql, $0) } } + [
            ("journal", "summary")
        ]

    /// The words of the dialect by which they are read through the views: `t` is a row, and `s` a person, in all statements.
    static let words =
        TableSchema.builtIn.flatMap { table in
            table.personalColumns.flatMap { column in
                ["t", "s"].map { seen(column, $0, table.personalView, by: table.keyColumns[0]) }
            }
        } + ["j", "t"].map { seen("summary", $0, "journal_personal", by: "id") }

    private static func seen(_ column: String, _ row: String, _ view: String, by key: String) -> (String, String) {
        ("\(row).\(column)", "(SELECT y.\(column) FROM \(view) y WHERE y.\(key) = \(row).\(key))")
    }

    // MARK: - Reading

    private static func sight(of table: TableSchema) -> String {
        switch table {
        // Whoever's time is over sees whom to ask.
        case .officers: return "true"
        case .entries:
            // What was just written has no place yet.
            let within = "place LIKE ANY (\(sights(.restricted)))"
            let open = "(place = '' AND cardinality(\(sights(.restricted))) > 0)"
            return isSeen("register", "\(within) OR \(open)")
        case .steps:
            let entry = "e.register = entry_step.register AND e.number = entry_step.entry"
            return isSeen("register", "EXISTS (SELECT 1 FROM entry e WHERE \(entry))")
        // Figures of a branch need helpers and households next door.
        default: return "(SELECT serves())"
        }
    }

    /// What belongs to a register is seen where that is open, by whoever sees all of the town, or where more holds.
    private static func isSeen(_ register: String, _ more: String) -> String {
        """
        (SELECT serves()) AND (NOT \(register) = \(restricted) OR (SELECT sees('\(Right.restricted)')) OR \(more))
        """
    }

    private static func sights(_ right: Right) -> String { "(SELECT sights('\(right)'))::text[]" }

    /// Personal columns in full where the right for them reaches, else masked as `Person.masked` does; the view reads them as the owner.
    private static func view(_ table: TableSchema) -> String {
        let reach =
            if case .to(let column) = table.belonging, let place = table[column]?.place.ownColumn {
                "t.\(place) LIKE ANY (\(sights(.telephones)))"
            } else {
                "(SELECT sees('\(Right.telephones)'))"
            }
        let columns = table.personalColumns.map { column in
            """
            CASE WHEN \(reach) THEN t.\(column) WHEN length(t.\(column)) < 11
                THEN repeat('*', length(t.\(column)) - least(2, length(t.\(column)) / 2))
                    || right(t.\(column), least(2, length(t.\(column)) / 2))
                ELSE substr(t.\(column), 1, 3) || repeat('*', length(t.\(column)) - 7) || right(t.\(column), 4) END AS \(column)
            """
        }
        let keys = table.keyColumns.map { "t.\($0)" }
        return """
            CREATE OR REPLACE VIEW \(table.personalView) AS
            SELECT \((keys + columns).joined(separator: ", ")) FROM \(table.sql) t
            """
    }

    // MARK: - Writing

    /// Whether the range is the whole ledger, which is not asked row by row.
    private static func whole(_ table: TableSchema) -> String { "(SELECT covers((\(right(table)))::text[]))" }

    /// What a new row that keeps a name must say: one's own, or none, but where an import brings the names of others.
    ///
    /// Asked once a statement; of a row that changes `TownRights` asks what it said before.
    private static func name(_ table: TableSchema) -> String? {
        guard TownRights.naming.contains(table) else { return nil }
        let others = "cardinality((SELECT ranges('\(Right.undoOthers)'))::text[]) > 0"
        return "(officer IN ('', (SELECT own_name())) OR \(others))"
    }

    /// Whether a row lies in the range of the right that writing it takes.
    static func reach(_ table: TableSchema) -> String {
        let ranges = "(\(right(table)))::text[]"
        let whole = Self.whole(table)
        func place(_ column: Column, of table: TableSchema) -> String { table[column]?.place.ownColumn ?? "NULL" }
        switch table.belonging {
        case .to(let column): return "\(table.sql).\(place(column, of: table)) LIKE ANY (\(ranges))"
        case .with(let column, _): return "\(whole) OR \(self.place(column, of: table)) LIKE ANY (\(ranges))"
        case .filled(let columns):
            // What a column that is not filled names is nowhere, so nothing is found by it.
            let places = columns.map { self.place($0, of: table) }.joined(separator: ", ")
            return "\(whole) OR COALESCE(\(places)) LIKE ANY (\(ranges))"
        case .withSubject:
            return """
                \(whole) OR (SELECT subject_place(c.subject, \(table.sql).subject) FROM checklist c
                    WHERE c.id = \(table.sql).checklist) LIKE ANY (\(ranges))
                """
        case .entry:
            // Where a range is asked, the place beside the entry is the one that follows from it.
            let place = "entry_place(register, subject, content)"
            return "\(whole) OR (\(place) LIKE ANY (\(ranges)) AND place IN ('', \(place)))"
        case .step:
            return """
                \(whole) OR (SELECT entry_place(e.register, e.subject, e.content) FROM entry e
                    WHERE e.register = entry_step.register AND e.number = entry_step.entry) LIKE ANY (\(ranges))
                """
        case .whole: return "cardinality(\(ranges)) > 0"
        }
    }

    /// Where what a column names belongs.
    private static func place(_ column: Column, of table: TableSchema) -> String {
        let named = "\(table.sql).\(table[column]?.place.ownColumn ?? "NULL")"
        guard let other = table[column]?.target, case .to(let there) = other.belonging, other != .organizations else {
            return named
        }
        return """
            (SELECT x.\(other[there]?.place.ownColumn ?? "NULL") FROM \(other.sql) x WHERE x.\(other.keyColumns[0]) = \(named))
            """
    }

    /// The ranges of the right that a row takes (`LedgerRecord.right`, `RightGuard`).
    private static func right(_ table: TableSchema) -> String {
        func ranges(_ right: Right) -> String { "(SELECT ranges('\(right)'))" }
        switch table {
        case .monthSteps:
            return """
                CASE step WHEN '\(MonthStep.Kind.submit.rawValue)' THEN \(ranges(.submit)) ELSE \(ranges(table.right)) END
                """
        case .entries, .steps:
            return "CASE WHEN register = \(restricted) THEN \(ranges(.restricted)) ELSE \(ranges(table.right)) END"
        // Of all others each row takes the same.
        default: return ranges(table.right)
        }
    }

    // MARK: - Tables beside those of the schemas

    /// Numbers that were given, and the ledger's part of them.
    static let counters = ["activity_sequence", "entry_sequence", "ledger_part"]

    private static var beside: [String] {
        func granted(_ right: Right) -> String { "(SELECT ranges('\(right)'))::text[]" }
        // Who may see restricted registers numbers their entries.
        let (ranges, restricted) = (granted(.record), granted(.restricted))
        let entered = """
            (SELECT covers(\(ranges))) OR (SELECT a.organization FROM activity a WHERE a.id = activity_entry.activity)
                LIKE ANY (\(ranges))
            """
        return counters.flatMap { name in
            reading(name, "(SELECT serves())") + writing(name, "cardinality(\(ranges) || \(restricted)) > 0")
        }
            + reading("activity_entry", "(SELECT serves())") + writing("activity_entry", entered)
            + reading("parting", "(SELECT serves())")
            + reading("refused_attempt", "(SELECT covers(ranges('\(Right.oversee)')))")
            + [
                "CREATE POLICY known ON refused_attempt FOR SELECT TO \(ServerRole.owner) USING (true)",
                "CREATE POLICY added ON refused_attempt FOR INSERT TO \(ServerRole.owner) WITH CHECK (true)",
            ]
    }

    /// The sentence of an entry about a restricted register names whom that is about; the view reads it as the owner.
    private static var told: String {
        """
        CREATE OR REPLACE VIEW journal_personal AS SELECT t.id, CASE WHEN (SELECT sees('\(Right.restricted)')) OR NOT EXISTS
            (SELECT 1 FROM journal_change c WHERE c.entry = t.id
                AND c.table_name IN ('\(TableSchema.entries.name)', '\(TableSchema.steps.name)')
                AND split_part(c.key, E'\\x1f', 1) = \(restricted))
            THEN t.summary ELSE '限阅的登记簿' END AS summary
        FROM journal t WHERE (SELECT serves())
        """
    }

    /// The journal is read by the town, but for what it keeps of personal columns and restricted registers; only the owner's functions add to it.
    private static var journal: [String] {
        let (people, entries) = (TableSchema.people.name, "'\(TableSchema.entries.name)', '\(TableSchema.steps.name)'")
        let all = "(SELECT sees('\(Right.telephones)'))"
        let person = "(SELECT p.organization FROM person p WHERE p.id = key) LIKE ANY (\(sights(.telephones)))"
        let register = "NOT split_part(key, E'\\x1f', 1) = \(restricted)"
        let named = "strpos(E'\\n' || keys, E'\\n' || g || E'\\x1f') > 0"
        let open = "NOT EXISTS (SELECT 1 FROM unnest((SELECT restricted_registers())::text[]) g WHERE \(named))"
        func part(_ person: String, _ entry: String) -> String {
            """
            (SELECT serves()) AND CASE WHEN table_name = '\(people)' THEN \(person)
                WHEN table_name IN (\(entries)) THEN (SELECT sees('\(Right.restricted)')) OR \(entry) ELSE true END
            """
        }
        let tables = [
            ("journal", "(SELECT serves())"), ("journal_change", part("\(all) OR \(person)", register)),
            ("journal_rows", part(all, open)),
        ]
        return [told]
            + tables.flatMap { name, sight in
                reading(name, sight) + [
                    "CREATE POLICY known ON \(name) FOR SELECT TO \(ServerRole.owner) USING (true)",
                    "CREATE POLICY added ON \(name) FOR INSERT TO \(ServerRole.owner) WITH CHECK (true)",
                ]
            }
    }
}
