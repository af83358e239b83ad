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
        let isInside = contains(row: row)
        let cutsLeft = isInside && column > 0 && isRightHalf(row, column)
        var at = column
        for (scalar, kind) in DisplayedScalars(text) {
            let width = textWidth.cells(of: kind)
            if width == 0 {
                attach(scalar, row: row, before: at)
                continue
            }
            if at + width > end { break }
            if isInside { set(scalar, width: width, row: row, column: at, style: style) }
            at += width
        }
        // What is left of the wide characters that the text's ends have cut.
        if cutsLeft && at > column { blank(row, column - 1) }
        if isInside && at > max(0, column) && isRightHalf(row, at) { blank(row, at) }
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
        let start = column + alignment.blanks(before: width - taken)
        var end = put(text, row: row, column: start, maxWidth: isCut ? width - 1 : width, style: style)
        if isCut { end = put("~", row: row, column: end, maxWidth: column + width - end, style: style) }
        fill(row: row, column: column, rows: 1, columns: start - column, style: style)
        fill(row: row, column: end, rows: 1, columns: column + width - end, style: style)
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

    /// Copies another frame over this one with its top left corner at a place, which may lie outside; the cursor stays.
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
    private func index(_ row: Int, _ column: Int) -> Int { row * size.columns + column }

    private func clipped(_ start: Int, _ length: Int, _ limit: Int) -> Range<Int> {
        let (end, tooFar) = start.addingReportingOverflow(max(0, length))
        return (start..<(tooFar ? .max : end)).clamped(to: 0..<limit)
    }

    private func isRightHalf(_ row: Int, _ column: Int) -> Bool {
        column < size.columns && cells[index(row, column)].isContinuation
    }

    private mutating func set(_ scalar: Unicode.Scalar, width: Int, row: Int, column: Int, style: Style) {
        guard column >= 0 else {
            // The right half of what begins before the frame.
            if column + width > 0 { cells[index(row, 0)] = .blank(style) }
            return
        }
        let at = index(row, column)
        cells[at] = Cell(scalar, style: style)
        if width == 2 { cells[at + 1] = .continuation(style) }
    }

    private mutating func attach(_ mark: Unicode.Scalar, row: Int, before column: Int) {
        guard contains(row: row), column > 0, column <= size.columns else { return }
        let last = isRightHalf(row, column - 1) ? column - 2 : column - 1
        cells[index(row, last)].attach(mark)
    }

    /// Blanks what will be left of wide characters that reach over the ends of `columns`, all of which are about to be
    /// overwritten.
    private mutating func separate(_ row: Int, _ columns: Range<Int>) {
        if isRightHalf(row, columns.lowerBound) { blank(row, columns.lowerBound - 1) }
        if isRightHalf(row, columns.upperBound) { blank(row, columns.upperBound) }
    }

    /// Empties a cell, which keeps its style.
    private mutating func blank(_ row: Int, _ column: Int) {
        let at = index(row, column)
        cells[at] = .blank(cells[at].style)
    }
}
