/// Lines of CSV (RFC 4180, LF, quoted only where needed), for files and for `--format csv`.
package enum CSVText {
    /// The cells as a line, verbatim: what an export writes (CONTRACT section 3, `export`).
    package static func line(_ cells: [String]) -> String {
        var text = ""
        append(cells, to: &text) { $0 }
        return text
    }

    fileprivate static func append(_ cells: [String], to text: inout String, _ shown: (String) -> String) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { text += "," }
            append(shown(cell), to: &text)
        }
        text += "\n"
    }

    /// The cell, with `'` before it where its first character after spaces would begin a formula (CONTRACT section 3;
    /// CWE-1236, RELIABILITY section 4).
    package static func neutralised(_ cell: String) -> String {
        // Most begin with a digit, a letter or a common character.
        if let first = cell.utf8.first, isPlain(first) { return cell }
        return switch cell.unicodeScalars.first(where: { $0 != " " && $0 != "\u{3000}" && $0 != "\u{A0}" }) {
        case "=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "＝", "＋", "－", "＠": "'" + cell
        default: cell
        }
    }

    /// Whether a text with such a first byte begins with a digit, a Latin letter or one of U+4000 to U+9FFF.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xE4...0xE9: true
        default: false
        }
    }

    /// Puts a cell behind what there is of a line.
    static func append(_ cell: String, to line: inout String) {
        var cell = cell
        let isPlain = cell.withUTF8 { bytes in
            !bytes.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        }
        if isPlain {
            line += cell
            return
        }
        line += "\""
        let parts = cell.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index > 0 { line += "\"\"" }
            line += Substring(part)
        }
        line += "\""
    }
}

/// A list that people open in a spreadsheet, row by row: what looks like a formula is made plain text.
package struct ReadableCSV {
    package private(set) var text = ""
    private let safe: (String) -> String

    /// A list without rows.
    ///
    /// - Parameter safe: Takes out of a cell what must not reach an output.
    package init(safe: @escaping (String) -> String) { self.safe = safe }

    package mutating func add(_ cells: [String]) {
        CSVText.append(cells, to: &text) { CSVText.neutralised(safe($0)) }
    }
}
