import PartyWork

/// A file of the call, or a sheet of a workbook, whose header has been read.
struct SourceFile {
    /// The number of the file or sheet in the call, which orders its notices.
    let number: Int
    let header: Header
    let content: Content
    /// How many bytes there are to read, of a sheet unpacked.
    let size: Int
    /// The line of a sheet with which another table begins; nil where none does.
    var until: Int?

    /// Where the rows come from.
    enum Content {
        case text(TextFile)
        case sheet(Workbook, Workbook.Sheet)
    }

    /// Hands over the rows below the header one after another.
    ///
    /// - Parameter meter: counts what was read.
    /// - Returns: what of a sheet was hidden from the officer, or merged; nothing of a CSV file.
    @discardableResult
    func forEachRow(_ meter: ImportMeter, _ taker: inout some RowTaker) throws -> [ImportNotice.Reason] {
        defer { meter.finish(size) }
        switch content {
        case .text(let file):
            try file.forEachRow(meter, &taker)
            return []
        case .sheet(let workbook, let sheet):
            return try workbook.forEachRow(of: sheet, below: header, until: until ?? .max, meter, &taker)
        }
    }
}
