/// What must be known of a sheet before its rows are handed over, and stands before and behind them.
struct SheetSurvey {
    /// Where the first record behind the beginning stands.
    let start: Int
    /// The merged cells by their first rows, which count from 1.
    private(set) var merges: [Int: [MergedCells]] = [:]
    private(set) var hiddenRows: Set<Int> = []
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    /// The places of all cells, by rows; nil where they stand that way in the file, as Excel writes them.
    private(set) var order: [Cell]?

    /// The most cells put in order, as memory they take: no program writes as many out of order.
    private static let mostCells = 1 << 22

    /// The place of a record of a cell or some.
    struct Cell {
        let row: Int32
        let offset: Int32
    }

    /// - Throws: a `WorkbookFault` for what is no worksheet, or a damaged one.
    init(_ records: RecordStream, from offset: Int, part: String) throws {
        records.seek(to: offset)
        guard try records.next().type == .begin else { throw WorkbookFault.damaged(part: part) }
        start = records.position
        var last = -1
        var isOrdered = true
        var count = 0
        try records.forEachOfSheet { record, _ in
            switch record.type {
            case .row: if try record.short(12) & 0x20 != 0 { hiddenRows.insert(try record.short(0) + 1) }
            case .columns:
                let (first, last) = (try record.short(0), try record.short(2))
                if try record.short(8) & 1 != 0, first <= last { hiddenColumns.append(first...last) }
            case .merges:
                count += try record.short(0)
                if count > MergedCells.most { throw WorkbookFault.tooLarge(.merges(MergedCells.most), part: part) }
                try take(merges: record)
            case .some(let type) where type.isCell:
                let row = try record.short(0)
                isOrdered = isOrdered && row >= last
                last = row
            default: break
            }
        }
        if !isOrdered { order = try SheetSurvey.order(records, from: start, part: part) }
    }

    private mutating func take(merges record: Record) throws {
        for index in 0..<(try record.short(0)) {
            let at = 2 + index * 8
            let (firstRow, lastRow) = (try record.short(at), try record.short(at + 2))
            let (firstColumn, lastColumn) = (try record.short(at + 4), try record.short(at + 6))
            guard
                let cells = MergedCells(
                    firstRow: firstRow + 1, lastRow: lastRow + 1, firstColumn: firstColumn, lastColumn: lastColumn)
            else { continue }
            merges[firstRow + 1, default: []].append(cells)
        }
    }

    private static func order(_ records: RecordStream, from start: Int, part: String) throws -> [Cell] {
        records.seek(to: start)
        var cells: [Cell] = []
        try records.forEachOfSheet { record, offset in
            guard record.type?.isCell == true else { return }
            if cells.count == mostCells { throw WorkbookFault.tooLarge(.cells(mostCells), part: part) }
            cells.append(Cell(row: Int32(try record.short(0)), offset: Int32(truncatingIfNeeded: offset)))
        }
        // Of two cells in one place the later counts.
        return cells.sorted { ($0.row, $0.offset) < ($1.row, $1.offset) }
    }
}

extension RecordStream {
    /// Hands over the records of a sheet up to its end, without those of charts within it.
    func forEachOfSheet(_ body: (Record, _ offset: Int) throws -> Void) throws {
        var depth = 0
        while true {
            let offset = position
            let record = try next()
            switch record.type {
            case .begin: depth += 1
            case .end where depth == 0: return
            case .end: depth -= 1
            default: if depth == 0 { try body(record, offset) }
            }
        }
    }
}

extension RecordType {
    /// Whether it holds what stands in a cell or some.
    var isCell: Bool {
        switch self {
        case .sharedText, .text, .richText, .number, .compact, .manyCompact, .truth, .formula, .formula3, .formula4:
            true
        default: false
        }
    }
}
