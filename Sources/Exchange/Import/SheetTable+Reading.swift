import PartyWork

/// Why a file is no table from which a register can be made.
package struct SheetFault: Error, Hashable, Sendable {
    /// What is wrong and what to do next.
    package let text: String
}

extension SheetTable {
    /// Reads a table, whatever it is about: its header is looked for as an import looks for one, and what is personal is not read.
    ///
    /// - Parameters:
    ///   - sheet: nil for the first sheet with a header of several columns.
    ///   - pulse: asked now and then; may end the reading by throwing.
    /// - Throws: a `SheetFault`; a `FileFault`; what `pulse` throws.
    package static func read(
        _ path: String, sheet: String? = nil, pulse: @escaping () throws -> Void = {}
    ) throws -> SheetTable {
        do {
            let (path, book) = (InputPath(path), HeaderBook(of: TableSchema.six))
            let kind = try FileKind.of(path)
            guard kind == .text else { return try read(Workbook(path, kind, pulse: pulse), sheet, book, pulse) }
            let file = try TextFile(path, book, pulse: pulse)
            var rows = SheetRows(file.header, pulse)
            for list in file.header.sideBySide {
                try file.forEachRow(below: list, until: .max, ImportMeter(), &rows)
            }
            return try rows.table(nil, [])
        } catch let fault as WorkbookFault {
            throw SheetFault(text: fault.text)
        } catch is TextEncoding.Unreadable {
            throw SheetFault(text: ImportNotice(FilePlace(path), .unreadableText).text)
        }
    }

    private static func read(
        _ workbook: Workbook, _ name: String?, _ book: HeaderBook, _ pulse: @escaping () throws -> Void
    ) throws -> SheetTable {
        let names = workbook.sheets.map(\.name)
        for sheet in workbook.sheets where name == nil || sheet.name == name {
            guard let header = try workbook.header(of: sheet, book), !header.isGuide,
                name != nil || header.columns.count(where: { !$0.name.isEmpty }) > 1
            else { continue }
            var rows = SheetRows(header, pulse)
            for list in header.sideBySide {
                _ = try workbook.forEachRow(of: sheet, below: list, until: .max, ImportMeter(), &rows)
            }
            return try rows.table(sheet.name, names)
        }
        throw SheetFault(
            text: name.map {
                localized(
                    "没有工作表“\($0)”，有：\(names.listed)", "there is no sheet \"\($0)\"; there are: \(names.listed)")
            } ?? localized("没有一张有表头的工作表，请核对文件", "no sheet has a header; check the file"))
    }
}

/// Takes the rows below a header as they stand there.
private struct SheetRows: RowTaker {
    private let header: Header
    private let pulse: () throws -> Void
    private var rows: [SheetTable.Row] = []
    private var personal: Set<Int>
    private var asides: [SheetTable.Aside] = []
    private var isCut = false

    init(_ header: Header, _ pulse: @escaping () throws -> Void) {
        self.header = header
        self.pulse = pulse
        personal = Set(
            header.columns.filter { column in
                column.isSensitive || RegisterName.fault(in: column.name, of: .field) == .personalName
            }.map(\.index))
    }

    mutating func take(_ row: borrowing some RecordRow & ~Copyable) throws {
        try pulse()
        if isCut { return }
        var cells: [String] = []
        for index in 0..<header.width {
            if Sensitive.written(in: row[index]) != nil { personal.insert(index) }
            cells.append(String(decoding: row[index], as: UTF8.self))
        }
        let filled = cells.filter { !$0.isEmpty }
        guard let label = filled.first else { return }
        if LineLabel.of(label) == .total || filled.count == 1 && LineLabel.of(label) == .note {
            asides.append(SheetTable.Aside(row.line, String(label.prefix(12))))
            return
        }
        isCut = rows.count == SheetTable.mostRows
        if !isCut { rows.append(SheetTable.Row(row.line, cells)) }
    }

    /// What was read, without columns in which nothing stands.
    func table(_ sheet: String?, _ sheets: [String]) throws -> SheetTable {
        let kept = header.columns.filter { column in
            !personal.contains(column.index) && column.name != NotKept.leftBecause
                && (!column.name.isEmpty || rows.contains { !$0.cells[column.index].isEmpty })
        }
        if kept.isEmpty || rows.isEmpty {
            throw SheetFault(text: localized("没有表头和行，请核对文件", "there is no header with rows below; check the file"))
        }
        return SheetTable(
            sheet: sheet, sheets: sheets, columns: kept.map { SheetTable.Column($0.index, $0.name) },
            rows: rows.map { row in SheetTable.Row(row.line, kept.map { row.cells[$0.index] }) },
            personal: personal.sorted().map { header.columns[$0].name }, asides: asides, isCut: isCut)
    }
}
