import PartyWork

extension Workbook {
    /// Ends the reading of a sheet before its end.
    private struct Enough: Error {}

    /// The header of a sheet; nil for one without a row.
    func header(of sheet: Sheet, _ book: HeaderBook) throws -> Header? {
        var search = HeaderSearch(book)
        do {
            try read(sheet) { row in
                search.look(at: row)
                if search.isOver { throw Enough() }
            }
        } catch is Enough {
        } catch let fault as WorkbookFault {
            // What is wrong below the header is told where the rows are read.
            guard let header = search.finish(), header.isFound else { throw fault }
            return header
        }
        return search.finish()
    }

    /// The tables that begin below the first of a sheet, each with the line that ends the one before.
    func furtherHeaders(of sheet: Sheet, below first: Header, _ book: HeaderBook) throws -> [(
        header: Header, from: Int
    )] {
        var search = FurtherHeaders(below: first, book)
        do {
            try read(sheet) { row in
                search.look(at: row)
                if search.isOver { throw Enough() }
            }
        } catch is Enough {
        } catch is WorkbookFault {
            // It is told where all rows are read.
        }
        return search.found
    }

    /// Hands over the rows below a line, of a list beside others its part of them, until whoever takes them has enough.
    func forFirstRows(of sheet: Sheet, below line: Int, of part: Range<Int>?, _ taker: inout RowTaster) throws {
        try read(sheet) { row in if row.line > line { try Workbook.take(row, of: part, &taker) } }
    }

    /// Hands over what of a row belongs to a list beside others; the whole row where there is but one.
    private static func take(_ row: SheetRow, of part: Range<Int>?, _ taker: inout some RowTaker) throws {
        guard let part else { return try taker.take(row) }
        let cells = RowPart(row, part)
        if !cells.isEmpty { try taker.take(cells) }
    }

    /// Hands over the rows below a header, every one of merged cells with what the first of them holds.
    ///
    /// - Returns: what of it was hidden or merged.
    func forEachRow(
        of sheet: Sheet, below header: Header, until end: Int, _ meter: ImportMeter, _ taker: inout some RowTaker
    ) throws -> [ImportNotice.Reason] {
        let start = position
        meter.follow { self.position - start }
        let first = header.part?.lowerBound ?? 0
        var fill = MergeFill(columns: header.columnsRead.map { $0 + first }, part: sheet.part)
        let hidden = try read(sheet) { row in
            guard row.line > header.line, row.line < end, try fill.fill(row) else { return }
            try Workbook.take(row, of: header.part, &taker)
        }
        try checkUnchanged()
        var reasons: [ImportNotice.Reason] = []
        let columns = (first..<first + header.width).filter { index in hidden.columns.contains { $0.contains(index) } }
        let rows = hidden.rows.filter { $0 > header.line }
        if !columns.isEmpty || !rows.isEmpty || sheet.isHidden {
            reasons.append(.hidden(rows: rows, columns: columns.map(ColumnLetters.text), isSheet: sheet.isHidden))
        }
        if !fill.used.isEmpty { reasons.append(.merged(fill.used.map(\.name))) }
        return reasons
    }
}
