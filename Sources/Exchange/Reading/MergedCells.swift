/// What an officer does not see of a sheet, and was read all the same.
struct HiddenCells {
    /// The rows with text that are hidden.
    var rows: [Int] = []
    /// The columns from and to which are.
    var columns: [ClosedRange<Int>] = []
}

/// Cells that are shown as one, with what the first of them holds: rows from 1, columns from 0.
struct MergedCells: Hashable, Sendable {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>

    /// More of them than people make; a list of as many is kept in memory.
    static let most = 1 << 16

    /// `C2:C4`, as a spreadsheet calls it.
    var name: String {
        "\(ColumnLetters.text(columns.lowerBound))\(rows.lowerBound):\(ColumnLetters.text(columns.upperBound))\(rows.upperBound)"
    }

    /// - Returns: nil for a single cell, or what is no range.
    init?(firstRow: Int, lastRow: Int, firstColumn: Int, lastColumn: Int) {
        guard 1 <= firstRow, firstRow <= lastRow, 0 <= firstColumn, firstColumn <= lastColumn,
            firstRow < lastRow || firstColumn < lastColumn
        else { return nil }
        rows = firstRow...lastRow
        columns = firstColumn...lastColumn
    }

    /// The range of `C2:C4`; nil for anything else.
    init?(name: String) {
        let ends = name.split(separator: ":").map(MergedCells.place)
        guard ends.count == 2, let first = ends[0], let last = ends[1] else { return nil }
        self.init(firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column)
    }

    private static func place(_ text: Substring) -> (row: Int, column: Int)? {
        let text = text.utf8.filter { $0 != UInt8(ascii: "$") }
        guard let column = text.withUnsafeBufferPointer(ColumnLetters.column),
            let row = Int(String(decoding: text.drop { $0 > 0x39 }, as: UTF8.self))
        else { return nil }
        return (row, column)
    }
}

/// Columns as a spreadsheet heads them.
enum ColumnLetters {
    /// `A`, `Z`, `AA`.
    static func text(_ column: Int) -> String {
        let letter = String(Unicode.Scalar(UInt8(0x41 + column % 26)))
        return column < 26 ? letter : text(column / 26 - 1) + letter
    }

    /// The column of `AB12`, from 0; nil for anything else.
    static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        for byte in reference {
            let letter = byte & 0xDF
            guard (0x41...0x5A).contains(letter), column < 1 << 20 else { break }
            column = column * 26 + Int(letter) - 0x40
        }
        return column == 0 ? nil : column - 1
    }
}
