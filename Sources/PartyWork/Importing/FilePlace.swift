/// A file, or a sheet of a workbook, and a line of it.
package struct FilePlace: Hashable, Sendable, CustomStringConvertible {
    /// FILE as given, in a folder `FOLDER/NAME`.
    package let file: String
    /// The sheet of a workbook; nil of a CSV file.
    package let sheet: String?
    /// The line or row, the first is 1; nil for the whole.
    package let line: Int?

    package init(_ file: String, sheet: String? = nil, line: Int? = nil) {
        self.file = file
        self.sheet = sheet
        self.line = line
    }

    /// A line of the file or sheet.
    package func at(_ line: Int?) -> FilePlace { FilePlace(file, sheet: sheet, line: line) }

    /// The name of the file without its folder and its ending.
    package var fileTitle: String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    /// What it is called by: the sheet's name, the file's with its ending and without.
    package var names: [String] {
        let file = file.split(separator: "/").last.map(String.init) ?? file
        return [sheet, file, fileTitle].compactMap { $0 }
    }

    /// As a screen says it that shows one folder: `名单.xlsx 党员 第 2 行`.
    package var words: String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let row = line.map { localized("第 \($0) 行", "row \($0)") }
        return [PlainText.safe(name), sheet.map(PlainText.safe), row].compactMap { $0 }.joined(separator: " ")
    }

    /// `FILE:LINE`, of a workbook `FILE[SHEET]!ROW`; without control characters.
    package var description: String {
        let whole = PlainText.safe(file) + (sheet.map { "[\(PlainText.safe($0))]" } ?? "")
        guard let line else { return whole }
        return "\(whole)\(sheet == nil ? ":" : "!")\(line)"
    }
}
