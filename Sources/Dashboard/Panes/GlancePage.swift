import PartyWork
import TerminalUI

/// What a preview says: sections below one another, each line at its place, so that nothing wanders from row to row.
struct GlancePage: Sendable {
    /// A title, what it is about at the right end, and lines.
    struct Section: Sendable {
        var title: String
        var remark = ""
        var element = Element.muted
        var lines: [Line]
        /// The lines it takes whatever it has; nil for as many as it has.
        var height: Int?
    }

    /// A line of a section.
    enum Line: Sendable {
        /// A label with its value; a long one goes on in the lines below.
        case fact(String, String, Element)
        /// A label, a bar where there is something to fill, a figure and a word for its state.
        case figure(String, Picture?, String, String, Element)
        /// Words in columns of so many cells; of more or fewer where that saves a word of the section from being cut.
        case cells([Cell])
        /// A key and what it is good for here.
        case key(String, String)
        case text(String, Element)
        /// Columns for months, as wide as the page.
        case chart(MonthChart)
    }

    /// A word in a column.
    struct Cell: Sendable {
        let text: String
        let width: Int
        var alignment = Alignment.left
        var element = Element.text
    }

    let sections: [Section]

    /// The page without the sections that tell of keys.
    var withoutKeys: GlancePage {
        GlancePage(sections: sections.filter { !$0.lines.contains { if case .key = $0 { true } else { false } } })
    }
}

// MARK: - Drawing

extension GlancePage {
    /// The fewest cells of a label, and those of a figure with its word.
    private static var label: Int { localized(8, 12) }
    private static let figure = 9
    private static var word: Int { localized(6, 9) }

    /// How wide the parts of a section are: so that no label and no word is cut as long as there is room.
    private struct Places {
        let columns: Int
        let label: Int
        /// The cells of the columns, by how many columns a line has.
        let cells: [Int: [Int]]

        init(_ section: Section, in columns: Int, _ context: Context) {
            self.columns = columns
            let labels = section.lines.map { line in
                switch line {
                case .fact(let label, _, _), .figure(let label, _, _, _, _): context.textWidth.cells(label)
                case .key, .cells, .text, .chart: 0
                }
            }
            label = max(GlancePage.label, min(labels.max() ?? 0, columns / 3))
            let rows = section.lines.compactMap { if case .cells(let cells) = $0 { cells } else { nil } }
            cells = Dictionary(grouping: rows, by: \.count).mapValues { Places.widths($0, in: columns, context) }
        }

        private static func widths(_ rows: [[Cell]], in columns: Int, _ context: Context) -> [Int] {
            var widths = rows[0].map(\.width)
            let longest = widths.indices.map { column in
                rows.map { context.textWidth.cells($0[column].text) }.max() ?? 0
            }
            // What follows the last word is blank anyway.
            if rows[0].last?.alignment == .left { widths[widths.count - 1] = min(widths.last ?? 0, longest.last ?? 0) }
            var free = columns - widths.reduce(0, +) - (widths.count - 1)
            for column in widths.indices {
                let wanted = longest[column] - widths[column]
                let more = free > 0 ? min(free, max(0, wanted)) : max(free, min(0, wanted))
                widths[column] += more
                free -= more
            }
            return widths
        }
    }

    /// Draws the sections that have room, a blank row between them; of the last as much as fits, and how much does not.
    func draw(on frame: inout Frame, _ context: Context) {
        var row = 0
        for section in sections where row < frame.size.rows {
            draw(section, on: &frame, row: row, context)
            let places = Places(section, in: frame.size.columns, context)
            row += 1 + 1 + (section.height ?? section.lines.reduce(0) { $0 + height($1, places, context) })
        }
    }

    private func draw(_ section: Section, on frame: inout Frame, row: Int, _ context: Context) {
        // The row beside it has the title in full, and the remark tells the state.
        let beside = section.remark.isEmpty ? 0 : context.textWidth.cells(section.remark) + 1
        let title = context.textWidth.truncate(
            section.title, to: max(frame.size.columns - beside, frame.size.columns / 2))
        let end = frame.put(title, row: row, column: 0, style: context.style(.screenTitle))
        let remark = context.textWidth.truncate(section.remark, to: frame.size.columns - end - 1)
        let start = frame.size.columns - context.textWidth.cells(remark)
        if context.theme.isFine, !section.title.isEmpty {
            let rule = String(repeating: "─", count: max(0, start - end - (remark.isEmpty ? 1 : 2)))
            frame.put(rule, row: row, column: end + 1, style: context.theme.line(.barTrack))
        }
        frame.put(remark, row: row, column: start, style: context.style(section.element))
        let places = Places(section, in: frame.size.columns, context)
        var at = row + 1
        let last = min(frame.size.rows, section.height.map { at + $0 } ?? .max)
        for (number, line) in section.lines.enumerated() {
            let needed = height(line, places, context)
            // The last row says how many lines are left, where there are some.
            let isLast = number == section.lines.count - 1
            guard at + needed + (isLast ? 0 : 1) <= last else {
                let left = section.lines.count - number
                guard at < last else { return }
                return draw(
                    .text(localized("还有 \(left) 行", "\(left) more"), .muted), on: &frame, row: at, places, context)
            }
            draw(line, on: &frame, row: at, places, context)
            at += needed
        }
    }

    /// The rows of a line.
    private func height(_ line: Line, _ places: Places, _ context: Context) -> Int {
        switch line {
        case .fact(_, let text, _), .key(_, let text): wrapped(text, places, context).count
        case .figure, .cells, .text: 1
        case .chart(let chart): chart.rows
        }
    }

    private func wrapped(_ text: String, _ places: Places, _ context: Context) -> ArraySlice<String> {
        let room = places.columns - places.label - 1
        let lines = context.textWidth.wrap(text, to: room)
        guard lines.count > GlancePage.most else { return lines[...] }
        return lines.prefix(GlancePage.most - 1)
            + [context.textWidth.truncate(lines[GlancePage.most - 1] + " ~~", to: room)]
    }

    /// A value takes no more rows than these.
    private static let most = 3

    private func draw(_ line: Line, on frame: inout Frame, row: Int, _ places: Places, _ context: Context) {
        let columns = frame.size.columns
        switch line {
        case .fact(let label, let text, let element):
            put(label, .muted, on: &frame, row, places, context)
            put(text, element, below: row, on: &frame, places, context)
        case .key(let name, let text):
            put(name, .keyName, on: &frame, row, places, context)
            put(text, .text, below: row, on: &frame, places, context)
        case .figure(let label, let picture, let figure, let word, let element):
            put(label, .muted, on: &frame, row, places, context)
            let end = columns - GlancePage.word - 2
            let start = places.label + 1
            picture?.draw(
                on: &frame, row: row, column: start, width: end - GlancePage.figure - 1 - start, context.theme)
            // Where it is short the strip of the months, which is as long as the year, has the cells before it.
            frame.put(figure, row: row, column: end - context.textWidth.cells(figure))
            frame.put(word, row: row, column: end + 2, maxWidth: GlancePage.word, style: context.style(element))
        case .cells(let cells):
            var column = 0
            for (cell, width) in zip(cells, places.cells[cells.count] ?? []) where column < columns {
                frame.put(
                    cell.text, row: row, column: column, width: min(width, columns - column),
                    alignment: cell.alignment, style: context.style(cell.element))
                column += width + 1
            }
        case .chart(let chart): chart.draw(on: &frame, row: row, columns: columns, context)
        case .text(let text, let element):
            frame.put(
                context.textWidth.truncate(text, to: columns), row: row, column: 0, style: context.style(element))
        }
    }

    private func put(
        _ label: String, _ element: Element, on frame: inout Frame, _ row: Int, _ places: Places, _ context: Context
    ) {
        frame.put(
            label, row: row, column: 0, width: places.label, alignment: .left, style: context.style(element))
    }

    private func put(
        _ text: String, _ element: Element, below row: Int, on frame: inout Frame, _ places: Places, _ context: Context
    ) {
        for (line, part) in wrapped(text, places, context).enumerated() {
            frame.put(part, row: row + line, column: places.label + 1, style: context.style(element))
        }
    }
}

extension GlancePage.Line {
    /// A label with its value as plain text; a line for none.
    static func fact(_ label: String, _ value: String) -> Self { .fact(label, value.isEmpty ? "-" : value, .text) }
}

extension [GlancePage.Line] {
    /// What a card says at its head.
    init(_ facts: Facts) { self = facts.facts.map { .fact($0.label, $0.value, $0.element) } }
}
