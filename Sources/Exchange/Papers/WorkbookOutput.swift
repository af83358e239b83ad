import CXlsxWriter
import Glibc
import PartyWork

/// A workbook on its way to a file; what is written into cells is text, a number or a day, never a formula.
final class WorkbookOutput {
    private let path: String
    private let book: OpaquePointer
    private var isOpen = true
    private var styles: [Style: OpaquePointer] = [:]

    /// How cells look.
    struct Style: Hashable {
        var bits: Int
        var format = ""
    }

    /// Begins a workbook in a new file that only its owner may read.
    init(creating path: String, title: String, author: String) throws(FileFault) {
        try OutputFile(creating: path).flush()
        guard let book = cx_open(path, PlainText.safe(title), PlainText.safe(author)) else { throw .noWorkbookLibrary }
        self.path = path
        self.book = book
    }

    deinit {
        if isOpen { cx_close(book) }
    }

    /// Writes the file, and reads it back: the library passes over writes that fail, in its temporary files too.
    func close() throws(FileFault) {
        isOpen = false
        let number = cx_close(book)
        if number != 0 { throw .unwritable(number) }
        do {
            let archive = try Archive(InputPath(path))
            for part in archive.parts { try XMLStream.read(part, of: archive, Nobody()) }
        } catch {
            throw .damagedWorkbook
        }
    }

    /// Wants no more of XML than that it is whole.
    private final class Nobody: XMLHandler {
        func begin(_ name: XMLName, _ attributes: XMLAttributes) {}
    }

    /// A sheet of A4; a name that spreadsheets do not take is made one: 31 characters, none of `[]:*?/\`, no quote at the ends.
    func addSheet(_ name: String, isWide: Bool = false) throws(FileFault) -> SheetOutput {
        let name = WorkbookOutput.sheetName(name)
        guard let sheet = cx_add_sheet(book, name, isWide ? 1 : 0) else { throw .unwritable(0) }
        return SheetOutput(sheet: sheet, name: name, book: self)
    }

    static func sheetName(_ text: String) -> String {
        let kept = PlainText.safe(text).map { "[]:*?/\\'".contains($0) ? "_" : $0 }
        // Spreadsheets count UTF-16 units.
        var name = String(kept)
        while name.utf16.count > 31 { name.removeLast() }
        return name.isEmpty ? "_" : name
    }

    func style(_ style: Style) -> OpaquePointer? {
        if let known = styles[style] { return known }
        styles[style] = cx_add_style(book, Int32(style.bits), style.format)
        return styles[style]
    }

    /// Bars for the numbers of some rows.
    struct Bars {
        let title: String
        let rows: ClosedRange<Int>
        /// The columns of the names and of the numbers.
        let names: Int
        let values: Int
        let format: String
        /// Whether the longest possible bar is the whole.
        let isRate: Bool
        /// Where the axis begins.
        let least: Double
    }

    /// Draws the numbers of a sheet on another.
    func draw(_ bars: Bars, of sheet: SheetOutput, on other: SheetOutput) {
        cx_chart(
            book, other.sheet, bars.title, sheet.name,
            cx_bars(
                names_column: Int32(bars.names), values_column: Int32(bars.values),
                first_row: Int32(bars.rows.lowerBound), last_row: Int32(bars.rows.upperBound),
                least: bars.least, most: bars.isRate ? 1 : 0), bars.format)
    }
}

/// A sheet of a workbook; rows and columns count from 0.
struct SheetOutput {
    fileprivate let sheet: OpaquePointer
    let name: String
    fileprivate let book: WorkbookOutput

    func column(_ column: Int, width: Double, _ style: WorkbookOutput.Style? = nil) {
        cx_column(sheet, Int32(column), width, style.flatMap { book.style($0) })
    }

    func height(_ row: Int, _ points: Double) { cx_height(sheet, Int32(row), points) }

    /// Keeps the rows above in sight, and a range of rows on every page.
    func freeze(above row: Int, repeating rows: ClosedRange<Int>) {
        cx_freeze(sheet, Int32(row))
        cx_repeat(sheet, Int32(rows.lowerBound), Int32(rows.upperBound))
    }

    func filter(rows: ClosedRange<Int>, columns: Int) {
        cx_filter(sheet, Int32(rows.lowerBound), Int32(rows.upperBound), Int32(columns - 1))
    }

    func printArea(rows: Int, columns: Int) { cx_print_area(sheet, Int32(rows - 1), Int32(columns - 1)) }

    func text(_ text: String, _ row: Int, _ column: Int, _ style: WorkbookOutput.Style) {
        cx_text(sheet, Int32(row), Int32(column), PlainText.safe(text), book.style(style))
    }

    func merge(_ text: String, _ row: Int, _ columns: ClosedRange<Int>, _ style: WorkbookOutput.Style) {
        cx_merge(
            sheet, Int32(row), Int32(columns.lowerBound), Int32(columns.upperBound), PlainText.safe(text),
            book.style(style))
    }

    func number(_ number: Double, _ row: Int, _ column: Int, _ style: WorkbookOutput.Style) {
        cx_number(sheet, Int32(row), Int32(column), number, book.style(style))
    }

    func day(_ day: Day, _ row: Int, _ column: Int, _ style: WorkbookOutput.Style) {
        cx_day(
            sheet, Int32(row), Int32(column), Int32(day.year), Int32(day.month), Int32(day.dayOfMonth),
            book.style(style))
    }

    /// Lets cells of a column below the first row hold only some words, chosen from a list.
    func allow(words: [String], in column: Int, message: String) {
        var pointers = words.map { UnsafePointer(strdup($0)) } + [nil]
        defer { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
        cx_allow_words(sheet, Int32(column), &pointers, message)
    }

    func allowDays(in column: Int, message: String) { cx_allow_days(sheet, Int32(column), message) }

    func allow(numbers: ClosedRange<Int>, in column: Int, message: String) {
        cx_allow_numbers(sheet, Int32(column), Int32(numbers.lowerBound), Int32(numbers.upperBound), message)
    }
}
