import CXlsxWriter
import PartyWork

/// Writes the rows that an import left out as a workbook, a sheet for each file or sheet, why beside each row: to be mended and
/// imported again.
package enum LeftRowsBook {
    private static let title = "没有导入的行"
    private static let header = WorkbookOutput.Style(bits: CX_BOLD | CX_BORDER | CX_SHADED, format: "@")
    private static let cell = WorkbookOutput.Style(bits: CX_BORDER, format: "@")

    /// Writes the workbook as a new file.
    ///
    /// - Throws: a `FileFault`.
    package static func write(_ report: ImportReport, to path: String) throws(FileFault) {
        let book = try WorkbookOutput(creating: path, title: title, author: "")
        var names: Set<String> = []
        for source in report.sources {
            let rows = report.left.filter { $0.place.at(nil) == source.place.at(nil) }
            if rows.isEmpty { continue }
            let wanted = WorkbookOutput.sheetName(source.place.sheet ?? source.place.fileTitle)
            let name = names.insert(wanted.lowercased()).inserted ? wanted : "\(names.count + 1)"
            names.insert(name)
            write(rows, under: source.columns.map(\.name), on: try book.addSheet(name, isWide: true))
        }
        try book.close()
    }

    /// Writes rows of a table of which a register is made.
    ///
    /// - Throws: a `FileFault`.
    package static func write(
        _ table: SheetTable, _ reasons: [Int: String], of file: FilePlace, to path: String
    ) throws(FileFault) {
        let book = try WorkbookOutput(creating: path, title: title, author: "")
        let rows = table.rows.compactMap { row in
            reasons[row.line].map { LeftRow(place: file.at(row.line), cells: row.cells, reason: $0) }
        }
        let name = WorkbookOutput.sheetName(table.sheet ?? file.fileTitle)
        write(rows, under: table.columns.map(\.header), on: try book.addSheet(name, isWide: true))
        try book.close()
    }

    private static func write(_ rows: [LeftRow], under names: [String], on sheet: SheetOutput) {
        for (column, name) in (names + [NotKept.leftBecause]).enumerated() {
            sheet.text(name, 0, column, header)
            sheet.column(column, width: column == names.count ? 60 : 16, WorkbookOutput.Style(bits: 0, format: "@"))
        }
        for (index, row) in rows.enumerated() {
            for column in names.indices {
                sheet.text(column < row.cells.count ? row.cells[column] : "", index + 1, column, cell)
            }
            sheet.text(
                "\(row.place.line.map { localized("第 \($0) 行：", "row \($0): ") } ?? "")\(row.reason)", index + 1,
                names.count, cell)
        }
        sheet.freeze(above: 1, repeating: 0...0)
    }
}
