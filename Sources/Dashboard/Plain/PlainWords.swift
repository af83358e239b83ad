import TerminalUI

/// Lines drawn for the eye as sentences for the ear.
enum PlainWords {
    /// A drawn line in words: no bars, no marks, gaps as commas.
    static func of(_ drawn: String) -> String {
        var line = drawn.drop { $0 == ">" || $0 == " " }[...]
        while line.last == " " { line.removeLast() }
        let text = String(line)
            .replacing(/\s*[#\-]{6,}\s*/, with: " ")
            .replacing(/\.{2,}/, with: "")
            .replacing(/\[([^\]]+)\]/) { "  \($0.1)（已选）  " }
            .replacing(/按(\d)/) { "输入 p\($0.1)" }
            .replacing(" > ", with: "，")
        return text.split(separator: /\s*，?\s{2,}，?\s*/).joined(separator: "，")
    }

    /// Sentences in a line, each with its full stop.
    static func sentences(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.map { $0.hasSuffix("。") ? $0 : $0 + "。" }.joined()
    }
}
