import Papers
import PartyWork
import TerminalUI

extension Route {
    static var months: Route { Route("months") { SoloScreen(MonthsPane()) } }
}

extension ScreenKind {
    static let months = ScreenKind(localized("月报", "Months"), .months).telling(
        localized(
            "每个支部每个月一格：哪个月缺党日、缺材料，报了没有，镇里收了没有",
            "a cell for each branch and month: what it lacks, whether it was sent and accepted"))
}

extension Tab {
    static let months = Tab("months", "月报", "Months", brief: (nil, "Mon."), words: ["上报", "报表"]) { _ in .months }
}

/// A year of all branches.
struct MonthMapQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> MonthMap { try ledger.monthMap(in: scope, asOf: asOf) }
}

/// 月报: a year of all branches, a cell for each month, selected with the four arrows.
///
/// It reads without colour: the first character says how far the month's work has come, the second where its report
/// stands.
struct MonthsPane: SoloPane {
    private var map: MonthMap?
    var list = MonthsPane.branches
    /// The selected month, 1 to 12; nil before the officer chose one, when it is the as-of date's.
    private var chosen: Int?

    func title(_ context: Context) -> String {
        let selected =
            way.map {
                localized(
                    "  \($0.name) \($0.month.number) 月\($0.state.title)",
                    "  \($0.name) \(Month.english[$0.month.number - 1]) \($0.state.title)")
            } ?? ""
        return localized(
            "月报：\(context.asOf.year) 年\(selected)  \(position)",
            "Months of \(context.asOf.year)\(selected)  \(position)")
    }

    func empty(_ context: Context) -> String { localized("这个范围内没有支部", "No branch in this scope") }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(MonthMapQuery(scope: context.scope, asOf: context.asOf)) { pane, map in
                pane.map = map
                pane.list.load(map.branches)
            }
        ]
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool { map != nil }

    /// Below the branches: how many held their 主题党日, how many months were accepted.
    var footRows: Int { 2 }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        drawList(on: &frame, focused: focused, context)
        guard let map, list.count > 0 else { return }
        let row = min(list.count + 1, frame.size.rows - footRows)
        let slots = list.slots(in: frame.size.columns, context)
        let (held, accepted) = (map.totals.map { String($0.held) }, map.totals.map { String($0.accepted) })
        for (line, texts) in [
            [localized("党日开了", "Held a party day")] + held, [localized("镇里已接收", "Accepted")] + accepted,
        ].enumerated() {
            frame.put(texts, in: slots, row: row + line, column: 2, style: context.style(.muted))
        }
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (way, find) = (way, listBindings[.find])
        let nothing = localized("没有支部", "no branch")
        let open = Binding<Self>(.open, way.map { _ in .rows }, on: way, orElse: nothing) { way in
            let subject = Figure.Subject.month(way.code, name: way.name, way.month)
            return [.open(.figure(Figure(.month, of: subject)))]
        }
        let form = Binding<Self>(.figures, way.map { _ in .month }, on: way, orElse: nothing) {
            [.open(.month($0.code, $0.month))]
        }
        let steps: [Binding<Self>] =
            list.chosen.isEmpty ? way?.bindings(context) ?? MonthWay.none(nothing) : MonthWay.bindings(ways, context)
        return [open, form] + steps + (way.map { [accepting($0.month, context)] } ?? []) + find
            + listBindings[.choose, .chooseRange, .chooseAll]
    }

    /// Accepting all that was submitted of a month.
    private func accepting(_ month: Month, _ context: Context) -> Binding<Self> {
        let branches = submitted
        let none = localized("\(month.title)没有已上报的支部", "no branch submitted \(month.title)")
        let early = MonthRules.refusal(.accept, of: month, branch: "", in: .submitted, on: context.today)?.text
        return Binding(.acceptAll, unavailable: branches.isEmpty ? none : early) { _ in
            [.confirm(.acceptAll(branches, of: month))]
        }
    }

    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? { way.map { MonthGlance($0, asOf: context.asOf) } }

    var cell: Int? { map.map { min(chosen ?? $0.asOf.month, $0.asOf.month) } }

    mutating func stepCell(_ step: Int, _ context: Context) -> Bool {
        guard let map, let cell else { return false }
        chosen = max(1, min(map.asOf.month, cell + step))
        return true
    }

    func definition(_ context: Context) -> String? { MonthsPane.signs }

    /// What the characters of a cell mean.
    fileprivate static var signs: String {
        localized(
            "未:没有活动 缺:缺党日 部:缺材料 全:齐 报:已上报 签:已接收 退:已退回 重:已重开",
            "- nothing  x no party day  / papers lack  + all  S sent  A accepted  R returned  O reopened")
    }

    func keep(_ name: String, in kept: inout KeptWords) {
        kept[number: name + ".month"] = chosen
        list.keep(name, in: &kept)
    }

    mutating func restore(_ name: String, from kept: KeptWords) {
        chosen = kept[number: name + ".month"].flatMap { (1...12).contains($0) ? $0 : nil }
        list.restore(name, from: kept)
    }

    func draft(_ context: Context) -> ActivityDraft {
        let isPast = cell.map { $0 < context.asOf.month } ?? false
        return ActivityDraft(
            heldBy: list.meant.map { Candidate(key: $0.code.digits, name: $0.name) },
            on: isPast ? way?.month.last : nil)
    }
}

extension MonthsPane {
    /// What the keys act on.
    private var way: MonthWay? { list.selected.flatMap { way(of: $0) } }

    /// What the keys act on where branches are chosen.
    private var ways: [MonthWay] { list.chosenRows.compactMap { way(of: $0) } }

    private func way(of branch: MonthMap.Branch) -> MonthWay? {
        guard let cell, let month = branch.cell(cell) else { return nil }
        return MonthWay(code: branch.code, name: branch.name, month: month.month, state: month.state, work: month.work)
    }

    /// The branches that have reported the selected month and wait for acceptance.
    private var submitted: [MonthMap.Branch] {
        list.allRows.filter { branch in cell.flatMap { branch.cell($0) }?.state == .submitted }
    }

    fileprivate static var branches: RowList<MonthMap.Branch> {
        let name = RowList<MonthMap.Branch>.Column(
            TableColumn(localized("支部", "Branch"), minimum: 8, ideal: 18), named: .thing
        ) { $0.name }
        // A terminal without room for all leaves off what has its place on the month's own page, then the oldest months.
        let months = (1...12).map { month in
            RowList<MonthMap.Branch>.Column(
                TableColumn(
                    localized("\(month)月", "\(Month.english[month - 1])"), minimum: 4,
                    dropOrder: 13 - month, isHard: true),
                element: { $0.cell(month)?.element(isLast: month == $0.cells.count) ?? .text },
                text: { $0.cell(month)?.sign ?? "" })
        }
        return RowList(
            [name] + months + [
                total(localized("缺党日", "No p.day"), dropOrder: 13) { $0.lack == .partyDay },
                total(localized("待补", "Papers"), dropOrder: 14) { $0.lack == .papers },
                total(localized("未收", "Open"), dropOrder: 15) { $0.state != .accepted },
            ], identity: \.code.digits, searched: { "\($0.code) \($0.name)" }
        ).choosing()
    }

    /// How many of a branch's finished months are so.
    private static func total(
        _ title: String, dropOrder: Int, _ counts: @escaping @Sendable (MonthMap.Cell) -> Bool
    ) -> RowList<MonthMap.Branch>.Column {
        let count: @Sendable (MonthMap.Branch) -> Int = { $0.cells.dropLast().count(where: counts) }
        return .init(TableColumn(title, minimum: 4, alignment: .right, dropOrder: dropOrder), by: count) {
            count($0) == 0 ? "-" : String(count($0))
        }
    }
}

extension MonthMap.Branch {
    /// The cell of a month, 1 to 12; nil after the as-of date.
    fileprivate func cell(_ month: Int) -> MonthMap.Cell? { cells.indices.contains(month - 1) ? cells[month - 1] : nil }
}

extension MonthMap.Cell {
    /// Coloured by what is missing: the running month has no fill, for it is not over.
    fileprivate func element(isLast: Bool) -> Element {
        if state == .returned { return .pending }
        return switch lack {
        case .partyDay: isLast ? .dueSoon : .cellMissing
        case .papers: isLast ? .text : .cellPapers
        case .nothing: isLast ? .text : .cellWhole
        }
    }
}

// MARK: - Printing

extension MonthsPane {
    /// The map, the selected branch's forms, and the month's forms of all branches.
    func printed(_ context: Context) -> [Printout.Item] {
        let map = list.printed(localized("月报", "Monthly reports"), rule: definition(context))
        guard let way else { return [map] }
        let all = PaperRequest(
            .month, in: context.scope, asOf: min(way.month.last, context.asOf), month: way.month)
        return [map] + Printout.papers(ofBranch: way.code, way.name, month: way.month, context)
            + [Printout.papers(all, localized("每个支部一张 \(way.month.title)", "one for each branch, \(way.month.title)"))]
    }
}

// MARK: - Of a county

/// The months of all towns' branches.
struct CountyMonths: CountyListing {
    var title: String { localized("全县月报", "Months of all towns") }
    var nothing: String { localized("各乡镇都没有支部", "No branch in any town") }
    var list: RowList<MonthMap.Branch> { MonthsPane.branches }

    func definition(_ context: Context) -> String? { MonthsPane.signs }

    func rows(of town: any LedgerReading, _ scope: Scope, asOf day: Day) throws -> [MonthMap.Branch] {
        try town.monthMap(in: scope, asOf: day).branches
    }

    func place(of row: MonthMap.Branch, asOf day: Day) -> Route { .month(row.code, Month(day)) }
}

extension Route {
    static var countyMonths: Route { Route("county-months") { SoloScreen(CountyListPane(CountyMonths())) } }
}

extension ScreenKind {
    static let countyMonths = ScreenKind(CountyMonths().title, .countyMonths)
}

extension Tab {
    /// It is called as the town's, and stands for it.
    static let countyMonths = Tab(Tab.months.word, "月报", "Months", brief: (nil, "Mon.")) { _ in .countyMonths }
}
