import PartyWork

/// A file of the call, or a sheet of a workbook, whose header has been read.
struct SourceFile {
    /// The number of the file or sheet in the call, which orders its notices.
    let number: Int
    let header: Header
    let content: Content
    /// How many bytes there are to read, of a sheet unpacked.
    let size: Int

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
            return try workbook.forEachRow(of: sheet, below: header, meter, &taker)
        }
    }
}

/// A CSV file: how its bytes become text, and what it was when its header was read.
struct TextFile {
    let path: InputPath
    let encoding: TextEncoding
    let stamp: InputFile.Stamp
    let header: Header

    /// Finds the encoding over the whole file and reads the header.
    ///
    /// - Parameter pulse: asked now and then; may end the reading by throwing.
    /// - Throws: `TextEncoding.Unreadable`, a `FileFault`, or a `WorkbookFault` for more columns than a sheet may have; what `pulse`
    ///   throws.
    init(_ path: InputPath, _ book: HeaderBook, pulse: () throws -> Void = {}) throws {
        let file = try InputFile(path)
        self.path = path
        stamp = file.stamp
        encoding = try TextEncoding.detect(file, pulse: pulse)
        var rows = RowReader(chunk: 1 << 12, input: try file.text(encoding))
        if try rows.next() {
            try TextFile.refuseTooWide(rows)
            header = Header(rows, book: book)
        } else {
            header = .empty
        }
        try file.checkUnchanged(since: stamp)
    }

    /// Whoever looks at a header compares its names with each other.
    private static func refuseTooWide(_ row: borrowing RowReader) throws {
        guard row.count > SheetRow.mostColumns else { return }
        for index in SheetRow.mostColumns..<row.count where !row[index].isEmpty {
            throw WorkbookFault.tooLarge(.columns(SheetRow.mostColumns), part: localized("表头", "header"))
        }
    }

    func forEachRow(_ meter: ImportMeter, _ taker: inout some RowTaker) throws {
        let file = try InputFile(path)
        meter.follow { file.position }
        try file.checkUnchanged(since: stamp)
        var rows = RowReader(input: try file.text(encoding))
        guard try rows.next() else { throw FileFault.changed }
        while try rows.next() { try taker.take(rows) }
        try file.checkUnchanged(since: stamp)
    }
}
