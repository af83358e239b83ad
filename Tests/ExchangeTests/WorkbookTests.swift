import PartyWork
import Testing

@testable import Exchange

@Suite("Workbooks of other programs")
struct WorkbookTests {
    @Test(
        "A town's workbook: titles above headers, other names, names for codes, years for dates, what stays out",
        arguments: ["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.xls", "libreoffice.ods"])
    func town(book: String) throws {
        let session = FakeSession()
        let report = try Books.check([book], into: session)
        #expect(
            report.notices.map(\.description) == [
                "\(book)[贫困户台账]!3: warning: “身份证号”是身份证号，台账不保存，未导入",
                "\(book)[贫困户台账]!3: warning: 台账不记“人均纯收入”，未导入",
                "\(book)[贫困户台账]!3: warning: 不认识的列“备用”，已忽略",
                "\(book)[贫困户台账]!3: warning: E 列，第 7 行是隐藏的，已一并读取，请核对",
                "\(book)[贫困户台账]!3: warning: “备用”里有身份证号，台账不保存，未导入；请从文件里删去",
                "\(book)[说明]: warning: 这张工作表不是台账的表，未导入",
                "\(book)[党员]!1: warning: 台账不记“入党时间”，未导入",
                "\(book)[党员]!1: warning: “健康状况”是健康情况，台账不保存，未导入",
            ])
        #expect(
            report.counts == [
                .organizations: .init(new: 4), .people: .init(new: 3), .households: .init(new: 3),
                .pairings: .init(new: 2),
            ])
        #expect(
            Books.households(session, .householdID, .head, .village, .headcount, .cause, .identifiedOn, .liftedOn) == [
                ["1001", "王五", "422801100211", "4", "因学", "2014-01-01", "2016-12-31"],
                ["H2", "赵六", "422801100200", "2", "", "2014-01-01", "2015-12-31"],
                ["H3", "孙七", "422801100200", "3", "", "2014-02-03", ""],
            ])
        #expect(
            session[.people].map {
                [$0.record.text(.organization), $0.record.text(.arrivedOn), $0.record.text(.committee)]
            } == [
                ["422801100211", "2010-12-31", "是"], ["422801100200", "", "否"], ["422801100211", "", "否"],
            ])
        #expect(
            session[.pairings].map(\.key.description) == ["1001 P1 2016-03-01", "H2 P2 2016-03-31"])
    }

    @Test("A second import of the same workbook changes nothing")
    func again() throws {
        let first = FakeSession()
        _ = try Books.check(["openpyxl.xlsx"], into: first)
        let saved = FakeSession(TableSchema.builtIn.flatMap { first[$0] })
        let report = try Books.check(["openpyxl.xlsx"], into: saved)
        #expect(report.isAccepted)
        #expect(report.counts[.households] == .init(unchanged: 3))
        #expect(report.counts[.pairings] == .init(unchanged: 2))
    }

    @Test("The preview knows each sheet, its columns and its rows")
    func preview() throws {
        let sources = try Books.check(["openpyxl.xlsx"]).sources
        #expect(sources.map(\.place.sheet) == ["组织", "贫困户台账", "说明", "空表", "党员", "帮扶"])
        #expect(
            sources.map { $0.isRead ? $0.table : nil } == [.organizations, .households, nil, nil, .people, .pairings])
        #expect(sources[1].place.line == 3)
        #expect(sources[1].counts == .init(new: 3))
        #expect(
            sources[1].taken.map(\.column) == [
                .householdID, .head, .village, .headcount, .cause, .identifiedOn, .liftedOn,
            ])
        #expect(sources[1].taken.map(\.reading) == [.plain, .plain, .village, .plain, .plain, .plain, .date])
        #expect(sources[1].leftOut.count == 3)
    }

    @Test("A number is the text that an officer sees, a date a day of either system")
    func numbers() throws {
        let session = try FakeSession(Town.saved())
        #expect(try Books.check(["numbers.xlsx"], into: session).isAccepted)
        let seen = [
            "1", "1", "123456789012345", "100000000000000", "0.1", "-3.25", "是", "0007", "2016-06-30", "2016-06-30",
            "星期四",
            "42551", "1900-03-01", "1900-02-28", "1900-02-29", "12:00", "A文", "25%", "1e-07", "1900-01-01",
        ]
        #expect(Books.households(session, .cause).dropFirst() == seen.map { [$0] }[...])
        let later = try FakeSession(Town.saved())
        #expect(try Books.check(["numbers-1904.xlsx"], into: later).isAccepted)
        let places = [0, 8, 9, 12, 13, 14, 19]
        let causes = Books.households(later, .cause, .identifiedOn).dropFirst().map { $0 }
        #expect(
            places.map { causes[$0][0] } == [
                "1904-01-01", "2020-07-01", "2020-07-01", "1904-03-02", "1904-02-29", "1904-03-01", "1904-01-02",
            ])
        #expect(causes[0][1] == "2014-01-01")
    }

    @Test("A day is the same at every time of it")
    func timeOfDay() {
        for time in [0, 0.0001, 0.5, 0.999] {
            #expect(CellNumber.date(42_551 + time, from1904: false) == "2016-06-30")
            #expect(CellNumber.date(42_551 - 1_462 + time, from1904: true) == "2016-06-30")
            #expect(CellNumber.date(59 + time, from1904: false) == "1900-02-28")
            #expect(CellNumber.date(time, from1904: false) == nil)
        }
    }

    @Test("What is wrong with a cell under no column of the ledger is nobody's concern in a sheet")
    func besides() throws {
        let report = try Books.check(["besides.xlsx"], into: FakeSession(Town.saved()))
        #expect(
            report.notices.map(\.description) == [
                "besides.xlsx[户]!1: warning: 不认识的列“备用”，已忽略",
                "besides.xlsx[户]!3: 「致贫原因」公式算出的是错误 #N/A，请改正公式或填写内容",
                "besides.xlsx[户]!4: " + ImportNotice(.init("", line: 4), .surplus("多")).text,
            ])
    }

    @Test("What a cell cannot tell is an error of its row")
    func cells() throws {
        let report = try Books.check(["xlsxwriter.xlsx"], into: FakeSession(Town.saved()))
        #expect(
            report.notices.map(\.description) == [
                "xlsxwriter.xlsx[households]!2: 「致贫原因」公式算出的是错误 #N/A，请改正公式或填写内容",
                "xlsxwriter.xlsx[households]!3: 「人口」是超过 15 位的数字，末几位已被表格软件改成 0；请把此列设为文本格式后重新填写",
                "xlsxwriter.xlsx[households]!4: 「人口」“2.5”应为 1–99999 的整数",
            ])
        #expect(report.sources.map(\.rejected) == [3])
    }

    @Test("Prefixes, backslashes, absolute targets, missing numbers, readings of characters, a formula nobody computed")
    func quirks() throws {
        let session = try FakeSession(Town.saved())
        let report = try Books.check(["wps.xlsx"], into: session, update: true)
        #expect(
            report.notices.map(\.description) == [
                "wps.xlsx[户]!7: 「人口」公式还没有算出的值，请在 WPS 或 Excel 里打开并保存后再导入"
            ])
        #expect(
            Books.households(session, .householdID, .head, .village, .cause, .identifiedOn).dropFirst() == [
                ["W1", "王五", "422801100211", "因学", "2014-01-01"]
            ])
    }

    @Test("A row of a workbook and one of a CSV file with the same key name each other's places")
    func together() throws {
        let folder = try TemporaryFolder()
        let csv = try folder.write("h.csv", "户编号,户主,村编码,人口,识别日期\nH9,王五,422801100211,1,2014-01-01\n")
        let paths = [Books.path("stored.xlsx"), Books.path("stored.xlsx"), csv, csv]
        let report = try Importer(paths: paths, update: true, today: Town.today).run(into: FakeSession(Town.saved()))
        let faults = report.notices.filter { $0.kind == .fault }
        let first = FilePlace(Books.path("stored.xlsx"), sheet: "户", line: 2)
        #expect(
            faults.map(\.reason) == [
                .duplicate(RecordKey("H1"), first), .duplicate(RecordKey("H9"), .init(csv, line: 2)),
            ])
        #expect(faults[0].text == "“H1”与 \(Books.path("stored.xlsx"))[户]!2 重复，请只留一行")
    }

    @Test("A folder stands for its workbooks too, but not for what an open one leaves beside it")
    func folder() throws {
        let folder = try TemporaryFolder()
        for name in ["b.XLSX", "~$b.xlsx", ".c.xlsx", "a.csv"] { try folder.write(name, "甲\n") }
        let report = try Importer(paths: [folder.path], update: false, today: Town.today).run(into: FakeSession())
        #expect(report.notices.map(\.reason) == [.noTable(nearest: nil, missing: []), .workbook(.notAWorkbook)])
    }
}

@Suite("Workbooks that are none, broken or meant to harm")
struct HarmfulWorkbookTests {
    private static let sheet = "xl/worksheets/sheet1.xml"

    @Test(
        "Each is told by its kind, and nothing is taken over",
        arguments: [
            ("old.xls", .damaged(part: "OLE")), ("page.xlsx", .noSheet), ("cut.xlsx", .damaged(part: "zip")),
            ("no-workbook.xlsx", .foreign(.archive)), ("wrong-checksum.xlsx", .damaged(part: sheet)),
            ("broken-xml.xlsx", .damaged(part: sheet)), ("entities.xlsx", .documentType(part: sheet)),
            ("deep.xlsx", .tooLarge(.depth(32), part: sheet)),
            ("attributes.xlsx", .tooLarge(.attributes(64), part: sheet)),
            ("long-tag.xlsx", .tooLarge(.ratio(100), part: sheet)),
            ("long-text.xlsx", .tooLarge(.ratio(100), part: sheet)),
            ("ratio.xlsx", .tooLarge(.ratio(100), part: sheet)),
            ("wide.xlsx", .tooLarge(.columns(1024), part: sheet)), ("far.xlsx", .tooLarge(.rows(1 << 20), part: sheet)),
            ("no-string.xlsx", .damaged(part: sheet)),
            ("sheets.xlsx", .tooLarge(.sheets(200), part: "xl/workbook.xml")),
            ("no-sheet.xlsx", .noSheet),
        ] as [(String, WorkbookFault)])
    func refused(book: String, fault: WorkbookFault) throws {
        let report = try Books.check([book], into: FakeSession(Town.saved()), update: true)
        #expect(report.notices.filter { $0.kind == .fault }.map(\.reason) == [.workbook(fault)])
        #expect(!report.isAccepted)
        #expect(!fault.text.unicodeScalars.contains(where: CellRules.isForbidden))
    }

    @Test(
        "What packs too well to be let in is stopped by its own limit too",
        arguments: [
            ("long-tag.xlsx", WorkbookFault.Limit.element(bytes: 1 << 20)), ("long-text.xlsx", .row(bytes: 1 << 22)),
        ])
    func inside(book: String, limit: WorkbookFault.Limit) throws {
        let archive = try Archive(InputPath(Books.path(book)), limits: .init(ratio: 1 << 20))
        let workbook = try OpenXMLWorkbook(InputPath(Books.path(book)), archive, pulse: {})
        #expect(throws: WorkbookFault.tooLarge(limit, part: Self.sheet)) {
            try SheetReader.read(
                workbook.sheets[0].part, workbook, archive, SharedStrings(""), merges: [:], { _ in })
        }
        #expect(archive.unpacked < 6 << 20)
    }

    @Test("A part is unpacked no further than allowed, an archive holds no more parts than allowed")
    func limits() throws {
        let path = InputPath(Books.path("stored.xlsx"))
        #expect(throws: WorkbookFault.tooLarge(.entries(2), part: "zip")) {
            try Archive(path, limits: .init(entries: 2))
        }
        let archive = try Archive(path, limits: .init(unpacked: 100))
        #expect(throws: WorkbookFault.tooLarge(.unpacked(bytes: 100), part: Self.sheet)) {
            try archive.read(Self.sheet) { _ in }
        }
        #expect(archive.unpacked == 0)
    }

    @Test("No damage makes the import trap", arguments: 0..<40)
    func damage(seed: UInt64) throws {
        var random = SplitMix(seed)
        var bytes = try TemporaryFolder.read(Books.path(seed % 2 == 0 ? "openpyxl.xlsx" : "stored.xlsx"))
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xlsx", bytes)
        let report = try Importer(paths: [path], update: false, today: Town.today).run(into: FakeSession())
        for notice in report.notices {
            #expect(!notice.description.unicodeScalars.contains(where: CellRules.isForbidden))
        }
    }
}
