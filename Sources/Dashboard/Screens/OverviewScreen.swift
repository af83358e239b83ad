import PartyWork
import TerminalUI

/// 总览: the town's figures, then a row for each branch.
struct OverviewScreen: Screen {
    private var report: StatusReport?
    private var list = BranchLine.list

    func title(_ context: Context) -> String { "总览  \(list.position)" }

    func questions(_ context: Context) -> [Question] { [.status(context.scope, asOf: context.asOf)] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .status(let report) = answer else { return }
        self.report = report
        list.load(report.branches.map { BranchLine(branch: $0, asOf: report.asOf) })
    }

    func offers(_ context: Context) -> [Offer] {
        [
            Offer(.open, unavailable: list.selected == nil ? "没有支部" : nil), Offer(.find), Offer(.worst), Offer(.sort),
            Offer(.reverse),
        ]
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        if action == .open { return list.selected.map { [.open(.branch($0.branch.code))] } ?? [] }
        return list.perform(action) ?? []
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        list.handle(key, page: list.page(in: context.body.rows - figureRows(context)))
    }

    var isTyping: Bool { list.isTyping }

    func definition(_ context: Context) -> String? { Definition.householdCoverage }

    func draft(_ context: Context) -> ActivityDraft {
        ActivityDraft(organization: list.selected?.branch.code, organizationName: list.selected?.branch.name ?? "")
    }

    var notes: Notes {
        var notes = Notes()
        list.keep("list", in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) {
        list.restore("list", from: notes)
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        guard let report else { return frame }
        let top = figureRows(context)
        drawFigures(report, on: &frame, context)
        drawGaps(report, on: &frame, row: top - 1, context)
        list.draw(on: &frame, top: top, rows: frame.size.rows - top, context, empty: "这个范围内没有支部")
        return frame
    }
}

// MARK: - The town's figures

extension OverviewScreen {
    /// One figure with its bar.
    private struct Figure {
        let label: String
        let done: Int
        let target: Int
        let unit: String
    }

    private func figures(_ report: StatusReport) -> [Figure] {
        let totals = report.totals
        let held = report.branches.count { $0.partyDayMonths.contains(report.asOf.month) }
        return [
            Figure(label: "专题调研", done: totals.committeeDone, target: totals.committee, unit: "人够 4 次"),
            Figure(label: "主题活动", done: totals.villagesDone, target: totals.villages, unit: "村够 4 次"),
            Figure(label: "五个一", done: totals.fiveOnes.done, target: totals.fiveOnes.target, unit: "项"),
            Figure(label: "本月党日", done: held, target: totals.branches, unit: "个支部"),
            Figure(label: "户覆盖", done: totals.households.covered, target: totals.households.inScope, unit: "户"),
            Figure(label: "党员覆盖", done: totals.members.covered, target: totals.members.inScope, unit: "人"),
            Figure(label: "本月走访", done: totals.visitedThisMonth, target: totals.households.inScope, unit: "户"),
        ]
    }

    private func figuresPerLine(_ context: Context) -> Int { context.body.columns >= 150 ? 4 : 2 }

    private func figureRows(_ context: Context) -> Int {
        (8 + figuresPerLine(context) - 1) / figuresPerLine(context) + 1
    }

    private func drawFigures(_ report: StatusReport, on frame: inout Frame, _ context: Context) {
        let perLine = figuresPerLine(context)
        let width = frame.size.columns / perLine
        for (index, figure) in figures(report).enumerated() {
            draw(
                figure, on: &frame, row: index / perLine, column: 2 + index % perLine * width, width: width - 2, context
            )
        }
        let cooperatives = report.totals.cooperatives
        let text = "合作社\(cooperatives.active) 领办\(cooperatives.memberFounded) 带动\(cooperatives.householdsLed)户次"
        frame.put(text, row: 7 / perLine, column: 2 + 7 % perLine * width, maxWidth: width - 2)
    }

    /// What is missing, and where it is worked off.
    private func drawGaps(_ report: StatusReport, on frame: inout Frame, row: Int, _ context: Context) {
        let totals = report.totals
        let behind = report.branches.count { $0.themeActivity.state.needsAction || $0.fiveOnes.state.needsAction }
        guard totals.households.gap + totals.members.gap + behind > 0 else { return }
        let text = "还缺 户\(totals.households.gap) 党员\(totals.members.gap) 滞后\(behind)，按3"
        frame.put(text, row: row, column: 2, maxWidth: frame.size.columns - 4)
    }

    private func draw(
        _ figure: Figure, on frame: inout Frame, row: Int, column: Int, width: Int, _ context: Context
    ) {
        let coverage = Coverage(covered: figure.done, inScope: figure.target)
        frame.put(figure.label, row: row, column: column, width: 12, alignment: .left)
        let bar = bar(done: figure.done, of: figure.target, width: 8)
        frame.put(bar, row: row, column: column + 13, style: context.style(.bar))
        let text = "\(figure.done)/\(figure.target) \(coverage.percentage)"
        frame.put(text, row: row, column: column + 22, maxWidth: width - 22, style: context.style(.of(coverage)))
    }
}
