/// Gives every cell of merged ones what the first of them holds: that is what an officer sees in all of them.
struct MergeFill {
    /// The columns that are filled: those that somebody reads.
    private let isRead: [Bool]
    private let part: String
    /// What still reaches down, by its first column; of two that overlap, which no program makes, the later one.
    private var open: [Int: Open] = [:]
    /// The merged cells that gave a value to a cell beside their first.
    private(set) var used: [MergedCells] = []

    private struct Open {
        let cells: MergedCells
        let text: [UInt8]
        let number: [UInt8]
        let fault: ImportNotice.Unreadable?
        var isUsed: Bool
    }

    /// - Parameter columns: the columns that somebody reads.
    init(columns: [Int], part: String) {
        var isRead = [Bool](repeating: false, count: min((columns.max() ?? -1) + 1, SheetRow.mostColumns))
        for column in columns where isRead.indices.contains(column) { isRead[column] = true }
        self.isRead = isRead
        self.part = part
    }

    /// Fills a row; false if nothing stands in it but what reaches down from above.
    ///
    /// - Throws: a `WorkbookFault` where the row gets too long.
    mutating func fill(_ row: SheetRow) throws(WorkbookFault) -> Bool {
        if !open.isEmpty {
            open = open.filter { $0.value.cells.rows.upperBound >= row.line }
            for merged in open.values {
                for column in merged.cells.columns.clamped(to: 0...SheetRow.mostColumns) { row.clear(column) }
            }
        }
        let isOwn = !row.isEmpty
        if isOwn {
            for column in open.keys.sorted() { try fillDown(column, row) }
        }
        for cells in row.merges { try take(cells, row) }
        return isOwn
    }

    private mutating func fillDown(_ first: Int, _ row: SheetRow) throws(WorkbookFault) {
        guard var merged = open[first] else { return }
        for column in merged.cells.columns where isRead.indices.contains(column) && isRead[column] {
            if let fault = merged.fault {
                try row.set(column, fault, part: part)
            } else {
                try merged.text.withUnsafeBufferPointer { text throws(WorkbookFault) in
                    try row.set(column, text, part: part)
                }
                if merged.number != merged.text {
                    try row.setNumber(column, String(decoding: merged.number, as: UTF8.self), part: part)
                }
            }
            note(&merged)
        }
        open[first] = merged
    }

    private mutating func take(_ cells: MergedCells, _ row: SheetRow) throws(WorkbookFault) {
        let first = cells.columns.lowerBound
        for column in cells.columns.dropFirst().prefix(SheetRow.mostColumns) { row.clear(column) }
        guard first < row.count, !row[first].isEmpty || row.fault(at: first) != nil else { return }
        var merged = Open(
            cells: cells, text: Array(row[first]), number: Array(row.number(at: first)), fault: row.fault(at: first),
            isUsed: false)
        for column in cells.columns.dropFirst() where isRead.indices.contains(column) && isRead[column] {
            try row.copy(first, to: column, part: part)
            note(&merged)
        }
        guard cells.rows.count > 1 else { return }
        open = open.filter { !$0.value.cells.columns.overlaps(cells.columns) }
        open[first] = merged
    }

    private mutating func note(_ merged: inout Open) {
        if !merged.isUsed { used.append(merged.cells) }
        merged.isUsed = true
    }
}
