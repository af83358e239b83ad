/// A column of a table.
package struct TableColumn: Hashable, Sendable {
    /// Its heading.
    package let title: String
    /// The fewest cells it is of use with.
    package let minimum: Int
    /// The cells it needs to show everything usual.
    package let ideal: Int
    /// Above 0 for a column whose texts are shown in full before those of others.
    package let share: Int
    /// Words stand left, figures right.
    package let alignment: Alignment
    /// On a narrow screen the column with the highest value is left off first; those with 0 after all others, from the right.
    package var dropOrder: Int
    /// Whether it has its minimum whatever it shows, as the cells of a map; all that it shows where every such column has room for that.
    package let isHard: Bool
    /// The heading of what such a column shows beside its minimum; empty for one that shows no more.
    package let detail: String
    /// The cells of its longest text; nil where its rows are not known.
    package var content: Int?
    /// The cells that were set for it, whatever it shows; nil where nobody did.
    package var fixed: Int?
    /// The cells that signs beside its heading need.
    package var signs = 0
    /// The cells of its title.
    private let words: Int
    /// The cells of its heading.
    private var heading: Int { words + signs }

    /// A column at least as wide as its heading; without an ideal width its minimum is its ideal.
    package init(
        _ title: String, minimum: Int, ideal: Int? = nil, share: Int = 0, alignment: Alignment = .left,
        dropOrder: Int = 0, isHard: Bool = false, detail: String = ""
    ) {
        self.title = title
        self.detail = detail
        self.isHard = isHard
        words = TextWidth().cells(title)
        self.minimum = max(minimum, words)
        self.ideal = max(self.minimum, ideal ?? minimum)
        self.share = share
        self.alignment = alignment
        self.dropOrder = dropOrder
    }

    /// What it has at the least: what is short needs no more than itself and its heading.
    var least: Int { fixed ?? min(max(minimum, heading), most) }
    /// What it has before any column has more than is usual.
    var usual: Int { fixed ?? min(max(ideal, heading), most) }
    /// What it has where there is room: no column is wider than what it shows, so that what is left stands beside all of them
    /// and not between them.
    package var most: Int { fixed ?? (isHard ? minimum : content.map { max(heading, $0) } ?? max(ideal, heading)) }

    /// The column with room for all that it shows.
    var unfolded: TableColumn {
        guard isHard, !detail.isEmpty, fixed == nil, let content, content > minimum else { return self }
        var column = self
        column.fixed = max(content, heading + 1 + TextWidth().cells(detail))
        return column
    }
}

/// Places columns on a line.
package struct ColumnLayout: Hashable, Sendable {
    /// Where a column came to stand.
    package struct Slot: Hashable, Sendable {
        /// Which of the columns it is.
        package let index: Int
        /// Its first cell.
        package let column: Int
        /// Its cells.
        package let width: Int
        /// Where its text stands.
        package let alignment: Alignment
    }

    /// All columns, those too that are not shown.
    package var columns: [TableColumn]
    /// Those to be shown, from left to right.
    package var order: [Int]

    /// A layout of these columns, all of them as they come.
    package init(_ columns: [TableColumn]) {
        self.columns = columns
        order = Array(columns.indices)
    }

    /// Those to be shown that have room in `total` cells, left to right, with a gap of two cells where everything has its
    /// usual width, else of one.
    package func slots(in total: Int) -> [Slot] {
        if let layout = unfolded(in: total) { return layout.slots(ofKept: layout.order, in: total) }
        return slots(ofKept: kept(in: total), in: total)
    }

    /// The layout with all that its hard columns show, without those that are empty where that is needed; nil where something would be cut.
    private func unfolded(in total: Int) -> ColumnLayout? {
        // Most lists are no maps.
        guard columns.contains(where: { $0.isHard && !$0.detail.isEmpty }) else { return nil }
        let filled = order.filter { !isEmpty($0) }
        var layout = ColumnLayout(columns.map(\.unfolded))
        guard layout.columns != columns else { return nil }
        for kept in [order, filled] {
            layout.order = kept
            if kept.reduce(-1, { $0 + layout.columns[$1].most + 1 }) <= total { return layout }
        }
        return nil
    }

    private func slots(ofKept kept: [Int], in total: Int) -> [Slot] {
        let gaps = max(0, kept.count - 1)
        let usual = kept.reduce(0) { $0 + columns[$1].usual }
        let gap = usual + 2 * gaps <= total ? 2 : 1
        let widths = widths(of: kept, in: max(0, total - gap * gaps))
        var at = 0
        return zip(kept, widths).map { index, width in
            defer { at += width + gap }
            return Slot(index: index, column: at, width: width, alignment: columns[index].alignment)
        }
    }

    private func kept(in total: Int) -> [Int] {
        var kept = order
        // What is empty says nothing: it goes before anything else is cut.
        while kept.reduce(-1, { $0 + columns[$1].usual + 1 }) > total, let empty = kept.last(where: { isEmpty($0) }) {
            kept.removeAll { $0 == empty }
        }
        while kept.reduce(-1, { $0 + columns[$1].least + 1 }) > total {
            // Rather than cutting headings and figures to pieces; the first says what the row is.
            let droppable = kept.filter { columns[$0].dropOrder > 0 }
            let others = droppable.isEmpty ? Array(kept.dropFirst()) : droppable
            guard let last = others.max(by: { columns[$0].dropOrder <= columns[$1].dropOrder }) else { break }
            kept.removeAll { $0 == last }
        }
        return kept
    }

    private func isEmpty(_ column: Int) -> Bool { columns[column].dropOrder > 0 && columns[column].content == 0 }

    private func widths(of kept: [Int], in total: Int) -> [Int] {
        let columns = kept.map { self.columns[$0] }
        var widths = columns.map(\.least)
        var rest = total - widths.reduce(0, +)
        shrink(&widths, by: max(0, -rest))
        grow(&widths, to: columns.map(\.usual), &rest)
        grow(&widths, to: columns.map { $0.share > 0 ? $0.most : $0.usual }, &rest)
        grow(&widths, to: columns.map(\.most), &rest)
        return widths
    }

    private func shrink(_ widths: inout [Int], by excess: Int) {
        var excess = excess
        for index in widths.indices.reversed() where excess > 0 {
            let taken = min(excess, widths[index])
            widths[index] -= taken
            excess -= taken
        }
    }

    /// A cell to each column in turn until all have what they want or nothing is left.
    private func grow(_ widths: inout [Int], to wanted: [Int], _ rest: inout Int) {
        var grew = true
        while rest > 0 && grew {
            grew = false
            for place in widths.indices where rest > 0 && widths[place] < wanted[place] {
                widths[place] += 1
                rest -= 1
                grew = true
            }
        }
    }
}

extension Frame {
    /// Writes the texts of a table's row into its columns, cut with a `~` where they are too long.
    ///
    /// `texts` is indexed like ``ColumnLayout/columns``; the cells between columns stay as they are.
    package mutating func put(
        _ texts: [String], in slots: [ColumnLayout.Slot], row: Int, column: Int = 0, style: Style = .plain
    ) {
        for slot in slots where slot.index < texts.count {
            put(
                texts[slot.index], row: row, column: column + slot.column, width: slot.width,
                alignment: slot.alignment, style: style)
        }
    }
}
