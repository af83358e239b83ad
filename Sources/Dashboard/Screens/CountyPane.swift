import PartyWork
import TerminalUI

extension Route {
    static var county: Route { Route("county") { SoloScreen(CountyPane()) } }
}

extension ScreenKind {
    static let county = ScreenKind(localized("全县", "All towns"), .county)
}

extension Tab {
    /// It stands where the overview of a town does, to which Esc leads.
    static let county = Tab(Tab.overview.word, "全县", "All towns", brief: (nil, "Towns")) { _ in .county }
}

/// The figures of the towns that an officer may read.
struct CountyQuery: Query {
    let officer: Officer
    let today: Day
    let asOf: Day

    /// Each town is asked for its own.
    var right: Right? { nil }

    func answer(from ledger: any LedgerReading) throws -> CountyReport? {
        try ledger.county(asOf: asOf, for: officer, on: today)
    }
}

/// 全县: each town of a server with its totals, which Enter opens (SERVER section 4).
struct CountyPane: SoloPane {
    var list = RowList<CountyReport.Town>(columns, identity: \.code.digits, searched: { "\($0.code) \($0.name)" })
    /// All towns together; nil until they are known.
    private var sum: CountyReport.Town?

    func title(_ context: Context) -> String { localized("全县  \(position)", "All towns  \(position)") }

    func empty(_ context: Context) -> String { localized("没有看得到的乡镇", "No town that you may read") }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(CountyQuery(officer: context.officer, today: context.today, asOf: context.asOf)) { pane, report in
                pane.list.load(report?.towns ?? [], sum: report?.sum)
                pane.sum = report?.sum
            }
        ]
    }

    func definition(_ context: Context) -> String? {
        localized("只列你能看的乡镇；登记、打印、改动都要先打开乡镇", "The towns that you may read; record and print in a town, Enter opens it")
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let open = Binding<Self>(.open, on: list.selected, orElse: localized("没有乡镇", "no town")) {
            [
                .notice(localized("正在打开 \($0.title)…", "Opening \($0.title)…")), .effect(.openTown($0.code)),
            ]
        }
        return [open] + listBindings
    }

    var footRows: Int { 1 }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        drawList(on: &frame, focused: focused, context)
        guard let sum, list.count > 0 else { return }
        let row = min(list.count + 1, frame.size.rows - footRows)
        frame.put(
            list.columns.map { $0.text(sum) }, in: list.slots(in: frame.size.columns, context), row: row, column: 2,
            style: context.style(.muted))
    }

    /// The figures have room for those of a whole county; what is shorter takes less.
    private static var columns: [RowList<CountyReport.Town>.Column] {
        [
            .init(TableColumn(localized("乡镇", "Town"), minimum: 10, ideal: 20), named: .thing, \.title),
            .number(localized("支部", "Br."), minimum: 4, dropOrder: 3, \.totals.branches),
            .init(
                TableColumn(localized("主题活动", "Theme"), minimum: 8, alignment: .right, dropOrder: 2),
                by: { ratio($0.totals.villagesDone, of: $0.totals.villages) },
                text: { "\($0.totals.villagesDone)/\($0.totals.villages)" }),
            .init(
                TableColumn(localized("五个一", "Five ones"), minimum: localized(16, 20)),
                by: { ratio($0.totals.fiveOnes.done, of: $0.totals.fiveOnes.target) },
                element: { .of($0.totals.fiveOnes.state) },
                text: { "\($0.totals.fiveOnes.fraction) \($0.totals.fiveOnes.state.title)" }),
            .init(
                TableColumn(localized("户覆盖", "Households"), minimum: 18, alignment: .right),
                by: { $0.totals.households.permille ?? 1_001 }, text: \.totals.households.figure),
            .init(
                TableColumn(localized("党员覆盖", "Members"), minimum: 18, alignment: .right, dropOrder: 1),
                by: { $0.totals.members.permille ?? 1_001 }, text: \.totals.members.figure),
            .init(
                TableColumn(localized("走访", "Home"), minimum: 11, alignment: .right, dropOrder: 4),
                by: { ratio($0.totals.visitedThisMonth, of: $0.totals.households.inScope) },
                text: { "\($0.totals.visitedThisMonth)/\($0.totals.households.inScope)" }),
            .number(localized("合作社", "Coops"), minimum: 6, dropOrder: 5, \.totals.cooperatives.active),
        ]
    }

    /// What rows are ordered by; those of which nothing is asked last.
    private static func ratio(_ done: Int, of all: Int) -> Int { all == 0 ? .max : done * 1_000 / all }
}
