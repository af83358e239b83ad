import PartyWork
import Synchronization

/// How one table lies in the database: the statements that read and write its rows, made of its schema.
///
/// Reading, writing, the journal and undo all work column by column in the contract's texts, so one layout serves them all.
struct Layout: Sendable {
    let table: TableSchema
    /// The statements, written once.
    let statements: Statements
    /// The side tables of the table.
    let lists: [SideTable]

    /// A table that keeps the items of a list.
    struct SideTable: Sendable {
        let name: String
        /// The column with the key of the row that has the list.
        let owner: String
        /// The column with the item.
        let item: String

        var insert: String { "INSERT INTO \(name) (\(owner), position, \(item)) VALUES (?, ?, ?)" }
        var delete: String { "DELETE FROM \(name) WHERE \(owner) = ?" }

        /// The owners of lists whose items are not counted from 0 without holes.
        var broken: String {
            """
            SELECT x.\(owner) FROM \(name) x GROUP BY x.\(owner)
            HAVING min(x.position) <> 0 OR max(x.position) <> count(*) - 1
            """
        }
    }

    /// A column that follows from the others: its value over parameters named as their columns.
    struct Derived: Sendable {
        let column: String
        let value: String
    }

    private init(_ table: TableSchema) {
        self.table = table
        lists = table.fields.compactMap(\.place.side)
        statements = Statements(table, Layout.derived[table.sql])
    }

    /// The layout of a table.
    static func of(_ table: TableSchema) -> Layout {
        made.withLock { made in
            if let layout = made[ObjectIdentifier(table)] { return layout }
            let layout = Layout(table)
            made[ObjectIdentifier(table)] = layout
            return layout
        }
    }

    /// Each keeps its table, so that no other gets its identity.
    private static let made = Mutex<[ObjectIdentifier: Layout]>([:])

    /// The counting date (CONTRACT section 2); the schema checks it, a test holds it to `Activity.countingDate`.
    private static let derived = [
        "activity": Derived(
            column: "counted_on",
            value: """
                CASE WHEN CAST(:voided_on AS TEXT) IS NOT NULL THEN NULL
                WHEN :kind IN ('矛盾纠纷', '办实事') THEN :resolved_on ELSE :held_on END
                """),
        // Found once all rows are in (`Session.refreshEntries`).
        "entry": Derived(column: "place", value: "''"),
    ]
}

extension Layout {
    /// The SQL that reads and writes a table's rows.
    struct Statements: Sendable {
        /// The contract's columns of `t`, in its order, lists joined by `;`.
        let columns: String
        /// All rows with these columns, without a condition.
        let select: String
        /// One row by its key.
        let selectByKey: String
        /// A row of one column if there is one with the key.
        let exists: String
        /// All rows by key in code-point order, as exports are (CONTRACT section 3).
        let selectAll: String
        let insert: String
        /// Parameters: all own columns, then the key.
        let update: String
        let delete: String

        fileprivate init(_ table: TableSchema, _ derived: Derived?) {
            let name = table.sql
            let places = table.fields.map(\.place)
            let own = places.compactMap(\.ownColumn)
            // Named parameters are numbered as they first appear, so own columns are bound 1, 2, 3 …
            let written = own.map { ($0, ":\($0)") } + (derived.map { [($0.column, $0.value)] } ?? [])
            let keys = table.keyColumns
            let isKey = keys.map { "\($0) = ?" }.joined(separator: " AND ")
            columns = places.map { $0.expression(key: keys[0]) }.joined(separator: ", ")
            select = "SELECT \(columns) FROM \(name) t"
            selectByKey = "\(select) WHERE \(keys.map { "t.\($0) = ?" }.joined(separator: " AND "))"
            exists = "SELECT 1 FROM \(name) WHERE \(isKey)"
            selectAll = "\(select) ORDER BY \(keys.map { "t.\($0)" }.joined(separator: ", "))"
            let values = written.map(\.1).joined(separator: ", ")
            insert = "INSERT INTO \(name) (\(written.map(\.0).joined(separator: ", "))) VALUES (\(values))"
            let settings = written.map { "\($0) = \($1)" }.joined(separator: ", ")
            update = "UPDATE \(name) SET \(settings) WHERE \(isKey)"
            delete = "DELETE FROM \(name) WHERE \(isKey)"
        }
    }
}

extension TableSchema {
    /// The SQL columns of its key.
    var keyColumns: [String] { fields.filter(\.isKey).compactMap(\.place.ownColumn) }
}

extension ColumnSchema.Storage {
    /// The side table of a list; nil for anything else.
    var side: Layout.SideTable? {
        if case .list(let name, let owner, let item) = self {
            Layout.SideTable(name: name, owner: owner, item: item)
        } else {
            nil
        }
    }

    /// The SQL column of the table itself; nil for a list.
    var ownColumn: String? {
        switch self {
        case .value(let column), .optional(let column), .flag(let column): column
        case .list: nil
        }
    }

    /// The contract's text of the column, as an expression over `t`.
    fileprivate func expression(key: String) -> String {
        switch self {
        case .value(let column), .optional(let column): "t.\(column)"
        case .flag(let column): "CASE t.\(column) WHEN 1 THEN '是' ELSE '否' END"
        case .list(let side, let owner, let item):
            """
            (SELECT string_agg(i.item, ';') FROM (SELECT x.\(item) AS item FROM \(side) x
                WHERE x.\(owner) = t.\(key) ORDER BY x.position) i)
            """
        }
    }
}
