/// Text to be read over the screen, longer than it perhaps: the help, or all that is wrong with an import.
package struct Page: Sendable {
    package let title: String
    /// Whether it explains keys, so that F1 closes what F1 opened.
    package let isHelp: Bool
    /// Whether a key leads to more than it says.
    private let hasMore: Bool
    private let entries: [Entry]
    private var scroll = Scroll()

    /// A paragraph; in the help the keys that it is about stand before it.
    package struct Entry: Sendable {
        let keys: String
        let text: String

        package init(keys: String = "", text: String) {
            self.keys = keys
            self.text = text
        }
    }

    /// A page of paragraphs.
    ///
    /// - Parameter more: where ``moreKey`` leads from it; nil for nowhere.
    package init(title: String, entries: [Entry], isHelp: Bool = true, more: String? = nil) {
        self.title = title
        self.isHelp = isHelp
        hasMore = more != nil
        self.entries = (more.map { [Entry(keys: "F2", text: $0)] } ?? []) + entries
    }

    /// The key that leads to more.
    private static let moreKey = Key.function(2)

    /// A page of plain text.
    package init(title: String, text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        self.init(title: title, entries: lines.map { Entry(text: String($0)) }, isHelp: false)
    }

    /// What a key led to.
    package enum Outcome {
        case stay
        /// The key means nothing here.
        case unused
        case close
        /// More is wanted than the page says.
        case more
    }

    /// Scrolls, or closes by the keys that say so: one that was meant for something else closes nothing unread.
    package mutating func handle(_ key: Key, _ surface: some Surface) -> Outcome {
        let lines = lines(surface).count
        if scroll.handle(key, lines: lines, rows: Scroll.rows(of: surface.body.rows, for: lines)) { return .stay }
        switch key.asciiEquivalent {
        case .escape, .enter, .text("q"), .backspace: return .close
        case .text("?") where isHelp: return .close
        case Page.moreKey where hasMore: return .more
        case .up, .down, .pageUp, .pageDown, .home, .end: return .stay
        default: return .unused
        }
    }

    /// Draws the page over the body, the last line telling how much is below.
    package func draw(_ surface: some Surface) -> Frame {
        var frame = surface.emptyBody
        let lines = lines(surface)
        let rows = Scroll.rows(of: surface.body.rows, for: lines.count)
        for (row, line) in lines.dropFirst(scroll.top).prefix(rows).enumerated() {
            frame.put(line.keys, row: row, column: 2, maxWidth: keyWidth, style: surface.style(.keyName))
            frame.put(line.text, row: row, column: textColumn)
        }
        if let hint = scroll.hint(lines: lines.count, rows: rows, surface) {
            frame.put(hint, row: frame.size.rows - 1, column: 2, style: surface.style(.notice))
        }
        return frame
    }

    private var hasKeys: Bool { entries.contains { !$0.keys.isEmpty } }
    private var keyWidth: Int { hasKeys ? 14 : 0 }
    private var textColumn: Int { hasKeys ? 3 + keyWidth : 2 }

    private func lines(_ surface: some Surface) -> [(keys: String, text: String)] {
        entries.flatMap { entry in
            let texts = surface.textWidth.wrap(entry.text, to: surface.body.columns - textColumn - 2)
            return texts.enumerated().map { (keys: $0 == 0 ? entry.keys : "", text: $1) }
        }
    }
}
