import Papers
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
        localized("登记簿的定义", "Definition of a register"), like: .definition(of: "登记簿"), of: { .definition(of: $0) }
    ).telling(
        localized(
            "这本登记簿怎样定的：栏目、状态、关口、统计；都可以改，不用的停用，不删除",
            "how the register is defined: fields, states, gates, figures; what is not used is retired"))
}

/// What defines a register: its fields, states, gates and figures, a pane each.
struct DefinitionScreen: PanedScreen {
    private let register: String
    private var definition: RegisterDefinition?
    private var book = RegisterBook.empty
    var panes = Panes(TableSchema.definitions.dropFirst().map { DefinitionPane($0) })

    init(_ register: String) { self.register = register }

    func title(_ context: Context) -> String {
        localized("“\(register)”的定义  \(panes.current.position)", "Definition of \(register)  \(panes.current.position)")
    }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        let name = register
        return [
            Need(DefinitionQuery(register: name)) { screen, book in
                screen.definition = book[name]
                screen.book = book
                screen.panes.change(DefinitionPane.self) { $0.take(book[name], book) }
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (own, tab, book) = (paneBindings(context), stepping(), book)
        let row = definition?.rows.first { $0.table == .registers }
        let nothing = localized("没有这本登记簿", "no such register")
        return own[.edit, .add] + [tab.next] + [
            Binding(.datedChange, .editRegister, on: row, orElse: nothing) { row in
                book[row.key.text].map { [Command.form(.correct(row, of: $0, in: book))] } ?? []
            },
            Binding(.figures, .sketch, on: definition, orElse: nothing) { [.menu(.sketches(of: $0, context))] },
        ] + own.without(own[.edit, .add]) + [tab.previous]
    }

    func ownLayout(_ context: Context) -> PaneLayout { .beside([[0], [1, 2, 3]], of: panes, row: 2, context) }

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

    /// What the selected gate or figure asks, in a sentence.
    func definition(_ context: Context) -> String? {
        (panes.current as? DefinitionPane)?.sentence
            ?? localized(
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
    private var book = RegisterBook.empty
    var list: RowList<DefinitionRow>

    init(_ schema: TableSchema) {
        self.schema = schema
        let columns = schema.fields.filter { $0.column != .register }.map { field in
            let column = field.column
            let layout = TableColumn(
                Form<Filing>.label(column, of: nil) ?? column.title, minimum: field.isKey ? 8 : 4, ideal: 10,
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
    mutating func take(_ register: RegisterDefinition?, _ book: RegisterBook) {
        (self.register, self.book) = (register, book)
        let rows = (register?.rows ?? []).filter { $0.table == schema }
        list.load(rows.sorted { ($0.position, $0.key) < ($1.position, $1.key) })
    }

    /// What the selected gate or figure asks; nil for any other row.
    var sentence: String? {
        guard let register, let row = list.selected else { return nil }
        switch schema {
        case .registerGates:
            // Both stand by 序号.
            guard let gate = zip(register.gates, list.allRows).first(where: { $1.key == row.key })?.0 else {
                return nil
            }
            return localized(
                "到“\(gate.state)”：\(gate.sentence(of: register, book[gate.otherRegister]))",
                "To \"\(gate.state)\": \(gate.sentence(of: register, book[gate.otherRegister]))")
        case .registerFigures:
            return register.figures.first { $0.name.hasSameCodePoints(as: row.text(.figure)) }?.sentence(of: register)
        // Fields and states say themselves what they are.
        default: return nil
        }
    }

    /// Why no gate can be set.
    private var noGate: String {
        let name = register?.name ?? ""
        return localized(
            "没有可设的关口：先建一本对象是“\(name)”的登记簿；要先填的栏目写在流转里",
            "nothing to ask: make a register about \(name) first; fields that must be filled belong to the flow")
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (schema, last) = (schema, list.allRows.map(\.position).max() ?? 0)
        let (register, book) = (register, book)
        let isGate = schema == .registerGates && register?.states.isEmpty == false
        let gates = isGate ? register.flatMap { Menu.gates(of: $0, in: book, after: last) } : nil
        return [
            Binding(.edit, on: list.selected, orElse: localized("没有选中的行", "no row selected")) { row in
                register.map { [Command.form(.correct(row, of: $0, in: book))] } ?? []
            },
            Binding(
                .add, on: register, orElse: localized("正在读取", "still being read"),
                unavailable: isGate && gates == nil ? noGate : nil
            ) {
                gates.map { [.menu($0)] } ?? [.form(.define(schema, of: $0, in: book, after: last))]
            },
        ] + listBindings
    }
}

extension Menu {
    /// What the register looks like so far: its list, its form, the sheet that is printed.
    fileprivate static func sketches(of register: RegisterDefinition, _ context: Context) -> Menu {
        Menu(
            title: localized("\(register.name)：看现在的样子（数字键）", "\(register.name): what it looks like (a digit)"),
            items: [
                Item(
                    localized("列表", "The list"), detail: localized("各栏怎样排", "how the columns stand"),
                    .open(.entries(of: register.name))),
                Item(
                    localized("登记的表", "The form"), detail: localized("看过按 Esc，不保存", "Esc leaves it, nothing is saved"),
                    .form(.enter(register, about: nil, context))),
                Item(
                    localized("打印的卡", "The printed card"), detail: localized("空白的一张", "an empty one"),
                    .read(
                        title: localized("\(register.name)：打印的卡", "\(register.name): the printed card"),
                        PaperKind.entry.blank(of: register, on: context.asOf).words)),
            ])
    }
}

extension Paper {
    /// What stands on it, line by line.
    fileprivate var words: String {
        let tables = tables.flatMap { table in
            ["", table.hasHeader ? table.columns.map(\.heading).listed : ""]
                + table.rows.map { row in row.map(\.shown).filter { !$0.isEmpty }.joined(separator: "  ") + "  ________"
                }
        }
        let head = [heading.title] + lines.flatMap { [$0.left, $0.right] }.filter { !$0.isEmpty }
        return (head + tables + [""] + signing).joined(
            separator: "\n")
    }
}
