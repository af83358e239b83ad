import CXlsxWriter
import PartyWork

/// A row that is left out of an import because something is wrong with it.
package struct LeftRow: Hashable, Sendable {
    /// Where it stands.
    let place: FilePlace
    /// Its cells, personal data that the ledger may not hold left out.
    let cells: [String]
    /// What is wrong with it.
    let reason: String
}

extension ImportReport {
    /// The rows that would have to be left out for the rest to be saved, with what is wrong with them; nil where something is wrong
    /// that is not a row's: a file, a header, a quote that nobody closed.
    package var faultyRows: [FilePlace: String]? {
        let headers = Dictionary(sources.map { ($0.place.at(nil), $0) }) { $1 }
        var reasons: [FilePlace: String] = [:]
        for notice in notices where notice.kind == .fault {
            guard let line = notice.line, let source = headers[notice.place.at(nil)], source.isRead,
                line > source.place.line ?? 1, notice.isOfRow
            else { return nil }
            reasons[notice.place] = reasons[notice.place].map { $0 + localized("；", "; ") + notice.text } ?? notice.text
        }
        return reasons.isEmpty ? nil : reasons
    }
}

extension ImportNotice {
    /// Whether nothing but its row is unsure.
    fileprivate var isOfRow: Bool {
        switch reason {
        case .unreadable(.unterminated, _), .unreadable(.tooLong, _): false
        default: true
        }
    }
}

/// Writes the rows that an import left out as a workbook, a sheet for each file or sheet, why beside each row: to be mended and
/// imported again.
package enum LeftRowsBook {
    /// The column that says why; no import reads it.
    static let reason = "留下的原因"

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

    private static func write(_ rows: [LeftRow], under names: [String], on sheet: SheetOutput) {
        for (column, name) in (names + [reason]).enumerated() {
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
