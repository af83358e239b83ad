import PartyWork
import TerminalUI

extension Route {
    /// Whom a checklist asks.
    static func checklist(_ id: Checklist.ID) -> Route { Route("checklist", [id.text]) { ChecklistScreen(id) } }
}

extension ScreenKind {
    static let checklist = ScreenKind(
        localized("一份清单", "One checklist"), like: .checklist("Q01"), of: { .checklist(Checklist.ID($0)) }
    ).telling(
        localized(
            "这份清单问谁，谁办了、谁没办；在这里勾选，或写明原因免除",
            "whom the list asks and who has done it; ticked here, or waived with a reason"))
}

/// A checklist with everyone whom it asks.
struct ChecklistQuery: Query {
    let id: Checklist.ID
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> ChecklistSheet {
        try ledger.checklist(id, asOf: asOf, scope: scope)
    }
}

/// One checklist: the figures of each branch, and whom it asks, the most urgent first.
///
/// Rows are chosen one by one or all at once, and ticked or waived together.
struct ChecklistScreen: PanedScreen {
    private let id: Checklist.ID
    private var sheet: ChecklistSheet?
    var panes = Panes([
        ToldPane(
            name: localized("支部", "Branches"),
            list: RowList(BranchRow.columns, identity: \.code.digits, searched: { "\($0.code) \($0.name)" }),
            nothing: localized(
                "这个范围内没有要办的支部；按 ^G 换范围", "No branch is asked in this scope; ^G changes the scope")), SubjectsPane(),
    ])

    init(_ id: Checklist.ID) {
        self.id = id
        panes.focus(on: SubjectsPane.self)
    }

    /// The branch whose rows are shown; nil for all.
    private var branch: Code? { panes[SubjectsPane.self]?.branch }
    private var branchName: String? { branch.map { sheet?.names[$0] ?? $0.digits } }

    func title(_ context: Context) -> String { "\(sheet?.checklist.name ?? id.text)  \(panes.current.position)" }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        [
            Need(ChecklistQuery(id: id, scope: context.scope, asOf: context.asOf)) { screen, sheet in
                screen.sheet = sheet
                screen.panes.load(sheet.line.branches.keys.sorted().map { BranchRow($0, of: sheet) })
                screen.panes.change(SubjectsPane.self) { $0.take(sheet) }
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (own, tab) = (paneBindings(context), stepping())
        let acts = own[.add, .choose, .datedChange, .end, .chooseAll, .filter, .open, .edit]
        return (acts.isEmpty ? ofBranches : acts) + [tab.next] + own[.find, .sort, .reverse, .chooseRange]
            + [tab.previous]
    }

    /// What keys do to the branches.
    private var ofBranches: [Binding<Self>] {
        let enter = Binding<Self>(
            .open, .subjects,
            unavailable: selectedBranch == nil ? localized("没有支部", "no branch") : nil
        ) { screen in
            screen.show(screen.selectedBranch)
            screen.panes.focus(on: SubjectsPane.self)
            return []
        }
        let checklist = sheet?.checklist
        return [enter, Binding(.edit) { _ in checklist.map { [.form(.correct($0))] } ?? [] }]
    }

    private var selectedBranch: Code? { panes.list(of: BranchRow.self)?.selected?.code }

    private mutating func show(_ branch: Code?) { panes.change(SubjectsPane.self) { $0.show(branch) } }

    /// Esc leaves the branch before it leaves the screen.
    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        if handleInPane(key, context) { return true }
        guard key == .escape, branch != nil else { return false }
        show(nil)
        return true
    }

    func definition(_ context: Context) -> String? { sheet?.checklist.rule }

    func draft(_ context: Context) -> ActivityDraft {
        ActivityDraft(organization: panes[SubjectsPane.self]?.list.selected?.obligation.branch)
    }

    func printout(_ context: Context) -> Printout {
        guard let checklist = sheet?.checklist, let pane = panes.current as? any RowPane else { return Printout() }
        let filters = panes.current(SubjectsPane.self).map { [branchName ?? "", $0.filter] } ?? []
        return Printout([
            pane.printed(checklist.name, of: "", scope: context.scope, filters: filters, rule: checklist.rule)
        ])
    }
}

extension Obligation {
    /// The branch of the subject; the township of those at the township itself.
    var branch: Code { organization.branch ?? organization }

    /// Where the subject is shown.
    var place: Route {
        switch subject {
        case .person(let id): .person(id)
        case .household(let id): .household(id)
        case .organization, .entry: .branch(branch)
        }
    }
}

// MARK: - Drawing

extension ChecklistScreen {
    func ownLayout(_ context: Context) -> PaneLayout { .beside([[1], [0]], of: panes, row: 1, context) }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        guard let sheet else { return false }
        guard let figures = sheet.line.figures else {
            frame.put(ChecklistSheet.isRestricted, row: 0, column: 2, style: context.style(.muted))
            return true
        }
        let share = Coverage(covered: figures.done, inScope: figures.total - figures.waived)
        var words = [
            localized("完成 \(share.figure)", "done \(share.figure)"),
            localized("免除 \(figures.waived)", "waived \(figures.waived)"),
            localized("未办 \(figures.open)", "open \(figures.open)"), sheet.line.standing,
        ]
        if let branchName {
            words.append(localized("只看 \(branchName)（Esc 看全部）", "only \(branchName) (Esc shows all)"))
        }
        frame.put(words.joined(separator: "  "), row: 0, column: 2, style: context.style(.of(figures.state)))
        return true
    }
}
