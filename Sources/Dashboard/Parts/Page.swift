import PartyWork
import TerminalUI

/// Text to be read over the screen, longer than it perhaps: the help, or all that is wrong with an import.
struct Page: Sendable {
    let title: String
    /// Whether it explains keys, so that F1 closes what F1 opened.
    let isHelp: Bool
    private let entries: [Entry]
    private var top = 0

    /// A paragraph; in the help the keys that it is about stand before it.
    struct Entry: Sendable {
        var keys = ""
        let text: String
    }

    init(title: String, entries: [Entry], isHelp: Bool = true) {
        self.title = title
        self.isHelp = isHelp
        self.entries = entries
    }

    /// A page of plain text.
    init(title: String, text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        self.init(title: title, entries: lines.map { Entry(text: String($0)) }, isHelp: false)
    }

    /// Scrolls by a key; false for any other, which closes the page.
    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        let rows = rows(context)
        switch key {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= rows
        case .pageDown: top += rows
        case .home: top = 0
        case .end: top = lines(context).count
        default: return false
        }
        top = max(0, min(top, lines(context).count - rows))
        return true
    }

    /// Draws the page over the body, the last line telling how much is below.
    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        let lines = lines(context)
        let rows = rows(context)
        for (row, line) in lines.dropFirst(top).prefix(rows).enumerated() {
            frame.put(line.keys, row: row, column: 2, maxWidth: keyWidth, style: context.style(.keyName))
            frame.put(line.text, row: row, column: textColumn)
        }
        let below = lines.count - top - rows
        if lines.count > rows {
            let text =
                below > 0
                ? localized("下面还有 \(below) 行，按下键或 PgDn 看", "\(plural(below, "more line")) below: Down or PgDn")
                : localized("到底了，按上键或 PgUp 看上面", "The end; Up or PgUp shows what is above")
            frame.put(text, row: frame.size.rows - 1, column: 2, style: context.style(.notice))
        }
        return frame
    }

    private var hasKeys: Bool { entries.contains { !$0.keys.isEmpty } }
    private var keyWidth: Int { hasKeys ? 14 : 0 }
    private var textColumn: Int { hasKeys ? 3 + keyWidth : 2 }

    /// The rows that show text: all, or all but the one that says how much is below.
    private func rows(_ context: Context) -> Int {
        let all = context.body.rows
        return lines(context).count > all ? max(1, all - 1) : all
    }

    private func lines(_ context: Context) -> [(keys: String, text: String)] {
        entries.flatMap { entry in
            let texts = context.textWidth.wrap(entry.text, to: context.body.columns - textColumn - 2)
            return texts.enumerated().map { (keys: $0 == 0 ? entry.keys : "", text: $1) }
        }
    }
}
