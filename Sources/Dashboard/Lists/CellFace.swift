import TerminalUI

/// What a cell of a list shows where that is not its text, which is still read out, searched, filtered and printed.
struct CellFace: Sendable {
    /// The text in the cell.
    var text = ""
    /// A bar before the text; nil for none.
    var bar: Bar?
    /// The cells that a text behind a bar has, so that the bars of all rows are of one length.
    var textWidth = 0
    /// Characters of the text with a look of their own, by how many cells stand before them.
    var marks: [(cell: Int, element: Element)] = []

    /// The cells it needs: those of its text, with a bar those of the longest.
    func cells(_ width: TextWidth) -> Int { bar == nil ? width.cells(text) : Bar.longest + textWidth }
}
