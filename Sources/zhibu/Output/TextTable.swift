import TerminalUI

/// Rows in columns, aligned by the cells a terminal gives them and not by characters.
struct TextTable {
    private let width = TextWidth()
    private let alignments: [Alignment]
    private var rows: [[String]]

    /// A table with a title and an alignment for each column.
    init(_ columns: [(title: String, alignment: Alignment)]) {
        alignments = columns.map(\.alignment)
        rows = columns.contains { !$0.title.isEmpty } ? [columns.map(\.title)] : []
    }

    /// Adds a row with a cell for each column.
    mutating func add(_ cells: [String]) {
        rows.append(cells)
    }

    /// The lines, two spaces between columns, nothing at their ends.
    func lines(indent: Int = 0) -> [String] {
        let widths = alignments.indices.map { column in rows.map { width.cells($0[column]) }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { width.pad(row[$0], to: widths[$0], alignment: alignments[$0]) }
            let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
