/// One of the first rows of a file or sheet, for whoever is asked what it is: personal data is not in it.
package struct SampleRow: Hashable, Sendable {
    /// Where it stands, counted from 1.
    package let line: Int
    /// Its cells, shortened.
    package let cells: [String]
    /// What it is known by where it is the header.
    package let shape: HeaderShape

    package init(line: Int, cells: [String], shape: HeaderShape) {
        self.line = line
        self.cells = cells
        self.shape = shape
    }

    /// What stands in a column; empty beyond the last.
    package subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
}
