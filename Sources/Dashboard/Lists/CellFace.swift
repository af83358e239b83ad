import PartyWork
import TerminalUI

/// What a cell of a list shows where that is not its text, which is still read out, searched, filtered and printed.
struct CellFace: Sendable {
    /// The text in the cell.
    var text = ""
    /// A bar before the text; nil for none.
    var bar: Bar?
    /// The cells that a text behind a bar has, so that the bars of all rows are of one length.
    var textWidth = 0
    /// What stands at the right end of a cell that has room for all it shows, in so many cells; empty for nothing.
    var detail = ""
    /// The cells of the text where something stands beside it.
    var detailColumn = 0
    /// Characters of the text with a look of their own, by how many cells stand before them.
    var marks: [(cell: Int, element: Element)] = []

    /// The cells it needs: those of its text, with a bar those of the longest.
    func cells(_ width: TextWidth) -> Int {
        if bar != nil { return Bar.longest + textWidth }
        return detail.isEmpty ? width.cells(text) : detailColumn + width.cells(detail)
    }
}

extension CellFace {
    /// What is missing in a coverage as a bar with its number: a cell for each, or its share of the largest of all lines where that is
    /// more than ten; `齐` where nothing is; `-` where nobody is in scope.
    init(missing coverage: Coverage, largest: Int, _ fill: Element) {
        let isWhole = coverage.gap == 0
        let none = coverage.inScope == 0 ? "-" : localized("齐", "all")
        self.init(
            text: isWhole ? none : String(coverage.gap),
            bar: isWhole ? nil : Bar(missing: coverage.gap, largest: largest, fill), textWidth: 4)
    }
}

extension Bar {
    /// The bar of a number that is missing: a cell for each, or its share of the largest of all lines where that is more than ten.
    init(missing: Int, largest: Int, _ fill: Element) {
        self.init(done: missing, of: max(largest, 10), fill: fill, rest: nil)
    }
}
