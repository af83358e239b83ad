import TerminalUI

/// The sections of a list with how many rows each has, the one in sight in brackets: a line, or two where they have no room on one.
struct SectionHeading {
    let sections: [(title: String, count: Int)]
    let current: Int

    func draw(on frame: inout Frame, _ context: Context) {
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
}
