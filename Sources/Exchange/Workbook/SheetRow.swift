/// A row of a sheet: its cells as texts, one after another in one piece of memory that every row uses again.
final class SheetRow: RecordRow {
    /// Spreadsheets have 16,384 columns; a ledger's sheet has some dozens.
    static let mostColumns = 1_024
    /// The longest row kept, as of a CSV file.
    static let longest = 1 << 22

    fileprivate(set) var line = 0
    private(set) var fault: ImportNotice.Unreadable?
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 12
    private var used = 0
    private var cells: ContiguousArray<Cell> = []
    /// The merged cells whose first row this is.
    private(set) var merges: [MergedCells] = []

    private struct Cell {
        /// What is shown.
        var text = 0..<0
        /// The number behind it, where it is shown in another way.
        var number: Range<Int>?
        var isNumber = false
        var fault: ImportNotice.Unreadable?

        var isEmpty: Bool { text.isEmpty && fault == nil }
    }

    init() { bytes = .allocate(capacity: capacity) }

    /// The row of a text.
    convenience init(_ row: borrowing some RecordRow & ~Copyable) throws(WorkbookFault) {
        self.init()
        begin(line: row.line)
        for column in 0..<row.count {
            if let fault = row.fault(at: column) {
                try set(column, fault, part: "")
            } else {
                try set(column, row[column], part: "")
            }
        }
        fault = row.fault
    }

    deinit { bytes.deallocate() }

    var count: Int { cells.count }

    /// Whether it holds anything at all.
    var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }

    subscript(index: Int) -> UnsafeBufferPointer<UInt8> { piece(index < cells.count ? cells[index].text : 0..<0) }

    func number(at index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index < cells.count, let number = cells[index].number else { return self[index] }
        return piece(number)
    }

    func isNumber(at index: Int) -> Bool { index < cells.count && cells[index].isNumber }

    private func piece(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
    }

    func fault(at index: Int) -> ImportNotice.Unreadable? { index < cells.count ? cells[index].fault : nil }

    /// Begins a row whose number the file says.
    ///
    /// - Throws: a `WorkbookFault` where no sheet has so many rows.
    func begin(line: Int, merges: [MergedCells] = [], part: String) throws(WorkbookFault) {
        guard (1...Workbook.mostRows).contains(line) else { throw .tooLarge(.rows(Workbook.mostRows), part: part) }
        begin(line: line, merges: merges)
    }

    func begin(line: Int, merges: [MergedCells] = []) {
        self.line = line
        self.merges = merges
        fault = nil
        used = 0
        cells.removeAll(keepingCapacity: true)
    }

    /// Gives the row another number: it stands in the file once, and counts several times.
    func renumber(_ line: Int) { self.line = line }

    /// Refuses a text that no row could hold, before it is read to its end.
    static func check(_ text: [UInt8], part: String) throws(WorkbookFault) {
        guard text.count <= longest else { throw .tooLarge(.row(bytes: longest), part: part) }
    }

    /// Notes that cells from one of this row on are merged.
    func merge(_ cells: MergedCells) { merges.append(cells) }

    /// Puts a text into a column, blanks at its ends left out; nothing if there is no more.
    ///
    /// - Throws: a `WorkbookFault` where the row is too wide or too long.
    func set(_ column: Int, _ text: UnsafeBufferPointer<UInt8>, part: String) throws(WorkbookFault) {
        guard let range = try kept(text, part) else { return }
        try extend(to: column, part)
        cells[column] = Cell(text: range)
    }

    func set(_ column: Int, _ text: String, part: String) throws(WorkbookFault) {
        guard let range = try kept(text, part) else { return }
        try extend(to: column, part)
        cells[column] = Cell(text: range)
    }

    /// Puts a number into a column, as its format shows it.
    func set(
        _ column: Int, _ number: Double, _ format: NumberFormat, from1904: Bool, part: String
    ) throws(WorkbookFault) {
        guard number.isFinite else { return try set(column, .error("#NUM!"), part: part) }
        switch format.shown(number, from1904: from1904) {
        case .text(let text): try set(column, text, part: part)
        case .lost: try set(column, .digitsLost, part: part)
        case .number(let shown, let plain):
            try set(column, shown, part: part)
            if column < cells.count { cells[column].isNumber = true }
            if shown != plain { try setNumber(column, plain, part: part) }
        }
    }

    /// Puts the number into a column that stands behind what it shows.
    func setNumber(_ column: Int, _ number: String, part: String) throws(WorkbookFault) {
        guard let range = try kept(number, part) else { return }
        try extend(to: column, part)
        cells[column].number = range
    }

    /// Notes that a cell is there and cannot be read.
    func set(_ column: Int, _ fault: ImportNotice.Unreadable, part: String) throws(WorkbookFault) {
        try extend(to: column, part)
        cells[column] = Cell(fault: fault)
        self.fault = self.fault ?? fault
    }

    /// Empties a cell, of which another shows what it holds.
    func clear(_ column: Int) { if column < cells.count { cells[column] = Cell() } }

    /// Gives a cell what another one of the row holds.
    func copy(_ from: Int, to column: Int, part: String) throws(WorkbookFault) {
        guard from < cells.count, !cells[from].isEmpty else { return }
        try extend(to: column, part)
        cells[column] = cells[from]
    }

    private func extend(to column: Int, _ part: String) throws(WorkbookFault) {
        guard column < SheetRow.mostColumns else { throw .tooLarge(.columns(SheetRow.mostColumns), part: part) }
        while cells.count <= column { cells.append(Cell()) }
    }

    private func kept(_ text: String, _ part: String) throws(WorkbookFault) -> Range<Int>? {
        var text = text
        return try text.withUTF8 { bytes in
            Result { () throws(WorkbookFault) in try kept(bytes, part) }
        }.get()
    }

    /// Keeps a text without the blanks at its ends; nil if there is no more.
    private func kept(_ text: UnsafeBufferPointer<UInt8>, _ part: String) throws(WorkbookFault) -> Range<Int>? {
        guard let start = text.baseAddress else { return nil }
        let (first, last) = Blanks.trimmed(start, 0, text.count)
        if first == last { return nil }
        let range = used..<used + last - first
        if range.upperBound > capacity { try grow(to: range.upperBound, part) }
        (bytes + used).update(from: start + first, count: range.count)
        used = range.upperBound
        return range
    }

    private func grow(to size: Int, _ part: String) throws(WorkbookFault) {
        guard size <= SheetRow.longest else { throw .tooLarge(.row(bytes: SheetRow.longest), part: part) }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size * 2)
        larger.update(from: bytes, count: used)
        bytes.deallocate()
        (bytes, capacity) = (larger, size * 2)
    }
}
