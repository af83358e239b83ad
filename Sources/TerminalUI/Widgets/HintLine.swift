/// A key and what it does.
package struct Hint: Hashable, Sendable {
    package let key: String
    package let label: String
    /// Whether everyone needs it at any time: it is there in every width.
    package let isEssential: Bool
    /// How many cells key and label take, where that is known beforehand.
    private var cells: Int?

    package init(_ key: String, _ label: String, isEssential: Bool = false) {
        self.key = key
        self.label = label
        self.isEssential = isEssential
    }

    /// The hint measured once for all, where none of its characters is of ambiguous width.
    package var measured: Hint {
        var hint = self
        hint.cells = cells(TextWidth())
        return hint
    }

    fileprivate func cells(_ textWidth: TextWidth) -> Int { cells ?? textWidth.cells(key) + textWidth.cells(label) }
}

/// A line of hints: as many as have room, those that everyone needs always among them.
package struct HintLine {
    private let hints: [Hint]
    private let textWidth: TextWidth
    /// What stands between a key and what it does: Han needs no blank.
    private let link: String

    private static let gap = 2

    /// The hints that fit into a width, in order.
    ///
    /// - Parameter weights: the places of the hints, those first that go before others.
    package init(_ all: [Hint], by weights: [Int], width: Int, _ surface: some Surface) {
        (textWidth, link) = (surface.textWidth, surface.said("", " "))
        let taken = all.map { [link, textWidth] in $0.cells(textWidth) + textWidth.cells(link) + HintLine.gap }
        var isKept = all.map(\.isEssential)
        // After the last hint there is no gap.
        var room = width + HintLine.gap - all.indices.reduce(0) { isKept[$1] ? $0 + taken[$1] : $0 }
        for index in weights where !isKept[index] && room >= taken[index] {
            room -= taken[index]
            isKept[index] = true
        }
        hints = zip(all, isKept).filter(\.1).map(\.0)
    }

    /// Draws the hints from the second column on.
    package func draw(on frame: inout Frame, row: Int, _ surface: some Surface) {
        var column = 1
        for hint in hints {
            column = frame.put(hint.key, row: row, column: column, style: surface.style(.keyName))
            column = frame.put(link + hint.label, row: row, column: column, style: surface.style(.text)) + HintLine.gap
        }
    }

    /// The key whose hint stands at a column, of two in one hint the one that was hit; nil for none.
    package func key(at column: Int) -> String? {
        var start = 1
        for hint in hints {
            let end = start + hint.cells(textWidth) + textWidth.cells(link)
            if (start..<end).contains(column) {
                let keys = hint.key.split(separator: " ").map(String.init)
                let isSecond = keys.count == 2 && (start + 2..<start + textWidth.cells(hint.key)).contains(column)
                return keys.dropFirst(isSecond ? 1 : 0).first
            }
            start = end + HintLine.gap
        }
        return nil
    }
}
