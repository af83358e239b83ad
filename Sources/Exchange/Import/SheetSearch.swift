import PartyWork

extension Workbook {
    /// Titles, remarks and who filled it in stand above a header, never this many rows.
    private static let rowsSearched = 30

    /// Ends the reading of a sheet before its end.
    private struct Enough: Error {}

    /// The header of a sheet: the first row that makes a table or that an officer has said something of, below whatever title;
    /// else the one that comes nearest. Nil for a sheet without a row.
    func header(of sheet: Sheet, _ book: HeaderBook) throws -> Header? {
        let (archive, strings) = try opened()
        var best: Header?
        var rows = 0
        do {
            try SheetReader.read(sheet, of: self, archive, strings) { row in
                let header = Header(row, sheet: sheet.name, book: book)
                let isFound = header.table != nil || header.said != nil || header.isGuide
                if best == nil || isFound || header.kinship > best?.kinship ?? 0 { best = header }
                rows += 1
                if isFound || rows == Workbook.rowsSearched { throw Enough() }
            }
        } catch is Enough {}
        return best
    }

    /// Hands over the rows below a header; says what of it was hidden.
    func forEachRow(
        of sheet: Sheet, below header: Header, _ meter: ImportMeter, _ taker: inout some RowTaker
    ) throws -> ImportNotice.Reason? {
        let (archive, strings) = try opened()
        let start = archive.unpacked
        meter.follow { archive.unpacked - start }
        let reader = try SheetReader.read(sheet, of: self, archive, strings) { row in
            if row.line > header.line { try taker.take(row) }
        }
        try checkUnchanged()
        let columns = (0..<header.width).filter { index in reader.hiddenColumns.contains { $0.contains(index) } }
        let rows = reader.hiddenRows.filter { $0 > header.line }
        if columns.isEmpty, rows.isEmpty, !sheet.isHidden { return nil }
        return .hidden(rows: rows, columns: columns.map(Workbook.letters), isSheet: sheet.isHidden)
    }

    /// `A`, `Z`, `AA`, as a column is headed on the screen.
    private static func letters(_ column: Int) -> String {
        let letter = String(Unicode.Scalar(UInt8(0x41 + column % 26)))
        return column < 26 ? letter : letters(column / 26 - 1) + letter
    }
}
