import CNcurses
import TerminalUI

extension CursesTerminal {
    /// Frames beyond this many bytes are marked as one update, so that a terminal that can does not show them half
    /// done; smaller ones arrive in one piece anyway, and the marks would cost 16 bytes.
    private static let longUpdate = 1_024

    /// Shows a frame.
    ///
    /// Of a row only what differs from the frame before is looked at, an unchanged frame sends nothing, and whatever is
    /// sent is sent by one write. What of the frame lies outside the window is not shown.
    ///
    /// Throws ``TerminalError/hangUp`` when the terminal is gone.
    package func draw(_ frame: Frame) throws(TerminalError) {
        counters.frames += 1
        askForWidth()
        if previous != frame || !prelude.isEmpty { pass(frame) }
        let bytes = economy.trim(CursesTerminal.bytes { cn_update($0) }) + linking(frame)
        previous = frame
        try send(bytes)
    }

    /// The next frame is sent whole, after something else wrote to the terminal.
    package func redrawAll() {
        (previous, shownLink) = (nil, nil)
        economy.forget()
        cn_redraw()
    }

    private func pass(_ frame: Frame) {
        let known = previous?.size == frame.size ? previous : nil
        for row in 0..<size.rows {
            let changed = changedColumns(of: row, in: frame, since: known)
            if changed.isEmpty { continue }
            let cells = cells(of: row, changed, in: frame)
            cn_cells(Int32(row), Int32(changed.lowerBound), cells, Int32(cells.count))
        }
        let cursor = frame.cursor
        let row = max(0, min(cursor.row, size.rows - 1))
        let column = max(0, min(cursor.column, size.columns - 1))
        cn_cursor(Int32(row), Int32(column), cursor.visible ? 1 : 0)
    }

    /// Where a row differs from the frame before, in whole characters; all of it where no frame of that size is known.
    private func changedColumns(of row: Int, in frame: Frame, since known: Frame?) -> Range<Int> {
        guard let known else { return 0..<size.columns }
        let changed = row < frame.size.rows ? known.columns(of: row, changedIn: frame) : 0..<0
        // A wide character at the window's edge is a blank in it, and changes with its right half outside.
        return changed.clamped(to: 0..<size.columns)
    }

    /// Some columns of a row as ncurses wants them: characters, each once.
    ///
    /// Blanks where the frame does not reach.
    private func cells(of row: Int, _ columns: Range<Int>, in frame: Frame) -> [cn_cell] {
        guard row < frame.size.rows else { return Array(repeating: .blank, count: columns.count) }
        var cells: [cn_cell] = []
        cells.reserveCapacity(columns.count)
        let drawn = columns.clamped(to: 0..<frame.size.columns)
        // Most characters look like the one before.
        var style = Style.plain
        var look = cn_cell.blank
        for cell in frame.row(row).dropFirst(drawn.lowerBound).prefix(drawn.count) where !cell.isContinuation {
            if cell.style != style {
                style = cell.style
                look = cn_cell(style)
            }
            (look.base, look.mark, look.second_mark) = cell.points
            cells.append(look)
        }
        if drawn.upperBound < frame.size.columns && frame[row, drawn.upperBound].isContinuation {
            cells[cells.count - 1] = .blank
        }
        cells += repeatElement(.blank, count: columns.count - drawn.count)
        return cells
    }

    private func send(_ update: [UInt8]) throws(TerminalError) {
        guard !update.isEmpty || !prelude.isEmpty else { return }
        var bytes = prelude
        prelude = []
        if takesPrivateModes && update.count > CursesTerminal.longUpdate {
            bytes += Array("\u{1B}[?2026h".utf8) + update + Array("\u{1B}[?2026l".utf8)
        } else {
            bytes += update
        }
        try write(bytes)
    }

    /// Draws “ in the corner of the fresh screen and asks where the cursor went; the frame then covers it.
    ///
    /// The answer comes as a key, so nothing waits for it.
    private func askForWidth() {
        guard probe == .due else { return }
        probe = .sent
        var quote = [CChar](repeating: 0, count: 8)
        let count = cn_encode("“", &quote, quote.count)
        guard count > 0 else { return }
        let home = Array("\u{1B}[H".utf8)
        // An empty update enters the screen and clears it.
        var question = CursesTerminal.bytes { cn_update($0) } + home
        question += quote.prefix(count).map(UInt8.init(bitPattern:)) + Array("\u{1B}[6n".utf8)
        prelude = question + home + Array("  ".utf8) + home + prelude
    }
}

extension cn_cell {
    fileprivate static let blank = cn_cell(
        base: 0x20, mark: 0, second_mark: 0, foreground: 0, background: 0, attributes: 0)

    /// A blank of a style.
    fileprivate init(_ style: Style) {
        let attributes =
            (style.bold ? CN_BOLD : 0) | (style.reverse ? CN_REVERSE : 0) | (style.underline ? CN_UNDERLINE : 0)
        self.init(
            base: 0x20, mark: 0, second_mark: 0, foreground: style.foreground.code,
            background: style.background.code, attributes: UInt8(attributes))
    }
}
