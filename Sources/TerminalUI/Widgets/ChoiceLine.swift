/// A line of words of which some are chosen: `[全部] 缺材料 未办结`.
///
/// The brackets say it without colour.
package struct ChoiceLine {
    private let words: [String]
    private let isChosen: (Int) -> Bool

    package init(words: [String], isChosen: @escaping (Int) -> Bool) {
        self.words = words
        self.isChosen = isChosen
    }

    /// Draws the words that have room as a whole, the first chosen one among them, and returns the column after them.
    @discardableResult
    package func draw(on frame: inout Frame, row: Int, column: Int, _ surface: some Surface) -> Int {
        var at = column
        for index in shown(in: frame.size.columns - column, surface) {
            let chosen = isChosen(index)
            at = frame.put(
                chosen ? "[\(words[index])]" : " \(words[index]) ", row: row, column: at,
                style: surface.style(chosen ? .currentTab : .text))
        }
        return at
    }

    private func shown(in room: Int, _ surface: some Surface) -> Range<Int> {
        if words.isEmpty { return 0..<0 }
        let ends = words.reduce(into: [0]) { $0.append($0[$0.count - 1] + surface.textWidth.cells($1) + 2) }
        let chosen = words.indices.first(where: isChosen) ?? 0
        let first = words.indices.first { ends[chosen + 1] - ends[$0] <= room || $0 == chosen } ?? 0
        return first..<(words.indices.last { ends[$0 + 1] - ends[first] <= room } ?? first) + 1
    }
}
