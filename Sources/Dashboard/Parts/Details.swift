import TerminalUI

/// What is known of the selected row in full, below a list whose columns cut it short.
struct Details {
    let text: String
    private static let rows = 2

    /// The rows it takes at the foot of the body, the blank line above included; none on a small terminal.
    static func height(_ context: Context) -> Int { context.body.rows < 14 ? 0 : rows + 1 }

    func draw(on frame: inout Frame, _ context: Context) {
        guard Details.height(context) > 0 else { return }
        let lines = context.textWidth.wrap(text, to: frame.size.columns - 4)
        for (index, line) in lines.prefix(Details.rows).enumerated() {
            let isCut = index == Details.rows - 1 && lines.count > Details.rows
            frame.put(
                isCut ? context.textWidth.truncate(line + " ~~", to: frame.size.columns - 4) : line,
                row: frame.size.rows - Details.rows + index, column: 2, style: context.style(.muted))
        }
    }
}
