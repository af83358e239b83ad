/// Reads the rows of one sheet of the XML of Excel 2003; one row is in memory at a time.
final class XMLSheet: XMLHandler {
    /// Ends the reading before the end of the file.
    struct Enough: Error {}

    private let sheet: Workbook.Sheet
    private let formats: [String: NumberFormat]
    private let from1904: Bool
    private var take: (SheetRow) throws -> Void
    private(set) var hidden = HiddenCells()

    private var begun = 0
    private let row = SheetRow()
    private var line = 0
    private var column = -1
    private var columnsListed = 0
    private var hidesRow = false
    /// The styles of the row and the columns, for cells without their own.
    private var rowStyle: String?
    private var columnStyles: [(columns: Range<Int>, style: String)] = []
    private var style: String?
    private var type = ""
    private var isValue = false
    private var isComment = false
    private var hasFormula = false
    private var hasValue = false
    private var value: [UInt8] = []
    /// How many further columns the cell reaches over.
    private var across = 0

    init(
        _ sheet: Workbook.Sheet, _ formats: [String: NumberFormat], from1904: Bool,
        _ take: @escaping (SheetRow) throws -> Void
    ) {
        self.sheet = sheet
        self.formats = formats
        self.from1904 = from1904
        self.take = take
    }

    private var isHere: Bool { begun == sheet.place + 1 }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
        switch name {
        case .worksheet: begun += 1
        case _ where !isHere: break
        case .column: beginColumns(attributes)
        case .row: try beginRow(attributes)
        case .cell: beginCell(attributes)
        // What a note says does not stand in the cell.
        case .comment: isComment = true
        case .data where !isComment:
            type = attributes.prefixedText("Type") ?? "String"
            (isValue, hasValue) = (true, true)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard isValue, isHere else { return }
        value.append(contentsOf: bytes)
        try SheetRow.check(value, part: sheet.part)
    }

    func end(_ name: XMLName) throws {
        guard isHere else { return }
        switch name {
        case .data: isValue = false
        case .comment: isComment = false
        case .cell: try endCell()
        case .row:
            if row.isEmpty { return }
            if hidesRow { hidden.rows.append(line) }
            try take(row)
        case .worksheet: throw Enough()
        default: break
        }
    }

    // MARK: Columns, rows and cells

    private func beginColumns(_ attributes: XMLAttributes) {
        let first = (attributes.prefixedNumber("Index") ?? columnsListed + 1) - 1
        guard (0..<1 << 14).contains(first) else { return }
        let last = first + min(max(0, attributes.prefixedNumber("Span") ?? 0), 1 << 14)
        columnsListed = last + 1
        if attributes.prefixedText("Hidden") == "1" { hidden.columns.append(first...last) }
        if let style = attributes.prefixedText("StyleID"), columnStyles.count < SheetRow.mostColumns {
            columnStyles.append((first..<last + 1, style))
        }
    }

    private func beginRow(_ attributes: XMLAttributes) throws {
        line = attributes.prefixedNumber("Index") ?? line + 1
        hidesRow = attributes.prefixedText("Hidden") == "1"
        rowStyle = attributes.prefixedText("StyleID")
        column = -1
        across = 0
        try row.begin(line: line, part: sheet.part)
        // Empty rows may stand for several.
        line += min(max(0, attributes.prefixedNumber("Span") ?? 0), Workbook.mostRows)
    }

    private func beginCell(_ attributes: XMLAttributes) {
        column = attributes.prefixedNumber("Index").map { $0 - 1 } ?? column + 1 + across
        across = min(max(0, attributes.prefixedNumber("MergeAcross") ?? 0), 1 << 14)
        let down = min(max(0, attributes.prefixedNumber("MergeDown") ?? 0), Workbook.mostRows)
        if let merged = MergedCells(
            firstRow: row.line, lastRow: row.line + down, firstColumn: column, lastColumn: column + across)
        {
            row.merge(merged)
        }
        style = attributes.prefixedText("StyleID")
        hasFormula = attributes.prefixed("Formula") != nil
        (isValue, hasValue, isComment) = (false, false, false)
        value.removeAll(keepingCapacity: true)
    }

    private func endCell() throws {
        guard column >= 0 else { throw WorkbookFault.damaged(part: sheet.part) }
        if value.isEmpty {
            if hasFormula, !hasValue { try row.set(column, .notComputed, part: sheet.part) }
            return
        }
        let text = String(decoding: value, as: UTF8.self)
        switch type {
        case "Number":
            guard let number = Double(text) else { return try set(text) }
            try row.set(column, number, format, from1904: from1904, part: sheet.part)
        case "DateTime": try set(format.precision.text(ofDay: String(text.prefix { $0 != "T" })))
        case "Boolean": try set(text == "1" ? "是" : "否")
        case "Error": try row.set(column, .error(text), part: sheet.part)
        default: try set(format.shown(text) ?? text)
        }
    }

    private func set(_ text: String) throws { try row.set(column, text, part: sheet.part) }

    private var format: NumberFormat {
        let style = style ?? rowStyle ?? columnStyles.first { $0.columns.contains(column) }?.style ?? "Default"
        return formats[style] ?? .general
    }
}

extension XMLName {
    fileprivate static let column = XMLName("Column")
    fileprivate static let row = XMLName("Row")
    fileprivate static let cell = XMLName("Cell")
    fileprivate static let data = XMLName("Data")
    fileprivate static let comment = XMLName("Comment")
}
