import PartyWork
import Testing

@testable import Exchange

@Suite("Tables of LibreOffice, of web pages and of Excel 2003's XML")
struct MarkupWorkbookTests {
    @Test("OpenDocument: repeated and covered cells, notes, formats, months, what is hidden")
    func openDocument() throws {
        let sheets = try SheetDump.sheets(Books.path("repeated.ods"))
        #expect(sheets.map(\.sheet.name) == ["一", "二"])
        #expect(sheets.map(\.sheet.isHidden) == [false, true])
        #expect(
            sheets[0].dump.cells == [
                "1.0: 甲  乙丙\n第二 段", "1.1: H0007=7", "1.2: H0008=8", "1.3: 0.333333333333333", "1.4: 25%=0.25", "2.0: 同",
                "2.1: 同",
                "2.3: 是", "3.0: 同", "3.1: 同", "3.3: 是", "9.0: 2016年6月", "9.1: 2016年", "9.2: 2016-06-30", "10.0: 并",
                ##"10.2!error("#N/A")"##, "11.2: 08:30",
            ])
        #expect(sheets[0].dump.merges == ["A10:B11"])
        #expect(sheets[0].dump.hiddenRows == [9])
        #expect(sheets[0].dump.hiddenColumns == [2...1021])
        #expect(sheets[1].dump.cells == ["1.0: 后"])
    }

    @Test("A million rows in a few bytes are refused, a password and another document are told")
    func harmful() throws {
        #expect(throws: WorkbookFault.tooLarge(.repeats(1 << 16), part: "content.xml")) {
            try SheetDump.sheets(Books.path("bomb.ods"))
        }
        #expect(throws: WorkbookFault.foreign(.encrypted)) { try SheetDump.sheets(Books.path("locked.ods")) }
    }

    @Test("A web page in UTF-16, of either order of bytes", arguments: [true, false])
    func widePage(isLittle: Bool) throws {
        let page = "<html><body><table><tr><td>户编号<td>户主<tr><td>H01<td>王五</table></body></html>"
        let bytes = ("\u{FEFF}" + page).utf16.flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let folder = try TemporaryFolder()
        let sheets = try SheetDump.sheets(folder.write("page.xls", bytes))
        #expect(sheets[0].dump.cells == ["1.0: 户编号", "1.1: 户主", "2.0: H01", "2.1: 王五"])
        withExtendedLifetime(folder) {}
    }

    @Test("A web page: spans, what is left open, entities, GBK, scripts and comments, tables in tables, a hidden row")
    func page() throws {
        let sheets = try SheetDump.sheets(Books.path("page.xls"))
        #expect(
            sheets[0].dump.cells == [
                "1.0: 户编号", "1.1: 户主", "1.2: 住址", "2.2: 村编码", "2.3: 人\u{A0}口", "3.0: H01", "3.1: 王&五<&unknown;𠮷",
                "3.2: 422801100211\n二组", "3.3: 3 人", "4.0: 合计", "4.3: 3\n户",
            ])
        #expect(sheets[0].dump.merges == ["A1:A2", "B1:B2", "C1:D1", "A4:C4"])
        #expect(sheets[0].dump.hiddenRows == [3])
        #expect(sheets.map(\.dump.cells).dropFirst() == [["1.0: 外面"], ["1.0: 里面"]])
    }

    @Test(
        "XML of Excel 2003: indices, formats, notes, formulas, merged and hidden cells; UTF-16, a wrong encoding named")
    func excel2003() throws {
        let expected = [
            "3.0: 甲", "3.1: 乙丙", "3.3: 2016年6月", "4.1: H0007=7", "4.4: 2016-06-30", "4.5: 是", ##"4.6!error("#N/A")"##,
            "4.7!notComputed", "4.8: 3.5",
        ]
        let sheets = try SheetDump.sheets(Books.path("excel2003.xls"))
        #expect(sheets.map(\.sheet.name) == ["户", "藏"])
        #expect(sheets.map(\.sheet.isHidden) == [false, true])
        #expect(sheets[0].dump.cells == expected)
        #expect(sheets[0].dump.merges == ["A3:A4", "B3:C3"])
        #expect(sheets[0].dump.hiddenRows == [3])
        #expect(sheets[0].dump.hiddenColumns == [1...2])
        let folder = try TemporaryFolder()
        let text = String(decoding: try TemporaryFolder.read(Books.path("excel2003.xls")), as: UTF8.self)
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try SheetDump.sheets(folder.write("wide.xls", wide))[0].dump.cells == expected)
        let misnamed = text.replacing("version=\"1.0\"?>", with: "version=\"1.0\" encoding=\"gb2312\"?>")
        #expect(try SheetDump.sheets(folder.write("misnamed.xls", misnamed))[0].dump.cells == expected)
    }

    @Test("A table of a web page is imported as any sheet is")
    func imported() throws {
        let folder = try TemporaryFolder()
        let rows = "<tr><td>H9<td>王五<td>422801100211<td>3<td>2014-01-01"
        let path = try folder.write(
            "a.xls", "<table><tr><th>户编号<th>户主<th>村编码<th>人口<th>识别日期\(rows)</table>")
        let session = try FakeSession(Town.saved())
        let report = try Importer(paths: [path], update: false, today: Town.today).run(into: session)
        #expect(report.notices == [])
        #expect(report.counts == [.households: .init(new: 1)])
    }

    @Test("A file of text is text, whatever it is called")
    func text() throws {
        let folder = try TemporaryFolder()
        let path = InputPath(try folder.write("a.xls", "户编号,户主\n"))
        #expect(try FileKind.of(path) == .text)
        let wide = InputPath(try folder.write("b.xls", [0xFF, 0xFE, 0x41, 0x00, 0x2C, 0x00]))
        #expect(try FileKind.of(wide) == .text)
        let unknown = InputPath(try folder.write("c.xls", [0x41, 0x00, 0x2C, 0x00]))
        #expect(throws: WorkbookFault.notAWorkbook) { try FileKind.of(unknown) }
    }
}

@Suite("Files that are no table")
struct ForeignFileTests {
    @Test(
        "Each is told for what it is, with the way out",
        arguments: [
            ("%PDF-1.4", .pdf), ("Rar!\u{1A}\u{7}", .archive), ("{\\rtf1", .document),
            ("MIME-Version: 1.0", .webArchive), ("GIF89a", .image),
            ("<?xml version=\"1.0\"?><a/>", .xml), ("\u{9}\u{0}\u{4}\u{0}\u{2}\u{0}", .ancientWorkbook),
        ] as [(String, ForeignFile)])
    func told(start: String, file: ForeignFile) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xls", start)
        let report = try Importer(paths: [path], update: false, today: Town.today).run(into: FakeSession())
        #expect(report.notices.map(\.reason) == [.workbook(.foreign(file))])
    }

    @Test(
        "What a zip archive holds tells what it is",
        arguments: [
            ("xl/workbook.bin", .binaryWorkbook), ("word/document.xml", .document), ("ppt/presentation.xml", .slides),
            ("Index/Document.iwa", .numbers), ("名单.xlsx", .archive),
        ] as [(String, ForeignFile)])
    func archives(part: String, file: ForeignFile) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xlsx", WrittenBook.zip([(part, "")]))
        #expect(throws: WorkbookFault.foreign(file)) { try SheetDump.sheets(path) }
    }
}
