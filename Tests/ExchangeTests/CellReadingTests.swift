import PartyWork
import Testing

@testable import Exchange

@Suite("Cells as they are seen")
struct CellReadingTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A sheet by hand: the XML between its rows' element, and what stands behind that.
    private func book(_ rows: String, behind: String = "", index: String = "") throws -> String {
        try folder.write("a.xlsx", WrittenBook.bytes(rows, behind: behind, index: index))
    }

    private static let header = WrittenBook.row(1, ["户编号", "户主", "村编码", "人口", "识别日期", "致贫原因", "备用"])

    @Test("Every merged cell is read as the first of them, and said; what is under them is not")
    func merged() throws {
        let rows =
            Self.header + WrittenBook.row(2, ["M1", "罗一", "422801100211", "3", "2014-01-01", "因病"])
            + WrittenBook.row(3, ["M2", "罗二", "", "2", "2014-01-01", "看不见"])
            + WrittenBook.row(4, ["M3", "罗三", "", "2", "2014-01-01"])
            // A row in which nothing stands but what reaches down.
            + WrittenBook.row(5, ["", "", "", "", "", "x"])
        let merges =
            "<mergeCells><mergeCell ref=\"C2:C4\"/><mergeCell ref=\"F2:F5\"/><mergeCell ref=\"G2:G3\"/></mergeCells>"
        let path = try book(rows, behind: merges)
        let session = try FakeSession(Town.saved())
        let report = try Importer(paths: [path], update: false, today: Town.today).run(into: session)
        #expect(
            report.notices.map(\.text) == ["不认识的列“备用”，已忽略", "C2:C4、F2:F5 合并单元格，按同一个值读"])
        #expect(
            Books.households(session, .householdID, .village, .cause).dropFirst() == [
                ["M1", "422801100211", "因病"], ["M2", "422801100211", "因病"], ["M3", "422801100211", "因病"],
            ])
    }

    @Test("A sheet for each village has the village in its name; one of other names, and one that says it itself, not")
    func sheetOfVillage() throws {
        let rows =
            WrittenBook.row(1, ["店子槽村贫困户花名册"])
            + WrittenBook.row(2, ["序号", "户主姓名", "家庭人口（人）", "识别时间"]) + WrittenBook.row(3, ["1", "罗一", "3", "2014年"])
        func report(_ sheet: String, _ rows: String) throws -> (ImportReport, [[String]]) {
            let index = "<sheets><sheet name=\"\(sheet)\" r:id=\"rId1\"/></sheets>"
            let session = try FakeSession(CaseTown.saved())
            let report = try Importer(paths: [try book(rows, index: index)], update: false, today: Town.today).run(
                into: session)
            return (report, Books.households(session, .head, .village).filter { $0.first == "罗一" })
        }
        #expect(try report("店子槽村", rows).1 == [["罗一", "422801100211"]])
        let (unknown, _) = try report("没有的村", rows)
        #expect(unknown.faults.contains { $0.contains("没有的村") }, "\(unknown.notices)")
        let untitled = rows.replacing("店子槽村贫困户花名册", with: "贫困户花名册")
        for name in ["各村", "分村", "Sheet1"] {
            let (other, saved) = try report(name, untitled)
            #expect(!other.isAccepted && saved.isEmpty)
        }
        let own = WrittenBook.row(1, ["户主姓名", "行政村", "人口", "识别时间"]) + WrittenBook.row(2, ["罗一", "店子槽", "3", "2014年"])
        #expect(try report("二坡村", own).1 == [["罗一", "422801100211"]])
    }

    @Test("Cells merged side by side give their value only to columns that somebody reads; many are said as one")
    func mergedAcross() throws {
        var rows = Self.header
        var merges = ""
        for line in 2...6 {
            rows += WrittenBook.row(line, ["M\(line)", "罗一", "422801100211", "3", "2014-01-01", "因病"])
            merges += "<mergeCell ref=\"F\(line):J\(line)\"/><mergeCell ref=\"B\(line):B\(line)\"/>"
        }
        let path = try book(
            rows + WrittenBook.row(7, ["2014"]), behind: "<mergeCells>\(merges)<mergeCell ref=\"A7:B7\"/></mergeCells>")
        let report = try Importer(paths: [path], update: false, today: Town.today).run(into: FakeSession(Town.saved()))
        #expect(report.notices.contains { $0.text == "A7:B7 合并单元格，按同一个值读" })
        #expect(report.notices.filter { if case .surplus = $0.reason { true } else { false } } == [])
        #expect(MergedCells(name: "$C$2:C4")?.name == "C2:C4")
        #expect(["C2", "C4:C2", "C2:C2", "2:3", ""].allSatisfy { MergedCells(name: $0) == nil })
    }

    @Test(
        "A number column takes the number behind its words, a key what is shown; an inline text goes before a stray value"
    )
    func faces() throws {
        let row = """
            <row r="2"><c s="1"><v>614</v></c><c t="inlineStr"><v>9</v><is><t>王五</t></is><v>8</v></c>\
            <c><v>422801100211</v></c><c s="2"><v>3</v></c><c t="d"><v>2014-01-01</v></c><c s="2"><v>3</v></c></row>
            """
        let path = try book(Self.header + row)
        let session = try FakeSession(Town.saved())
        let report = try Importer(paths: [path], update: false, today: Town.today).run(into: session)
        #expect(report.isAccepted)
        #expect(
            Books.households(session, .householdID, .head, .headcount, .cause).prefix(1) == [
                ["5123981614", "王五", "3", "3人"]
            ])
    }

    @Test(
        "Only the first properties tell from when days count, and it is said; a sheet that leads nowhere is passed over"
    )
    func index() throws {
        let index = """
            <workbookPr date1904="1"/><sheets><sheet name="空" r:id="nowhere"/><sheet name="户" r:id="rId1"/></sheets>\
            <extLst><ext><x15:workbookPr xmlns:x15="x" chartTrackingRefBase="1"/></ext></extLst>
            """
        let row = """
            <row r="2"><c t="str"><v>H9</v></c><c t="str"><v>王五</v></c><c t="str"><v>422801100211</v></c>\
            <c><v>3</v></c><c s="3"><v>40221</v></c></row>
            """
        let path = try book(Self.header + row, index: index)
        let session = try FakeSession(Town.saved())
        let report = try Importer(paths: [path], update: false, today: Town.today).run(into: session)
        #expect(report.notices.map(\.reason).contains(.from1904))
        #expect(Books.households(session, .householdID, .identifiedOn).dropFirst() == [["H9", "2014-02-13"]])
    }

    @Test("Tables of several villages below one another, under one header each, keep their villages, kinds and years")
    func villagesBelow() throws {
        func saved(_ rows: [[String]], _ table: TableSchema, _ columns: Column...) throws -> [[String]] {
            let text = rows.enumerated().map { WrittenBook.row($0 + 1, $1) }.joined()
            let session = try FakeSession(CaseTown.saved())
            let before = session[table].count
            let report = try Importer(paths: [try book(text)], update: false, today: Town.today).run(into: session)
            #expect(report.faults.isEmpty, "\(report.notices)")
            return session[table].dropFirst(before).map { record in columns.map { record.record.text($0) } }
        }
        let header = ["序号", "户主", "家庭人口", "识别时间"]
        #expect(
            try saved(
                [
                    ["店子槽村花名册"], header, ["1", "罗一", "3", "2014"], ["填表人：王某"], ["小龙潭村花名册"], header,
                    ["1", "罗二", "3", "2014"], ["小龙潭村花名册（续）"], header, ["2", "罗三", "3", "2014"],
                ], .households, .head, .village
            ) == [["罗二", "422801100201"], ["罗三", "422801100201"], ["罗一", "422801100211"]])
        let activities = ["序号", "时间", "主题"]
        #expect(
            try saved(
                [
                    ["店子槽村主题党日台账（2015年）"], activities, ["1", "5月6日", "一"], [], ["店子槽村主题党日台账（2016年）"], activities,
                    ["1", "6月1日", "二"], [], ["店子槽村2016年主题活动台账"], activities, ["1", "6月2日", "三"],
                ], .activities, .title, .heldOn, .kind
            ) == [
                ["一", "2015-05-06", "主题党日"], ["二", "2016-06-01", "主题党日"], ["三", "2016-06-02", "主题活动"],
            ])
    }

    @Test("A sheet whose name and title name two villages is of neither until an officer says so")
    func twoVillages() throws {
        let rows =
            WrittenBook.row(1, ["店子槽村贫困户花名册"])
            + WrittenBook.row(2, ["户主姓名", "家庭人口", "识别时间"]) + WrittenBook.row(3, ["罗一", "3", "2014年"])
        let index = "<sheets><sheet name=\"小龙潭村\" r:id=\"rId1\"/></sheets>"
        let path = try book(rows, index: index)
        func report(_ given: [GivenValue]) throws -> ImportReport {
            try Importer(ImportOrder(paths: [path], given: given), today: Town.today).run(
                into: try FakeSession(CaseTown.saved()))
        }
        #expect(try report([]).faults.map { $0.contains("「村编码」") } == [true])
        #expect(try report([GivenValue("村", .sheetName)]).isAccepted)
    }

    @Test("A month as a number is refused where it may have lost its zero, and read where it cannot have")
    func monthsAsNumbers() throws {
        let header = WrittenBook.row(1, ["户编号", "户主", "村编码", "人口", "识别日期"])
        func faults(_ cell: String) throws -> [ImportNotice.Reason] {
            let start = ["M1", "罗一", "422801100211", "3"].map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
            let path = try book(header + "<row r=\"2\">\(start)\(cell)</row>")
            return try Importer(paths: [path], update: false, today: Town.today).run(
                into: try FakeSession(Town.saved())
            )
            .notices.map(\.reason)
        }
        #expect(try faults("<c><v>2014.1</v></c>") == [.unreadable(.monthLost("2014.1"), column: .identifiedOn)])
        #expect(try faults("<c><v>2014.11</v></c>") == [])
        #expect(try faults("<c t=\"str\"><v>2014.1</v></c>") == [])
        #expect(try faults("<c><v>2014.2</v></c>") == [])
    }

    @Test("A formula without a value is refused though its element is there; one that came to no text is empty")
    func formulas() throws {
        let header = WrittenBook.row(1, ["户编号", "户主", "村编码", "人口", "识别日期", "脱贫日期"])
        func faults(_ cell: String) throws -> [ImportNotice.Reason] {
            let start = ["M1", "罗一", "422801100211", "3", "2014-01-01"].map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
            let path = try book(header + "<row r=\"2\">\(start)\(cell)</row>")
            return try Importer(paths: [path], update: false, today: Town.today).run(
                into: try FakeSession(Town.saved())
            )
            .notices.map(\.reason)
        }
        let fault: [ImportNotice.Reason] = [.unreadable(.notComputed, column: .liftedOn)]
        #expect(try faults("<c><f>DATE(2016,5,6)</f><v></v></c>") == fault)
        #expect(try faults("<c><f>DATE(2016,5,6)</f></c>") == fault)
        #expect(try faults("<c t=\"str\"><f>IF(1,\"\")</f><v></v></c>") == [])
    }

    @Test(
        "A key that a spreadsheet made a power of ten is refused, any other is its own",
        arguments: [
            ("4.22801E+11", true), ("5E-07", true), ("-1.5e+3", true), ("3E12", false), ("E+11", false),
            ("4.E+11", false), ("4.2E+", false),
            ("H4E+11", false), ("4E+1x", false),
        ])
    func exponents(cell: String, isSpoilt: Bool) throws {
        let report = try Town.check(
            ["户编号,户主,村编码,人口,识别日期\n\(cell),王五,422801100211,1,2014-01-01\n"], into: FakeSession(Town.saved()))
        #expect(
            report.notices.map(\.reason) == (isSpoilt ? [.unreadable(.exponent(cell), column: .householdID)] : []))
    }

    @Test("A reader that is asked for a sheet's merged cells looks them up in its bytes, wherever pieces end")
    func largeSheet() throws {
        let filler = (2...3_000).map {
            WrittenBook.row($0, ["M\($0)", "罗一", "422801100211", "3", "2014-01-01", "因\($0)"])
        }.joined()
        let path = try book(Self.header + filler, behind: "<mergeCells><mergeCell ref=\"C2:C4\"/></mergeCells>")
        #expect(try SheetDump.sheets(path)[0].dump.merges == ["C2:C4"])
    }
}
