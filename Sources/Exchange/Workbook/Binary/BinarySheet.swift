/// Reads the rows of a sheet of an .xls; one row is in memory at a time.
final class BinarySheet {
    private let workbook: BinaryWorkbook
    private let part: String
    private let records: RecordStream
    private let texts: TextPool
    private let survey: SheetSurvey
    private let row = SheetRow()
    private var text: [UInt8] = []
    private var hidden = HiddenCells()

    init(_ workbook: BinaryWorkbook, _ part: String, _ records: RecordStream, _ texts: TextPool, _ survey: SheetSurvey)
    {
        self.workbook = workbook
        self.part = part
        self.records = records
        self.texts = texts
        self.survey = survey
    }

    /// Calls `take` with each row that holds anything.
    ///
    /// - Returns: what was hidden.
    /// - Throws: a `WorkbookFault`; what `take` throws.
    func read(_ take: (SheetRow) throws -> Void) throws -> HiddenCells {
        hidden.columns = survey.hiddenColumns
        if let order = survey.order {
            try records.holdAll()
            for cell in order {
                records.seek(to: Int(cell.offset))
                try self.take(try records.next(), take)
            }
        } else {
            records.seek(to: survey.start)
            try records.forEachOfSheet { record, _ in
                if record.type?.isCell == true { try self.take(record, take) }
            }
        }
        try endRow(take)
        return hidden
    }

    private func endRow(_ take: (SheetRow) throws -> Void) throws {
        guard !row.isEmpty else { return }
        if survey.hiddenRows.contains(row.line) { hidden.rows.append(row.line) }
        try take(row)
    }

    private func take(_ record: Record, _ take: (SheetRow) throws -> Void) throws {
        let line = try record.short(0) + 1
        if line != row.line {
            try endRow(take)
            row.begin(line: line, merges: survey.merges[line] ?? [])
        }
        let column = try record.short(2)
        switch record.type {
        case .sharedText: try setShared(column, record)
        case .text, .richText: try setText(column, try record.short(4), record, at: 6)
        case .number: try set(column, try record.double(6), style: try record.short(4))
        case .compact: try set(column, try record.compact(6), style: try record.short(4))
        case .manyCompact: try setMany(column, record)
        case .truth: try setTruth(column, try record.byte(6), isError: try record.byte(7) != 0)
        case .formula, .formula3, .formula4: try setResult(column, record)
        default: break
        }
    }

    // MARK: Cells

    private func set(_ column: Int, _ number: Double, style: Int) throws {
        try row.set(column, number, workbook.format(style), from1904: workbook.from1904, part: part)
    }

    /// Numbers of cells side by side; the last two bytes are the column of the last.
    private func setMany(_ first: Int, _ record: Record) throws {
        for index in 0..<max(0, (record.body.count - 6) / 6) {
            let at = 4 + index * 6
            try set(first + index, try record.compact(at + 2), style: try record.short(at))
        }
    }

    private func setShared(_ column: Int, _ record: Record) throws {
        let (style, number) = (try record.short(4), try record.long(6))
        let isThere: Void? = try texts.withText(number) { try set(column, $0, style: style) }
        if isThere == nil { throw WorkbookFault.damaged(part: part) }
    }

    private func setText(_ column: Int, _ style: Int, _ record: Record, at: Int) throws {
        var reader = RecordText(records, record, at: at, codePage: workbook.codePage)
        text.removeAll(keepingCapacity: true)
        try reader.read(into: &text)
        try text.withUnsafeBufferPointer { try set(column, $0, style: style) }
    }

    private func set(_ column: Int, _ text: UnsafeBufferPointer<UInt8>, style: Int) throws {
        let format = workbook.format(style)
        guard format.changesTexts, let shown = format.shown(String(decoding: text, as: UTF8.self)) else {
            return try row.set(column, text, part: part)
        }
        try row.set(column, shown, part: part)
    }

    private func setTruth(_ column: Int, _ value: UInt8, isError: Bool) throws {
        guard isError else { return try row.set(column, value == 0 ? "否" : "是", part: part) }
        try row.set(column, .error(BinarySheet.errors[value] ?? "#\(value)"), part: part)
    }

    /// What a formula came to: a number; or, marked by two bytes, a text in a record behind it, a truth or an error
    /// ([MS-XLS] 2.5.133).
    private func setResult(_ column: Int, _ record: Record) throws {
        let style = try record.short(4)
        guard try record.short(12) == 0xFFFF else { return try set(column, try record.double(6), style: style) }
        switch try record.byte(6) {
        case 0: try setResultText(column, style)
        case 1: try setTruth(column, try record.byte(8), isError: false)
        case 2: try setTruth(column, try record.byte(8), isError: true)
        default: break
        }
    }

    /// The formula that several cells share, or that fills several, stands between a cell and its text.
    private func setResultText(_ column: Int, _ style: Int) throws {
        while let type = try records.nextType() {
            switch type {
            case .sharedFormula, .array, .table, .more: _ = try records.next()
            case .result: return try setText(column, style, try records.next(), at: 0)
            default: return
            }
        }
    }

    private static let errors: [UInt8: String] = [
        0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
        0x2B: "#GETTING_DATA",
    ]
}
