import TerminalUI

extension Frame {
    /// The frame as a picture: a character cell is 9 by 20 units, and every run of characters is stretched to its cells, so
    /// that columns line up in whatever font the viewer has.
    package var svg: String {
        let width = size.columns * 9 + 16
        let height = size.rows * 20 + 16
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" font-size=\"16\" "
                + "font-family=\"'Noto Sans Mono CJK SC','Sarasa Mono SC','WenQuanYi Zen Hei Mono','Source Han Mono',monospace\">",
            "<rect width=\"\(width)\" height=\"\(height)\" rx=\"6\" fill=\"#1d1f21\"/>",
        ]
        for row in 0..<size.rows { lines += runs(row).flatMap { $0.svg } }
        return (lines + ["</svg>", ""]).joined(separator: "\n")
    }

    /// Neighbouring characters of one look and one width, or blanks.
    private struct Run {
        let row: Int
        let column: Int
        let style: Style
        let cellWidth: Int
        var text = ""
        var count = 0

        var svg: [String] {
            let (x, y) = (8 + column * 9, 8 + row * 20)
            let span = count * cellWidth * 9
            var parts: [String] = []
            if style.reverse {
                parts.append("<rect x=\"\(x)\" y=\"\(y)\" width=\"\(span)\" height=\"20\" fill=\"#c5c8c6\"/>")
            }
            if style.underline {
                parts.append("<rect x=\"\(x)\" y=\"\(y + 18)\" width=\"\(span)\" height=\"1\" fill=\"#c5c8c6\"/>")
            }
            guard text.first != " " else { return parts }
            let weight = style.bold ? " font-weight=\"bold\"" : ""
            let length = "textLength=\"\(span)\" lengthAdjust=\"spacingAndGlyphs\""
            parts.append("<text x=\"\(x)\" y=\"\(y + 15)\" \(length) fill=\"\(fill)\"\(weight)>\(escaped)</text>")
            return parts
        }

        private var fill: String {
            if style.reverse { return "#1d1f21" }
            switch style.foreground {
            case .red: return "#e06c6c"
            case .green: return "#8fb573"
            case .yellow: return "#d7a65f"
            case .cyan: return "#7fb8b2"
            default: return "#c5c8c6"
            }
        }

        private var escaped: String {
            text.map { character in
                switch character {
                case "<": "&lt;"
                case ">": "&gt;"
                case "&": "&amp;"
                default: String(character)
                }
            }.joined()
        }
    }

    private func runs(_ row: Int) -> [Run] {
        var runs: [Run] = []
        for column in 0..<size.columns {
            let cell = self[row, column]
            if cell.isContinuation { continue }
            let isWide = column + 1 < size.columns && self[row, column + 1].isContinuation
            let width = isWide ? 2 : 1
            // Words and the blanks between them are runs of their own: viewers treat leading blanks differently.
            let isBlank = cell.text == " "
            let continues = runs.last.map {
                $0.style == cell.style && $0.cellWidth == width && ($0.text.first == " ") == isBlank
            }
            if continues != true { runs.append(Run(row: row, column: column, style: cell.style, cellWidth: width)) }
            runs[runs.count - 1].text += cell.text
            runs[runs.count - 1].count += 1
        }
        return runs
    }
}
