/// What an officer said of a header: which table it is, and of some of its columns what they are.
///
/// It holds for every file whose header has the same cells in the same order.
package struct HeaderMapping: Hashable, Sendable {
    /// The cells of the header.
    package let shape: HeaderShape
    /// The table; nil for a sheet that is not to be imported.
    package var table: TableSchema?
    /// What was said of columns, by their place in the row; the others are read as the program understands them.
    package var choices: [Int: ColumnChoice]

    package init(_ shape: HeaderShape, table: TableSchema?, choices: [Int: ColumnChoice] = [:]) {
        self.shape = shape
        self.table = table
        self.choices = choices
    }
}

/// What an officer takes a column of a file for.
package enum ColumnChoice: Hashable, Sendable {
    /// A column of the table.
    case column(Column)
    /// What helps to read the others, as who helps a household.
    case aid(Aid)
    /// Nothing; it is not read.
    case leftOut
}

/// The cells of a header, so that headers which only blanks and remarks tell apart are one.
package struct HeaderShape: Hashable, Sendable {
    /// The cells, folded.
    package let cells: [String]

    package init(_ names: [String]) {
        // Empty cells at the end of a row come and go with the program that wrote it.
        var cells = names.map { HeaderShape.folded($0) }
        while cells.last?.isEmpty ?? false { cells.removeLast() }
        self.cells = cells
    }

    /// A header cell without line breaks, blanks, stars, and a remark in parentheses at its end, unless that says that it is something
    /// else: 脱贫年度（计划）.
    package static func folded(_ name: String) -> String {
        var scalars = Array(name.unicodeScalars).filter { !" \t\n\r\u{A0}\u{3000}*＊".unicodeScalars.contains($0) }
        if let last = scalars.last, last == ")" || last == "）",
            let open = scalars.lastIndex(where: { $0 == "(" || $0 == "（" }), open > scalars.startIndex,
            case let remark = String(String.UnicodeScalarView(scalars[open...])),
            !Planned.isSaid(in: remark)
        {
            scalars = Array(scalars[..<open])
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
