import Papers
import PartyWork
import TerminalUI

extension Route {
    static var overview: Route { Route("overview") { OverviewScreen() } }
}

extension ScreenKind {
    static let overview = ScreenKind(localized("总览", "Overview"), .overview).telling(
        localized(
            "全镇和各支部今年做到哪、差在哪：上面是全镇的数字，下面一个支部一行，差的有颜色",
            "how far the township and each branch have come this year, and what is missing"))
}

extension Tab {
    static let overview = Tab("overview", "总览", "Overview", brief: (nil, "Over"), words: ["首页", "数字", "汇总"]) { _ in
        .overview
    }
}

/// 总览: the town's figures, then a row for each branch, and the committee members: below the branches where there is
/// room for them, else in their place.
///
/// Every figure opens the rows behind it.
struct OverviewScreen: PanedScreen {
    private var report: StatusReport?
    /// Where villages stand on the map of the town.
    private var map: [MapPlace] = []
    var panes = Panes([BranchLinesPane(), TownCommitteePane(), TownFiguresPane()])

    /// The branches, which are in the first pane.
    private var branches: BranchLinesPane? { panes[BranchLinesPane.self] }

    private var committee: TownCommitteePane? { panes.current(TownCommitteePane.self) }

    private var isOnFigures: Bool { panes.current(TownFiguresPane.self) != nil }

    func title(_ context: Context) -> String {
        let position = panes.current.position
        if isOnFigures { return localized("总览：数字", "Overview: figures") }
        return committee == nil
            ? localized("总览  \(position)", "Overview  \(position)")
            : localized("总览：班子成员  \(position)", "Overview: committee  \(position)")
    }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        let places = Need<Self>(MapQuery(scope: context.scope)) { $0.map = $1 }
        let earlier = Need<Self>(EarlierFiguresQuery(scope: context.scope, asOf: context.asOf)) { screen, figures in
            screen.panes.change(TownFiguresPane.self) { $0.earlier = figures }
        }
        let comparison = TownFiguresPane.comparison(context)
        let trend = Need<Self>(TrendQuery(scope: context.scope, asOf: context.asOf)) { screen, report in
            screen.panes.change(TownFiguresPane.self) { $0.trend = report }
        }
        return (context.breadth == .broadest ? [places] : []) + [
            Need(StatusQuery(scope: context.scope, asOf: context.asOf)) { screen, report in
                screen.report = report
                screen.panes.change(BranchLinesPane.self) { $0.load(report.lines, asOf: report.asOf) }
                screen.panes.change(TownCommitteePane.self) { $0.list.load(report.committee) }
                screen.panes.change(TownFiguresPane.self) { pane in
                    pane.figures = report.figures
                    pane.gaps = MissingTable.gaps(of: report)
                }
            }
        ] + (comparison == .none ? [] : [earlier.later])
            + (comparison != .none && TownFiguresPane.draws(context) ? [trend.later] : [])
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (own, tab) = (paneBindings(context), stepping())
        let record = Binding<Self>(.record) { [.record($0.draft(context))] }
        return own[.open, .find, .worst] + [record, tab.next] + own[.sort, .reverse]
            + [tab.previous, lacking, remind] + own[.choose, .chooseRange, .chooseAll] + [comparing] + own[.stage]
            + (isFirst(context) ? [movingIn] : [])
    }

    private var comparing: Binding<Self> { Binding(.datedChange, .compareDays) { _ in [.open(.comparison)] } }

    /// Whether the ledger has little in it, so that the screen says where to start.
    private func isFirst(_ context: Context) -> Bool { report.map { FirstSteps.are(of: $0, context) } ?? false }

    private var movingIn: Binding<Self> { Binding(.add, .movingIn) { _ in [.open(.movingIn)] } }

    /// The message for the selected branch or committee member.
    private var remind: Binding<Self> {
        if let committee {
            return Binding(
                .remind, on: committee.list.selected, orElse: localized("没有班子成员", "no committee member")
            ) { [.remind(.member, $0.id.text)] }
        }
        return Binding(.remind, on: branches?.list.selected, orElse: localized("没有支部", "no branch")) {
            [.remind(.branch, $0.branch.code.digits)]
        }
    }

    /// What is missing, or the visits of a committee member.
    private var lacking: Binding<Self> {
        if let committee {
            let member = committee.list.selected
            return Binding(.figures, .visits) { _ in
                member.map { [.open(.figure($0.figure.figure))] } ?? []
            }
        }
        let (report, lines) = (report, branches?.list.allRows ?? [])
        return Binding(.figures, .lacking) { _ in
            report.map { [.menu(MissingTable($0, lines).menu)] } ?? []
        }
    }

    /// The selected row of the branches, whichever pane has the keys.
    func branch(_ context: Context) -> Code? { branches?.list.selected?.branch.code }

    /// The list with the keys, and the township's summary, which has all figures.
    func printout(_ context: Context) -> Printout {
        let list = isOnFigures ? panes.all[0] : panes.current
        let summary = PaperRequest(.township, in: context.scope, asOf: context.asOf)
        return Printout(list.printed(context) + [Printout.papers(summary)])
    }
}

// MARK: - Drawing

extension OverviewScreen {
    /// The fewest rows of use below the branches: a title, a heading, three committee members.
    private static let least = 5

    /// From this column on what is missing stands beside the committee members.
    private static let missingColumn = 64

    /// Beside the figures too: of the branch that is selected.
    var hasPreview: Bool { true }

    func ownLayout(_ context: Context) -> PaneLayout {
        let top = TownFiguresPane.headRows(context) + (isFirst(context) ? FirstSteps.rows : 0)
        return previewed(lists(from: top, listBody(context), context), row: top, context)
    }

    /// Figures above, and below them branches and committee members in a part of the body.
    private func lists(from top: Int, _ body: Size, _ context: Context) -> PaneLayout {
        let bars = TownFiguresPane.rows(context)
        let figures = PaneLayout.Area(
            pane: 2, row: 0, column: 0, size: Size(columns: context.body.columns, rows: bars), isHead: true)
        let (free, needed) = (body.rows - top, branches?.neededRows ?? 0)
        // A blank line and the title stand between the two.
        guard free - needed - 1 >= OverviewScreen.least else {
            let size = Size(columns: body.columns, rows: free)
            return PaneLayout(
                areas: [PaneLayout.Area(pane: committee == nil ? 0 : 1, row: top, column: 0, size: size), figures])
        }
        let below = top + needed + 2
        let tiled = tiles(in: Size(columns: body.columns, rows: body.rows - below), context)
        let left = tiled.map { $0.size.columns + OverviewScreen.gap } ?? 0
        let width = hasTable(context) ? OverviewScreen.missingColumn - 2 : body.columns - left
        return PaneLayout(
            areas: [
                PaneLayout.Area(pane: 0, row: top, column: 0, size: Size(columns: body.columns, rows: needed)),
                PaneLayout.Area(pane: 1, row: below, column: left, size: Size(columns: width, rows: body.rows - below)),
                figures,
            ], names: [PaneLayout.Names(panes: [1], row: below - 1, column: left + 1)])
    }

    /// The villages beside the committee members, where those have room for their names, numbers and visits; nil where they have not.
    private func tiles(in free: Size, _ context: Context) -> VillageTiles? {
        guard context.breadth == .broadest, !hasTable(context), let branches else { return nil }
        let tiles = VillageTiles(branches.list.allRows, on: map, showing: branches.stage)
        let size = tiles.size
        let isFitting = size.rows > 0 && size.rows <= free.rows
        return isFitting && size.columns + OverviewScreen.gap + OverviewScreen.committee <= free.columns ? tiles : nil
    }

    /// The cells between the tiles and the committee members, and those that these need.
    private static let (gap, committee) = (2, 36)

    /// Whether what is missing has a table beside the committee members, where there is no preview.
    private func hasTable(_ context: Context) -> Bool { context.breadth != nil && !showsPreview(context) }

    /// What is missing: beside the committee members, else in a line below the figures.
    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        guard let report, let branches else { return false }
        if isFirst(context) { FirstSteps.draw(on: &frame, row: TownFiguresPane.headRows(context), context) }
        let layout = layout(context)
        if let committee = layout.area(of: 1), layout.areas.count > 2, committee.column > 0,
            let tiles = tiles(
                in: Size(columns: committee.column + committee.size.columns, rows: committee.size.rows), context)
        {
            frame.put(tiles.title, row: committee.row - 1, column: 2, style: context.style(.muted))
            tiles.draw(on: &frame, row: committee.row, column: 2, selected: branch(context), context)
        }
        // A grown pane has the place of the table.
        if layout.areas.count > 2, let names = layout.names.first, hasTable(context) {
            MissingTable(report, branches.list.allRows)
                .draw(on: &frame, row: names.row, column: OverviewScreen.missingColumn, context)
        } else if TownFiguresPane.freePlace(context) == nil {
            panes[TownFiguresPane.self]?.drawGaps(
                on: &frame, row: TownFiguresPane.rows(context), column: 2, context)
        }
        return true
    }
}
