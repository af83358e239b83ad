/// How large a screen or a part of it is, in cells.
package struct Size: Hashable, Sendable {
    /// Cells in a row.
    package var columns: Int
    /// Rows.
    package var rows: Int

    /// A size of so many columns and rows; negative ones count as none.
    package init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// Where the terminal's own cursor stands; input methods and screen readers follow it, so it is always placed.
package struct Cursor: Hashable, Sendable {
    /// Rows above it.
    package var row: Int
    /// Cells to the left of it.
    package var column: Int
    /// Shown in fields, hidden on lists.
    package var visible: Bool

    /// A cursor at a cell counted from 0 at the top left.
    package init(row: Int = 0, column: Int = 0, visible: Bool = false) {
        self.row = row
        self.column = column
        self.visible = visible
    }
}

/// A text in a row that leads to something, for terminals that can open it.
package struct Link: Hashable, Sendable {
    /// The row where it stands.
    package let row: Int
    /// The columns that it takes.
    package let columns: Range<Int>
    /// The path of the file to which it leads.
    package let path: String

    /// A text of a row that leads to a file.
    package init(row: Int, columns: Range<Int>, path: String) {
        self.row = row
        self.columns = columns
        self.path = path
    }
}

/// A screen, or part of one, as a grid of cells: a plain value that is drawn, compared and printed.
///
/// A wide character always has both its halves: whatever cuts one leaves blanks. Everything outside the grid is
/// clipped, silently, so a view may be asked for any size.
package struct Frame: Hashable, Sendable {
    /// The grid's size.
    package let size: Size
    /// How text is measured here.
    package let textWidth: TextWidth
    /// Where the terminal's cursor belongs.
    package var cursor = Cursor()
    /// The text in it that leads to a file; nil for none.
    package var link: Link?
    /// Row after row.
    var cells: [Cell]

    /// An empty frame.
    package init(_ size: Size, textWidth: TextWidth = TextWidth(), style: Style = .plain) {
        self.size = size
        self.textWidth = textWidth
        cells = Array(repeating: .blank(style), count: size.columns * size.rows)
    }

    /// The cell at a place inside the grid.
    package subscript(row: Int, column: Int) -> Cell {
        precondition(contains(row: row) && (0..<size.columns).contains(column), "outside the frame")
        return cells[row * size.columns + column]
    }

    /// The cells of one row, left to right.
    package func row(_ row: Int) -> ArraySlice<Cell> { cells[row * size.columns..<(row + 1) * size.columns] }

    /// Where a row differs from the same row of a frame of the same size: from the first column to the last, in whole
    /// characters of both frames.
    ///
    /// Said here, where the compiler knows what a cell is made of, because every key asks it of every row.
    package func columns(of row: Int, changedIn other: Frame) -> Range<Int> {
        let (old, new) = (self.row(row), other.row(row))
        guard old != new, let first = new.indices.first(where: { old[$0] != new[$0] }),
            let last = new.indices.last(where: { old[$0] != new[$0] })
        else { return 0..<0 }
        let isWhole = { (at: Int) in at == new.endIndex || !old[at].isContinuation && !new[at].isContinuation }
        var (start, end) = (first, last + 1)
        while !isWhole(start) { start -= 1 }
        while !isWhole(end) { end += 1 }
        return start - new.startIndex..<end - new.startIndex
    }

    func contains(row: Int) -> Bool { (0..<size.rows).contains(row) }
}
