import PartyWork
import TerminalUI

extension Route {
    static var registers: Route { Route("registers") { SoloScreen(RegistersPane()) } }
}

extension ScreenKind {
    static let registers = ScreenKind(localized("登记簿", "Registers"), .registers).telling(
        localized(
            "办公室自己定的登记簿：每本多少条、多少没办结、统计是多少；新的也在这里建",
            "the tables that the office defined, with entries and figures; new ones are made here"))
}

extension Tab {
    static let registers = Tab("registers", "登记簿", "Registers", short: "Regs", brief: ("登记", "Regs")) { _ in .registers
    }
}

/// 登记簿: the tables that officers defined, by system, each with what its entries come to; those out of use are the last.
///
/// Enter opens the entries.
struct RegistersPane: SoloPane {
    private var sheet: RegistersOverview?
    var list = RegistersPane.registers

    func title(_ context: Context) -> String { localized("登记簿  \(position)", "Registers  \(position)") }

    func empty(_ context: Context) -> String {
        localized(
            "还没有登记簿：按 ^K 采用现成的体系，或按 F5 自己建一本", "No register yet: ^K adopts those that come along, F5 makes one")
    }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(RegistersQuery(scope: context.scope, asOf: context.asOf, isRestrictedSeen: false)) { pane, sheet in
                pane.sheet = sheet
                pane.list.load(sheet.lines.bySystem + sheet.retired.bySystem)
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let nothing = localized("没有登记簿", "no register")
        let (row, book) = (list.selected, sheet?.book)
        let figures = row.map { $0.figures.isEmpty } ?? true ? localized("这本没有统计", "it has no figures") : nil
        return [
            Binding(.open, .entries, on: row, orElse: nothing) { [.open(.entries(of: $0.name))] },
            Binding(.figures, on: row, orElse: nothing, unavailable: figures) { [.menu(.figures(of: $0))] },
            Binding(.add, .newRegister) { pane in
                [.menu(.newRegister(in: book ?? .empty, like: pane.list.selected?.name))]
            },
            Binding(.edit, .define, on: row, orElse: nothing) { [.open(.definition(of: $0.name))] },
            Binding(.accept, .adopt) { _ in [.effect(.readSystems)] },
        ] + listBindings
    }

    var hasGlances: Bool { true }

    func glance(_ context: Context) -> (any Glance)? {
        list.selected.map { RegisterGlance(line: $0, remark: sheet?.book[$0.name]?.remark ?? "") }
    }

    var hasDetails: Bool { true }

    var details: String? {
        list.selected.map { line in
            let figures = line.figures.map { value in
                let target = value.figure.target.map { localized("（目标 \($0)）", " (target \($0))") } ?? ""
                return "\(value.figure.name) \(value.value)\(value.figure.unit)\(target)"
            }
            let states = line.states.map { "\($0.state) \($0.count.shown)" }
            let remark = sheet?.book[line.name]?.remark ?? ""
            return ([remark] + [states, figures].map { $0.joined(separator: localized("，", ", ")) })
                .filter { !$0.isEmpty }.joined(separator: localized("；", "; "))
        }
    }

    func definition(_ context: Context) -> String? {
        if list.allRows.allSatisfy({ $0.entries != nil }) { return RegistersPane.rule }
        return RegistersPane.rule
            + localized("；“-”：限阅，不给您看", "; \"-\": restricted and not shown to you")
    }

    /// What its counts are.
    fileprivate static var rule: String {
        localized(
            "条目：截至日在册的；未结：不在终态的；逾期、将到期按各状态的期限",
            "Entries that exist on the day; open: in no final state; deadlines by state")
    }

    func printed(_ context: Context) -> [Printout.Item] {
        [list.printed(localized("登记簿汇总", "Registers"), rule: definition(context))]
    }

    fileprivate static var registers: RowList<RegisterReport.Line> {
        RowList(columns, identity: \.name, searched: { "\($0.name) \($0.system) \($0.subject.word)" })
    }

    private static var columns: [RowList<RegisterReport.Line>.Column] {
        [
            .init(TableColumn(localized("体系", "System"), minimum: 10, ideal: 14, dropOrder: 2), by: \.system) {
                $0.system
            },
            .init(TableColumn(localized("登记簿", "Register"), minimum: 12, ideal: 20, share: 1), named: .thing) { line in
                let name = line.isRestricted ? localized("\(line.name)（限阅）", "\(line.name) (restricted)") : line.name
                return line.isRetired ? localized("\(name)（停用）", "\(name) (retired)") : name
            },
            .init(TableColumn(localized("对象", "About"), minimum: 8, ideal: 12, dropOrder: 1), by: \.subject.word) {
                $0.subject.title
            },
            count(localized("条目", "Entries"), \.entries), count(localized("未结", "Open"), \.open),
            count(localized("逾期", "Overdue"), \.overdue, .overdue),
            count(localized("将到期", "Due soon"), \.dueSoon, .dueSoon),
            .init(TableColumn(localized("统计", "Figure"), minimum: 16, ideal: 28, share: 1, dropOrder: 3)) { line in
                line.figures.first.map { "\($0.figure.name) \($0.value)\($0.figure.unit)" } ?? ""
            },
        ]
    }

    private static func count(
        _ title: String, _ number: @escaping @Sendable (RegisterReport.Line) -> Int?, _ state: ProgressState? = nil
    ) -> RowList<RegisterReport.Line>.Column {
        .init(
            TableColumn(title, minimum: localized(6, 8), alignment: .right), by: { number($0) ?? -1 },
            element: { line in (number(line) ?? 0) > 0 ? state.map { .of($0) } ?? .text : .text },
            text: { number($0).shown })
    }
}

extension [RegisterReport.Line] {
    /// By system, those of none last; in it by name.
    fileprivate var bySystem: Self {
        enumerated().sorted { one, other in
            let (left, right) = (one.element.system, other.element.system)
            if left.isEmpty != right.isEmpty { return right.isEmpty }
            if left != right { return left.precedesByCodePoint(right) }
            return one.offset < other.offset
        }.map(\.element)
    }
}

extension Menu {
    /// The figures of a register, each of which opens its rows.
    fileprivate static func figures(of line: RegisterReport.Line) -> Menu {
        Menu(
            title: localized("\(line.name)：看哪个数字（数字键）", "\(line.name): which figure (a digit)"),
            items: line.figures.map { value in
                Item(
                    value.figure.name, detail: "\(value.value)\(value.figure.unit)  \(value.figure.condition)",
                    .open(.entries(of: line.name, figure: value.figure)))
            })
    }
}

// MARK: - Of a county

/// The registers of all towns.
struct CountyRegisters: CountyListing {
    var title: String { localized("全县登记簿", "Registers of all towns") }
    var nothing: String { localized("各乡镇都没有登记簿", "No register in any town") }
    var list: RowList<RegisterReport.Line> { RegistersPane.registers }

    func definition(_ context: Context) -> String? { RegistersPane.rule }

    func rows(of town: any LedgerReading, _ scope: Scope, asOf day: Day) throws -> [RegisterReport.Line] {
        try town.registers(nil, asOf: day, scope: scope, isRestrictedSeen: false).lines.bySystem
    }

    func place(of row: RegisterReport.Line, asOf day: Day) -> Route { .entries(of: row.name) }
}

extension Route {
    static var countyRegisters: Route { Route("county-registers") { SoloScreen(CountyListPane(CountyRegisters())) } }
}

extension ScreenKind {
    static let countyRegisters = ScreenKind(CountyRegisters().title, .countyRegisters)
}

extension Tab {
    /// It is called as the town's, and stands for it.
    static let countyRegisters = Tab(Tab.registers.word, "登记簿", "Registers", short: "Regs", brief: ("登记", "Regs")) {
        _ in .countyRegisters
    }
}
