import PartyWork

/// A workbook of whatever format: its sheets in their order, and their rows.
final class Workbook {
    /// Sheets of a workbook, hidden ones included.
    static let mostSheets = 200
    /// As many rows as spreadsheets have.
    static let mostRows = 1 << 20

    let path: InputPath
    private let stamp: InputFile.Stamp
    private let content: any WorkbookContent

    /// A sheet's name, and where its rows are.
    struct Sheet {
        let name: String
        /// A part of an archive, or what faults call the place.
        let part: String
        /// Its number among the sheets of the file, from 0.
        let place: Int
        let isHidden: Bool
    }

    /// Reads the list of sheets, and what their cells refer to.
    ///
    /// - Parameter pulse: asked now and then while anything is read; may end it by throwing.
    /// - Throws: a `FileFault` or a `WorkbookFault`.
    init(_ path: InputPath, _ kind: FileKind, pulse: @escaping () throws -> Void = {}) throws {
        self.path = path
        stamp = try InputFile(path).stamp
        content =
            switch kind {
            case .zip: try Workbook.unpacked(path, pulse)
            case .compound: try BinaryWorkbook(path, pulse: pulse)
            case .spreadsheetXML: try XMLWorkbook(path, pulse: pulse)
            case .webPage: try WebPage(path, pulse: pulse)
            case .text: throw WorkbookFault.notAWorkbook
            }
        guard sheets.count <= Workbook.mostSheets else {
            throw WorkbookFault.tooLarge(.sheets(Workbook.mostSheets), part: content.indexPart)
        }
    }

    /// What a zip archive holds; a workbook, or something else that is then named.
    private static func unpacked(_ path: InputPath, _ pulse: @escaping () throws -> Void) throws -> any WorkbookContent
    {
        let archive = try Archive(path, pulse: pulse)
        if archive.has("content.xml"), archive.has("mimetype") || archive.has("META-INF/manifest.xml") {
            return try OpenDocument(path, archive, pulse: pulse)
        }
        if let foreign = archive.foreign { throw WorkbookFault.foreign(foreign) }
        return try OpenXMLWorkbook(path, archive, pulse: pulse)
    }

    var sheets: [Sheet] { content.sheets }

    /// Whether its days count from 1904.
    var from1904: Bool { content.from1904 }

    /// How many bytes of a sheet there are to read.
    func size(of sheet: Sheet) throws -> Int { try content.size(of: sheet) }

    /// How many bytes have been read, over all sheets.
    var position: Int { content.position }

    /// Calls `take` with each row of a sheet that holds anything.
    ///
    /// - Returns: what was hidden.
    /// - Throws: a `FileFault` or a `WorkbookFault`; what `take` throws.
    @discardableResult
    func read(_ sheet: Sheet, _ take: (SheetRow) throws -> Void) throws -> HiddenCells {
        try checkUnchanged()
        return try withoutActuallyEscaping(take) { try content.read(sheet, $0) }
    }

    /// Lets go of what is in memory; the next reading of a sheet opens the file again.
    func close() { content.close() }

    /// - Throws: `FileFault.changed` if the file is not what it was.
    func checkUnchanged() throws { try InputFile(path).checkUnchanged(since: stamp) }
}

/// What the reader of a format knows.
protocol WorkbookContent: AnyObject {
    var sheets: [Workbook.Sheet] { get }
    /// What a fault of the list of sheets calls its place.
    var indexPart: String { get }
    var from1904: Bool { get }
    /// How many bytes have been read.
    var position: Int { get }
    func size(of sheet: Workbook.Sheet) throws -> Int
    func read(_ sheet: Workbook.Sheet, _ take: @escaping (SheetRow) throws -> Void) throws -> HiddenCells
    /// Lets go of what only the reading of rows needs.
    func close()
}

/// A workbook whose sheets stand one after another in one piece of text, so that each is a share of it.
protocol SharedContent: WorkbookContent {
    /// The bytes of the text.
    var size: Int { get }
    var bytesRead: Int { get }
}

extension SharedContent {
    var position: Int { bytesRead }
    /// A sheet's share of the text.
    var share: Int { size / max(1, sheets.count) }

    func size(of sheet: Workbook.Sheet) -> Int { share }
    func close() {}
}
