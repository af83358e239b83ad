import PartyWork
import TerminalUI

/// The town's figures with their bars: the head of the overview.
struct OverviewFigures {
    let report: StatusReport

    /// One figure with its bar.
    private struct Figure {
        let label: String
        let done: Int
        let target: Int
    }

    /// The lines they take, with the one below them.
    static func rows(_ context: Context) -> Int { (8 + perLine(context) - 1) / perLine(context) + 1 }

    private static func perLine(_ context: Context) -> Int { context.body.columns >= 150 ? 4 : 2 }

    private var figures: [Figure] {
        let totals = report.totals
        let held = report.branches.count { $0.partyDayMonths.contains(report.asOf.month) }
        return [
            Figure(label: "专题调研", done: totals.committeeDone, target: totals.committee),
            Figure(label: "主题活动", done: totals.villagesDone, target: totals.villages),
            Figure(label: "五个一", done: totals.fiveOnes.done, target: totals.fiveOnes.target),
            Figure(label: "本月党日", done: held, target: totals.branches),
            Figure(label: "户覆盖", done: totals.households.covered, target: totals.households.inScope),
            Figure(label: "党员覆盖", done: totals.members.covered, target: totals.members.inScope),
            Figure(label: "本月走访", done: totals.visitedThisMonth, target: totals.households.inScope),
        ]
    }

    /// Draws them at the top. `pointing` asks for the line that says what is missing and where it is worked off.
    func draw(on frame: inout Frame, pointing: Bool, _ context: Context) {
        let perLine = OverviewFigures.perLine(context)
        let width = frame.size.columns / perLine
        for (index, figure) in figures.enumerated() {
            draw(
                figure, on: &frame, row: index / perLine, column: 2 + index % perLine * width, width: width - 2, context
            )
        }
        let cooperatives = report.totals.cooperatives
        let text = "合作社\(cooperatives.active) 领办\(cooperatives.memberFounded) 带动\(cooperatives.householdsLed)户次"
        frame.put(text, row: 7 / perLine, column: 2 + 7 % perLine * width, maxWidth: width - 2)
        if pointing { drawGaps(on: &frame, row: OverviewFigures.rows(context) - 1) }
    }

    private func drawGaps(on frame: inout Frame, row: Int) {
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
