/// Rows of words as lines of text, for the files that outlive a run: a row a line, tabs between words.
///
/// A format of our own, because it is read before the first paint, and Foundation's coders would cost more than the file.
enum KeptText {
    /// The rows as text; `read` gives them back.
    static func write(_ rows: [[String]]) -> String {
        rows.map { $0.map(escaped).joined(separator: "\t") + "\n" }.joined()
    }

    /// The rows of a text; a last line that was cut off is left out.
    static func read(_ text: String) -> [[String]] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped) }
    }

    private static func escaped(_ word: String) -> String {
        var text = ""
        for scalar in word.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\t": text += "\\t"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func unescaped(_ word: Substring) -> String {
        guard word.unicodeScalars.contains("\\") else { return String(word) }
        var text = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in word.unicodeScalars {
            switch (isEscaped, scalar) {
            case (false, "\\"):
                isEscaped = true
                continue
            case (true, "t"): text.append("\t")
            case (true, "n"): text.append("\n")
            case (true, "r"): text.append("\r")
            default: text.append(scalar)
            }
            isEscaped = false
        }
        return String(text)
    }
}
