import Papers
import PartyWork
import TerminalUI

extension Route {
    static var pairing: Route { Route("pairing") { SoloScreen(CoveragePane()) } }
}

extension ScreenKind {
    static let pairing = ScreenKind(localized("结对", "Pairing"), .pairing).telling(
        localized(
            "每个支部还有多少户没有帮扶人、多少党员没有结对，差得多的在前",
            "how many households have no helper and how many members are unpaired, branch by branch"))
}

extension Tab {
    static let pairing = Tab(
        "pairing", "结对", "Pairing", short: "Pair", brief: (nil, "Pair"), words: ["覆盖率", "帮扶", "缺口"]
    ) { _ in .pairing }
}

/// 结对: the two coverage rates of each branch, the branches with the most gaps first.
struct CoveragePane: SoloPane, CellPane {
    private var report: StatusReport?
    /// Why households are without a helper, and two years of all branches, where there may be room for them.
    private var reasons: [GapReason]?
    private var trend: TrendReport?
    /// Which side Enter opens, and which side's gaps put a branch first.
    private var side = PairingSide.households
    var chosenCell = 0
    var list: RowList<StatusReport.BranchStatus> = list(largestGap: 0)

    func title(_ context: Context) -> String { localized("结对  \(position)", "Pairing  \(position)") }

    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? {
        guard let branch = list.selected else { return nil }
        // What is the township's own is a part of its codes only, and other branches have no households.
        let isAsked = branch.standing == .existing && (side == .members || branch.households.inScope > 0)
        return isAsked
            ? GapsGlance(branch, side, asOf: context.asOf) : BranchGlance(branch, asOf: context.asOf)
    }

    func empty(_ context: Context) -> String {
        localized("这个范围内没有支部；按 ^G 换范围", "No branch in this scope; ^G changes the scope")
    }

    func needs(_ context: Context) -> [Need<Self>] {
        let status = Need<Self>(StatusQuery(scope: context.scope, asOf: context.asOf)) { pane, report in
            pane.report = report
            pane.load()
        }
        guard context.breadth == .broadest, !context.isPlain else { return [status] }
        let trend = Need<Self>(TrendQuery(scope: context.scope, asOf: context.asOf)) { $0.trend = $1 }
        let reasons = Need<Self>(HouseholdsQuery(scope: context.scope, asOf: context.asOf)) {
            $0.reasons = $1.gapReasons
        }
        return [status, trend.later, reasons.later]
    }

    private mutating func load() {
        let lines = report?.lines ?? []
        let largest = lines.map { max($0.households.gap, $0.members.gap) }.max() ?? 0
        list.show(columnsAs: CoveragePane.list(largestGap: largest))
        list.load(lines.sorted { CoveragePane.isWorse($0, $1, side) })
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let other = side == .households ? localized("看党员", "members") : localized("看户", "households")
        let (report, reasons) = (report, side == .households ? reasons ?? [] : [])
        return [
            Binding(.open, on: list.selected, orElse: localized("没有支部", "no branch")) { [.open(opened($0))] },
            Binding(.nextPane, leadingTo: other) { $0.turn() },
            Binding(.figures) { _ in report.map { [.menu(.figures($0.pairingFigures, with: reasons))] } ?? [] },
        ] + listBindings + [Binding(.previousPane, leadingTo: other) { $0.turn() }]
    }

    private mutating func turn() -> [Command] {
        side = side == .households ? .members : .households
        load()
        list.select { _ in true }
        return []
    }

    private func opened(_ branch: StatusReport.BranchStatus) -> Route {
        // What is the township's own is a part of its codes only.
        let own = branch.standing == .township ? Figure(.members, of: branch.subject) : nil
        return (list.figure(in: chosenCell) ?? own).map { .figure($0) }
            ?? .pairingList(branch.code, name: branch.name, side: side)
    }

    func definition(_ context: Context) -> String? {
        side == .households ? Definition.householdCoverage : Definition.memberCoverage
    }

    func draft(_ context: Context) -> ActivityDraft {
        ActivityDraft(organization: list.selected?.code, organizationName: list.selected?.name ?? "")
    }

    func keep(_ name: String, in kept: inout KeptWords) {
        kept[is: name + ".members"] = side == .members
        keepCell(name, in: &kept)
    }

    mutating func restore(_ name: String, from kept: KeptWords) {
        side = kept[is: name + ".members"] ? .members : .households
        restoreCell(name, from: kept)
    }
}

// MARK: - The town's figures

extension CoveragePane {
    func headingRows(_ context: Context) -> Int { 4 }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        guard let totals = report?.totals else { return false }
        let visited = Coverage(covered: totals.visitedThisMonth, inScope: totals.households.inScope)
        draw(
            localized("户覆盖", "Households"), totals.households, localized("户", "households"), side == .households,
            on: &frame, row: 0, context)
        draw(
            localized("党员覆盖", "Members"), totals.members, localized("人", "members"), side == .members, on: &frame,
            row: 1, context)
        draw(localized("本月走访", "Visited"), visited, nil, false, on: &frame, row: 2, context)
        return true
    }

    private func draw(
        _ label: String, _ coverage: Coverage, _ unit: String?, _ isCurrent: Bool, on frame: inout Frame, row: Int,
        _ context: Context
    ) {
        frame.put(
            isCurrent ? "[\(label)]" : " \(label) ", row: row, column: 1,
            style: context.style(isCurrent ? .currentTab : .text))
        // A narrow terminal has no room for bars.
        let width = frame.size.columns < 80 ? 0 : min(40, frame.size.columns / 4)
        let bar = unit == nil ? Bar(done: coverage.covered, of: coverage.inScope) : Bar(coverage)
        bar.draw(on: &frame, row: row, column: localized(13, 15), width: width, context.theme)
        frame.put(coverage.figure, row: row, column: 15 + width, width: 18, alignment: .right)
        guard let unit else { return }
        frame.put(
            coverage.gap == 0
                ? localized("没有缺口", "no gap") : localized("缺口 \(coverage.gap) \(unit)", "gap \(coverage.gap) \(unit)"),
            row: row, column: 36 + width,
            style: context.style(coverage.gap == 0 ? .done : .uncovered))
    }
}

// MARK: - Below the branches

extension CoveragePane {
    func footPages(_ context: Context) -> [GlancePage] {
        guard let trend, let reasons else { return [] }
        var chart = GlancePage.Section.trend(
            trend, side == .households ? .householdGap : .memberGap, months: 12, height: CoveragePane.chartRows)
        chart.title = "\(context.scopeName) \(chart.title)"
        guard side == .households else { return [GlancePage(sections: [chart])] }
        chart.lines += [
            .text("", .muted),
            .text(
                localized("脱贫使应结对的户变少，缺口不变覆盖率也会降", "Fewer poor households: the rate falls with the same gap"),
                .muted),
        ]
        return [CoveragePane.why(reasons), chart].map { GlancePage(sections: [$0]) }
    }

    private static let (reasonRows, chartRows) = (8, 6)

    /// Each helper who no longer serves with the households left, and those that no pairing names.
    private static func why(_ reasons: [GapReason]) -> GlancePage.Section {
        let largest = reasons.first?.households ?? 0
        let gap = reasons.reduce(0) { $0 + $1.households }
        return GlancePage.Section(
            title: localized("为什么没有人", "Why without a helper"),
            remark: localized("\(gap) 户  \(Action.figures.keys[0].name) 看是哪些", plural(gap, "household")),
            lines: reasons.map { reason in
                .figure(
                    reason.helper?.name ?? localized("没有结对", "no pairing"),
                    .bar(Bar(missing: reason.households, largest: largest, .barMissing)), String(reason.households),
                    reason.helper?.service.absence ?? "", .muted)
            }, height: reasonRows)
    }
}

extension Menu {
    /// The figures of pairing, and behind them why households are without a helper, each of which opens its rows.
    fileprivate static func figures(_ figures: [ShownFigure], with reasons: [GapReason]) -> Menu {
        var menu = Menu.figures(figures)
        guard let households = figures.first(where: { $0.figure.kind == .households })?.figure.missing else {
            return menu
        }
        menu.items += reasons.map { reason in
            let detail = localized("\(reason.households) 户", plural(reason.households, "household"))
            guard let helper = reason.helper else {
                return Item(localized("没有人：没有结对", "No helper: no pairing"), detail: detail, .open(.figure(households)))
            }
            return Item(
                localized("没有人：\(helper.name)", "No helper: \(helper.name)"),
                detail: "\(detail)  \(helper.service.absence ?? "")",
                .search(.figure(households), helper.name, within: nil))
        }
        return menu
    }
}

// MARK: - The branches

extension CoveragePane {
    /// The branches; bars of what is missing are of one scale.
    private static func list(largestGap: Int) -> RowList<StatusReport.BranchStatus> {
        RowList<StatusReport.BranchStatus>(
            columns(largestGap), identity: \.code.digits, searched: { "\($0.code) \($0.name)" }
        ).onPaper(paper)
    }

    private static func columns(_ largestGap: Int) -> [RowList<StatusReport.BranchStatus>.Column] {
        [
            .init(TableColumn(localized("支部", "Branch"), minimum: 10, ideal: 18, share: 1), named: .thing, \.title),
            .init(
                TableColumn(localized("户覆盖", "Households"), minimum: 12, ideal: 14, alignment: .right),
                by: { $0.households.permille ?? 1_001 }, element: { .of($0.households) }, text: { $0.households.figure }
            ).opening { Figure(.households, of: $0.subject) },
            gaps(localized("户缺口", "Gap"), largestGap, .barMissing, \.households).opening {
                Figure(.households, of: $0.subject).missing
            },
            .init(
                TableColumn(localized("党员覆盖", "Members"), minimum: 12, ideal: 14, alignment: .right),
                by: { $0.members.permille ?? 1_001 }, element: { .of($0.members) }, text: { $0.members.figure }
            ).opening { Figure(.members, of: $0.subject) },
            gaps(localized("党员缺口", "Gap"), largestGap, .barBehind, \.members).opening {
                Figure(.members, of: $0.subject).missing
            },
            .init(
                TableColumn(localized("本月走访", "Visited"), minimum: 8, alignment: .right, dropOrder: 1),
                by: \.visitedThisMonth
            ) {
                $0.households.inScope == 0 ? "—" : "\($0.visitedThisMonth)/\($0.households.inScope)"
            }.opening { Figure(.visited, of: $0.subject) },
        ]
    }

    private static func gaps(
        _ title: String, _ largest: Int, _ fill: Element,
        _ coverage: @escaping @Sendable (StatusReport.BranchStatus) -> Coverage
    ) -> RowList<StatusReport.BranchStatus>.Column {
        .init(
            TableColumn(title, minimum: 8, ideal: 16, alignment: .right),
            element: { coverage($0).gap > 0 ? .text : .muted },
            precedes: { coverage($0).gap > coverage($1).gap },
            text: { coverage($0).inScope == 0 ? "—" : String(coverage($0).gap) }
        ).showing { branch in
            let coverage = coverage(branch)
            return CellFace(missing: coverage, largest: largest, fill)
        }
    }

    /// More gaps on the side looked at, then more on the other, then by code.
    private static func isWorse(
        _ left: StatusReport.BranchStatus, _ right: StatusReport.BranchStatus, _ side: PairingSide
    ) -> Bool {
        func gaps(_ branch: StatusReport.BranchStatus) -> (Int, Int) {
            let (households, members) = (branch.households.gap, branch.members.gap)
            return side == .households ? (households, members) : (members, households)
        }
        return gaps(left) != gaps(right) ? gaps(left) > gaps(right) : left.code < right.code
    }
}

// MARK: - Printing

extension CoveragePane {
    /// The branches, the continuous rolls, and the lists of all helpers in scope.
    func printed(_ context: Context) -> [Printout.Item] {
        let headings = side == .households ? Coverage.householdHeadings : Coverage.memberHeadings
        return [
            list.printed(
                localized("结对覆盖", "Pairing coverage"), rule: nil,
                notes: { _ in [Definition.householdCoverage, Definition.memberCoverage, Definition.visited] },
                charting: headings.rate)
        ] + Printout.rolls(context) + [
            Printout.papers(
                PaperRequest(.pairing, in: context.scope, asOf: context.asOf),
                localized("每个帮扶人一张", "one for each helper"))
        ]
    }

    private static var paper: [Int: [PrintedColumn<StatusReport.BranchStatus>]] {
        [
            1: PrintedColumn.coverage(Coverage.householdHeadings, \.households),
            3: PrintedColumn.coverage(Coverage.memberHeadings, \.members),
            5: [PrintedColumn(heading: localized("本月走访", "Visited this month")) { .number($0.visitedThisMonth) }],
        ]
    }
}
