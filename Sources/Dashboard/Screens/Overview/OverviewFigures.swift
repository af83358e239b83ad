import PartyWork
import TerminalUI

/// The town's figures with their bars: the head of the overview. One of them may be selected, to be opened.
struct OverviewFigures {
    let report: StatusReport
    /// Which of `report.figures` has the keys; nil for none.
    var selected: Int?

    /// The lines they take, with the one below them.
    static func rows(_ context: Context) -> Int { (8 + perLine(context) - 1) / perLine(context) + 1 }

    static func perLine(_ context: Context) -> Int { context.body.columns >= 150 ? 4 : 2 }

    /// The figures with bars; those of the cooperatives share the last place.
    static let bars = 7

    /// Where an arrow leads from one figure to; the ends stay. Nil for another key.
    static func step(_ key: Key, from selected: Int, of count: Int, _ context: Context) -> Int? {
        // The cooperatives' figures stand side by side in one place of their line.
        let row = min(selected, bars)
        let next: Int
        switch key {
        case .left: next = selected - 1
        case .right: next = selected + 1
        case .up: next = row - perLine(context)
        case .down: next = row + perLine(context)
        case .home: next = 0
        case .end: next = count - 1
        default: return nil
        }
        let isBeyond = (key == .down && next > bars) || next < 0 || next >= count
        return isBeyond ? selected : next
    }

    /// Draws them at the top. `pointing` asks for the line that says what is missing and where it is worked off.
    func draw(on frame: inout Frame, pointing: Bool, _ context: Context) {
        let perLine = OverviewFigures.perLine(context)
        let width = frame.size.columns / perLine
        let figures = report.figures
        for (index, figure) in figures.prefix(OverviewFigures.bars).enumerated() {
            draw(
                figure, index, on: &frame, row: index / perLine, column: 2 + index % perLine * width, width - 2, context
            )
        }
        drawCooperatives(
            figures, on: &frame, row: OverviewFigures.bars / perLine,
            column: 2 + OverviewFigures.bars % perLine * width, context)
        if pointing { drawGaps(on: &frame, row: OverviewFigures.rows(context) - 1) }
    }

    private func drawCooperatives(
        _ figures: [ShownFigure], on frame: inout Frame, row: Int, column: Int, _ context: Context
    ) {
        let words = [
            localized("合作社", "coops "), localized("领办", "own "), localized("党员", "found. "),
            localized("带动", "led "),
        ]
        let texts = zip(words, figures.dropFirst(OverviewFigures.bars)).map { $0 + $1.value }
        var at = column
        for (index, text) in shown(texts, in: frame.size.columns - column, context) {
            if index == selected {
                frame.put("[\(text)]", row: row, column: at - 1, style: context.style(.selection))
                frame.cursor = Cursor(row: row, column: at - 1)
            } else {
                frame.put(text, row: row, column: at)
            }
            at += context.textWidth.cells(text) + 1
        }
    }

    /// Those that have room as a whole, the selected one among them.
    private func shown(_ texts: [String], in room: Int, _ context: Context) -> [(Int, String)] {
        let ends = texts.reduce(into: [0]) { $0.append($0[$0.count - 1] + context.textWidth.cells($1) + 1) }
        let chosen = max(0, (selected ?? 0) - OverviewFigures.bars)
        let first = texts.indices.first { $0 >= chosen || ends[chosen + 1] - ends[$0] <= room } ?? 0
        return texts.enumerated().dropFirst(first).filter { ends[$0.offset + 1] - ends[first] <= room + 1 }
            .map { ($0.offset + OverviewFigures.bars, $0.element) }
    }

    /// Here branches are counted, in the worklist what each of them owes; so the unit stands beside the number.
    private func drawGaps(on frame: inout Frame, row: Int) {
        let totals = report.totals
        let late = ProgressState.late(asOf: report.asOf).title
        let behind = report.lines.count { $0.themeActivity.state.isLate || $0.fiveOnes.state.isLate }
        guard totals.households.gap + totals.members.gap + behind > 0 else { return }
        let text = localized(
            "还缺 户\(totals.households.gap) 党员\(totals.members.gap) \(late)支部\(behind)，按3",
            "Gaps: \(totals.households.gap) households, \(totals.members.gap) members; \(behind) branches \(late) (3)")
        frame.put(text, row: row, column: 2, maxWidth: frame.size.columns - 4)
    }

    private func draw(
        _ figure: ShownFigure, _ index: Int, on frame: inout Frame, row: Int, column: Int, _ width: Int,
        _ context: Context
    ) {
        let coverage = Coverage(covered: figure.done, inScope: figure.target ?? 0)
        let title = figure.figure.kind.shortTitle
        let text = "\(coverage.fraction) \(coverage.percentage)"
        // Where both have no room the figure stays.
        let hasBar = width >= 22 + context.textWidth.cells(text)
        if index == selected {
            frame.put("[\(title)]", row: row, column: column - 1, style: context.style(.selection))
            frame.cursor = Cursor(row: row, column: column - 1)
        } else {
            frame.put(title, row: row, column: column, width: 12, alignment: .left)
        }
        if hasBar {
            let bar = bar(done: coverage.covered, of: coverage.inScope, width: 8)
            frame.put(bar, row: row, column: column + 13, style: context.style(.bar))
        }
        let start = hasBar ? 22 : 13
        frame.put(text, row: row, column: column + start, maxWidth: width - start)
    }
}
