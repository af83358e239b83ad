import PartyWork

/// The functions by which rows go: nobody has DELETE, by which anybody could lock a table against all readers (POSTGRES.md, rights).
///
/// They run as the owner, for whom the policies hold by who logged in.
struct RowRemoval {
    let functions: TownFunctions

    private static var lists: [Layout.SideTable] { TableSchema.builtIn.flatMap { Layout.of($0).lists } }

    /// The calls of the functions, by the statements that they stand for.
    static let own: [String: String] = {
        let rows = TableSchema.builtIn.map { table in
            let places = table.keyColumns.map { _ in "?" }.joined(separator: ", ")
            return (Layout.of(table).statements.delete, "SELECT remove_\(table.sql)(\(places))")
        }
        return Dictionary(
            rows + lists.map { ($0.delete, "SELECT remove_\($0.name)(?)") }, uniquingKeysWith: { first, _ in first })
    }()

    /// The functions that take many rows away at once, by the calls of those that take one.
    static let many: [String: PostgreSQLBatch.Call] = {
        let rows = TableSchema.builtIn.map { table in
            (
                own[Layout.of(table).statements.delete] ?? "",
                PostgreSQLBatch.Call(name: "remove_all_\(table.sql)", types: keyTypes(table))
            )
        }
        let ofLists = lists.map {
            (own[$0.delete] ?? "", PostgreSQLBatch.Call(name: "remove_all_\($0.name)", types: [.text]))
        }
        return Dictionary(rows + ofLists, uniquingKeysWith: { first, _ in first })
    }()

    private static func keyTypes(_ table: TableSchema) -> [PostgreSQLAnswer.Kind] {
        table.fields.filter(\.isKey).map { $0.numbers == nil ? .text : .number }
    }

    /// The updates, which fail where they reach no row: the engine takes one out of the officer's range for done, and a commit may be on its way
    /// behind it.
    static let reaching = Dictionary(
        TableSchema.builtIn.map { table in
            let update = Layout.of(table).statements.update
            return (update, "WITH reached AS (\(update) RETURNING 1) SELECT 1 / count(*) FROM reached")
        }, uniquingKeysWith: { first, _ in first })

    /// The functions.
    var all: [String] {
        TableSchema.builtIn.flatMap { table in
            let types = Self.keyTypes(table).map(\.sql)
            let isKey = zip(table.keyColumns, 1...).map { "x.\($0) = $\($1)" }.joined(separator: " AND ")
            let parts = types.indices.map { "k\($0 + 1)" }
            let isAny = zip(table.keyColumns, parts).map { "x.\($0) = k.\($1)" }.joined(separator: " AND ")
            let arrays = types.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            return [
                functions.function(
                    "remove_\(table.sql)(\(types.joined(separator: ", ")))", "void",
                    """
                    BEGIN
                        DELETE FROM \(table.sql) x WHERE \(isKey);
                        IF NOT FOUND THEN RAISE insufficient_privilege USING MESSAGE = 'no such row in your range'; END IF;
                    END
                    """, language: "plpgsql"),
                functions.function(
                    "remove_all_\(table.sql)(\(types.map { $0 + "[]" }.joined(separator: ", ")))", "void",
                    """
                    DECLARE gone bigint;
                    BEGIN
                        DELETE FROM \(table.sql) x USING unnest(\(arrays)) AS k (\(parts.joined(separator: ", "))) WHERE \(isAny);
                        GET DIAGNOSTICS gone = ROW_COUNT;
                        IF gone <> cardinality($1) THEN
                            RAISE insufficient_privilege USING MESSAGE = 'no such row in your range';
                        END IF;
                    END
                    """, language: "plpgsql"),
            ]
        }
            + Self.lists.flatMap { list in
                [("remove_\(list.name)(text)", "= $1"), ("remove_all_\(list.name)(text[])", "= ANY ($1)")].map {
                    functions.function(
                        $0, "void", "BEGIN DELETE FROM \(list.name) x WHERE x.\(list.owner) \($1); END",
                        language: "plpgsql")
                }
            }
    }
}
