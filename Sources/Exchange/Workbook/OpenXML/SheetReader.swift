/// Reads the rows of one sheet as it is unpacked; one row is in memory at a time.
final class SheetReader: XMLHandler {
    private let part: String
    private let workbook: OpenXMLWorkbook
    private let strings: SharedStrings
    private let merges: [Int: [MergedCells]]
    /// Takes the rows; gone when the reading is over, because it lives no longer than the call.
    private var take: ((SheetRow) throws -> Void)?
    private let row = SheetRow()
    private var line = 0
    private var column = 0
    private var kind = Kind.number
    private var style = 0
    private var value: [UInt8] = []
    private var isValue = false
    private var hasFormula = false
    /// Whether an inline text was there, beside which a value counts for nothing.
    private var hasInline = false
    private var phonetic = 0
    private var hidesRow = false
    private var hidden = HiddenCells()

    private enum Kind {
        case number, shared, text, inline, boolean, error, date
    }

    private init(
        _ part: String, _ workbook: OpenXMLWorkbook, _ strings: SharedStrings, _ merges: [Int: [MergedCells]],
        _ take: @escaping (SheetRow) throws -> Void
    ) {
        self.part = part
        self.workbook = workbook
        self.strings = strings
        self.merges = merges
        self.take = take
    }

    /// Calls `take` with each row that holds anything.
    ///
    /// - Parameter merges: the merged cells by their first rows.
    /// - Returns: what was hidden.
    /// - Throws: a `WorkbookFault`; what `take` throws.
    static func read(
        _ part: String, _ workbook: OpenXMLWorkbook, _ archive: Archive, _ strings: SharedStrings,
        merges: [Int: [MergedCells]], _ take: @escaping (SheetRow) throws -> Void
    ) throws -> HiddenCells {
        let reader = SheetReader(part, workbook, strings, merges, take)
        defer { reader.take = nil }
        try XMLStream.read(part, of: archive, reader)
        return reader.hidden
    }

    // MARK: - XMLHandler

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
        switch name {
        case .cell: beginCell(attributes)
        // Some programs leave a value beside an inline text, which spreadsheets do not show.
        case .value: isValue = kind != .inline || !hasInline
        case .inlineText: beginInline()
        case .text: isValue = kind == .inline && phonetic == 0
        case .phoneticRun: phonetic += 1
        case .formula: hasFormula = true
        case .row: try beginRow(attributes)
        case .column where attributes.isTrue("hidden"):
            guard let first = attributes.number("min"), let last = attributes.number("max"), 1 <= first, first <= last
            else { return }
            hidden.columns.append(first - 1...last - 1)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard isValue else { return }
        value.append(contentsOf: bytes)
        try SheetRow.check(value, part: part)
    }

    func end(_ name: XMLName) throws {
        switch name {
        case .value, .text: isValue = false
        case .phoneticRun: phonetic -= 1
        case .cell: try endCell()
        case .row:
            if row.isEmpty { return }
            if hidesRow { hidden.rows.append(row.line) }
            try take?(row)
        default: break
        }
    }

    // MARK: - Rows and cells

    private func beginRow(_ attributes: XMLAttributes) throws {
        // A row without a number follows the one before.
        line = attributes.number("r") ?? line + 1
        hidesRow = attributes.isTrue("hidden")
        column = -1
        try row.begin(line: line, merges: merges[line] ?? [], part: part)
    }

    private func beginCell(_ attributes: XMLAttributes) {
        column = attributes["r"].flatMap(ColumnLetters.column) ?? column + 1
        style = attributes["s"].flatMap(SheetReader.whole) ?? 0
        kind = attributes["t"].map(SheetReader.kind) ?? .number
        value.removeAll(keepingCapacity: true)
        (hasFormula, hasInline) = (false, false)
    }

    private func beginInline() {
        hasInline = true
        if kind == .number { kind = .inline }
        if kind == .inline { value.removeAll(keepingCapacity: true) }
    }

    private func endCell() throws {
        if value.isEmpty {
            // Nobody has computed it: the program that wrote the formula did not, and no other opened the file since. A formula
            // that came to an empty text is one of texts.
            if hasFormula, kind == .number { try row.set(column, .notComputed, part: part) }
            return
        }
        switch kind {
        case .shared: try endShared()
        case .text, .inline:
            EscapedText.decode(&value, from: 0)
            try value.withUnsafeBufferPointer(setText)
        case .boolean: try set(value == [0x31] ? "是" : "否")
        case .error: try row.set(column, .error(String(decoding: value, as: UTF8.self)), part: part)
        case .date:
            let day = String(decoding: value.prefix { $0 != UInt8(ascii: "T") }, as: UTF8.self)
            try set(workbook.styles.format(style).precision.text(ofDay: day))
        case .number: try endNumber()
        }
    }

    private func endShared() throws {
        let number = value.withUnsafeBufferPointer(SheetReader.whole) ?? -1
        let isThere: Void? = try strings.pool.withText(number, setText)
        if isThere == nil { throw WorkbookFault.damaged(part: part) }
    }

    private func endNumber() throws {
        let format = workbook.styles.format(style)
        // Most numbers are short and whole, and stand there as they are seen.
        if format.showsDigits, value.count < 16, value.allSatisfy({ (0x30...0x39).contains($0) }),
            value[0] != 0x30 || value.count == 1
        {
            return try set(value)
        }
        guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else {
            return try set(value)
        }
        try row.set(column, number, format, from1904: workbook.from1904, part: part)
    }

    /// Puts a text into the cell, as its format shows it.
    private func setText(_ text: UnsafeBufferPointer<UInt8>) throws {
        let format = workbook.styles.format(style)
        guard format.changesTexts, let shown = format.shown(String(decoding: text, as: UTF8.self)) else {
            return try row.set(column, text, part: part)
        }
        try row.set(column, shown, part: part)
    }

    private func set(_ text: some Collection<UInt8>) throws {
        let set: Void? = try text.withContiguousStorageIfAvailable { try row.set(column, $0, part: part) }
        if set == nil { try Array(text).withUnsafeBufferPointer { try row.set(column, $0, part: part) } }
    }

    private func set(_ text: String) throws { try set(text.utf8) }

    // MARK: - Attributes

    private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kind {
        switch String(decoding: type, as: UTF8.self) {
        case "s": .shared
        case "str": .text
        case "inlineStr": .inline
        case "b": .boolean
        case "e": .error
        case "d": .date
        default: .number
        }
    }

    private static func whole(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
        var value = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte), value < 1 << 40 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return digits.isEmpty ? nil : value
    }
}

extension XMLName {
    fileprivate static let row = XMLName("row")
    fileprivate static let cell = XMLName("c")
    fileprivate static let value = XMLName("v")
    fileprivate static let formula = XMLName("f")
    fileprivate static let column = XMLName("col")
    fileprivate static let inlineText = XMLName("is")
}
