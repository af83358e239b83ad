import TerminalUI

/// A line of words of which some are chosen: `[全部] 缺材料  未办结`. The brackets say it without colour.
struct ChoiceLine {
    let words: [String]
    let isChosen: (Int) -> Bool

    /// Draws the line, leaving off at the right edge, and returns the column after it.
    @discardableResult
    func draw(on frame: inout Frame, row: Int, column: Int, _ context: Context) -> Int {
        var at = column
        for (index, word) in words.enumerated() {
            let chosen = isChosen(index)
            at = frame.put(
                chosen ? "[\(word)]" : " \(word) ", row: row, column: at,
                style: context.style(chosen ? .currentTab : .text))
        }
        return at
    }
}
