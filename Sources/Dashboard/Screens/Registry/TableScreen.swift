import PartyWork
import TerminalUI

extension Route {
    /// The rows of a table that officers made.
    static func table(_ table: TableSchema) -> Route { Route("table", [table.name]) { TableScreen(table) } }
}

extension Catalogue {
    /// The screens with one more, and a tab behind the others, for each table that officers made.
    package func showing(_ tables: [TableSchema]) -> Catalogue {
        let made = tables.filter(\.isMade)
        guard let first = made.first else { return self }
        let kind = ScreenKind(first.title, like: .table(first), of: { made.named($0).map { .table($0) } })
        return Catalogue(kinds: kinds + [kind], tabs: tabs + made.map { Tab($0) })
    }
}

extension Tab {
    fileprivate init(_ table: TableSchema) {
        let (chinese, english) = (Language.chinese, Language.english)
        func title(_ language: Language) -> String { Language.$current.withValue(language) { table.title } }
        self.init(table.name, title(chinese), title(english), brief: (nil, title(english))) { _ in .table(table) }
    }
}

/// The rows of a table that officers made, of which the program knows nothing but the schema.
struct TableScreen: PanedScreen {
    var panes: Panes

    init(_ table: TableSchema) { panes = Panes([TablePane(table)]) }

    func title(_ context: Context) -> String { "\(panes.current.name)  \(panes.current.position)" }

    func ownLayout(_ context: Context) -> PaneLayout { .one(of: panes, row: 0, column: 2, gap: 1, context.body) }

    func bindings(_ context: Context) -> [Binding<Self>] { paneBindings(context) }
}

/// The rows of a table that officers made; of one that names an organization those of the scope.
struct RecordsQuery: Query {
    let table: TableSchema
    let scope: Scope

    func answer(from ledger: any LedgerReading) throws -> [AnyRecord] { try ledger.records(of: table, in: scope) }
}

/// The list of such a table: its columns, added to and corrected in forms made of them.
struct TablePane: RowPane {
    private let schema: TableSchema
    var list: RowList<AnyRecord>

    init(_ schema: TableSchema) {
        self.schema = schema
        list = RowList(schema.fields.map(TablePane.column), identity: \.key.text, searched: { $0.key.description })
    }

    private static func column(_ field: ColumnSchema) -> RowList<AnyRecord>.Column {
        let column = field.column
        let layout = TableColumn(
            column.title, minimum: field.isKey ? 8 : 6, ideal: 12, alignment: field.numbers == nil ? .left : .right,
            dropOrder: field.isRequired ? 0 : 1)
        return RowList<AnyRecord>.Column(
            layout, by: { $0.record.text(column) }, text: { field.title(of: $0.record.text(column)) })
    }

    var name: String { schema.title }
    var table: TableSchema? { schema }

    func empty(_ context: Context) -> String { localized("还没有\(name)，按 F5 新增", "No \(name) yet: F5 adds") }

    func needs(_ context: Context) -> [Need<Self>] {
        [Need(RecordsQuery(table: schema, scope: context.scope)) { pane, records in pane.list.load(records) }]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let nothing = localized("没有选中的行", "no row selected")
        return [
            Binding(.add) { pane in [.form(.add(pane.schema))] },
            Binding(.edit, on: list.selected, orElse: nothing) { [.form(.correct($0))] },
        ] + listBindings
    }

    func printed(_ context: Context) -> [Printout.Item] { [list.printed(name, rule: nil)] }
}
