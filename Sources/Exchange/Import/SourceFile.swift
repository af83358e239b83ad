import PartyWork

/// A file of the call whose header has been read.
struct SourceFile {
    /// The number of the file in the call, which orders its notices.
    let number: Int
    let path: InputPath
    let encoding: TextEncoding
    let header: Header
    let stamp: InputFile.Stamp

    /// Finds the encoding over the whole file and reads the header.
    ///
    /// - Throws: `TextEncoding.Unreadable` or a `FileFault`.
    init(_ path: InputPath, number: Int) throws {
        let file = try InputFile(path)
        self.path = path
        self.number = number
        stamp = file.stamp
        encoding = try TextEncoding.detect(file)
        var rows = RowReader(chunk: 1 << 12, input: try file.text(encoding))
        header = try rows.next() ? Header(rows) : .empty
        try file.checkUnchanged(since: stamp)
    }

    /// Calls `body` with the reader at each row below the header.
    func forEachRow(_ body: (borrowing RowReader) throws -> Void) throws {
        let file = try InputFile(path)
        try file.checkUnchanged(since: stamp)
        var rows = RowReader(input: try file.text(encoding))
        guard try rows.next() else { throw FileFault.changed }
        while try rows.next() { try body(rows) }
        try file.checkUnchanged(since: stamp)
    }
}
