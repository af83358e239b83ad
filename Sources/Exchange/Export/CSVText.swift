/// Lines of CSV (RFC 4180, LF, quoted only where needed), for files and for `--format csv`.
package enum CSVText {
    /// The cells as a line, verbatim: what an export writes (CONTRACT section 3, `export`).
    package static func line(_ cells: [String]) -> String {
        var line: [UInt8] = []
        append(cells, to: &line) { $0 }
        return String(decoding: line, as: UTF8.self)
    }

    fileprivate static func append(_ cells: [String], to text: inout [UInt8], _ shown: (String) -> String) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            append(shown(cell), to: &text)
        }
        text.append(UInt8(ascii: "\n"))
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
    static func append(_ cell: String, to line: inout [UInt8]) {
        var cell = cell
        cell.withUTF8 { bytes in
            guard bytes.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
                return line.append(contentsOf: bytes)
            }
            line.append(UInt8(ascii: "\""))
            for byte in bytes {
                if byte == UInt8(ascii: "\"") { line.append(byte) }
                line.append(byte)
            }
            line.append(UInt8(ascii: "\""))
        }
    }
}

/// A list that people open in a spreadsheet, row by row: what looks like a formula is made plain text.
package struct ReadableCSV {
    private var bytes: [UInt8] = []
    private let safe: (String) -> String

    /// A list without rows.
    ///
    /// - Parameter safe: Takes out of a cell what must not reach an output.
    package init(safe: @escaping (String) -> String) { self.safe = safe }

    /// The whole list so far.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func add(_ cells: [String]) {
        CSVText.append(cells, to: &bytes) { CSVText.neutralised(safe($0)) }
    }
}
