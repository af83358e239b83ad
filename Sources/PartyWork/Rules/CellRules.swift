/// The rules for a single cell, whatever its column (CONTRACT section 1: trimming, lists, whole numbers, texts).
package enum CellRules {
    /// The cell without spaces, tabs, no-break spaces and U+3000 at both ends.
    package static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last else { return text }
        if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return text }
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !isBlank($0) }),
            let end = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[start...end])
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{3000}"
    }

    /// What is wrong with the characters or the length of a trimmed cell; nil if nothing.
    ///
    /// In a list the blanks beside its separators are trimmed too, so that a tab there is no control character.
    package static func fault(in cell: String, of field: ColumnSchema) -> Fault? {
        let fault = fault(in: cell, limit: field.limit, allowsLineBreaks: field.allowsLineBreaks)
        guard field.isList, fault == .forbiddenCharacter("\t") else { return fault }
        return self.fault(in: parts(cell).joined(separator: ";"), limit: field.limit)
    }

    /// What is wrong with a text that belongs to no column, such as a header cell.
    package static func fault(in cell: String, limit: Int = 200, allowsLineBreaks: Bool = false) -> Fault? {
        if let scalar = forbidden(in: cell, allowsLineBreaks: allowsLineBreaks) {
            return scalar == "\n" || scalar == "\r" ? .lineBreak : .forbiddenCharacter(scalar)
        }
        guard cell.utf8.count > limit else { return nil }
        let count = cell.unicodeScalars.count
        return count > limit ? .tooLong(count, limit: limit) : nil
    }

    private static func forbidden(in cell: String, allowsLineBreaks: Bool) -> Unicode.Scalar? {
        var text = cell
        guard text.withUTF8(hasForbidden) else { return nil }
        var returned = false
        for scalar in cell.unicodeScalars {
            if returned, scalar != "\n" { return "\r" }
            returned = allowsLineBreaks && scalar == "\r"
            if returned || (allowsLineBreaks && scalar == "\n") { continue }
            if isForbidden(scalar) { return scalar }
        }
        return returned ? "\r" : nil
    }

    /// Whether a text may hold a forbidden character: `isForbidden` on the bytes of UTF-8, because imports ask it of every
    /// cell.
    private static func hasForbidden(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for (index, byte) in bytes.enumerated() {
            if byte >= 0x20, byte < 0x7F { continue }
            switch byte {
            case 0x00...0x1F, 0x7F: return true
            case 0xC2: if bytes[index + 1] < 0xA0 { return true }
            case 0xD8: if bytes[index + 1] == 0x9C { return true }
            case 0xE2:
                let last = bytes[index + 2]
                if bytes[index + 1] == 0x80, (0x8B...0x8F).contains(last) || (0xA8...0xAE).contains(last) {
                    return true
                }
                if bytes[index + 1] == 0x81, (0xA0...0xA4).contains(last) || (0xA6...0xA9).contains(last) {
                    return true
                }
            case 0xEF: if bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return true }
            default: break
            }
        }
        return false
    }

    /// Unicode Cc, and the bidirectional and invisible characters that CONTRACT section 1 lists.
    package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0x2066...0x2069,
            0xFEFF:
            true
        default: false
        }
    }

    /// The items of a trimmed list cell: separated by `;` or `；`, trimmed, empty ones dropped.
    package static func items(_ cell: String) throws(Fault) -> [String] {
        guard !cell.isEmpty else { return [] }
        // `；` is EF BC 9B; a cell without 3B and BC is one item.
        guard cell.utf8.contains(where: { $0 == 0x3B || $0 == 0xBC }) else { return [cell] }
        var items: [String] = []
        for item in parts(cell) where !item.isEmpty {
            if items.contains(where: { $0.hasSameCodePoints(as: item) }) { throw .repeatedItem(item) }
            items.append(item)
        }
        return items
    }

    private static func parts(_ cell: String) -> [String] {
        cell.unicodeScalars.split { $0 == ";" || $0 == "；" }.map { trimmed(String($0)) }
    }

    /// A day in one of the four forms; nil for an empty cell.
    package static func day(_ cell: String) throws(Fault) -> Day? {
        if cell.isEmpty { return nil }
        guard let day = Day(cell) else { throw .notADay(cell) }
        return day
    }

    /// ASCII digits, leading zeros allowed; 0 for an empty cell.
    package static func number(_ cell: String, in range: ClosedRange<Int>) throws(Fault) -> Int {
        if cell.isEmpty { return 0 }
        var value = 0
        for byte in cell.utf8 {
            guard (0x30...0x39).contains(byte) else { throw .notANumber(cell, range: range) }
            value = min(value * 10 + Int(byte - 0x30), range.upperBound + 1)
        }
        guard range.contains(value) else { throw .notANumber(cell, range: range) }
        return value
    }

    /// A word of a closed list; nil for an empty cell.
    package static func word<W: Word>(_ cell: String, _: W.Type = W.self) throws(Fault) -> W? {
        if cell.isEmpty { return nil }
        // `W(rawValue:)` compares by canonical equivalence, which takes a microsecond for Chinese.
        for word in W.allCases where word.rawValue.hasSameCodePoints(as: cell) { return word }
        throw .unknownWord(cell, choices: W.choices)
    }
}
