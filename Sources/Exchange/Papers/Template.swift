import CXlsxWriter
import PartyWork

/// An empty workbook to be filled in and imported: a sheet for each of some tables with
/// their headers, lists to choose words from, checks of days and numbers, and a sheet that explains every column.
package enum Template {
    /// The name of the sheet that is no table.
    package static let guide = "说明"

    private static let header = WorkbookOutput.Style(
        bits: CX_BOLD | CX_CENTRE | CX_MIDDLE | CX_BORDER | CX_SHADED, format: "@")
    private static let cell = WorkbookOutput.Style(bits: CX_WRAP | CX_BORDER, format: "@")

    /// The most that spreadsheets take as a list of words, or as what they say of it; longer lists stand on the sheet that explains.
    private static let mostOfList = 255

    /// Writes the workbook as a new file.
    ///
    /// - Parameter tables: those that are to be filled in.
    /// - Throws: `FileFault`.
    package static func write(_ tables: [TableSchema], to path: String) throws(FileFault) {
        let book = try WorkbookOutput(creating: path, title: "支部台账模板", author: "")
        for table in tables { write(table, on: try book.addSheet(table.sheetName, isWide: true)) }
        writeGuide(to: tables, on: try book.addSheet(guide, isWide: true))
        try book.close()
    }

    private static func write(_ table: TableSchema, on sheet: SheetOutput) {
        for (place, field) in table.fields.enumerated() {
            sheet.text(field.column.header, 0, place, header)
            // Text, so that codes keep their zeros and their last digits.
            let format = field.isDay ? "yyyy-mm-dd" : field.numbers == nil ? "@" : "0"
            sheet.column(place, width: field.isList ? 30 : 18, WorkbookOutput.Style(bits: 0, format: format))
            if field.isDay {
                sheet.allowDays(in: place, message: "请填日期，如 2016-06-30。")
            } else if let numbers = field.numbers {
                sheet.allow(
                    numbers: numbers, in: place, message: "请填 \(numbers.lowerBound) 到 \(numbers.upperBound) 的整数。")
            } else if let words = field.words?.words, words.joined(separator: ",").utf16.count <= mostOfList {
                let message = "请从列表中选：\(words.joined(separator: "、"))。"
                sheet.allow(
                    words: words, in: place, message: message.utf16.count <= mostOfList ? message : "请从列表中选。")
            }
        }
        sheet.freeze(above: 1, repeating: 0...0)
    }

    private static func writeGuide(to tables: [TableSchema], on sheet: SheetOutput) {
        let widths = [10, 18, 6, 80, 50]
        for (place, width) in widths.enumerated() { sheet.column(place, width: Double(width)) }
        for (place, title) in Header.guide.enumerated() { sheet.text(title, 0, place, header) }
        let columns = tables.flatMap { table in table.fields.map { (table, $0) } }
        for (place, (table, field)) in columns.enumerated() {
            let words = field.words?.words.joined(separator: "、") ?? ""
            let cells = [table.sheetName, field.column.header, field.isRequired ? "必填" : "", field.guide, words]
            for (column, text) in cells.enumerated() { sheet.text(text, place + 1, column, cell) }
        }
        let notes = [
            "一行一条；表头不要改，不用的列可以空着或删去，不用的表空着。", "日期写成 2016-06-30、2016/6/30、2016.6.30 或 2016年6月30日。",
            "填好后在看板里导入（名册里按 ^K），或运行：zhibu import 文件 --dry-run 先检查，再去掉 --dry-run 导入。",
        ]
        for (place, note) in notes.enumerated() {
            sheet.merge(note, columns.count + 2 + place, 0...(widths.count - 1), WorkbookOutput.Style(bits: CX_WRAP))
        }
        sheet.freeze(above: 1, repeating: 0...0)
    }
}
