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

    /// The updates, which fail where they reach no row: the engine takes one out of the officer's range for done, and a commit may be on its way
    /// behind it.
    static let reaching = Dictionary(
        TableSchema.builtIn.map { table in
            let update = Layout.of(table).statements.update
            return (update, "WITH reached AS (\(update) RETURNING 1) SELECT 1 / count(*) FROM reached")
        }, uniquingKeysWith: { first, _ in first })

    /// The functions.
    var all: [String] {
        TableSchema.builtIn.map { table in
            let keys = table.fields.filter(\.isKey)
            let types = keys.map { $0.numbers == nil ? "text" : "bigint" }
            let isKey = zip(table.keyColumns, 1...).map { "x.\($0) = $\($1)" }.joined(separator: " AND ")
            return functions.function(
                "remove_\(table.sql)(\(types.joined(separator: ", ")))", "void",
                """
                BEGIN
                    DELETE FROM \(table.sql) x WHERE \(isKey);
                    IF NOT FOUND THEN RAISE insufficient_privilege USING MESSAGE = 'no such row in your range'; END IF;
                END
                """, language: "plpgsql")
        }
            + Self.lists.map { list in
                functions.function(
                    "remove_\(list.name)(text)", "void",
                    "BEGIN DELETE FROM \(list.name) x WHERE x.\(list.owner) = $1; END", language: "plpgsql")
            }
    }
}
