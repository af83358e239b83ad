import PartyWork
import TerminalUI

/// Text to be read over the screen, longer than it perhaps: the help, or all that is wrong with an import.
struct Page: Sendable {
    let title: String
    /// Whether it explains keys, so that F1 closes what F1 opened.
    let isHelp: Bool
    private let entries: [Entry]
    private var scroll = Scroll()

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

    /// What a key led to.
    enum Outcome {
        case stay
        /// The key means nothing here.
        case unused
        case close
    }

    /// Scrolls, or closes by the keys that say so: one that was meant for something else closes nothing unread.
    mutating func handle(_ key: Key, _ context: Context) -> Outcome {
        let lines = lines(context).count
        if scroll.handle(key, lines: lines, rows: Scroll.rows(of: context.body.rows, for: lines)) { return .stay }
        switch key.asciiEquivalent {
        case .escape, .enter, .text("q"), .backspace: return .close
        case .text("?") where isHelp: return .close
        case .up, .down, .pageUp, .pageDown, .home, .end: return .stay
        default: return .unused
        }
    }

    /// Draws the page over the body, the last line telling how much is below.
    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        let lines = lines(context)
        let rows = Scroll.rows(of: context.body.rows, for: lines.count)
        for (row, line) in lines.dropFirst(scroll.top).prefix(rows).enumerated() {
            frame.put(line.keys, row: row, column: 2, maxWidth: keyWidth, style: context.style(.keyName))
            frame.put(line.text, row: row, column: textColumn)
        }
        if let hint = scroll.hint(lines: lines.count, rows: rows, context) {
            frame.put(hint, row: frame.size.rows - 1, column: 2, style: context.style(.notice))
        }
        return frame
    }

    private var hasKeys: Bool { entries.contains { !$0.keys.isEmpty } }
    private var keyWidth: Int { hasKeys ? 14 : 0 }
    private var textColumn: Int { hasKeys ? 3 + keyWidth : 2 }

    private func lines(_ context: Context) -> [(keys: String, text: String)] {
        entries.flatMap { entry in
            let texts = context.textWidth.wrap(entry.text, to: context.body.columns - textColumn - 2)
            return texts.enumerated().map { (keys: $0 == 0 ? entry.keys : "", text: $1) }
        }
    }
}
