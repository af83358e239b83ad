/// An .ods: the sheets stand one after another in one part of XML (OASIS OpenDocument 1.2, part 1, 9).
final class OpenDocument: SharedContent {
    static let part = "content.xml"
    let indexPart = part
    let from1904 = false
    private let path: InputPath
    private let pulse: () throws -> Void
    private(set) var sheets: [Workbook.Sheet] = []
    let size: Int
    private let styles: OpenDocumentStyles
    private(set) var bytesRead = 0

    /// Ends the reading before the end of the part.
    struct Enough: Error {}

    /// Reads the list of sheets.
    init(_ path: InputPath, _ archive: Archive, pulse: @escaping () throws -> Void) throws {
        self.path = path
        self.pulse = pulse
        size = archive.size(of: OpenDocument.part)
        let manifest = Manifest()
        if archive.has("META-INF/manifest.xml") { try XMLStream.read("META-INF/manifest.xml", of: archive, manifest) }
        if manifest.isEncrypted { throw WorkbookFault.foreign(.encrypted) }
        styles = OpenDocumentStyles()
        if archive.has("styles.xml") { try XMLStream.read("styles.xml", of: archive, styles) }
        let index = OpenDocumentIndex(styles)
        try XMLStream.read(OpenDocument.part, of: archive, index)
        guard index.isSpreadsheet else { throw WorkbookFault.foreign(.openDocument) }
        sheets = index.sheets
    }

    func read(_ sheet: Workbook.Sheet, _ take: @escaping (SheetRow) throws -> Void) throws -> HiddenCells {
        let archive = try Archive(path, pulse: pulse)
        let reader = OpenDocumentSheet(sheet, styles, take)
        defer { bytesRead += archive.unpacked / max(1, sheets.count) }
        do {
            try XMLStream.read(OpenDocument.part, of: archive, reader)
        } catch is Enough {}
        return reader.hidden
    }
}

/// Which sheets there are.
private final class OpenDocumentIndex: XMLHandler {
    private let styles: OpenDocumentStyles
    private(set) var isSpreadsheet = false
    private(set) var sheets: [Workbook.Sheet] = []
    /// Tables within cells are no sheets.
    private var depth = 0

    init(_ styles: OpenDocumentStyles) { self.styles = styles }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
        switch name {
        case .spreadsheet: isSpreadsheet = true
        case .table:
            depth += 1
            guard depth == 1 else { return }
            let style = attributes.prefixedText("style-name") ?? ""
            sheets.append(
                .init(
                    name: attributes.prefixedText("name") ?? "", part: OpenDocument.part, place: sheets.count,
                    isHidden: styles.hides(style)))
        default: if !isSpreadsheet { try styles.begin(name, attributes) }
        }
    }

    func end(_ name: XMLName) throws {
        if name == .table { depth -= 1 }
        if !isSpreadsheet { try styles.end(name) }
    }
}

/// Whether a part of the archive has a password.
private final class Manifest: XMLHandler {
    private(set) var isEncrypted = false

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == .encryption { isEncrypted = true }
    }
}

extension XMLName {
    static let table = XMLName("table")
    fileprivate static let spreadsheet = XMLName("spreadsheet")
    fileprivate static let encryption = XMLName("encryption-data")
}
