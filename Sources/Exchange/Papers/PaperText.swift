import Papers
import PartyWork
import TerminalUI

/// A paper as lines of fixed width, for a printer with a font in which Han takes two cells: characters of ambiguous width take
/// two there as well.
package struct PaperText {
    private let paper: Paper
    private let width = TextWidth(.wide)

    private var cells: Int { paper.isWide ? PaperTable.paper.wide : PaperTable.paper.upright }

    package init(_ paper: Paper) { self.paper = paper }

    /// The whole paper; several follow each other with a form feed between.
    package static func document(_ papers: [Paper]) -> String { document(papers) { _ in } }

    /// The document, telling how many papers are made.
    ///
    /// - Parameter step: may end the making by throwing.
    package static func document(_ papers: [Paper], step: (Int) throws -> Void) rethrows -> String {
        try each(papers, step) { PaperText($0).text }.joined(separator: "\u{0C}")
    }

    /// Makes a text of each paper, and tells how many are made.
    static func each(_ papers: [Paper], _ step: (Int) throws -> Void, _ make: (Paper) -> String) rethrows -> [String] {
        try papers.enumerated().map { place, paper in
            try step(place + 1)
            return make(paper)
        }
    }

    /// The lines of the paper.
    package var text: String {
        let body = paper.tables.flatMap { [""] + lines($0) }
        let chart = paper.bars.map { [""] + lines($0) } ?? []
        let foot = paper.foot.isEmpty ? [] : [""] + paper.foot.flatMap(wrapped)
        return (heading + body + chart + signatures + foot).map(\.withoutTrailingSpaces).joined(separator: "\n") + "\n"
    }

    private var heading: [String] {
        [width.pad(PlainText.safe(paper.heading.title), to: cells, alignment: .centre), ""]
            + paper.lines.flatMap { line in
                let (left, right) = (PlainText.safe(line.left), PlainText.safe(line.right))
                let room = cells - width.cells(right)
                if right.isEmpty { return wrapped(left) }
                if width.cells(left) + 2 > room { return wrapped(left) + wrapped(right) }
                return [width.pad(left, to: room) + right]
            }
    }

    private var signatures: [String] {
        paper.signing.isEmpty ? [] : [""] + paper.signing.flatMap { [""] + wrapped($0) }
    }

    private func wrapped(_ text: String) -> [String] { width.wrap(PlainText.safe(text), to: cells) }

    // MARK: - Tables

    private func lines(_ table: PaperTable) -> [String] {
        let gap = table.columns.reduce(0) { $0 + $1.width + 2 } - 2 > cells ? 1 : 2
        let total = table.columns.reduce(0) { $0 + $1.width + gap } - gap
        let rule = String(repeating: "-", count: total)
        let header = table.hasHeader ? rowLines(table.columns.map { .label($0.heading) }, table, gap) + [rule] : []
        let rows = table.rows.flatMap { rowLines($0, table, gap) + (paper.isBlank ? [""] : []) }
        let totals = table.totals.isEmpty ? [] : [rule] + table.totals.flatMap { rowLines($0, table, gap) }
        return (table.title.isEmpty ? [] : [PlainText.safe(table.title)]) + [rule] + header + rows + totals + [rule]
    }

    /// A row takes as many lines as its longest cell.
    private func rowLines(_ row: [PaperCell], _ table: PaperTable, _ gap: Int) -> [String] {
        let cells = zip(row, table.columns).map { cell, column in
            cell == .empty && paper.isBlank
                ? [String(repeating: "_", count: column.width)]
                : width.wrap(PlainText.safe(cell.plain), to: column.width)
        }
        return (0..<(cells.map(\.count).max() ?? 0)).map { line in
            zip(cells, table.columns).map { lines, column in
                let alignment: Alignment = column.kind.isFigure ? .right : .left
                return width.pad(line < lines.count ? lines[line] : "", to: column.width, alignment: alignment)
            }.joined(separator: String(repeating: " ", count: gap))
        }
    }

    // MARK: - The chart

    private func lines(_ bars: PaperBars) -> [String] {
        let names = bars.bars.map { width.cells(PlainText.safe($0.name)) }.max() ?? 0
        return [bars.title]
            + bars.bars.map { bar in
                let length = Int((bar.share * 60).rounded(.down))
                return width.pad(PlainText.safe(bar.name), to: names) + "  "
                    + String(repeating: "=", count: length) + " " + bar.shown
            }
    }
}

extension PaperCell {
    /// What stands in the cell, but a hyphen for `—`, which some of these fonts draw in one cell and some in two.
    fileprivate var plain: String {
        if case .rate(let coverage) = self, coverage.permille == nil { return "-" }
        return shown
    }
}

extension String {
    fileprivate var withoutTrailingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}
