import PartyWork
import TerminalUI

extension Route {
    /// What defines a register.
    static func definition(of register: String) -> Route {
        Route("definition", [register]) { DefinitionScreen(register) }
    }
}

extension ScreenKind {
    static let definition = ScreenKind(
        localized("登记簿的定义", "Definition of a register"), like: .definition(of: "登记簿"), of: { .definition(of: $0) })
}

/// What defines a register: its fields, states, gates and figures, a pane each.
struct DefinitionScreen: PanedScreen {
    private let register: String
    private var definition: RegisterDefinition?
    var panes = Panes(TableSchema.definitions.dropFirst().map { DefinitionPane($0) })

    init(_ register: String) { self.register = register }

    func title(_ context: Context) -> String {
        localized("“\(register)”的定义  \(panes.current.position)", "Definition of \(register)  \(panes.current.position)")
    }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        let name = register
        return [
            Need(RegisterBookQuery()) { screen, book in
                screen.definition = book[name]
                screen.panes.change(DefinitionPane.self) { $0.take(book[name]) }
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (own, tab) = (paneBindings(context), stepping())
        let row = definition?.rows.first { $0.table == .registers }
        return own[.edit, .add] + [tab.next] + [
            Binding(.datedChange, .editRegister, on: row, orElse: localized("没有这本登记簿", "no such register")) {
                [.form(.correct($0))]
            }
        ] + own.without(own[.edit, .add]) + [tab.previous]
    }

    func layout(_ context: Context) -> PaneLayout { .one(of: panes, row: 2, context.body) }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        guard let definition else { return true }
        let words = [
            definition.system, localized("对象：\(definition.subject.title)", "about: \(definition.subject.title)"),
            definition.isRestricted ? localized("限阅", "restricted") : "",
            definition.retiredOn.map { localized("\($0) 起停用", "out of use from \($0)") } ?? "", definition.remark,
        ]
        frame.put(
            words.filter { !$0.isEmpty }.joined(separator: "  "), row: 0, column: 2, maxWidth: frame.size.columns - 3)
        return true
    }

    func definition(_ context: Context) -> String? {
        localized(
            "在用的不能改掉或收窄；不用了填停用日期，不删除",
            "What is in use is not taken away or narrowed; it is retired by a day, never deleted")
    }

    func printout(_ context: Context) -> Printout {
        guard let pane = panes.current as? any RowPane else { return Printout() }
        return Printout([pane.printed(of: register, scope: context.scope, filters: [], rule: nil)])
    }
}

/// The rows of one of the tables that define a register, by number.
struct DefinitionPane: RowPane {
    private let schema: TableSchema
    private var register: RegisterDefinition?
    var list: RowList<DefinitionRow>

    init(_ schema: TableSchema) {
        self.schema = schema
        let columns = schema.fields.filter { $0.column != .register }.map { field in
            let column = field.column
            let layout = TableColumn(
                column.title, minimum: field.isKey ? 8 : 4, ideal: 10,
                share: column == .condition || column == .remark ? 1 : 0,
                alignment: field.numbers == nil ? .left : .right, dropOrder: field.isRequired ? 0 : 1)
            return RowList<DefinitionRow>.Column(layout, text: { field.title(of: $0.text(column)) })
        }
        list = RowList(columns, identity: \.key.text, searched: { $0.key.description })
    }

    var name: String { schema.title }
    var table: TableSchema? { schema }

    func empty(_ context: Context) -> String { localized("还没有\(name)，按 F5 新增", "No \(name) yet: F5 adds") }

    /// Takes the register; nil for one that there is no more.
    mutating func take(_ register: RegisterDefinition?) {
        self.register = register
        let rows = (register?.rows ?? []).filter { $0.table == schema }
        list.load(rows.sorted { ($0.position, $0.key) < ($1.position, $1.key) })
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (schema, last) = (schema, list.allRows.map(\.position).max() ?? 0)
        return [
            Binding(.edit, on: list.selected, orElse: localized("没有选中的行", "no row selected")) { [.form(.correct($0))] },
            Binding(.add, on: register, orElse: localized("正在读取", "still being read")) {
                [.form(.define(schema, of: $0, after: last))]
            },
        ] + listBindings
    }
}
