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

    /// Below the branches: how many held their 主题党日, how many months were accepted; where rows are left also what lacks its papers,
    /// and the visits.
    var footRows: Int { 2 }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        drawList(on: &frame, focused: focused, context)
        guard let map, list.count > 0 else { return }
        let row = min(list.count + 1, frame.size.rows - footRows)
        let slots = list.slots(in: frame.size.columns, context)
        let months = map.totals
        let lines = [
            FootLine(
                localized("党日开了", "Held a party day"), brief: localized("党日", "Held"), months.map(\.held),
                .missingPartyDays),
            FootLine(
                localized("镇里已接收", "Accepted"), brief: localized("接收", "Acc."), months.map(\.accepted), .notAccepted),
            FootLine(
                localized("材料待补", "Papers lack"), brief: localized("待补", "Pap."), months.map(\.papers), .papers,
                cellsAfter: 3),
            FootLine(
                localized("走访", "Visits"), brief: localized("走访", "Vis."), months.map(\.visits), nil, cellsAfter: 0),
        ]
        for (line, foot) in lines.enumerated() where row + line < frame.size.rows {
            foot.draw(map.branches, on: &frame, row: row + line, slots, context)
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

    func definition(_ context: Context) -> String? {
        MonthsPane.signs
            + (context.screen < 100 ? "" : localized(" 补:待补 访:走访", "  p. papers  v. visits"))
    }

    /// What the characters of a cell mean.
    fileprivate static var signs: String {
        localized(
            "未:没有活动 缺:缺党日 部:缺材料 全:齐 报:已上报 签:已接收 退:已退回 重:已重开",
            "- none  x no p.day  / papers  + all  S sent  A accepted  R back  O reopened")
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
                    localized("\(month)月", "\(Month.english[month - 1])"), minimum: MonthMap.Cell.signWidth,
                    dropOrder: 13 - month, isHard: true, detail: localized("补 访", "p. v.")),
                element: { $0.cell(month)?.element(isLast: month == $0.cells.count) ?? .text },
                text: { $0.cell(month)?.sign ?? "" }
            ).showing { $0.cell(month)?.face ?? CellFace() }
        }
        return RowList(
            [name] + months + Total.allCases.map(\.column), identity: \.code.digits,
            searched: { "\($0.code) \($0.name)" }
        ).choosing()
    }
}

/// A sum of a branch's months, at the end of its row.
private enum Total: Int, CaseIterable {
    case missingPartyDays
    case papers
    case notAccepted

    func count(_ branch: MonthMap.Branch) -> Int {
        let finished = branch.cells.dropLast()
        return switch self {
        case .missingPartyDays: finished.count { $0.lack == .partyDay }
        case .papers: branch.cells.reduce(0) { $0 + $1.papers }
        case .notAccepted: finished.count { $0.state != .accepted }
        }
    }

    var column: RowList<MonthMap.Branch>.Column {
        .init(
            TableColumn(title, minimum: 4, alignment: .right, dropOrder: 13 + rawValue), by: { count($0) },
            text: { count($0) == 0 ? "-" : String(count($0)) })
    }

    private var title: String {
        switch self {
        case .missingPartyDays: localized("缺党日", "No p.day")
        case .papers: localized("待补", "Papers")
        case .notAccepted: localized("未收", "Open")
        }
    }
}

/// A sum of all branches, month by month, below their rows.
private struct FootLine {
    let title: String
    /// The title where all branches have short names.
    let brief: String
    let months: [Int]
    /// The sums of the rows that belong to it; nil for none.
    let total: Total?
    /// Where a cell tells the same of one branch, the cells after it there; nil where none does.
    let cellsAfter: Int?

    init(_ title: String, brief: String, _ months: [Int], _ total: Total?, cellsAfter: Int? = nil) {
        (self.title, self.brief, self.months, self.total, self.cellsAfter) = (title, brief, months, total, cellsAfter)
    }

    func draw(
        _ branches: [MonthMap.Branch], on frame: inout Frame, row: Int, _ slots: [ColumnLayout.Slot], _ context: Context
    ) {
        let sum = total.map { total in branches.reduce(0) { $0 + total.count($1) } }
        for slot in slots {
            let place = slot.index - 1
            var (text, alignment, width) = ("", slot.alignment, slot.width)
            if place < 0 {
                text = context.textWidth.cells(title) <= width ? title : brief
            } else if months.indices.contains(place) {
                text = String(months[place])
                // Below the figure of which it is the sum.
                if let cellsAfter, width > MonthMap.Cell.signWidth { (alignment, width) = (.right, width - cellsAfter) }
            } else if let total, place == 12 + total.rawValue, let sum {
                text = String(sum)
            }
            frame.put(
                text, row: row, column: 2 + slot.column, width: width, alignment: alignment,
                style: context.style(.muted))
        }
    }
}

extension MonthMap.Branch {
    /// The cell of a month, 1 to 12; nil after the as-of date.
    fileprivate func cell(_ month: Int) -> MonthMap.Cell? { cells.indices.contains(month - 1) ? cells[month - 1] : nil }
}

extension MonthMap.Cell {
    /// The cells of its sign.
    fileprivate static let signWidth = 4

    /// Its sign, and beside it where there is room how much lacks its papers and how many visits there were; blank for none.
    fileprivate var face: CellFace {
        func padded(_ count: Int, _ cells: Int) -> String {
            let digits = count == 0 ? "" : String(count)
            return String(repeating: " ", count: max(count > 99 ? 1 : 0, cells - digits.count)) + digits
        }
        return CellFace(
            text: sign, detail: padded(papers, 2) + padded(visits, 3), detailColumn: MonthMap.Cell.signWidth)
    }

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
