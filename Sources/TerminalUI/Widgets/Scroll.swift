/// How far a text is scrolled that is longer than its room.
package struct Scroll: Sendable {
    /// The first line in sight.
    package private(set) var top = 0

    package init() {}

    /// The rows that show lines: all there are, or all but the one that says how much is below.
    package static func rows(of room: Int, for lines: Int) -> Int { lines > room ? max(1, room - 1) : room }

    /// Scrolls by a key; false for any other, and where everything is in sight.
    package mutating func handle(_ key: Key, lines: Int, rows: Int) -> Bool {
        guard lines > rows else { return false }
        switch key {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= rows
        case .pageDown, .text(" "): top += rows
        case .home: top = 0
        case .end: top = lines
        default: return false
        }
        top = max(0, min(top, lines - rows))
        return true
    }

    /// Back to the first line.
    package mutating func begin() { top = 0 }

    /// What stands below the lines; nil where everything is in sight.
    package func hint(lines: Int, rows: Int, _ surface: some Surface) -> String? {
        let below = lines - top - rows
        if lines <= rows { return nil }
        return below > 0
            ? surface.said(
                "下面还有 \(below) 行，按下键或 PgDn 看", "\(below) more line\(below == 1 ? "" : "s") below: Down or PgDn")
            : surface.said("到底了，按上键或 PgUp 看上面", "The end; Up or PgUp shows what is above")
    }

    /// Draws the lines in sight from the first row on, below them how much is left; gives the rows that they take.
    @discardableResult
    package func draw(_ lines: [String], rows: Int, on frame: inout Frame, _ surface: some Surface) -> Int {
        let shown = lines.dropFirst(top).prefix(rows)
        for (row, line) in shown.enumerated() { frame.put(line, row: row, column: 2) }
        guard let hint = hint(lines: lines.count, rows: rows, surface) else { return shown.count }
        frame.put(hint, row: rows, column: 2, style: surface.style(.notice))
        return rows + 1
    }
}
