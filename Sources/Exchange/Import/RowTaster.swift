import PartyWork

/// Takes the first rows of a file or sheet for whoever is asked what it is, without what is personal.
struct RowTaster: RowTaker {
    /// No further row is needed.
    struct Enough: Error {}

    private(set) var rows: [SampleRow] = []
    /// The columns of which nothing is shown.
    private var personal: Set<Int>
    private let most: Int

    /// So many are shown of a table, so many of what is none, where the header may be among them.
    private static let (ofTable, ofOther) = (3, 8)
    private static let widest = 40

    /// - Parameter header: that of the table; nil for what is none yet.
    init(_ header: Header?) {
        personal = Set(header?.columns.filter(\.isSensitive).map(\.index) ?? [])
        most = header == nil ? RowTaster.ofOther : RowTaster.ofTable
    }

    mutating func take(_ row: borrowing some RecordRow & ~Copyable) throws {
        let names = (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
        for (index, name) in names.enumerated() where Sensitive.named(by: name) != nil { personal.insert(index) }
        let cells = names.enumerated().map { index, cell in
            Sensitive.named(by: cell) == nil && personal.contains(index) || Sensitive.written(in: row[index]) != nil
                ? "" : RowTaster.shown(cell)
        }
        rows.append(SampleRow(line: row.line, cells: cells, shape: HeaderShape(ofFile: names)))
        if rows.count == most { throw Enough() }
    }

    /// A cell in short, telephone numbers masked.
    private static func shown(_ cell: String) -> String {
        let isPhone =
            cell.utf8.count == 11 && cell.hasPrefix("1") && cell.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let cell = PlainText.safe(isPhone ? Person.masked(cell) : cell)
        return cell.count > widest ? cell.prefix(widest) + "…" : cell
    }
}
