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

    private struct Cell {
        var first = 0
        var last = 0
        var fault: ImportNotice.Unreadable?
    }

    init() {
        bytes = .allocate(capacity: capacity)
    }

    deinit {
        bytes.deallocate()
    }

    var count: Int { cells.count }

    /// Whether it holds anything at all.
    var isEmpty: Bool { cells.isEmpty }

    subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index < cells.count else { return UnsafeBufferPointer(start: bytes, count: 0) }
        return UnsafeBufferPointer(start: bytes + cells[index].first, count: cells[index].last - cells[index].first)
    }

    func fault(at index: Int) -> ImportNotice.Unreadable? { index < cells.count ? cells[index].fault : nil }

    func begin(line: Int) {
        self.line = line
        fault = nil
        used = 0
        cells.removeAll(keepingCapacity: true)
    }

    /// Puts a text into a column, blanks at its ends left out; nothing if there is no more.
    ///
    /// - Throws: a `WorkbookFault` where the row is too wide or too long.
    func set(_ column: Int, _ text: UnsafeBufferPointer<UInt8>, part: String) throws(WorkbookFault) {
        guard let start = text.baseAddress else { return }
        let (first, last) = Blanks.trimmed(start, 0, text.count)
        if first == last { return }
        try extend(to: column, part)
        if used + last - first > capacity { try grow(to: used + last - first, part) }
        (bytes + used).update(from: start + first, count: last - first)
        cells[column] = Cell(first: used, last: used + last - first)
        used += last - first
    }

    /// Notes that a cell is there and cannot be read.
    func set(_ column: Int, _ fault: ImportNotice.Unreadable, part: String) throws(WorkbookFault) {
        try extend(to: column, part)
        cells[column] = Cell(fault: fault)
        self.fault = self.fault ?? fault
    }

    private func extend(to column: Int, _ part: String) throws(WorkbookFault) {
        guard column < SheetRow.mostColumns else { throw .tooLarge(.columns(SheetRow.mostColumns), part: part) }
        while cells.count <= column { cells.append(Cell()) }
    }

    private func grow(to size: Int, _ part: String) throws(WorkbookFault) {
        guard size <= SheetRow.longest else { throw .tooLarge(.row(bytes: SheetRow.longest), part: part) }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size * 2)
        larger.update(from: bytes, count: used)
        bytes.deallocate()
        (bytes, capacity) = (larger, size * 2)
    }
}
