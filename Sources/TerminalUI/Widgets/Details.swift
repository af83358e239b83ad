/// What is known of the selected row in full, below a list whose columns cut it short.
package struct Details {
    private let text: String
    private static let rows = 2

    package init(text: String) { self.text = text }

    /// The rows it takes at the foot of the body, the blank line above included; none on a small terminal.
    package static func height(_ surface: some Surface) -> Int { surface.body.rows < 14 ? 0 : rows + 1 }

    /// Draws the first lines of it at the foot of the body.
    package func draw(on frame: inout Frame, _ surface: some Surface) {
        guard Details.height(surface) > 0 else { return }
        let lines = surface.textWidth.wrap(text, to: frame.size.columns - 4)
        for (index, line) in lines.prefix(Details.rows).enumerated() {
            let isCut = index == Details.rows - 1 && lines.count > Details.rows
            frame.put(
                isCut ? surface.textWidth.truncate(line + " ~~", to: frame.size.columns - 4) : line,
                row: frame.size.rows - Details.rows + index, column: 2, style: surface.style(.muted))
        }
    }
}
