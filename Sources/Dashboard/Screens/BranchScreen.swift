import PartyWork
import TerminalUI

/// 支部: one branch with its checklist, and in panes the rows behind it.
struct BranchScreen: Screen {
    private let code: Code
    private var report: BranchReport?
    private var organizations: [Code: OrganizationRow] = [:]
    private var panes: [any BranchPane] = [
        GroupPane(), ListPane<BranchMonth>.months, ListPane<BranchHousehold>.pairing,
        ListPane<CooperativeRow>.cooperatives, ListPane<StatusReport.CommitteeStatus>.committee,
    ]
    /// The pane that has the keys.
    private var focus = 0

    init(_ code: Code) {
        self.code = code
    }

    func title(_ context: Context) -> String {
        "\(report?.organization.name ?? code.digits)  \(panes[focus].title)  \(panes[focus].position)"
    }

    /// The rows of a pane are asked for once it is seen. A joint branch also wants the names of its units and of its
    /// leader.
    func questions(_ context: Context) -> [Question] {
        let day = context.asOf
        let seesAll = BranchLayout.isLarge(context.body, showsOne: context.isPlain)
        let seen = panes.indices.filter { seesAll || $0 == focus || panes[$0].isLoaded }
        let isJoint = OrganizationKind.joint.accepts(code)
        return [.branch(code, asOf: day)] + seen.compactMap { panes[$0].question(Scope(code), asOf: day) }
            + (isJoint ? [.organizations(Scope(code.township), asOf: day)] : [])
    }

    mutating func receive(_ answer: Answer, _ context: Context) {
        if case .branch(let report) = answer { self.report = report }
        if case .organizations(let rows) = answer {
            organizations = Dictionary(rows.map { ($0.organization.code, $0) }) { first, _ in first }
        }
        for index in panes.indices { panes[index].receive(answer, context) }
    }

    func offers(_ context: Context) -> [Offer] {
        Array(panes[focus].offers.prefix(1)) + [Offer(.nextPane), Offer(.record)] + panes[focus].offers.dropFirst()
            + [
                Offer(
                    .figures,
                    unavailable: report?.status == nil ? localized("截至这天不计数", "not counted as of this day") : nil),
                Offer(.previousPane),
            ]
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        switch action {
        case .nextPane: focus = (focus + 1) % panes.count
        case .previousPane: focus = (focus + panes.count - 1) % panes.count
        case .record: return [.record(draft(context))]
        case .figures:
            let own = panes[focus].figure.map { [$0] } ?? []
            return report?.status.map { [.menu(.figures(own + $0.figures(asOf: context.asOf)))] } ?? []
        default: return panes[focus].perform(action)
        }
        return []
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        let area = layout(context).areas.first { $0.pane == focus }
        let layout = layout(context)
        return panes[focus].handle(key, rows: (area?.size.rows ?? 1) - (layout.isLarge ? 1 : 0))
    }

    var isTyping: Bool { panes[focus].isTyping }

    mutating func endSearch() {
        for index in panes.indices { panes[index].endSearch() }
    }

    func definition(_ context: Context) -> String? { panes[focus].definition }

    func draft(_ context: Context) -> ActivityDraft {
        panes[focus].draft(ActivityDraft(organization: code, organizationName: report?.organization.name ?? ""))
    }
}

// MARK: - From one start to the next

extension BranchScreen {
    var notes: Notes {
        var notes = Notes()
        notes[number: "pane"] = focus
        for (index, pane) in panes.enumerated() { pane.keep("pane\(index)", in: &notes) }
        return notes
    }

    mutating func restore(_ notes: Notes) {
        focus = notes[number: "pane"].flatMap { panes.indices.contains($0) ? $0 : nil } ?? 0
        for index in panes.indices { panes[index].restore("pane\(index)", from: notes) }
    }
}

// MARK: - Drawing

extension BranchScreen {
    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        guard let report else { return frame }
        for (row, line) in heading(report, context).enumerated() {
            frame.put(line, row: row, column: 2, maxWidth: frame.size.columns - 3)
        }
        if let status = report.status {
            BranchChecklist(status, asOf: report.asOf).draw(on: &frame, row: heading(report, context).count, context)
        }
        let layout = layout(context)
        if layout.hidesSome { drawNames(on: &frame, row: paneTop(context), context) }
        for area in layout.areas { draw(area, titled: layout.isLarge, on: &frame, context) }
        return frame
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

    private func layout(_ context: Context) -> BranchLayout {
        BranchLayout(
            wanted: panes.map(\.wantedRows), focus: focus, row: paneTop(context), body: context.body,
            showsOne: context.isPlain)
    }

    private func drawNames(on frame: inout Frame, row: Int, _ context: Context) {
        ChoiceLine(words: panes.map(\.title)) { $0 == focus }.draw(on: &frame, row: row, column: 1, context)
    }

    private func draw(_ area: BranchLayout.Area, titled: Bool, on frame: inout Frame, _ context: Context) {
        let pane = panes[area.pane]
        let isFocused = area.pane == focus
        if titled {
            ChoiceLine(words: [pane.title]) { _ in isFocused }
                .draw(on: &frame, row: area.row, column: area.column + 1, context)
        }
        let above = titled ? 1 : 0
        var part = Frame(
            Size(columns: area.size.columns, rows: area.size.rows - above), textWidth: context.textWidth)
        pane.draw(on: &part, focused: isFocused, context)
        frame.blit(part, row: area.row + above, column: area.column)
        guard isFocused else { return }
        frame.cursor = Cursor(
            row: area.row + above + part.cursor.row, column: area.column + part.cursor.column,
            visible: part.cursor.visible)
    }
}

// MARK: - Printing

extension BranchScreen {
    /// The branch's monthly and yearly form, and the pane with the keys.
    func printout(_ context: Context) -> Printout {
        guard let name = report?.organization.name else { return Printout() }
        return Printout(
            Printout.papers(ofBranch: code, name, month: Month(context.asOf), context)
                + [panes[focus].printed(of: name, Scope(code))])
    }
}
