/// A bar of a count against what it should be: filled cells where there are colours, `###...` where there are none.
///
/// Of the same width in every font; a thin line in half cells where the terminal is known to draw it.
package struct Bar: Hashable, Sendable {
    private let done: Int
    private let target: Int
    /// Where the period's pace stands, in thousandths of the bar; nil for what has none.
    private let pace: Int?
    /// What the filled part means.
    private let fill: Element
    /// What the rest means: still to come, or missing; nil where it is left blank.
    private let rest: Element?

    /// A bar of a count; of a target of 0 it is empty.
    package init(done: Int, of target: Int, pace: Int? = nil, fill: Element = .bar, rest: Element? = .barTrack) {
        (self.done, self.target, self.pace) = (done, target, pace)
        (self.fill, self.rest) = (fill, rest)
    }

    /// The cells beyond which a longer bar tells no more.
    package static let longest = 24

    /// The cells filled, or parts of a cell where so many are reckoned with: all only where nothing is missing, none only
    /// where nothing is done.
    func filled(_ width: Int) -> Int {
        guard target > 0, done > 0 else { return 0 }
        if done >= target { return width }
        return max(1, min(width - 1, Int(done.multipliedFullWidth(by: width).low) / target))
    }

    /// The bar in characters.
    package func text(_ width: Int) -> String {
        let filled = filled(max(0, width))
        var cells =
            Array(repeating: "#", count: filled)
            + Array(repeating: rest == nil ? " " : ".", count: max(0, width) - filled)
        if let tick = tick(width) { cells[tick] = "|" }
        return cells.joined()
    }

    private func tick(_ width: Int) -> Int? {
        guard let pace, width > 0 else { return nil }
        return min(width - 1, (pace * width + 500) / 1_000)
    }

    /// Draws the bar.
    ///
    /// - Parameter ground: how cells look that have no fill, as in a selected row.
    package func draw(
        on frame: inout Frame, row: Int, column: Int, width: Int, _ theme: Theme, on ground: Style = .plain
    ) {
        if theme.isFine {
            return drawLine(on: &frame, row: row, column: column, width: max(0, width), theme, on: ground)
        }
        let (filled, tick) = (filled(max(0, width)), tick(width))
        for at in 0..<max(0, width) {
            guard let part = at < filled ? fill : rest else {
                frame.put(at == tick ? "|" : " ", row: row, column: column + at, style: ground)
                continue
            }
            let look = theme.style(part)
            let isFilled = look.background != .standard
            let blank = isFilled ? " " : at < filled ? "#" : "."
            frame.put(at == tick ? "|" : blank, row: row, column: column + at, style: isFilled ? look : ground)
        }
    }

    /// Draws it as a thin line: of the last filled cell its left half where no more is done.
    private func drawLine(
        on frame: inout Frame, row: Int, column: Int, width: Int, _ theme: Theme, on ground: Style
    ) {
        let (halves, tick) = (filled(width * 2), tick(width))
        for at in 0..<width {
            let isFilled = at * 2 < halves
            let glyph = isFilled && at * 2 + 1 == halves ? "╸" : isFilled || rest != nil ? "━" : " "
            let style = (isFilled ? fill : rest).map { theme.line($0, on: ground) } ?? ground
            frame.put(
                at == tick ? "┃" : glyph, row: row, column: column + at, style: at == tick ? ground : style)
        }
    }
}
