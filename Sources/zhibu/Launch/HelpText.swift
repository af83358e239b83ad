import PartyWork
import TerminalUI

/// The parser's help pages with Chinese headings, laid out by the cells of the terminal.
///
/// The parser counts characters and breaks lines at spaces only, which Chinese text has none of; it is therefore asked for
/// lines that are never broken, and these are broken here.
enum HelpText {
    private static let width = TextWidth()
    private static let lineWidth = 78
    private static let labelWidth = 26

    /// What the parser says of help that was asked for; in English as it is, but for the line of usage.
    static func page(of error: any Error) -> String {
        localized(
            chinese(Zhibu.fullMessage(for: error, columns: 1_000)),
            english(Zhibu.fullMessage(for: error, columns: lineWidth)))
    }

    /// The parser breaks all lines but the one of the usage.
    private static func english(_ page: String) -> String {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.flatMap { $0.hasPrefix(usage) ? wrappedUsage($0) : [$0] }.joined(separator: "\n") + "\n"
    }

    private static let usage = "USAGE: "

    private static func wrappedUsage(_ line: String) -> [String] {
        let parts = width.wrap(String(line.dropFirst(usage.count)), to: lineWidth - usage.count)
        let indent = String(repeating: " ", count: usage.count)
        return parts.enumerated().map { ($0 == 0 ? usage : indent) + $1 }
    }

    /// A page of the parser; completion scripts and versions pass unchanged.
    private static func chinese(_ page: String) -> String {
        let isHelp = page.hasPrefix("OVERVIEW:") || page.hasPrefix("USAGE:")
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let text = isHelp ? lines.flatMap { wrapped(translated($0)) }.joined(separator: "\n") : page
        return text.hasSuffix("\n") ? text : text + "\n"
    }

    private static let words = [
        ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
        ("SUBCOMMANDS:", "命令："), ("Show help information.", "显示本说明"), ("Show the version.", "显示版本"),
        ("<subcommand>", "<命令>"), ("See 'zhibu help <命令>' for detailed help.", "各命令的说明：zhibu help <命令>"),
        ("See 'zhibu help month <命令>' for detailed help.", "各步骤的说明：zhibu help month <命令>"),
        (" (values: ", "（可选："), ("; default: ", "；默认："), (" (default: ", "（默认："),
    ]

    private static func translated(_ line: String) -> String {
        let text = words.reduce(line) { $0.replacing($1.0, with: $1.1) }
        let hasNote = text.contains("（可选：") || text.contains("（默认：")
        return hasNote && text.hasSuffix(")") ? text.dropLast() + "）" : text
    }

    /// The line in lines that fit; what follows a label stays in its column.
    private static func wrapped(_ line: String) -> [String] {
        let indent = line.prefix { $0 == " " }.count
        guard indent > 0, let gap = gap(in: line, from: indent) else { return plain(line, indent: indent) }
        let label = String(line[..<gap])
        let rest = line[gap...].drop { $0 == " " }
        let texts = width.wrap(String(rest), to: lineWidth - labelWidth)
        let blank = String(repeating: " ", count: labelWidth)
        guard width.cells(label) + 2 <= labelWidth else { return [label] + texts.map { blank + $0 } }
        return [width.pad(label, to: labelWidth) + (texts.first ?? "")] + texts.dropFirst().map { blank + $0 }
    }

    private static func plain(_ line: String, indent: Int) -> [String] {
        let blank = String(repeating: " ", count: indent)
        return width.wrap(String(line.dropFirst(indent)), to: lineWidth - indent).map { $0.isEmpty ? "" : blank + $0 }
    }

    /// Where the label ends: at two spaces after it.
    private static func gap(in line: String, from indent: Int) -> String.Index? {
        let body = line.dropFirst(indent)
        return body.indices.first { body[$0] == " " && body[body.index(after: $0)...].first == " " }
    }
}
