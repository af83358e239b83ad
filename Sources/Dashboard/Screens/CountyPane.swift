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
        try ledger.county(asOf: asOf, for: officer, on: today) { town, scope in
            try town.status(asOf: asOf, scope: scope).totals
        }?.counted
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
            .openingTown($0.code, called: $0.title)
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
            figure(
                TableColumn(localized("支部", "Br."), minimum: 4, alignment: .right, dropOrder: 3), by: \.branches,
                text: { "\($0.branches)" }),
            figure(
                TableColumn(localized("专题调研", "Research"), minimum: 8, alignment: .right, dropOrder: 7),
                by: { ratio($0.committeeDone, of: $0.committee) }, text: { "\($0.committeeDone)/\($0.committee)" }),
            figure(
                TableColumn(localized("主题活动", "Theme"), minimum: 8, alignment: .right, dropOrder: 2),
                by: { ratio($0.villagesDone, of: $0.villages) }, text: { "\($0.villagesDone)/\($0.villages)" }),
            .init(
                TableColumn(localized("五个一", "Five ones"), minimum: localized(16, 20)),
                by: { $0.answer.map { ratio($0.fiveOnes.done, of: $0.fiveOnes.target) } ?? .max },
                element: { $0.answer.map { .of($0.fiveOnes.state) } ?? .pending },
                text: { town in
                    town.answer.map { "\($0.fiveOnes.fraction) \($0.fiveOnes.state.title)" } ?? town.obstacle?.brief
                        ?? ""
                }),
            figure(
                TableColumn(localized("户覆盖", "Households"), minimum: 18, alignment: .right),
                by: { $0.households.permille ?? 1_001 }, text: \.households.figure),
            figure(
                TableColumn(localized("党员覆盖", "Members"), minimum: 18, alignment: .right, dropOrder: 1),
                by: { $0.members.permille ?? 1_001 }, text: \.members.figure),
            figure(
                TableColumn(localized("走访", "Home"), minimum: 11, alignment: .right, dropOrder: 4),
                by: { ratio($0.visitedThisMonth, of: $0.households.inScope) },
                text: { "\($0.visitedThisMonth)/\($0.households.inScope)" }),
            figure(
                TableColumn(localized("受访", "Vis."), minimum: 5, alignment: .right, dropOrder: 6), by: \.visitsReceived,
                text: { "\($0.visitsReceived)" }),
            figure(
                TableColumn(localized("合作社", "Coops"), minimum: 6, alignment: .right, dropOrder: 5),
                by: \.cooperatives.active, text: { "\($0.cooperatives.active)" }),
        ]
    }

    /// A column of a figure; a town that was not asked has none, and stands last.
    private static func figure(
        _ layout: TableColumn, by value: @escaping @Sendable (StatusReport.Totals) -> Int,
        text: @escaping @Sendable (StatusReport.Totals) -> String
    ) -> RowList<CountyReport.Town>.Column {
        .init(layout, by: { $0.answer.map(value) ?? .max }, text: { $0.answer.map(text) ?? "" })
    }

    /// What rows are ordered by; those of which nothing is asked last.
    private static func ratio(_ done: Int, of all: Int) -> Int { all == 0 ? .max : done * 1_000 / all }
}
