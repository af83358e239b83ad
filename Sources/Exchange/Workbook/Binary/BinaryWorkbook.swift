/// An .xls or .et: the records of Excel 97 (BIFF8), or of Excel 5 and 95 (BIFF5) ([MS-XLS]).
final class BinaryWorkbook: WorkbookContent {
    let indexPart = "Workbook"
    private let path: InputPath
    private let pulse: () throws -> Void
    private(set) var sheets: [Workbook.Sheet] = []
    private(set) var from1904 = false
    /// How texts are written; nil since Excel 97.
    private(set) var codePage: CodePage?
    /// Where each sheet begins.
    private var starts: [Int] = []
    private var formats: [Int: NumberFormat] = [:]
    private var styles: [Int] = []
    private var shownBy: [NumberFormat] = []
    private var textsAt: Int?
    private var inUse: (records: RecordStream, texts: TextPool)?
    private var surveys: [Int: SheetSurvey] = [:]
    /// What was read before the file was last closed.
    private var bytesRead = 0

    /// Reads the list of sheets and how numbers are shown.
    init(_ path: InputPath, pulse: @escaping () throws -> Void) throws {
        self.path = path
        self.pulse = pulse
        try readIndex(records())
        shownBy = styles.map { formats[$0] ?? .builtIn($0) }
    }

    private func records() throws -> RecordStream {
        let file = try CompoundFile(path)
        // A file for both Excel 95 and 97 has both.
        guard let stream = file.stream("Workbook") ?? file.stream("Book") else {
            throw WorkbookFault.foreign(file.foreign)
        }
        return RecordStream(stream, part: indexPart, pulse: pulse)
    }

    private func readIndex(_ records: RecordStream) throws {
        let first = try records.next()
        guard first.type == .begin else { throw WorkbookFault.damaged(part: indexPart) }
        let isLatest: Bool
        switch try first.short(0) {
        case 0x0600: isLatest = true
        case 0x0500: isLatest = false
        default: throw WorkbookFault.foreign(.ancientWorkbook)
        }
        if !isLatest { codePage = try CodePage(936) }
        while true {
            let record = try records.next()
            switch record.type {
            case .end: return
            case .password: throw WorkbookFault.foreign(.encrypted)
            case .codePage where !isLatest: codePage = try CodePage(record.short(0))
            case .dates: from1904 = try record.short(0) == 1
            case .format: try readFormat(record, records)
            case .style: styles.append(try record.short(2))
            case .sheet: try readSheet(record, records)
            case .sharedTexts where textsAt == nil: textsAt = records.position - record.body.count - 4
            default: break
            }
        }
    }

    private func readFormat(_ record: Record, _ records: RecordStream) throws {
        let number = try record.short(0)
        formats[number] = NumberFormat(code: try text(record, records, at: 2, isShort: codePage != nil))
    }

    private func readSheet(_ record: Record, _ records: RecordStream) throws {
        let start = try record.long(0)
        let isHidden = try record.byte(4) & 3 != 0
        // Charts and macros have sheets of their own, without cells.
        guard try record.byte(5) == 0 else { return }
        let name = try text(record, records, at: 6, isShort: true)
        sheets.append(.init(name: name, part: name, place: sheets.count, isHidden: isHidden))
        starts.append(start)
    }

    private func text(_ record: Record, _ records: RecordStream, at: Int, isShort: Bool) throws -> String {
        var reader = RecordText(records, record, at: at, codePage: codePage)
        var bytes: [UInt8] = []
        try reader.read(isShort: isShort, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How a style shows numbers; a style that is not there is general.
    func format(_ style: Int) -> NumberFormat { shownBy.indices.contains(style) ? shownBy[style] : .general }

    /// The records, and the texts that cells share, which stay in memory until `close`.
    private func opened() throws -> (records: RecordStream, texts: TextPool) {
        if let inUse { return inUse }
        let records = try records()
        let opened = (records, try readTexts(records))
        inUse = opened
        return opened
    }

    private func readTexts(_ records: RecordStream) throws -> TextPool {
        var pool = TextPool(indexPart)
        guard let textsAt else { return pool }
        records.seek(to: textsAt)
        let record = try records.next()
        let count = try record.long(4)
        var reader = RecordText(records, record, at: 8, codePage: nil)
        var text: [UInt8] = []
        // Some programs promise more texts than there are; a cell of one that is missing is damaged.
        while pool.count < count, try reader.hasMore {
            text.removeAll(keepingCapacity: true)
            try reader.read(into: &text)
            try pool.append(text)
            try pool.end()
        }
        return pool
    }

    var position: Int { bytesRead + (inUse?.records.bytesRead ?? 0) }

    func size(of sheet: Workbook.Sheet) throws -> Int {
        let start = starts[sheet.place]
        let next = starts.filter { $0 > start }.min()
        return max(0, try next ?? opened().records.size - start)
    }

    func read(_ sheet: Workbook.Sheet, _ take: @escaping (SheetRow) throws -> Void) throws -> HiddenCells {
        let (records, texts) = try opened()
        let survey = try surveys[sheet.place] ?? SheetSurvey(records, from: starts[sheet.place], part: sheet.part)
        surveys[sheet.place] = survey
        let reader = BinarySheet(self, sheet.part, records, texts, survey)
        return try reader.read(take)
    }

    func close() {
        bytesRead = position
        inUse = nil
    }
}
