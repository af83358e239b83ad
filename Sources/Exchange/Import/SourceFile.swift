import PartyWork

/// A list of the call, whose header has been read: a file or a sheet of a workbook, or one of several lists in it.
struct SourceFile {
    /// The number of the list in the call, which orders its notices.
    let number: Int
    let header: Header
    let content: Content
    /// How many bytes there are to read, of a sheet unpacked.
    let size: Int
    /// The line with which another list begins; nil where none does.
    var until: Int?

    /// Hands over the rows below the header one after another.
    ///
    /// - Parameter meter: counts what was read.
    /// - Returns: what of a sheet was hidden from the officer, or merged; nothing of a CSV file.
    @discardableResult
    func forEachRow(_ meter: ImportMeter, _ taker: inout some RowTaker) throws -> [ImportNotice.Reason] {
        defer { meter.finish(size) }
        switch content {
        case .text(let file):
            try file.forEachRow(below: header, until: until ?? .max, meter, &taker)
            return []
        case .sheet(let workbook, let sheet):
            return try workbook.forEachRow(of: sheet, below: header, until: until ?? .max, meter, &taker)
        }
    }

    /// Where the rows come from.
    enum Content {
        case text(TextFile)
        case sheet(Workbook, Workbook.Sheet)

        func size() throws -> Int {
            switch self {
            case .text(let file): file.stamp.size
            case .sheet(let workbook, let sheet): try workbook.size(of: sheet)
            }
        }

        /// The lists that begin below the first, each with the line that ends the one before.
        func furtherHeaders(below first: Header, _ book: HeaderBook) throws -> [(header: Header, from: Int)] {
            switch self {
            case .text(let file): try file.furtherHeaders(book)
            case .sheet(let workbook, let sheet): try workbook.furtherHeaders(of: sheet, below: first, book)
            }
        }

        /// Hands over the rows below a line, of a list beside others its part of them, until whoever takes them has enough.
        func forFirstRows(below line: Int, of part: Range<Int>?, _ taker: inout RowTaster) throws {
            switch self {
            case .text(let file): try file.forFirstRows(below: line, of: part, &taker)
            case .sheet(let workbook, let sheet):
                try workbook.forFirstRows(of: sheet, below: line, of: part, &taker)
            }
        }

        /// How a file was understood; nil where there is nothing to say.
        func manner(of header: Header) -> FileManner? {
            if case .text(let file) = self, file.header.line == header.line { return file.manner }
            return header.lines.count > 1 ? FileManner(headerLines: header.lines) : nil
        }
    }
}
