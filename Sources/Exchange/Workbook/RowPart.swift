/// The cells of a row that belong to one of several lists side by side.
struct RowPart: RecordRow {
    private let row: SheetRow
    private let columns: Range<Int>

    init(_ row: SheetRow, _ columns: Range<Int>) {
        self.row = row
        self.columns = columns
    }

    var line: Int { row.line }
    var count: Int { max(0, min(row.count, columns.upperBound) - columns.lowerBound) }
    var fault: ImportNotice.Unreadable? { (0..<count).lazy.compactMap { fault(at: $0) }.first }
    var isEmpty: Bool { fault == nil && (0..<count).allSatisfy { self[$0].isEmpty } }

    subscript(index: Int) -> UnsafeBufferPointer<UInt8> { row[place(index)] }
    func number(at index: Int) -> UnsafeBufferPointer<UInt8> { row.number(at: place(index)) }
    func isNumber(at index: Int) -> Bool { row.isNumber(at: place(index)) }
    func fault(at index: Int) -> ImportNotice.Unreadable? { row.fault(at: place(index)) }

    /// The column of the sheet; one in which nothing stands for what is beyond the list.
    private func place(_ index: Int) -> Int {
        index < columns.count ? columns.lowerBound + index : SheetRow.mostColumns
    }
}
