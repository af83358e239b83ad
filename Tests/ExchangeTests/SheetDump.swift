import PartyWork

@testable import Exchange

/// What a workbook's reader makes of it, cell by cell.
struct SheetDump {
    /// `2.0: text`, and `=number` where a number stands behind it; `!fault` for a cell that cannot be read.
    private(set) var cells: [String] = []
    private(set) var merges: [String] = []
    private(set) var hiddenRows: [Int] = []
    private(set) var hiddenColumns: [ClosedRange<Int>] = []

    /// All sheets of a workbook, by their names.
    static func sheets(_ path: String) throws -> [(sheet: Workbook.Sheet, dump: SheetDump)] {
        let path = InputPath(path)
        let workbook = try Workbook(path, try FileKind.of(path))
        return try workbook.sheets.map { ($0, try SheetDump($0, of: workbook)) }
    }

    private init(_ sheet: Workbook.Sheet, of workbook: Workbook) throws {
        let hidden = try workbook.read(sheet) { row in
            merges += row.merges.map(\.name)
            for column in 0..<row.count {
                let text = String(decoding: row[column], as: UTF8.self)
                let number = String(decoding: row.number(at: column), as: UTF8.self)
                let place = "\(row.line).\(column)"
                if let fault = row.fault(at: column) {
                    cells.append("\(place)!\(fault)")
                } else if !text.isEmpty {
                    cells.append("\(place): \(text)" + (number == text ? "" : "=\(number)"))
                }
            }
        }
        (hiddenRows, hiddenColumns) = (hidden.rows, hidden.columns)
    }
}
