/// A column of a table.
package struct TableColumn: Hashable, Sendable {
    /// Its heading.
    package var title: String
    /// The fewest cells it is of use with.
    package var minimum: Int
    /// The cells it needs to show everything usual.
    package var ideal: Int
    /// Its part of the cells left over when every column has its ideal; 0 takes none.
    package var share: Int
    /// Words stand left, figures right.
    package var alignment: Alignment
    /// On a narrow screen the column with the highest value is left off first; those with 0 after all others, from the right.
    package var dropOrder: Int

    /// A column at least as wide as its heading; without an ideal width its minimum is its ideal.
    package init(
        _ title: String, minimum: Int, ideal: Int? = nil, share: Int = 0, alignment: Alignment = .left,
        dropOrder: Int = 0
    ) {
        self.title = title
        self.minimum = max(minimum, TextWidth().cells(title))
        self.ideal = max(self.minimum, ideal ?? minimum)
        self.share = share
        self.alignment = alignment
        self.dropOrder = dropOrder
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

    /// All columns, in order.
    package var columns: [TableColumn]

    /// A layout of these columns.
    package init(_ columns: [TableColumn]) { self.columns = columns }

    /// The columns that have room in `total` cells, left to right, with a gap of two cells where everything has its
    /// ideal width, else of one.
    package func slots(in total: Int) -> [Slot] {
        let kept = kept(in: total)
        let gaps = max(0, kept.count - 1)
        let ideal = kept.reduce(0) { $0 + columns[$1].ideal }
        let gap = ideal + 2 * gaps <= total ? 2 : 1
        let widths = widths(of: kept, in: max(0, total - gap * gaps))
        var at = 0
        return zip(kept, widths).map { index, width in
            defer { at += width + gap }
            return Slot(index: index, column: at, width: width, alignment: columns[index].alignment)
        }
    }

    private func kept(in total: Int) -> [Int] {
        var kept = Array(columns.indices)
        while kept.reduce(-1, { $0 + columns[$1].minimum + 1 }) > total {
            // Rather than cutting headings and figures to pieces; the first says what the row is.
            let droppable = kept.filter { columns[$0].dropOrder > 0 }
            let others = droppable.isEmpty ? Array(kept.dropFirst()) : droppable
            guard let last = others.max(by: { columns[$0].dropOrder <= columns[$1].dropOrder }) else { break }
            kept.removeAll { $0 == last }
        }
        return kept
    }

    private func widths(of kept: [Int], in total: Int) -> [Int] {
        var widths = kept.map { columns[$0].minimum }
        var rest = total - widths.reduce(0, +)
        shrink(&widths, by: max(0, -rest))
        grow(&widths, kept, &rest)
        spread(&widths, kept, rest)
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

    /// A cell to each column in turn until all have their ideal or nothing is left.
    private func grow(_ widths: inout [Int], _ kept: [Int], _ rest: inout Int) {
        var grew = true
        while rest > 0 && grew {
            grew = false
            for (place, index) in kept.enumerated() where rest > 0 && widths[place] < columns[index].ideal {
                widths[place] += 1
                rest -= 1
                grew = true
            }
        }
    }

    private func spread(_ widths: inout [Int], _ kept: [Int], _ rest: Int) {
        let shares = kept.map { columns[$0].share }
        let all = shares.reduce(0, +)
        guard rest > 0, all > 0 else { return }
        var given = 0
        for (place, share) in shares.enumerated() {
            widths[place] += rest * share / all
            given += rest * share / all
        }
        if let first = shares.firstIndex(where: { $0 > 0 }) { widths[first] += rest - given }
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
