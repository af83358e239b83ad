import PartyWork
import TerminalUI

extension Route {
    static func branch(_ code: Code) -> Route { Route("branch", [code.digits]) { BranchScreen(code) } }
}

extension ScreenKind {
    static let branch = ScreenKind(
        localized("支部", "Branch"), like: .branch("422801100211"), of: { Code(word: $0).map { .branch($0) } }
    ).telling(
        localized(
            "一个支部的全部：今年各项做到哪，五个一、每月的活动、结对、合作社和登记",
            "all of a branch: its figures, groups, months, pairings, cooperatives and registers"))
}

extension Tab {
    static let branch = Tab("branch", "支部", "Branch", brief: (nil, "Br.")) { $0.map { .branch($0) } }
}

/// Everything that the screen of one branch shows.
struct BranchQuery: Query {
    let code: Code
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> BranchReport { try ledger.branch(code, asOf: asOf) }
}

/// 支部: one branch with its checklist, and in panes the rows behind it.
struct BranchScreen: PanedScreen {
    private let code: Code
    private var report: BranchReport?
    private var organizations: [Code: OrganizationRow] = [:]
    /// Two years of the branch, where there may be room for them.
    private var trend: TrendReport?
    var panes: Panes

    init(_ code: Code) {
        self.code = code
        panes = Panes([
            GroupPane(of: code), ListPane<BranchMonth>.months(of: code), ListPane<BranchHousehold>.pairing(of: code),
            ListPane<CooperativeRow>.cooperatives(of: code), ListPane<ShownEntry>.entries(of: code),
            ListPane<StatusReport.CommitteeStatus>.committee(of: code),
        ])
    }

    func title(_ context: Context) -> String {
        "\(report?.organization.name ?? code.digits)  \(panes.current.title)  \(panes.current.position)"
    }

    /// A joint branch also wants the names of its units and of its leader.
    func ownNeeds(_ context: Context) -> [Need<Self>] {
        let units = Need<Self>(OrganizationsQuery(scope: Scope(code.township), asOf: context.asOf)) { screen, rows in
            screen.organizations = Dictionary(rows.map { ($0.organization.code, $0) }) { first, _ in first }
        }
        let branch = Need<Self>(BranchQuery(code: code, asOf: context.asOf)) { screen, report in screen.take(report) }
        let trend = Need<Self>(TrendQuery(scope: Scope(code), asOf: context.asOf)) { $0.trend = $1 }
        return [branch] + (OrganizationKind.joint.accepts(code) ? [units] : [])
            + (hasTrend(context) ? [trend.later] : [])
    }

    /// Whether there may be room for what the months before tell.
    private func hasTrend(_ context: Context) -> Bool { context.breadth != nil && !context.isPlain }

    private mutating func take(_ report: BranchReport) {
        self.report = report
        panes.change { pane in
            guard var told = pane as? any BranchPane else { return }
            told.take(report)
            pane = told
        }
    }

    /// The rows of a pane are asked for once it is seen.
    func asks(_ pane: Int, _ context: Context) -> Bool {
        PaneLayout.isLarge(context.body, showsOne: context.isPlain) || pane == panes.focus || told[pane].isLoaded
    }

    /// The panes as what they are here.
    private var told: [any BranchPane] { panes.all.compactMap { $0 as? any BranchPane } }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (own, tab) = (paneBindings(context), stepping(isNamed: false))
        let record = Binding<Self>(.record) { [.record($0.draft(context))] }
        let figure = told[panes.focus].figure
        let figures = Binding<Self>(
            .figures, on: report?.status, orElse: localized("截至这天不计数", "not counted as of this day")
        ) { status in [.menu(.figures([figure].compactMap(\.self) + status.figures))] }
        let code = code
        let trend = Binding<Self>(.datedChange, .trend) { _ in [.open(.trend(code))] }
        let changes = Binding<Self>(.handOver, .changesOfCard) { _ in [.open(.changes(of: code))] }
        let remind = Binding<Self>(.remind) { _ in [.remind(.branch, code.digits)] }
        return own[.open] + [tab.next, record] + own.without(own[.open]) + [
            figures, remind, tab.previous, trend, changes,
        ]
    }

    var isCard: Bool { true }

    func draft(_ context: Context) -> ActivityDraft {
        var draft = panes.current.draft(context)
        if draft.organization == nil {
            (draft.organization, draft.organizationName) = (code, report?.organization.name ?? "")
        }
        return draft
    }

    /// The branch's monthly and yearly form, and the pane with the keys.
    func printout(_ context: Context) -> Printout {
        guard let name = report?.organization.name else { return Printout() }
        let forms = Printout.papers(ofBranch: code, name, month: Month(context.asOf), context)
        return Printout(forms + panes.current.printed(context))
    }
}

// MARK: - Drawing

extension BranchScreen {
    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        guard let report else { return false }
        let lines = heading(report, context)
        var end = 0
        for (row, line) in lines.enumerated() {
            end = frame.put(line, row: row, column: 2, maxWidth: frame.size.columns - 3)
        }
        if let status = report.status {
            let checklist = BranchChecklist(
                status, asOf: report.asOf, trend: trend, hasTrend: hasTrend(context), below: end)
            checklist.draw(on: &frame, row: lines.count, context)
            checklist.drawMonths(on: &frame, row: lines.count - 1, context)
            if status.households.inScope > 0 { drawTrend(on: &frame, context) }
        }
        return true
    }

    /// The gap and the visits by month, below the panes of the left half as far as there is room.
    private func drawTrend(on frame: inout Frame, _ context: Context) {
        guard let trend, !isGrown(context) else { return }
        let left = layout(context).areas.filter { $0.column == 0 }
        guard let width = left.first?.size.columns, width < frame.size.columns,
            let top = left.map({ $0.row + $0.size.rows + 1 }).max()
        else { return }
        let free = frame.size.rows - top
        let measures: [TrendReport.Measure] = free >= 15 ? [.householdGap, .homeVisits] : [.householdGap]
        // A title, the months, and a blank row between two.
        let height = min(6, (free + 1) / measures.count - 3)
        guard height >= 3 else { return }
        var part = Frame(Size(columns: width - 3, rows: free), textWidth: context.textWidth)
        GlancePage(sections: measures.map { .trend(trend, $0, height: height) }).draw(on: &part, context)
        frame.blit(part, row: top, column: 2)
    }

    private func heading(_ report: BranchReport, _ context: Context) -> [String] {
        BranchHeading(report: report, organizations: organizations).lines
            .flatMap { context.textWidth.wrap($0, to: context.body.columns - 4).prefix(2) }
    }

    /// The first row below the checklist; a blank one between them where there is room.
    private func paneTop(_ context: Context) -> Int {
        guard let report else { return 0 }
        let checklist = report.status == nil ? 0 : BranchChecklist.height(context)
        return heading(report, context).count + checklist + (context.body.rows >= 15 ? 1 : 0)
    }

    func ownLayout(_ context: Context) -> PaneLayout {
        .stacked(
            [[0, 1], [2, 3, 4, 5]], wanted: told.map(\.wantedRows), focus: panes.focus, row: paneTop(context),
            context.body,
            showsOne: context.isPlain)
    }
}
