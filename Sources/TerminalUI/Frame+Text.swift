extension Frame {
    /// The grid as text, a line for each row, without the blanks at the ends of rows.
    package var text: String { text(trimmed: true) }

    /// The grid as text, a line for each row; `trimmed` leaves off the blanks at the ends of rows.
    package func text(trimmed: Bool) -> String {
        (0..<size.rows).map { text(row: $0, trimmed: trimmed) }.joined(separator: "\n")
    }

    /// One row as text.
    package func text(row: Int, trimmed: Bool = true) -> String {
        var line = self.row(row).map(\.text).joined()
        while trimmed && line.last == " " { line.removeLast() }
        return line
    }

    /// How the cells look, for golden tests: `.` is plain, every other style has a letter, in the order of appearance,
    /// explained below the grid (`a bold reverse`).
    package var styleGrid: String {
        var letters: [Style: Character] = [.plain: "."]
        var legend: [String] = []
        var lines: [String] = []
        for row in 0..<size.rows {
            var line = ""
            for cell in self.row(row) { line.append(letter(for: cell.style, &letters, &legend)) }
            lines.append(line)
        }
        return (lines + legend).joined(separator: "\n")
    }

    private func letter(for style: Style, _ letters: inout [Style: Character], _ legend: inout [String]) -> Character {
        if let known = letters[style] { return known }
        let names = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        let letter = legend.count < names.count ? names[legend.count] : "?"
        letters[style] = letter
        legend.append("\(letter) \(style)")
        return letter
    }
}
