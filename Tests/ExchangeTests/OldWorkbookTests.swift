import Foundation
import PartyWork
import Testing

@testable import Exchange

@Suite("Workbooks of Excel 97 and 95")
struct OldWorkbookTests {
    private static let records = Books.path("records.xls")

    @Test(
        "Every cell is as xlrd reads it: as a text, or as the number behind what it shows",
        arguments: ["records.xls", "excel95.xls", "libreoffice.xls"])
    func xlrd(book: String) throws {
        let lines = try String(contentsOfFile: Books.path("xlrd.txt"), encoding: .utf8).split(separator: "\n")
        var expected: [String: [Substring]] = [:]
        for line in lines {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            if parts[0] == book { expected["\(parts[1]) \(parts[2]).\(parts[3])"] = [parts[4]] }
        }
        #expect(!expected.isEmpty)
        for (sheet, dump) in try SheetDump.sheets(Books.path(book)) {
            for cell in dump.cells {
                let place = cell.prefix { $0 != ":" && $0 != "!" }
                let value = try #require(expected.removeValue(forKey: "\(sheet.name) \(place)")?.first, "\(cell)")
                let shown = cell.dropFirst(place.count + 2).replacing("\n", with: "\\n")
                // A month stands in xlrd as its first day.
                let isMonth = value.hasSuffix("-01") && shown.hasPrefix("2016年")
                let isSame = shown == value || shown.hasSuffix("=\(value)") || shown.hasSuffix("(\"\(value)\")")
                #expect(isSame || isMonth || shown == "\(value)村", "\(cell)")
            }
        }
        #expect(expected.isEmpty)
    }

    @Test("Formats, months, what formulas came to, merged and hidden cells; cells in any order")
    func shown() throws {
        let sheets = try SheetDump.sheets(Self.records)
        #expect(sheets.map(\.sheet.isHidden) == [false, true])
        let cells = sheets[0].dump.cells
        for cell in [
            "2.2: 店子槽村", "4.1: H0001=1", "4.2: 3人=3", "4.3: 0007=7", "4.4: 25.00%=0.25", "6.1: 2016年6月", "6.2: 2016年",
        ] {
            #expect(cells.contains(cell), "\(cell)")
        }
        #expect(sheets[0].dump.merges == ["B3:B5"])
        #expect(sheets[0].dump.hiddenRows == [2])
        #expect(sheets[0].dump.hiddenColumns == [2...3])
        #expect(sheets[1].dump.cells == ["1.0: later", "1.1: 0.1", "2.0: 1.0", "2.1: 1.1", "3.0: 2.0", "3.1: 2.1"])
    }

    @Test("A formula by the numbers that Excel 3 and 4 gave it is one too", arguments: [0x02, 0x04] as [UInt8])
    func olderFormulas(number: UInt8) throws {
        let folder = try TemporaryFolder()
        var bytes = try TemporaryFolder.read(Self.records)
        let head: [UInt8] = [0x06, 0x00, 0x19, 0x00]
        let places = bytes.indices.dropLast(4).filter { bytes[$0...].starts(with: head) }
        #expect(!places.isEmpty)
        for place in places { bytes[place + 1] = number }
        let path = try folder.write("a.xls", bytes)
        #expect(try SheetDump.sheets(path).map(\.dump.cells) == SheetDump.sheets(Self.records).map(\.dump.cells))
    }

    @Test("Chinese of Excel 95, counted from 1904")
    func excel95() throws {
        let sheets = try SheetDump.sheets(Books.path("excel95.xls"))
        #expect(sheets.map(\.sheet.name) == ["贫困户"])
        #expect(sheets[0].dump.cells == ["1.0: 户编号", "1.1: 户主", "2.0: 2014-02-13", "2.1: came to"])
    }

    @Test("A container whose last sector is not finished is read all the same")
    func unfinished() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xls", TemporaryFolder.read(Self.records).dropLast(100).map { $0 })
        #expect(try SheetDump.sheets(path).map(\.dump.cells) == SheetDump.sheets(Self.records).map(\.dump.cells))
    }

    @Test("A container of something else is told for what it is")
    func containers() throws {
        let folder = try TemporaryFolder()
        let bytes = try TemporaryFolder.read(Self.records)
        for (name, fault) in [
            ("EncryptedPackage", ForeignFile.encrypted), ("WordDocument", .document), ("PowerPoint Document", .slides),
            ("Contents", .container),
        ] {
            let path = try folder.write("a.xls", Self.renamed(bytes, name))
            #expect(throws: WorkbookFault.foreign(fault)) { try SheetDump.sheets(path) }
        }
        #expect(try SheetDump.sheets(folder.write("b.xls", Self.renamed(bytes, "WORKBOOK"))).count == 2)
    }

    @Test("A password to open an .xls, and one of before Excel 5, are told")
    func locked() throws {
        let folder = try TemporaryFolder()
        var bytes = try TemporaryFolder.read(Self.records)
        // The record of the code page made that of the password; then the version made that of Excel 4.
        let start = try #require(bytes.firstRange(of: [0x42, 0x00, 0x02, 0x00, 0xB0, 0x04])?.lowerBound)
        bytes[start] = 0x2F
        let locked = try folder.write("a.xls", bytes)
        #expect(throws: WorkbookFault.foreign(.encrypted)) { try SheetDump.sheets(locked) }
        bytes[516] = 0
        bytes[517] = 4
        let ancient = try folder.write("b.xls", bytes)
        #expect(throws: WorkbookFault.foreign(.ancientWorkbook)) { try SheetDump.sheets(ancient) }
    }

    @Test("A text that goes on behind a record without characters, and empty texts that say nothing of their width")
    func shortRecords() throws {
        let folder = try TemporaryFolder()
        var book = WrittenRecords.record(0x0809, [0, 6, 5, 0, 0, 0, 0, 0])
        book += WrittenRecords.record(0x0085, [0, 0, 0, 0, 0, 0, 1, 0, 0x41])
        book += WrittenRecords.record(0x00FC, [3, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0x61, 0x62])
        book += WrittenRecords.record(0x003C, [1])
        book += WrittenRecords.record(0x003C, [1])
        book += WrittenRecords.record(0x003C, [1, 0x51, 0x67, 0x09, 0x4E, 2, 0, 0, 0x63, 0x64, 0, 0, 0])
        book += WrittenRecords.record(0x000A, [])
        // Where the sheet begins.
        book[16] = UInt8(book.count)
        book += WrittenRecords.record(0x0809, [0, 6, 16, 0, 0, 0, 0, 0])
        for cell in [0, 1, 2] as [UInt8] {
            book += WrittenRecords.record(0x00FD, [cell, 0, 0, 0, 0, 0, cell, 0, 0, 0])
        }
        book += WrittenRecords.record(0x0204, [3, 0, 0, 0, 0, 0, 0, 0])
        book += WrittenRecords.record(0x0204, [4, 0, 0, 0, 0, 0, 1, 0, 0, 0x65])
        book += WrittenRecords.record(0x000A, [])
        let path = try folder.write("a.xls", WrittenRecords.compound(book))
        #expect(try SheetDump.sheets(path)[0].dump.cells == ["1.0: ab村三", "2.0: cd", "5.0: e"])
    }

    @Test("No damage makes the reading trap", arguments: 0..<120)
    func damage(seed: UInt64) throws {
        var random = SplitMix(seed)
        let books = [
            "records.xls", "excel95.xls", "libreoffice.xls", "libreoffice.ods", "repeated.ods", "page.xls",
            "excel2003.xls",
        ]
        var bytes = try TemporaryFolder.read(Books.path(books[Int(seed) % books.count]))
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] =
                [0, 0xFF, 0x7F, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
        }
        if seed % 5 == 0 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xls", bytes)
        let report = try Importer(paths: [path], update: false, today: Town.today).run(into: FakeSession())
        for notice in report.notices {
            #expect(!notice.description.unicodeScalars.contains(where: CellRules.isForbidden))
        }
    }

    /// The container's only file under another name: its entry holds the name in UTF-16, 64 bytes of it, and its length.
    private static func renamed(_ bytes: [UInt8], _ name: String) throws -> [UInt8] {
        var bytes = bytes
        let start = try #require(bytes.firstRange(of: wide("Workbook"))?.lowerBound)
        let new = wide(name)
        bytes.replaceSubrange(start..<start + 64, with: new + [UInt8](repeating: 0, count: 64 - new.count))
        bytes[start + 64] = UInt8(new.count + 2)
        return bytes
    }

    private static func wide(_ text: String) -> [UInt8] { text.utf8.reduce(into: []) { $0 += [$1, 0] } }
}
