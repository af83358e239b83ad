extension Frame {
    /// Writes a text as ``TextWidth/displayable(_:)`` makes it, and returns the column after it.
    ///
    /// At most `maxWidth` cells are used, and none outside the row; a wide character that does not fit whole is left
    /// off. With a row outside the frame nothing is drawn, but the column returned is the same.
    @discardableResult
    package mutating func put(
        _ text: String, row: Int, column: Int, maxWidth: Int = .max, style: Style = .plain
    ) -> Int {
        let end = min(size.columns, maxWidth < size.columns - column ? column + maxWidth : size.columns)
        var at = column
        for scalar in DisplayedScalars(text) {
            let width = textWidth.cells(scalar)
            if width == 0 {
                attach(scalar, row: row, before: at)
                continue
            }
            if at + width > end { break }
            set(scalar, width: width, row: row, column: at, style: style)
            at += width
        }
        return at
    }

    /// Writes a text into exactly `width` cells: cut with a `~`, or filled with blanks of the same style.
    @discardableResult
    package mutating func put(
        _ text: String, row: Int, column: Int, width: Int, alignment: Alignment, style: Style = .plain
    ) -> Int {
        // No character takes more cells than bytes, and what stands at the left need not be measured to be placed.
        let isShort = alignment == .left && text.utf8.count <= width
        let (taken, isCut) = isShort ? (0, false) : textWidth.fit(text, into: width)
        fill(row: row, column: column, rows: 1, columns: width, style: style)
        let start = column + alignment.blanks(before: width - taken)
        let end = put(text, row: row, column: start, maxWidth: isCut ? width - 1 : width, style: style)
        if isCut { put("~", row: row, column: end, maxWidth: column + width - end, style: style) }
        return max(column, min(column + width, size.columns))
    }

    /// Blanks a rectangle in the given style.
    package mutating func fill(row: Int, column: Int, rows: Int, columns: Int, style: Style = .plain) {
        let target = clipped(column, columns, size.columns)
        guard !target.isEmpty else { return }
        for line in clipped(row, rows, size.rows) {
            separate(line, target)
            for at in target { cells[index(line, at)] = .blank(style) }
        }
    }

    /// Blanks one whole row in the given style.
    package mutating func fill(row: Int, style: Style) {
        fill(row: row, column: 0, rows: 1, columns: size.columns, style: style)
    }

    /// Gives the characters of a row that lie in `columns`, even by half, another style.
    package mutating func style(row: Int, columns: Range<Int>, _ style: Style) {
        restyle(row: row, columns: columns) { $0 = style }
    }

    /// Changes the style of the characters of a row that lie in `columns`, even by half.
    package mutating func restyle(row: Int, columns: Range<Int>, _ change: (inout Style) -> Void) {
        let within = columns.clamped(to: 0..<size.columns)
        guard contains(row: row), !within.isEmpty else { return }
        let first = isRightHalf(row, within.lowerBound) ? within.lowerBound - 1 : within.lowerBound
        let end = isRightHalf(row, within.upperBound) ? within.upperBound + 1 : within.upperBound
        for column in first..<end { change(&cells[index(row, column)].style) }
    }

    /// Copies another frame over this one with its top left corner at a place, which may lie outside. The cursor stays.
    package mutating func blit(_ other: Frame, row: Int, column: Int) {
        let target = clipped(column, other.size.columns, size.columns)
        guard let first = target.first, let last = target.last else { return }
        for line in clipped(row, other.size.rows, size.rows) {
            separate(line, target)
            let source = other.row(line - row)
            let start = source.startIndex - column
            cells.replaceSubrange(
                index(line, first)..<index(line, last + 1), with: source[start + first..<start + last + 1])
            // Only at its ends can the copy have left a half behind.
            for at in [first, last] { cells[index(line, at)] = other.half(line - row, at - column, target, column) }
        }
    }

    /// A cell to copy, or a blank if its other half stays behind.
    private func half(_ row: Int, _ column: Int, _ target: Range<Int>, _ offset: Int) -> Cell {
        let cell = self[row, column]
        let lacksLeft = cell.isContinuation && column + offset == target.lowerBound
        let lacksRight = isRightHalf(row, column + 1) && column + offset + 1 == target.upperBound
        return lacksLeft || lacksRight ? .blank(cell.style) : cell
    }
}

extension Frame {
    private func index(_ row: Int, _ column: Int) -> Int {
        row * size.columns + column
    }

    private func clipped(_ start: Int, _ length: Int, _ limit: Int) -> Range<Int> {
        let (end, tooFar) = start.addingReportingOverflow(max(0, length))
        return (start..<(tooFar ? .max : end)).clamped(to: 0..<limit)
    }

    private func isRightHalf(_ row: Int, _ column: Int) -> Bool {
        column < size.columns && cells[index(row, column)].isContinuation
    }

    private mutating func set(_ scalar: Unicode.Scalar, width: Int, row: Int, column: Int, style: Style) {
        guard contains(row: row) else { return }
        if width == 2 && column == -1 {
            if size.columns > 0 { replace(row, 0, with: .blank(style)) }
            return
        }
        guard column >= 0 else { return }
        replace(row, column, with: Cell(scalar, style: style))
        if width == 2 { replace(row, column + 1, with: .continuation(style)) }
    }

    private mutating func attach(_ mark: Unicode.Scalar, row: Int, before column: Int) {
        guard contains(row: row), column > 0, column <= size.columns else { return }
        let last = isRightHalf(row, column - 1) ? column - 2 : column - 1
        cells[index(row, last)].attach(mark)
    }

    /// Blanks what will be left of wide characters that reach over the ends of `columns`, all of which are about to be
    /// overwritten.
    private mutating func separate(_ row: Int, _ columns: Range<Int>) {
        let start = index(row, columns.lowerBound)
        if cells[start].isContinuation { cells[start - 1] = .blank(cells[start - 1].style) }
        if isRightHalf(row, columns.upperBound) {
            let end = index(row, columns.upperBound)
            cells[end] = .blank(cells[end].style)
        }
    }

    /// Puts a cell, blanking what is left of a wide character it cuts. A right half belongs to the cell before it.
    private mutating func replace(_ row: Int, _ column: Int, with cell: Cell) {
        let at = index(row, column)
        if cells[at].isContinuation && !cell.isContinuation {
            cells[at - 1] = .blank(cells[at - 1].style)
        }
        if isRightHalf(row, column + 1) {
            cells[at + 1] = .blank(cells[at + 1].style)
        }
        cells[at] = cell
    }
}
