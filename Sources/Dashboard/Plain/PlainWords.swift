import PartyWork
import TerminalUI

/// Lines drawn for the eye as sentences for the ear.
enum PlainWords {
    /// A drawn line in words: no bars, no marks, gaps as commas.
    static func of(_ drawn: String) -> String {
        var line = drawn.drop { $0 == ">" || $0 == " " }[...]
        while line.last == " " { line.removeLast() }
        let text = String(line)
            .replacing(/\s+[#.\|]{6,}\s*/, with: " ")
            .replacing(/\.{2,}/, with: "")
            .replacing(/\[([^\]]+)\]/) { "  \($0.1)\(chosen)  " }
            .replacing(/按(\d)/) { "输入 p\($0.1)" }
            .replacing(/press (\d)/) { "type p\($0.1)" }
            .replacing(" > ", with: pause)
        return text.split(separator: /\s*[，,]?\s{2,}[，,]?\s*/).joined(separator: pause)
    }

    private static var pause: String { localized("，", ", ") }
    private static var chosen: String { localized("（已选）", " (chosen)") }

    /// Sentences in a line, each with its full stop.
    static func sentences(_ parts: [String]) -> String {
        let end = localized("。", ".")
        return parts.filter { !$0.isEmpty }.map { $0.hasSuffix(end) ? $0 : $0 + end }.joined(
            separator: localized("", " "))
    }
}
