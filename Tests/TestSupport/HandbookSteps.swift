import Foundation

/// The steps of Documentation/HANDBOOK.md, page by page, as its tests do them.
package enum HandbookSteps {
    /// A frame of steps, and the page in which it stands.
    package struct Block: Sendable, CustomStringConvertible {
        package let page: String
        /// The line of the file where it begins.
        package let line: Int
        package let lines: [String]

        package var description: String { "\(page), line \(line)" }
    }

    /// The whole file.
    package static var text: String {
        get throws {
            let file = URL(filePath: #filePath).appending(path: "../../../Documentation/HANDBOOK.md")
                .standardizedFileURL
            return try String(contentsOf: file, encoding: .utf8)
        }
    }

    /// The frames of a kind, `按键` or `命令`.
    package static func blocks(_ kind: String) -> [Block] {
        var (page, blocks) = ("", [Block]())
        var open: (line: Int, lines: [String])?
        let text = (try? text) ?? ""
        for (number, line) in text.components(separatedBy: "\n").enumerated() {
            if line.hasPrefix("# ") { page = String(line.dropFirst(2)) }
            if let block = open, line == "```" {
                blocks.append(Block(page: page, line: block.line, lines: block.lines))
                open = nil
            } else if open != nil {
                open?.lines.append(line)
            } else if line == "```" + kind {
                open = (number + 1, [])
            }
        }
        return blocks
    }

    /// What a line says is to be seen; nil for a line that is to be done.
    package static func seen(_ line: String) -> String? {
        line.hasPrefix("看到「") && line.hasSuffix("」") ? String(line.dropFirst(3).dropLast()) : nil
    }
}
