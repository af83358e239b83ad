/// One line of CSV (RFC 4180, LF, quoted only where needed), for files and for `--format csv`.
package enum CSVText {
    /// The cells as a line, verbatim: what an export writes (CONTRACT section 3, `export`).
    package static func line(_ cells: [String]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += "," }
            append(cell, to: &line)
        }
        return line + "\n"
    }

    /// The cells as a line of a list that people open in a spreadsheet: what looks like a formula is made plain text.
    package static func readableLine(_ cells: [String]) -> String { line(cells.map(neutralised)) }

    /// The cell, with `'` before it where its first character after spaces would begin a formula (CONTRACT section 3;
    /// CWE-1236, RELIABILITY section 4).
    package static func neutralised(_ cell: String) -> String {
        switch cell.unicodeScalars.first(where: { $0 != " " && $0 != "\u{3000}" && $0 != "\u{A0}" }) {
        case "=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "＝", "＋", "－", "＠": "'" + cell
        default: cell
        }
    }

    static func append(_ cell: String, to line: inout String) {
        let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        line += needsQuotes ? quoted(cell) : cell
    }

    private static func quoted(_ cell: String) -> String {
        var quoted = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
