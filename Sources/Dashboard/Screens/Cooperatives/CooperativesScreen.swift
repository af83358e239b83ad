import Papers
import PartyWork
import TerminalUI

extension Route {
    static var cooperatives: Route { Route("cooperatives") { CooperativesScreen() } }
}

extension ScreenKind {
    static let cooperatives = ScreenKind(localized("合作社", "Cooperatives"), .cooperatives).telling(
        localized(
            "各村的合作社：哪些是党员领办的，带动多少户",
            "the cooperatives: which were founded by members, and how many households they lead"))
}

extension Tab {
    static let cooperatives = Tab("cooperatives", "合作社", "Coops", brief: ("社", "Coop")) { _ in .cooperatives }
}

/// 合作社: the cooperatives one by one, or counted by branch, joint branch and trade.
struct CooperativesScreen: PanedScreen {
    private var rows: [CooperativeRow] = []
    private var names: [Code: String] = [:]
    /// The figures of the whole scope.
    private var figures: [ShownFigure] = []
    var panes = Panes([
        CooperativeListPane(), CooperativeGroupPane(by: .branch), CooperativeGroupPane(by: .jointBranch),
        CooperativeGroupPane(by: .trade),
    ])

    func title(_ context: Context) -> String {
        let pane = panes.current
        return localized("合作社：\(pane.name)  \(pane.position)", "Cooperatives: \(pane.name)  \(pane.position)")
    }

    func ownLayout(_ context: Context) -> PaneLayout {
        previewed(.one(of: panes, row: 0, column: 2, gap: 2, listBody(context)), row: 3, context)
    }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        [
            Need(OrganizationsQuery(scope: context.scope, asOf: context.asOf)) { screen, rows in
                screen.names = rows.reduce(into: [:]) { $0[$1.organization.code] = $1.organization.name }
                screen.group()
            },
            Need(CooperativesQuery(scope: context.scope, asOf: context.asOf)) { screen, rows in
                screen.rows = rows
                screen.figures = StatusReport.CooperativeFigures(rows).figures()
                screen.panes.change(CooperativeListPane.self) { $0.list.load(rows) }
                screen.group()
            },
        ]
    }

    private mutating func group() {
        let (rows, names) = (rows, names)
        panes.change(CooperativeGroupPane.self) { $0.load(rows, names) }
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (own, figures) = (paneBindings(context), figures)
        let next = Binding<Self>(.nextPane, .grouping) { $0.turn() }
        let choice = Binding<Self>(.figures) { _ in [.menu(.figures(figures))] }
        let open: [Binding<Self>] = opening.map { [$0] } ?? own[.open]
        return open + [next, choice] + own[.find] + changing(context)
            + own[.sort, .reverse, .choose, .chooseRange, .chooseAll]
    }

    /// What changes a cooperative, which is selected one by one.
    private func changing(_ context: Context) -> [Binding<Self>] {
        let each = paneBindings(of: 0, context)[.add, .edit, .datedChange]
        if panes.focus == 0 { return each }
        let elsewhere = localized("先按 Tab 换到逐个", "Tab to one by one first")
        return each.map { binding in
            let offer = binding.offer
            return offer.action == .add
                ? binding : Binding(offer.action, offer.meaning, unavailable: elsewhere) { _ in [] }
        }
    }

    /// Opening a group into its rows; nil where something else is opened.
    private var opening: Binding<Self>? {
        guard let pane = panes.current(CooperativeGroupPane.self), pane.cell == nil, let group = pane.list.selected
        else { return nil }
        let key = group.key
        return Binding<Self>(.open) { screen in
            screen.panes.focus(on: CooperativeListPane.self)
            screen.panes.change(CooperativeListPane.self) { $0.list.show { pane.holds($0, in: key) } }
            return [.notice(localized("只列出“\(key)”的合作社，按 Tab 看全部", "Only the cooperatives of \(key); Tab shows all"))]
        }
    }

    /// Goes on to the next way to count; one by one all are listed again.
    private mutating func turn() -> [Command] {
        panes.change(CooperativeListPane.self) { $0.list.show(only: nil) }
        return panes.next().perform(&panes)
    }

    /// The list in sight, and the register.
    func printout(_ context: Context) -> Printout {
        let register = PaperRequest(.cooperatives, in: context.scope, asOf: context.asOf)
        return Printout(panes.current.printed(context) + [Printout.papers(register)])
    }
}

// MARK: - Drawing

extension CooperativesScreen {
    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        frame.put(context.textWidth.truncate(summary, to: frame.size.columns - 3), row: 1, column: 2)
        return true
    }

    private var summary: String {
        zip(
            [
                localized("在册", "active"), localized("党员领办", "by members"), localized("领办党员", "founders"),
                localized("带动", "led"),
            ], [localized("个", ""), localized("个", ""), localized("人", ""), localized("户次", "")]
        )
        .enumerated().filter { figures.indices.contains($0.offset) }
        .map { ["\($1.0) \(figures[$0].value)", $1.1].filter { !$0.isEmpty }.joined(separator: " ") }
        .joined(separator: localized("  ", "   "))
    }
}
