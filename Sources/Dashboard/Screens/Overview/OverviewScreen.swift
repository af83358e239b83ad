import PartyWork
import TerminalUI

/// 总览: the town's figures, then a row for each branch, and the committee members: below the branches where there is room
/// for them, else in their place.
struct OverviewScreen: Screen {
    private var report: StatusReport?
    private var branches = BranchLine.list
    private var committee = RowList<StatusReport.CommitteeStatus>.committee
    /// Which of the two lists has the keys.
    private var isOnCommittee = false

    func title(_ context: Context) -> String {
        isOnCommittee ? "总览：班子成员  \(committee.position)" : "总览  \(branches.position)"
    }

    func questions(_ context: Context) -> [Question] { [.status(context.scope, asOf: context.asOf)] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .status(let report) = answer else { return }
        self.report = report
        branches.load(report.branches.map { BranchLine(branch: $0, asOf: report.asOf) })
        committee.load(report.committee)
    }

    func offers(_ context: Context) -> [Offer] {
        let reason = isOnCommittee ? "没有班子成员" : "没有支部"
        let other = isOnCommittee ? "支部" : "班子"
        let isEmpty = isOnCommittee ? committee.selected == nil : branches.selected == nil
        return [
            Offer(.open, unavailable: isEmpty ? reason : nil), Offer(.find), Offer(.worst), Offer(.record),
            Offer(.nextPane, other), Offer(.sort), Offer(.reverse), Offer(.previousPane, other),
        ]
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        switch action {
        case .open: return opened.map { [.open($0)] } ?? []
        case .record: return [.record(draft(context))]
        case .nextPane, .previousPane:
            isOnCommittee.toggle()
            return []
        default: return (isOnCommittee ? committee.perform(action) : branches.perform(action)) ?? []
        }
    }

    private var opened: Place? {
        isOnCommittee ? committee.selected.map { .person($0.id) } : branches.selected.map { .branch($0.branch.code) }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        let heights = heights(context)
        return isOnCommittee
            ? committee.handle(key, page: committee.page(in: heights.committee))
            : branches.handle(key, page: branches.page(in: heights.branches))
    }

    var isTyping: Bool { isOnCommittee ? committee.isTyping : branches.isTyping }

    func definition(_ context: Context) -> String? {
        isOnCommittee ? Requirement.visits.rule : Definition.householdCoverage
    }

    func draft(_ context: Context) -> ActivityDraft {
        if isOnCommittee {
            return ActivityDraft(
                participants: committee.selected.map { [Candidate(key: $0.id.text, name: $0.name)] } ?? [])
        }
        return ActivityDraft(
            organization: branches.selected?.branch.code, organizationName: branches.selected?.branch.name ?? "")
    }
}

// MARK: - Drawing

extension OverviewScreen {
    /// The fewest rows of use below the branches: a title, a heading, three committee members.
    private static let least = 5

    /// From this width on what is missing stands beside the committee members.
    private static let missingColumn = 64

    /// The rows of each list with its heading; 0 for the one that is not seen.
    private func heights(_ context: Context) -> (branches: Int, committee: Int) {
        let area = context.body.rows - OverviewFigures.rows(context)
        let needed = max(1, branches.count) + (branches.isSearching ? 2 : 1)
        // A blank line and the title stand between the two.
        if area - needed - 1 >= OverviewScreen.least { return (needed, area - needed - 2) }
        return isOnCommittee ? (0, area) : (area, 0)
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        guard let report else { return frame }
        let top = OverviewFigures.rows(context)
        let heights = heights(context)
        let seesBoth = heights.branches > 0 && heights.committee > 0
        let seesMissing = seesBoth && frame.size.columns >= 120
        OverviewFigures(report: report).draw(on: &frame, pointing: !seesMissing, context)
        if heights.branches > 0 {
            branches.draw(
                on: &frame, top: top, rows: heights.branches, context, empty: "这个范围内没有支部；按 ^G 换范围，或在名册（7）登记支部",
                focused: !isOnCommittee)
        }
        guard heights.committee > 0 else { return frame }
        let below = frame.size.rows - heights.committee
        if seesBoth {
            ChoiceLine(words: ["班子成员 \(committee.total)"]) { _ in isOnCommittee }
                .draw(on: &frame, row: below - 1, column: 1, context)
        }
        drawCommittee(on: &frame, row: below, width: seesMissing ? OverviewScreen.missingColumn - 2 : nil, context)
        if seesMissing {
            MissingTable(report, branches.allRows)
                .draw(on: &frame, row: below - 1, column: OverviewScreen.missingColumn, context)
        }
        return frame
    }

    private func drawCommittee(on frame: inout Frame, row: Int, width: Int?, _ context: Context) {
        var part = Frame(
            Size(columns: width ?? frame.size.columns, rows: frame.size.rows - row), textWidth: context.textWidth)
        committee.draw(
            on: &part, top: 0, rows: part.size.rows, context, empty: "这个范围内没有班子成员；在名册（7）登记人员时勾选班子成员",
            focused: isOnCommittee)
        frame.blit(part, row: row, column: 0)
        guard isOnCommittee else { return }
        frame.cursor = Cursor(
            row: row + part.cursor.row, column: part.cursor.column, visible: part.cursor.visible)
    }
}
