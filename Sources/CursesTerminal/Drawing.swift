import CNcurses
import TerminalUI

extension CursesTerminal {
    /// Frames beyond this many bytes are marked as one update, so that a terminal that can does not show them half
    /// done. Smaller ones arrive in one piece anyway, and the marks would cost 16 bytes.
    private static let longUpdate = 1_024

    /// Shows a frame. Only rows that differ from the frame before are looked at, an unchanged frame sends nothing, and
    /// whatever is sent is sent by one write. What of the frame lies outside the window is not shown.
    ///
    /// Throws ``TerminalError/hangUp`` when the terminal is gone.
    package func draw(_ frame: Frame) throws(TerminalError) {
        counters.frames += 1
        askForWidth()
        if previous != frame || !prelude.isEmpty { pass(frame) }
        let bytes = economy.trim(CursesTerminal.bytes { cn_update($0) })
        previous = frame
        try send(bytes)
    }

    /// The next frame is sent whole, after something else wrote to the terminal.
    package func redrawAll() {
        previous = nil
        economy.forget()
        cn_redraw()
    }

    private func pass(_ frame: Frame) {
        let known = previous?.size == frame.size ? previous : nil
        for row in 0..<size.rows where known.map({ !isSame(row, frame, $0) }) ?? true {
            let cells = cells(of: row, in: frame)
            cn_row(Int32(row), cells, Int32(cells.count))
        }
        let cursor = frame.cursor
        let row = max(0, min(cursor.row, size.rows - 1))
        let column = max(0, min(cursor.column, size.columns - 1))
        cn_cursor(Int32(row), Int32(column), cursor.visible ? 1 : 0)
    }

    private func isSame(_ row: Int, _ frame: Frame, _ known: Frame) -> Bool {
        row >= frame.size.rows || known.hasSameRow(row, as: frame)
    }

    /// A row as ncurses wants it: characters, each once. Blanks where the frame does not reach.
    private func cells(of row: Int, in frame: Frame) -> [cn_cell] {
        var cells: [cn_cell] = []
        cells.reserveCapacity(size.columns)
        var columns = 0
        // Most characters look like the one before.
        var style = Style.plain
        var look = cn_cell.blank
        if row < frame.size.rows {
            for cell in frame.row(row) where columns < size.columns {
                columns += 1
                if cell.isContinuation { continue }
                if cell.style != style {
                    style = cell.style
                    look = cn_cell(style)
                }
                (look.base, look.mark, look.second_mark) = cell.points
                cells.append(look)
            }
            if frame.size.columns > size.columns && frame[row, size.columns].isContinuation {
                cells[cells.count - 1] = .blank
            }
        }
        while columns < size.columns {
            cells.append(.blank)
            columns += 1
        }
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

    /// Draws “ in the corner of the fresh screen and asks where the cursor went; the frame then covers it. The answer
    /// comes as a key, so nothing waits for it.
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
            (style.bold ? CN_BOLD : 0) | (style.reverse ? CN_REVERSE : 0)
            | (style.underline ? CN_UNDERLINE : 0)
        self.init(
            base: 0x20, mark: 0, second_mark: 0, foreground: style.foreground.rawValue,
            background: style.background.rawValue, attributes: UInt8(attributes))
    }
}
