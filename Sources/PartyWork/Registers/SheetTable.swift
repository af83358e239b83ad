/// A table of a file as it stands there, before a register is made of it: its header and its rows, without what is personal.
package struct SheetTable: Sendable, Hashable {
    /// The sheet; nil of a text.
    package let sheet: String?
    /// The sheets of the file, by name; none of a text.
    package let sheets: [String]
    package let columns: [Column]
    package let rows: [Row]
    /// What the columns are called that the ledger may not hold, and that were not read.
    package let personal: [String]
    /// Lines that are no rows: totals, who filled the table in.
    package let asides: [Aside]
    /// Whether there are more rows than are read.
    package let isCut: Bool

    /// A column, by its place in the file, the first is 0.
    package struct Column: Sendable, Hashable {
        package let place: Int
        package let header: String

        package init(_ place: Int, _ header: String) { (self.place, self.header) = (place, header) }
    }

    /// A row below the header, with a cell for each of `columns`.
    package struct Row: Sendable, Hashable {
        package let line: Int
        package let cells: [String]

        package init(_ line: Int, _ cells: [String]) { (self.line, self.cells) = (line, cells) }
    }

    /// A line that is no row, and what it says.
    package struct Aside: Sendable, Hashable {
        package let line: Int
        package let label: String

        package init(_ line: Int, _ label: String) { (self.line, self.label) = (line, label) }
    }

    /// What of the file is not read, each in a few words.
    package var unread: [String] {
        let told = asides.prefix(3).map {
            localized("第 \($0.line) 行“\($0.label)”", "line \($0.line), \"\($0.label)\"")
        }
        let rest = asides.count - told.count
        return personal + told + (rest > 0 ? [localized("这样的另 \(rest) 行", "\(rest) more such")] : [])
    }

    /// The most rows that become entries in one act; more of them come in by an import.
    package static let mostRows = 5_000

    package init(
        sheet: String?, sheets: [String], columns: [Column], rows: [Row], personal: [String] = [], asides: [Aside] = [],
        isCut: Bool = false
    ) {
        self.sheet = sheet
        self.sheets = sheets
        self.columns = columns
        self.rows = rows
        self.personal = personal
        self.asides = asides
        self.isCut = isCut
    }

    /// It without some rows.
    package func without(_ lines: Set<Int>) -> SheetTable {
        SheetTable(
            sheet: sheet, sheets: sheets, columns: columns, rows: rows.filter { !lines.contains($0.line) },
            personal: personal, asides: asides, isCut: isCut)
    }
}

/// A table of a file of which a register is to be made, and what the officer said of its columns.
package struct SheetOrder: Sendable, Hashable {
    /// The file, as it was picked.
    package let path: String
    /// The sheet; nil for the first that has a table.
    package var sheet: String?
    /// What columns are, by their place in the file.
    package var corrections: [Int: SheetColumn.Use]
    /// The rows that become no entries; nil for none.
    package var left: Left?

    /// Rows that are left out, to be mended and imported afterwards.
    package struct Left: Sendable, Hashable {
        /// The workbook that keeps them.
        package let path: String
        /// Why each is left, by its line.
        package let reasons: [Int: String]

        package init(_ reasons: [Int: String], in path: String) { (self.path, self.reasons) = (path, reasons) }
    }

    package init(path: String, sheet: String? = nil, corrections: [Int: SheetColumn.Use] = [:]) {
        self.path = path
        self.sheet = sheet
        self.corrections = corrections
    }

    /// What a register made of it may be called: the sheet's name, or the file's without what the program writes before it.
    package var proposedName: String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let stem = file.split(separator: ".").dropLast().joined(separator: ".")
        let isTelling = sheet.map { !$0.lowercased().hasPrefix("sheet") && !$0.hasPrefix("工作表") } ?? false
        return RegisterDraft.name(isTelling ? sheet ?? stem : stem, of: .register)
    }
}
