import PartyWork
import Testing

@testable import Exchange

/// Lists as they are printed and put up: side by side on wide paper, village after village, with the numbers of the columns.
@Suite("Lists as they are printed")
struct PrintedPageTests {
    /// Imports a sheet of texts into the small town, twice; the second time nothing may change.
    private func households(
        _ lines: [[String]], given: [String] = ["识别日期=2014-01-01"], isText: Bool = false
    ) throws -> (report: ImportReport, saved: [[String]]) {
        let folder = try TemporaryFolder()
        let path = try write(lines, isText, folder)
        let order = ImportOrder(paths: [path], given: given.compactMap(GivenValue.init))
        let session = try FakeSession(CaseTown.saved())
        let report = try Importer(order, today: Town.today).run(into: session)
        let again = FakeSession(session.all)
        _ = try Importer(order, today: Town.today).run(into: again)
        #expect(again.all == session.all)
        let saved = session.cells(.households, .head, .village, .headcount) { $0.hasPrefix("H2") }
        return (report, saved.sorted { $0[2] < $1[2] })
    }

    /// A sheet of texts, or a text with commas.
    private func write(_ lines: [[String]], _ isText: Bool, _ folder: borrowing TemporaryFolder) throws -> String {
        if isText { return try folder.write("a.csv", lines.map { $0.joined(separator: ",") }.joined(separator: "\n")) }
        let rows = lines.enumerated().map { WrittenBook.row($0 + 1, $1) }.joined()
        return try folder.write("a.xlsx", WrittenBook.bytes(rows, behind: "", index: ""))
    }

    // MARK: Part after part

    /// The people of a sheet of texts, each with the category that the file gave.
    private func people(
        _ lines: [[String]], given: [String] = [], isText: Bool = false, _ columns: [Column] = [.personName, .category]
    ) throws -> (report: ImportReport, saved: [[String]]) {
        let folder = try TemporaryFolder()
        let path = try write(lines, isText, folder)
        let order = ImportOrder(paths: [path], given: given.compactMap(GivenValue.init))
        let session = try FakeSession(CaseTown.saved())
        func cells() -> [[String]] { session[.people].map { person in columns.map { person.record.text($0) } } }
        let before = Set(cells())
        let report = try Importer(order, today: Town.today).run(into: session)
        return (report, cells().filter { !before.contains($0) }.sorted { $0[0] < $1[0] })
    }

    @Test(
        "Rows below 一、正式党员 and 二、预备党员 are that, however the lines are numbered and counted",
        arguments: [
            ("正式党员", "预备党员"), ("一、正式党员（2人）", "二、预备党员（1人）"), ("（一）正式党员", "（二）预备党员"), ("1.正式党员：2人", "2.预备党员共1人"),
        ])
    func words(first: String, second: String) throws {
        let (report, saved) = try people([
            ["店子槽村党支部党员花名册"], ["姓名", "职务", "性别"], [first], ["罗一", "书记"], ["罗二", ""], [second], ["罗三", ""],
        ])
        // The column that is not read is told once.
        #expect(report.notices.map(\.reason) == [.notKept("性别"), report.notices[1].reason], "\(report.notices)")
        #expect(saved == [["罗一", "正式党员"], ["罗三", "预备党员"], ["罗二", "正式党员"]])
    }

    @Test(
        "Within a village lines say what the rows are, within such a word lines may name villages; what stood within ends with it",
        arguments: [
            [
                ["一、店子槽村党支部"], ["（一）正式党员"], ["罗一", ""], ["（二）预备党员"], ["罗二", ""], ["二、三河村党支部"], ["（一）正式党员"],
                ["罗三", ""], ["（二）预备党员"], ["罗四", ""],
            ],
            [
                ["一、正式党员"], ["店子槽村"], ["罗一", ""], ["三河村"], ["罗三", ""], ["二、预备党员"], ["店子槽村"], ["罗二", ""], ["三河村"],
                ["罗四", ""],
            ],
        ], [false, true])
    func nested(lines: [[String]], isText: Bool) throws {
        let (report, saved) = try people(
            [["龙凤镇党员花名册"], ["姓名", "职务"]] + lines, isText: isText, [.personName, .organization, .category])
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(
            saved == [
                ["罗一", "422801100211", "正式党员"], ["罗三", "422801100202", "正式党员"], ["罗二", "422801100211", "预备党员"],
                ["罗四", "422801100202", "预备党员"],
            ])
    }

    @Test("A village without the words of the one before is nobody's guess, and its line cannot be left out alone")
    func nestedWithout() throws {
        let lines = [
            ["龙凤镇党员花名册"], ["姓名", "职务"], ["店子槽村"], ["预备党员"], ["罗一", ""], ["三河村"], ["罗三", ""],
        ]
        let (report, _) = try people(lines)
        #expect(report.faults.count == 1 && report.faults[0].contains("!6: “三河村”像是说下面各行的"), "\(report.faults)")
        #expect(report.rowFaults.isEmpty)
    }

    @Test("A line that says something else than what the officer gave for all rows refuses the file, at its line")
    func wordBesideGiven() throws {
        let (report, _) = try people(
            [["店子槽村党支部党员花名册"], ["姓名", "职务"], ["罗一", "书记"], ["二、预备党员"], ["罗三", ""]], given: ["类别=正式党员"])
        #expect(report.faults.count == 1 && report.faults[0].contains("!4: "), "\(report.faults)")
        #expect(!report.isAccepted)
    }

    @Test("A village among names, beside the one that the officer gave, is nobody's name")
    func villageBesideGiven() throws {
        let (report, _) = try people(
            [["党员花名册"], ["姓名", "职务"], ["罗一", "书记"], ["2.三河村"], ["罗三", ""]], given: ["类别=正式党员", "所在支部=422801100211"])
        #expect(report.faults.count == 1 && report.faults[0].contains("!4: “2.三河村”像是说下面各行的"), "\(report.faults)")
        #expect(!report.isAccepted)
    }

    // MARK: Side by side

    @Test(
        "Lists side by side are read one after another; what stands below only one of them is its own",
        arguments: [false, true])
    func sideBySide(isText: Bool) throws {
        let (report, saved) = try households(
            [
                ["店子槽村贫困户名单"], ["序号", "户主", "人口", "", "序号", "户主", "人口", "", "序号", "户主", "人口"],
                ["1", "罗一", "1", "", "3", "罗三", "3", "", "5", "罗五", "5"], ["2", "罗二", "2", "", "4", "罗四", "4"],
                ["", "", "", "", "合计", "5户", "15"],
            ], isText: isText)
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(
            saved == [
                ["罗一", "422801100211", "1"], ["罗二", "422801100211", "2"], ["罗三", "422801100211", "3"],
                ["罗四", "422801100211", "4"], ["罗五", "422801100211", "5"],
            ])
        // The total is of all three.
        #expect(report.passedOver == ["5 “合计”一行是合计，不导入"])
    }

    @Test(
        "What is shown of each of them is its own, also while something is missing",
        arguments: [[], ["识别日期=2014-01-01"]])
    func samples(given: [String]) throws {
        let folder = try TemporaryFolder()
        let lines = [["店子槽村名单"], ["户主", "人口", "户主", "人口"], ["罗一", "1", "罗二", "2"]]
        let rows = lines.enumerated().map { WrittenBook.row($0 + 1, $1) }.joined()
        let path = try folder.write("a.xlsx", WrittenBook.bytes(rows, behind: "", index: ""))
        let order = ImportOrder(paths: [path], given: given.compactMap(GivenValue.init))
        let report = try Importer(order, today: Town.today, isReview: true).run(
            into: FakeSession(CaseTown.saved()))
        #expect(report.sources.map { $0.samples.last?.cells ?? [] } == [["罗一", "1"], ["罗二", "2"]])
    }

    @Test("A bad cell of any of them refuses the file, at its line")
    func badSideBySide() throws {
        let (report, _) = try households([
            ["店子槽村名单"], ["户主", "人口", "户主", "人口"], ["罗一", "1", "罗二", "二"], ["罗三", "零", "", ""],
        ])
        #expect(
            report.faults.map { String($0.drop { $0 != "!" }) } == [
                "!4: 「人口」“零”应为 1–99999 的整数", "!3: 「人口」“二”应为 1–99999 的整数",
            ])
        #expect(!report.isAccepted)
    }

    @Test(
        "Only whole lists with the same names stand side by side",
        arguments: [
            (["户主", "人口", "户主", "人口"], [0..<2, 2..<4]), (["", "户主", "人口", "", "户主", "人口"], [1..<4, 4..<6]),
            (["户主", "人口", "户主", "村"], []), (["村", "户主", "人口", "户主", "人口"], []), (["户主", "户主", "户主"], []),
            (["户主", "人口"], []), ([], []), (["户主", "人口", "户主", "人口", "备注"], []),
        ] as [([String], [Range<Int>])])
    func parts(names: [String], parts: [Range<Int>]) {
        #expect(SideBySide.parts(of: names) == parts)
    }

    // MARK: Village after village

    @Test("A village alone on a line is that of the rows below it, also where nothing above the header names one")
    func parts() throws {
        let header = ["序号", "户主", "人口"]
        let (report, saved) = try households([
            ["龙凤镇名单"], header, ["一、店子槽村（2户）"], ["1", "罗一", "1"], ["一组"], ["2", "罗二", "2"], ["二、三河村（1户）"],
            ["1", "罗三", "3"], ["合计", "3户", "6"],
        ])
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(
            saved == [
                ["罗一", "422801100211", "1"], ["罗二", "422801100211", "2"], ["罗三", "422801100202", "3"],
            ])
        let (titled, own) = try households([
            ["店子槽村名单"], header, ["1", "罗一", "1"], ["三河村"], ["1", "罗三", "3"],
        ])
        #expect(titled.faults.isEmpty, "\(titled.notices)")
        #expect(own == [["罗一", "422801100211", "1"], ["罗三", "422801100202", "3"]])
    }

    @Test(
        "A village that nobody knows, or beside what the officer gave, is refused; rows never go to the village before")
    func unknownPart() throws {
        let lines = [["序号", "户主", "人口"], ["店子槽村"], ["1", "罗一", "1"], ["三合村"], ["1", "罗三", "3"]]
        let (unknown, _) = try households(lines)
        #expect(unknown.faults.count == 1 && unknown.faults[0].contains("三合村"), "\(unknown.notices)")
        #expect(!unknown.isAccepted)
        let (given, _) = try households(lines, given: ["识别日期=2014-01-01", "村=店子槽村"])
        #expect(given.faults.allSatisfy { $0.contains("!4: ") } && !given.isAccepted)
    }

    @Test("Where each row names its village, lines of a village or a group alone are passed over")
    func ownVillages() throws {
        let (report, saved) = try households([
            ["村", "户主", "人口"], ["店子槽村（1户）"], ["店子槽", "罗一", "1"], ["三河村第二村民小组"], ["三河", "罗二", "2"],
        ])
        #expect(report.faults.isEmpty && report.passedOver.count == 2, "\(report.notices)")
        #expect(saved == [["罗一", "422801100211", "1"], ["罗二", "422801100202", "2"]])
    }

    // MARK: Around the rows

    @Test(
        "The numbers of a form's columns are no household, however they are written",
        arguments: [
            ["甲", "1", "2"], ["甲", "乙", "1"], ["栏次", "1", "2"], ["（1）", "（2）", "（3）"], ["1", "2", "3=1+2"],
        ])
    func columnNumbers(line: [String]) throws {
        let (report, saved) = try households([
            ["店子槽村名单"], ["序号", "户主", "人口"], line, ["1", "罗一", "1"],
        ])
        #expect(report.faults.isEmpty && report.passedOver.count == 1, "\(report.notices)")
        #expect(saved == [["罗一", "422801100211", "1"]])
    }

    @Test(
        "A total that counts the names below their column is no household called by that number",
        arguments: ["2", "2户"])
    func countedNames(count: String) throws {
        let (report, saved) = try households([
            ["店子槽村名单"], ["序号", "户主", "人口"], ["1", "罗一", "1"], ["2", "罗二", "2"], ["合计", count, "3"],
        ])
        #expect(report.faults.isEmpty && report.passedOver.count == 1, "\(report.notices)")
        #expect(saved == [["罗一", "422801100211", "1"], ["罗二", "422801100211", "2"]])
    }

    @Test("Until when it hangs, whom to call, who put a stamp on it and when are no rows")
    func stamps() throws {
        let (report, saved) = try households([
            ["店子槽村名单"], ["序号", "户主", "人口"], ["1", "罗一", "1"], ["公示时间：2016年5月1日至5月7日，监督电话：8400000"],
            ["", "", "店子槽村民委员会"], ["", "", "2016年5月1日"],
        ])
        #expect(report.faults.isEmpty && report.passedOver.count == 3, "\(report.notices)")
        #expect(saved == [["罗一", "422801100211", "1"]])
        // With no note before it the stamp says enough.
        #expect(try households([["村", "户主", "人口"], ["三河", "罗一", "1"], ["龙凤镇人民政府"]]).report.isAccepted)
    }
}
