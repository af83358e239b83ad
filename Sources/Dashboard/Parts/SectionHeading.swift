import TerminalUI

/// The sections of a list with how many rows each has, the one in sight in brackets: a line, or two where they have no room on one.
///
/// Sections that are filled by what they mean are a bar: each as wide as its share of the rows.
struct SectionHeading {
    let sections: [(title: String, count: Int)]
    let current: Int
    /// How each of them is filled, `.text` for one that is no part of the bar; none where they are no bar.
    var fills: [Element] = []

    func draw(on frame: inout Frame, _ context: Context) {
        if !fills.isEmpty, context.theme.palette != .none, drawBar(on: &frame, context) { return }
        var (row, column) = (0, 2)
        for (index, section) in sections.enumerated() {
            let text = "\(section.title) \(section.count)"
            let isCurrent = index == current
            if row == 0, column + context.textWidth.cells(text) + 2 > frame.size.columns { (row, column) = (1, 2) }
            column = frame.put(
                isCurrent ? "[\(text)]" : " \(text) ", row: row, column: column,
                style: context.style(isCurrent ? .currentTab : .text))
        }
    }

    /// Draws them as a bar; false where they have no room on one line.
    private func drawBar(on frame: inout Frame, _ context: Context) -> Bool {
        let texts = sections.enumerated().map { index, section in
            index == current ? "[\(section.title) \(section.count)]" : " \(section.title) \(section.count) "
        }
        let room = frame.size.columns - 2 - 2 - (sections.count - 1)
        let shared = sections.enumerated().map { fills[$0.offset] == .text ? 0 : $0.element.count }
        guard
            let widths = SectionHeading.widths(
                of: shared, atLeast: texts.map { context.textWidth.cells($0) }, in: room)
        else { return false }
        var column = 2
        for (index, width) in widths.enumerated() {
            let text = context.textWidth.pad(texts[index], to: width)
            let element = index == current ? .currentTab : fills[index]
            frame.put(text, row: 0, column: column, style: context.style(element))
            column += width + 1
        }
        return true
    }

    /// The cells of each: its share of them, and never fewer than it needs; nil where all need more than there are.
    static func widths(of counts: [Int], atLeast needed: [Int], in room: Int) -> [Int]? {
        guard needed.reduce(0, +) <= room else { return nil }
        // Whoever needs more than its share has what it needs, and the others share what is left.
        var isShared = counts.map { $0 > 0 }
        while true {
            let free = room - zip(needed, isShared).reduce(0) { $0 + ($1.1 ? 0 : $1.0) }
            let all = zip(counts, isShared).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
            let tight = counts.indices.filter { isShared[$0] && counts[$0] * free < needed[$0] * all }
            if tight.isEmpty {
                return counts.indices.map { isShared[$0] ? counts[$0] * free / all : needed[$0] }
            }
            for index in tight { isShared[index] = false }
        }
    }
}
