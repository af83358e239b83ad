/// Reads the rows of one sheet of an .ods; one row is in memory at a time.
final class OpenDocumentSheet: XMLHandler {
    /// Rows with something in them that stand there once and count several times: a few bytes of file must not become a million
    /// rows.
    private static let mostRepeats = 1 << 16

    private let sheet: Workbook.Sheet
    private let styles: OpenDocumentStyles
    private var take: (SheetRow) throws -> Void
    private(set) var hidden = HiddenCells()

    /// How many sheets have begun, and how deep in tables the reading is.
    private var begun = 0
    private var depth = 0
    private let row = SheetRow()
    private var line = 1
    private var column = 0
    private var rowRepeats = 1
    private var repeated = 0
    private var hidesRow = false
    /// The styles that columns give their cells, from and to which.
    private var columnStyles: [(columns: Range<Int>, style: String)] = []
    private var columnsListed = 0

    private var cell = Cell()
    /// What a cell holds while it is read.
    private struct Cell {
        var isOpen = false
        var isCovered = false
        var repeats = 1
        var type = ""
        var value = ""
        var hasFormula = false
        var style: String?
        var text: [UInt8] = []
        var paragraphs = 0
        /// How deep in what belongs to no text: notes, pictures, readings.
        var aside = 0
        var isParagraph = false
    }

    init(_ sheet: Workbook.Sheet, _ styles: OpenDocumentStyles, _ take: @escaping (SheetRow) throws -> Void) {
        self.sheet = sheet
        self.styles = styles
        self.take = take
    }

    /// Whether the reading is in the sheet, not in one before or in a table of a cell.
    private var isHere: Bool { begun == sheet.place + 1 && depth == 1 }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
        switch name {
        case .table:
            if depth == 0 { begun += 1 }
            depth += 1
        case _ where !isHere: return
        case .row: try beginRow(attributes)
        case .column: beginColumns(attributes)
        case .cell, .covered: beginCell(attributes, isCovered: name == .covered)
        default: if cell.isOpen { try beginInCell(name, attributes) }
        }
    }

    func end(_ name: XMLName) throws {
        switch name {
        case .table:
            depth -= 1
            if depth == 0, begun == sheet.place + 1 { throw OpenDocument.Enough() }
        case _ where !isHere: return
        case .row: try endRow()
        case .cell, .covered: try endCell()
        case .paragraph: if cell.aside == 0 { cell.isParagraph = false }
        case .note, .frame, .reading: cell.aside -= 1
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard cell.isParagraph, cell.aside == 0, isHere else { return }
        // Blanks that follow one another, line breaks too, are one (OpenDocument 1.2, part 1, 6.1.2).
        for byte in bytes {
            let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
            if isBlank, cell.text.last == 0x20 { continue }
            cell.text.append(isBlank ? 0x20 : byte)
        }
        try SheetRow.check(cell.text, part: sheet.part)
    }

    // MARK: Columns and rows

    private func beginColumns(_ attributes: XMLAttributes) {
        let count = min(max(1, attributes.prefixedNumber("number-columns-repeated") ?? 1), 1 << 14)
        let columns = columnsListed..<columnsListed + count
        columnsListed = min(columns.upperBound, 1 << 20)
        if let style = attributes.prefixedText("default-cell-style-name"), columnStyles.count < SheetRow.mostColumns {
            columnStyles.append((columns, style))
        }
        if OpenDocumentSheet.isHidden(attributes) { hidden.columns.append(columns.lowerBound...columns.upperBound - 1) }
    }

    private static func isHidden(_ attributes: XMLAttributes) -> Bool {
        ["collapse", "filter"].contains(attributes.prefixedText("visibility"))
    }

    private func beginRow(_ attributes: XMLAttributes) throws {
        rowRepeats = max(1, attributes.prefixedNumber("number-rows-repeated") ?? 1)
        hidesRow = OpenDocumentSheet.isHidden(attributes)
        column = 0
        row.begin(line: line)
    }

    private func endRow() throws {
        defer { line = min(line + rowRepeats, 1 << 40) }
        if row.isEmpty { return }
        repeated += rowRepeats - 1
        guard repeated <= OpenDocumentSheet.mostRepeats else {
            throw WorkbookFault.tooLarge(.repeats(OpenDocumentSheet.mostRepeats), part: sheet.part)
        }
        guard line + rowRepeats <= Workbook.mostRows + 1 else {
            throw WorkbookFault.tooLarge(.rows(Workbook.mostRows), part: sheet.part)
        }
        for number in line..<line + rowRepeats {
            row.renumber(number)
            if hidesRow { hidden.rows.append(number) }
            try take(row)
        }
    }

    // MARK: Cells

    private func beginCell(_ attributes: XMLAttributes, isCovered: Bool) {
        cell.isOpen = true
        cell.isCovered = isCovered
        cell.repeats = max(1, attributes.prefixedNumber("number-columns-repeated") ?? 1)
        cell.type = attributes.prefixedText("value-type") ?? ""
        cell.hasFormula = attributes.prefixed("formula") != nil
        cell.style = attributes.prefixedText("style-name")
        cell.value =
            switch cell.type {
            case "date": attributes.prefixedText("date-value") ?? ""
            case "boolean": attributes.prefixedText("boolean-value") ?? ""
            case "string": attributes.prefixedText("string-value") ?? ""
            default: attributes.prefixedText("value") ?? ""
            }
        cell.text.removeAll(keepingCapacity: true)
        (cell.paragraphs, cell.aside, cell.isParagraph) = (0, 0, false)
        let rows = attributes.prefixedNumber("number-rows-spanned") ?? 1
        let columns = attributes.prefixedNumber("number-columns-spanned") ?? 1
        if !isCovered,
            let merged = MergedCells(
                firstRow: line, lastRow: line + min(max(1, rows), Workbook.mostRows) - 1, firstColumn: column,
                lastColumn: column + min(max(1, columns), 1 << 14) - 1)
        {
            row.merge(merged)
        }
    }

    private func beginInCell(_ name: XMLName, _ attributes: XMLAttributes) throws {
        switch name {
        case .note, .frame, .reading: cell.aside += 1
        case _ where cell.aside > 0: break
        case .paragraph:
            if cell.paragraphs > 0 { cell.text.append(0x0A) }
            cell.paragraphs += 1
            cell.isParagraph = true
        case .spaces:
            let count = min(max(1, attributes.prefixedNumber("c") ?? 1), 1 << 12)
            cell.text += [UInt8](repeating: 0x20, count: count)
        case .tab: cell.text.append(0x09)
        case .lineBreak: cell.text.append(0x0A)
        default: break
        }
    }

    private func endCell() throws {
        guard cell.isOpen else { return }
        cell.isOpen = false
        defer { column = min(column + cell.repeats, 1 << 40) }
        // What is under merged cells is not seen.
        if cell.isCovered || cell.type.isEmpty && cell.text.isEmpty { return }
        for column in column..<column + min(cell.repeats, SheetRow.mostColumns + 1) { try set(column) }
    }

    private func set(_ column: Int) throws {
        switch cell.type {
        case "float", "percentage", "currency": try setNumber(column)
        case "date": try setDate(column)
        case "boolean": try row.set(column, cell.value == "true" ? "是" : "否", part: sheet.part)
        default: try setText(column)
        }
    }

    private func setNumber(_ column: Int) throws {
        guard let number = Double(cell.value) else { return try setText(column) }
        let shown = String(decoding: cell.text, as: UTF8.self)
        if cell.hasFormula, shown.isErrorOfFormula { return try setText(column) }
        // LibreOffice writes what is true in a workbook of another program as a formula that comes to 1 and shows TRUE.
        if cell.hasFormula, ["TRUE", "FALSE"].contains(shown) {
            return try row.set(column, shown == "TRUE" ? "是" : "否", part: sheet.part)
        }
        try row.set(column, number, .general, from1904: false, part: sheet.part)
        guard showsText(at: column), !cell.text.isEmpty, row.fault(at: column) == nil else { return }
        try cell.text.withUnsafeBufferPointer { try row.set(column, $0, part: sheet.part) }
        let plain = CellNumber.plain(number)
        if !cell.text.elementsEqual(plain.utf8) { try row.setNumber(column, plain, part: sheet.part) }
    }

    /// Whether the number is shown in a way of its own.
    private func showsText(at column: Int) -> Bool {
        if cell.type != "float" { return true }
        if case .shown = kind(at: column) { return true }
        return false
    }

    private func setDate(_ column: Int) throws {
        let day = String(cell.value.prefix { $0 != "T" })
        guard case .date(let precision) = kind(at: column) else { return try row.set(column, day, part: sheet.part) }
        try row.set(column, precision.text(ofDay: day), part: sheet.part)
    }

    private func setText(_ column: Int) throws {
        let text = String(decoding: cell.text, as: UTF8.self)
        if cell.hasFormula, text.isErrorOfFormula { return try row.set(column, .error(text), part: sheet.part) }
        if cell.text.isEmpty { return try row.set(column, cell.value, part: sheet.part) }
        try cell.text.withUnsafeBufferPointer { try row.set(column, $0, part: sheet.part) }
    }

    private func kind(at column: Int) -> OpenDocumentStyles.Kind {
        styles.kind(cell.style ?? columnStyles.first { $0.columns.contains(column) }?.style)
    }
}

extension String {
    /// Whether it is how a formula says that it failed: `#N/A`, `Err:502`.
    fileprivate var isErrorOfFormula: Bool { hasPrefix("#") || hasPrefix("Err:") }
}

extension XMLName {
    fileprivate static let row = XMLName("table-row")
    fileprivate static let column = XMLName("table-column")
    fileprivate static let cell = XMLName("table-cell")
    fileprivate static let covered = XMLName("covered-table-cell")
    fileprivate static let paragraph = XMLName("p")
    fileprivate static let spaces = XMLName("s")
    fileprivate static let tab = XMLName("tab")
    fileprivate static let lineBreak = XMLName("line-break")
    fileprivate static let note = XMLName("annotation")
    fileprivate static let frame = XMLName("frame")
    fileprivate static let reading = XMLName("ruby-text")
}
