/// Reads the rows of one sheet as it is unpacked; one row is in memory at a time.
final class SheetReader: XMLHandler {
    /// As many as spreadsheets have.
    private static let mostRows = 1 << 20

    private let part: String
    private let workbook: Workbook
    private let strings: SharedStrings
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
    private var hasValue = false
    private var phonetic = 0
    private var hidesRow = false
    /// The rows with text that are hidden, and the columns from and to which are.
    private(set) var hiddenRows: [Int] = []
    private(set) var hiddenColumns: [ClosedRange<Int>] = []

    private enum Kind {
        case number, shared, text, boolean, error, date
    }

    private init(
        _ part: String, _ workbook: Workbook, _ strings: SharedStrings, _ take: @escaping (SheetRow) throws -> Void
    ) {
        self.part = part
        self.workbook = workbook
        self.strings = strings
        self.take = take
    }

    /// Calls `take` with each row that holds anything.
    ///
    /// - Returns: the reader, which knows what was hidden.
    /// - Throws: a `WorkbookFault`; what `take` throws.
    @discardableResult
    static func read(
        _ sheet: Workbook.Sheet, of workbook: Workbook, _ archive: Archive, _ strings: SharedStrings,
        _ take: (SheetRow) throws -> Void
    ) throws -> SheetReader {
        try withoutActuallyEscaping(take) { take in
            let reader = SheetReader(sheet.part, workbook, strings, take)
            defer { reader.take = nil }
            try XMLStream.read(sheet.part, of: archive, reader)
            return reader
        }
    }

    // MARK: - XMLHandler

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
        switch name {
        case .cell: beginCell(attributes)
        case .value: isValue = true
        case .text: isValue = phonetic == 0
        case .phoneticRun: phonetic += 1
        case .formula: hasFormula = true
        case .row: try beginRow(attributes)
        case .column where attributes.isTrue("hidden"):
            guard let first = attributes.number("min"), let last = attributes.number("max"), 1 <= first, first <= last
            else { return }
            hiddenColumns.append(first - 1...last - 1)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard isValue else { return }
        value.append(contentsOf: bytes)
        if value.count > SheetRow.longest {
            throw WorkbookFault.tooLarge(.row(bytes: SheetRow.longest), part: part)
        }
    }

    func end(_ name: XMLName) throws {
        switch name {
        case .value, .text: (isValue, hasValue) = (false, true)
        case .phoneticRun: phonetic -= 1
        case .cell: try endCell()
        case .row:
            if row.isEmpty { return }
            if hidesRow { hiddenRows.append(row.line) }
            try take?(row)
        default: break
        }
    }

    // MARK: - Rows and cells

    private func beginRow(_ attributes: XMLAttributes) throws {
        // A row without a number follows the one before.
        line = attributes.number("r") ?? line + 1
        guard (1...SheetReader.mostRows).contains(line) else {
            throw WorkbookFault.tooLarge(.rows(SheetReader.mostRows), part: part)
        }
        hidesRow = attributes.isTrue("hidden")
        column = -1
        row.begin(line: line)
    }

    private func beginCell(_ attributes: XMLAttributes) {
        column = attributes["r"].flatMap(SheetReader.column) ?? column + 1
        style = attributes["s"].flatMap(SheetReader.whole) ?? 0
        kind = attributes["t"].map(SheetReader.kind) ?? .number
        value.removeAll(keepingCapacity: true)
        (hasFormula, hasValue) = (false, false)
    }

    private func endCell() throws {
        if value.isEmpty {
            // Nobody has computed it: the program that wrote the formula did not, and no other opened the file since.
            if hasFormula, !hasValue, kind == .number { try row.set(column, .notComputed, part: part) }
            return
        }
        switch kind {
        case .shared: try endShared()
        case .text:
            EscapedText.decode(&value, from: 0)
            try set(value)
        case .boolean: try set(value == [0x31] ? "是" : "否")
        case .error: try row.set(column, .error(String(decoding: value, as: UTF8.self)), part: part)
        case .date: try set(value.prefix { $0 != UInt8(ascii: "T") })
        case .number: try endNumber()
        }
    }

    private func endShared() throws {
        let number = value.withUnsafeBufferPointer(SheetReader.whole) ?? -1
        let isThere: Void? = try strings.withText(number) { text in try row.set(column, text, part: part) }
        if isThere == nil { throw WorkbookFault.damaged(part: part) }
    }

    private func endNumber() throws {
        let kind = workbook.styles.kind(style)
        // Most numbers are short and whole, and stand there as they are seen.
        if kind == .plain, value.count < 16, value.allSatisfy({ (0x30...0x39).contains($0) }),
            value[0] != 0x30 || value.count == 1
        {
            return try set(value)
        }
        guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else {
            return try set(value)
        }
        switch CellNumber.text(number, kind, from1904: workbook.from1904) {
        case .success(let text): try set(text)
        case .failure(let fault): try row.set(column, fault, part: part)
        }
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
        case "str", "inlineStr": .text
        case "b": .boolean
        case "e": .error
        case "d": .date
        default: .number
        }
    }

    /// The column of `AB12`, from 0; nil for anything else.
    private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        for byte in reference {
            let letter = byte & 0xDF
            guard (0x41...0x5A).contains(letter), column < 1 << 20 else { break }
            column = column * 26 + Int(letter) - 0x40
        }
        return column == 0 ? nil : column - 1
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
}
