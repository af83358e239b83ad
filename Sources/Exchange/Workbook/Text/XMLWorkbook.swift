/// A workbook as Excel 2002 and 2003 write it in XML, and as many systems export it under the name of .xls.
final class XMLWorkbook: SharedContent {
    let indexPart = "XML"
    private let path: InputPath
    private let pulse: () throws -> Void
    private let encoding: TextEncoding?
    let size: Int
    private(set) var sheets: [Workbook.Sheet] = []
    private(set) var from1904 = false
    private var formats: [String: NumberFormat] = [:]
    private(set) var bytesRead = 0

    /// Reads the list of sheets and the styles.
    init(_ path: InputPath, pulse: @escaping () throws -> Void) throws {
        self.path = path
        self.pulse = pulse
        let file = try InputFile(path)
        size = file.stamp.size
        var start = [UInt8](repeating: 0, count: 2)
        _ = try start.withUnsafeMutableBytes { try file.read(into: $0) }
        // Of UTF-16 the parser itself knows.
        encoding = [[0xFF, 0xFE], [0xFE, 0xFF]].contains(start) ? nil : try TextEncoding.ofMarkup(file, pulse: pulse)
        let index = XMLWorkbookIndex()
        try readAll(index)
        sheets = index.names.enumerated().map { place, name in
            Workbook.Sheet(name: name, part: name, place: place, isHidden: index.hidden.contains(place))
        }
        from1904 = index.from1904
        formats = index.formats
    }

    private func readAll(_ handler: any XMLHandler) throws {
        let file = try InputFile(path)
        let text: RowReader.Input = if let encoding { try file.text(encoding) } else { { try file.read(into: $0) } }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        try XMLStream.read(indexPart, handler, isUTF8: encoding != nil) { take in
            while true {
                let count = try text(buffer)
                if count == 0 { return }
                try pulse()
                try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
    }

    func read(_ sheet: Workbook.Sheet, _ take: @escaping (SheetRow) throws -> Void) throws -> HiddenCells {
        let reader = XMLSheet(sheet, formats, from1904: from1904, take)
        defer { bytesRead += share }
        do {
            try readAll(reader)
        } catch is XMLSheet.Enough {}
        return reader.hidden
    }
}

extension TextEncoding {
    /// The encoding of a page or an XML file: what its bytes are, not what it says of itself.
    ///
    /// - Throws: `damaged` where no encoding fits; a `FileFault`; what `pulse` throws.
    static func ofMarkup(_ file: InputFile, pulse: () throws -> Void) throws -> TextEncoding {
        do {
            return try detect(file, pulse: pulse)
        } catch is Unreadable {
            throw WorkbookFault.damaged(part: "text")
        }
    }
}

/// Which sheets there are, and how styles show numbers.
private final class XMLWorkbookIndex: XMLHandler {
    private(set) var names: [String] = []
    private(set) var hidden: Set<Int> = []
    private(set) var from1904 = false
    private(set) var formats: [String: NumberFormat] = [:]
    private var style: String?
    private var isVisibility = false
    private var visibility: [UInt8] = []

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case .worksheet: names.append(attributes.prefixedText("Name") ?? "")
        case .style:
            style = attributes.prefixedText("ID")
            // A style shows numbers as the one does on which it stands.
            if let style, let parent = attributes.prefixedText("Parent") { formats[style] = formats[parent] }
        case .numberFormat:
            if let style { formats[style] = NumberFormat(named: attributes.prefixedText("Format") ?? "General") }
        case .date1904: from1904 = true
        case .visible:
            isVisibility = true
            visibility.removeAll()
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case .style: style = nil
        case .visible:
            isVisibility = false
            if visibility.starts(with: "SheetHidden".utf8) || visibility.starts(with: "SheetVeryHidden".utf8) {
                hidden.insert(names.count - 1)
            }
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isVisibility, visibility.count < 64 { visibility.append(contentsOf: bytes) }
    }
}

extension NumberFormat {
    /// A format by its code, or by one of the names that the XML of Excel 2003 has for some.
    init(named name: String) {
        switch name {
        case "General Date", "Short Date", "Long Date", "Medium Date": self = .builtIn(14)
        case "Long Time", "Medium Time": self = .builtIn(21)
        case "Short Time": self = .builtIn(20)
        case "Fixed": self = .builtIn(2)
        case "Standard": self = .builtIn(4)
        case "Percent": self = .builtIn(10)
        case "Scientific": self = .builtIn(11)
        // The currency is another in every country.
        case "Currency", "Euro Currency", "General Number", "": self = .general
        case "Yes/No": self.init(code: #""是";"是";"否""#)
        default: self.init(code: name)
        }
    }
}

extension XMLName {
    static let worksheet = XMLName("Worksheet")
    fileprivate static let style = XMLName("Style")
    fileprivate static let numberFormat = XMLName("NumberFormat")
    fileprivate static let date1904 = XMLName("Date1904")
    fileprivate static let visible = XMLName("Visible")
}
