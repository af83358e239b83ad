import PartyWork

/// A CSV file: how its bytes become rows, and what it was when its header was read.
///
/// It is read as CONTRACT section 1 says. Only where its first row makes no table is it looked at again, for what other programs and
/// offices write: UTF-16, other separators and line ends, titles above the header.
struct TextFile {
    let path: InputPath
    let encoding: TextEncoding
    let stamp: InputFile.Stamp
    let header: Header
    /// How it was understood; nil where it is written as the contract says.
    let manner: FileManner?

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
            let plain = Header(rows, book: book)
            let isWide = encoding == .utf16
            let other =
                plain.isSettled(book) && !isWide
                ? nil : try ForeignHeader.find(in: file, encoding, book, isWide ? nil : plain)
            header = other?.header ?? plain
            manner = other?.manner
            // Two bytes may look like a byte order mark; then nothing of what follows is a text.
            if isWide, !header.isFound, header.kinship == 0 { throw TextEncoding.Unreadable(line: 1) }
        } else {
            (header, manner) = (.empty, nil)
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

    /// The lists that begin below the first, each with the line that ends the one before; none in a file that is the contract's.
    func furtherHeaders(_ book: HeaderBook) throws -> [(header: Header, from: Int)] {
        guard header.isLenient else { return [] }
        var search = FurtherHeaders(below: header, book)
        var rows = try rows(of: InputFile(path))
        while !search.isOver, try rows.next() { search.look(at: rows) }
        return search.found
    }

    /// Hands over the rows below a line, of a list beside others its part of them, until whoever takes them has enough.
    func forFirstRows(below line: Int, of part: Range<Int>?, _ taker: inout RowTaster) throws {
        var rows = try rows(of: InputFile(path))
        while try rows.next() { if rows.line > line { try TextFile.take(rows, of: part, &taker) } }
    }

    /// Hands over what of a row belongs to a list beside others; the whole row where there is but one.
    private static func take(
        _ row: borrowing RowReader, of part: Range<Int>?, _ taker: inout some RowTaker
    ) throws {
        guard let part else { return try taker.take(row) }
        let cells = RowPart(try SheetRow(row), part)
        if !cells.isEmpty { try taker.take(cells) }
    }

    private func rows(of file: InputFile) throws -> RowReader {
        let text = try file.text(encoding)
        return manner?.separator.map { SeparatedText($0, input: text).rows() } ?? RowReader(input: text)
    }

    /// Hands over the rows below a header.
    func forEachRow(
        below header: Header, until end: Int, _ meter: ImportMeter, _ taker: inout some RowTaker
    ) throws {
        let file = try InputFile(path)
        meter.follow { file.position }
        try file.checkUnchanged(since: stamp)
        var rows = try rows(of: file)
        // The first row of a plain file is its header, wherever it stands.
        let last = manner == nil && header.line == self.header.line ? 0 : header.line
        repeat {
            guard try rows.next() else { throw FileFault.changed }
        } while rows.line < last
        while try rows.next(), rows.line < end { try TextFile.take(rows, of: header.part, &taker) }
        try file.checkUnchanged(since: stamp)
    }
}

/// The header of a CSV file that other programs write, and how the file is to be read for it.
private struct ForeignHeader {
    let header: Header
    var manner: FileManner

    /// The one that makes a table, else the one that comes nearest; nil where none comes nearer than the first row as the contract
    /// reads it.
    static func find(
        in file: InputFile, _ encoding: TextEncoding, _ book: HeaderBook, _ plain: Header?
    ) throws -> ForeignHeader? {
        let said = try separatorSaid(file, encoding)
        var best: ForeignHeader?
        var nearest = plain
        for separator in said.map({ [$0] }) ?? FileManner.Separator.allCases {
            guard var found = try find(in: file, encoding, separator, book) else { continue }
            // The contract's own file is not read with leave for being wrong.
            if let plain, separator == .comma, found.header.hasNames(of: plain) { continue }
            found.manner.saysSeparator = said != nil
            if let nearest, nearest.isNearer(than: found.header) { continue }
            (best, nearest) = (found, found.header)
            if found.header.isFound { break }
        }
        return best
    }

    private static func find(
        in file: InputFile, _ encoding: TextEncoding, _ separator: FileManner.Separator, _ book: HeaderBook
    ) throws -> ForeignHeader? {
        let text = SeparatedText(separator, input: try file.text(encoding))
        var rows = text.rows(chunk: 1 << 12)
        var search = HeaderSearch(book)
        while !search.isOver, try rows.next() {
            if rows.count <= SheetRow.mostColumns { search.look(at: rows) }
        }
        guard let header = search.finish() else { return nil }
        var manner = FileManner(headerLines: header.lines)
        manner.isWide = encoding == .utf16
        manner.separator = separator
        manner.hasOldLineEnds = text.hasOldLineEnds
        return ForeignHeader(header: header, manner: manner)
    }

    /// What the first line says, `sep=;`, as spreadsheets write and read it.
    private static func separatorSaid(_ file: InputFile, _ encoding: TextEncoding) throws -> FileManner.Separator? {
        let text = try file.text(encoding)
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = try bytes.withUnsafeMutableBytes { try text($0) }
        let line = String(decoding: bytes.prefix(count).prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
        // Written again by a spreadsheet the line is a cell.
        let bare = line.drop { $0 == "\"" }
        guard bare.lowercased().hasPrefix("sep=") else { return nil }
        return bare.dropFirst(4).first.flatMap { FileManner.Separator(rawValue: String($0)) }
    }
}

extension Header {
    /// Whether it need not be looked at again: it makes a table, or the contract's own names would but for something else that is
    /// wrong, or an officer has said something of it.
    ///
    /// One of entries waits for the registers of its call.
    fileprivate func isSettled(_ book: HeaderBook) -> Bool {
        isFound || isContract || (book.registers == nil && mayBeEntries)
    }

    /// Whether its names are those of another, with the same blanks.
    fileprivate func hasNames(of other: Header) -> Bool { columns.map(\.name) == other.columns.map(\.name) }

    /// Whether it comes at least as near to a table as another one does: a later attempt must be better.
    fileprivate func isNearer(than other: Header) -> Bool {
        if isFound || other.isFound { return isFound }
        return (kinship, columns.count) >= (other.kinship, other.columns.count)
    }
}
