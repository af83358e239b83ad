/// The rows of a list that are in sight.
package struct SeenRows: Hashable {
    /// Their numbers.
    package let rows: Range<Int>
    /// The line where each of them stands.
    package let lines: [Int]
    /// The column where each of them begins.
    package let columns: [Int]
    /// The number of the selected one; nil where there is none.
    package let selected: Int?

    package init(rows: Range<Int>, lines: [Int], columns: [Int]? = nil, selected: Int?) {
        self.rows = rows
        self.lines = lines
        self.columns = columns ?? lines.map { _ in 0 }
        self.selected = selected
    }

    /// Rows one below the other, the first of them in a line.
    package init(rows: Range<Int>, top: Int, selected: Int?) {
        self.init(rows: rows, lines: rows.map { top + $0 - rows.lowerBound }, selected: selected)
    }
}
