/// What a file is by its first bytes, whatever it is called.
enum FileKind {
    /// Rows of text.
    case text
    /// A zip archive: .xlsx, .xlsm, .ods, and much else.
    case zip
    /// A container of files as old Office programs write it: .xls, .et, and much else.
    case compound
    /// A workbook as Excel 2003 writes it in XML.
    case spreadsheetXML
    /// A web page, whose tables are sheets.
    case webPage

    /// How much of a file is looked at: a page's table may stand behind a long head.
    private static let looked = 1 << 12

    /// - Throws: a `FileFault`; a `WorkbookFault` for what is known and not read, or is called a workbook and is none.
    static func of(_ path: InputPath) throws -> FileKind {
        let file = try InputFile(path)
        var start = [UInt8](repeating: 0, count: looked)
        let count = try start.withUnsafeMutableBytes { try file.read(into: $0) }
        let bytes = start.prefix(count)
        if let foreign = foreign(bytes) { throw WorkbookFault.foreign(foreign) }
        if bytes.starts(with: "PK\u{3}\u{4}".utf8) { return .zip }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .compound }
        if let kind = try marked(bytes) { return kind }
        let name = path.name.lowercased()
        if [".xlsx", ".xlsm", ".ods", ".et"].contains(where: name.hasSuffix)
            || bytes.contains(0) && !TextEncoding.isWide(bytes) && name.hasSuffix(".xls")
        {
            throw WorkbookFault.notAWorkbook
        }
        return .text
    }

    private static func foreign(_ bytes: ArraySlice<UInt8>) -> ForeignFile? {
        let beginnings: [(ForeignFile, [UInt8])] = [
            (.pdf, Array("%PDF".utf8)), (.archive, Array("Rar!".utf8)),
            (.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
            (.archive, [0x1F, 0x8B]), (.document, Array("{\\rtf".utf8)), (.image, [0x89, 0x50, 0x4E, 0x47]),
            (.image, [0xFF, 0xD8, 0xFF]), (.image, Array("GIF8".utf8)), (.webArchive, Array("MIME-Version:".utf8)),
            // An empty zip archive; the rows of Excel 2, 3 and 4, and of 5 without its container.
            (.archive, [0x50, 0x4B, 0x05, 0x06]), (.ancientWorkbook, [0x09, 0x00, 0x04, 0x00]),
            (.ancientWorkbook, [0x09, 0x00, 0x06, 0x00]), (.ancientWorkbook, [0x09, 0x02, 0x06, 0x00]),
            (.ancientWorkbook, [0x09, 0x04, 0x06, 0x00]), (.ancientWorkbook, [0x09, 0x08, 0x08, 0x00]),
            (.ancientWorkbook, [0x09, 0x08, 0x10, 0x00]),
        ]
        return beginnings.first { bytes.starts(with: $0.1) }?.0
    }

    /// What begins with a mark of XML or HTML; UTF-16 is looked at without its zeros.
    private static func marked(_ bytes: ArraySlice<UInt8>) throws -> FileKind? {
        let letters = bytes.filter { $0 < 0x80 && $0 != 0 }
        // A byte order mark is not ASCII.
        let text = String(decoding: letters, as: UTF8.self).lowercased().drop { $0.isWhitespace }
        guard text.first == "<", letters.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return nil }
        if text.contains("urn:schemas-microsoft-com:office:spreadsheet"), text.contains("<workbook") {
            return .spreadsheetXML
        }
        let marks = [
            "<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style", "<div", "<center", "<tr",
        ]
        if marks.contains(where: text.contains) { return .webPage }
        if text.hasPrefix("<?xml") { throw WorkbookFault.foreign(.xml) }
        return nil
    }
}
