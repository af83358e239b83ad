import PartyWork
import Testing

@testable import Exchange

@Suite("Lists as offices keep them: lines that are no rows, loose cells, headers of several rows")
struct ForeignListTests {
    private static let header = "户码,户主,行政村,人口,识别日期\n"

    // MARK: Lines that are no rows

    @Test(
        "Totals, signatures and notes are passed over and said, and never saved",
        arguments: [
            ("total.xlsx", ["4 合计 5，本表相加 5；合计 2户，本表相加 2，不导入"]), ("sign.xlsx", ["4 “填表人：张三”一行是说明，不导入"]),
            ("note.xlsx", ["4 “注：人口以户籍为准”一行是说明，不导入"]),
        ])
    func kept(name: String, lines: [String]) throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.checkKept(name, into: session)
        #expect(report.isAccepted && report.passedOver == lines && report.counts[.households] == .init(new: 2))
        #expect(
            session.cells(.households, .householdID, .head, .headcount) { $0.hasPrefix("U") }
                == [["U01", "罗一", "3"], ["U02", "罗二", "2"]])
    }

    @Test("So they are in a list of cooperatives, though such a line has all that a row needs")
    func cooperatives() throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.checkKept("coop_total.xlsx", into: session)
        #expect(report.passedOver == ["3 合计 5，本表相加 5；合计 20，本表相加 20；合计 1个，本表相加 1，不导入"])
        #expect(session.cells(.cooperatives, .creditCode) == [["934228010000000014"]])
    }

    @Test("A roster with a title, a unit, a total, signatures and notes")
    func roster() throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.checkKept("v07_合计和备注.xlsx", into: session)
        #expect(report.faults.isEmpty)
        #expect(
            report.passedOver == [
                "6 合计 5，本表相加 5；合计 2户，本表相加 2，不导入", "7 “填表人：张某”一行是说明，不导入",
                "8 “注：1.本表一式三份；2.识别时间以系统为准。”一行是说明，不导入",
            ])
        #expect(
            session.cells(.households, .householdID, .head, .village, .headcount, .cause, .identifiedOn) {
                $0.hasPrefix("5")
            } == [
                ["5123981614", "王五", "422801100211", "2", "因病", "2014-02-13"],
                ["5123981615", "李六", "422801100211", "3", "因病", "2014-02-13"],
            ])
    }

    @Test("In a file of the contract only a line that lacks what is required may be a total or a note")
    func contract() throws {
        let report = try CaseTown.checkKept("total.csv", into: FakeSession(CaseTown.saved()))
        #expect(report.passedOver == ["3 小计 3，本表相加 3，不导入", "5 合计 5，本表相加 5，不导入"])
        #expect(report.isAccepted && report.counts[.households] == .init(new: 2))
        let text = "户编号,户主,村编码,人口,识别日期\n合计,甲,422801100211,1,2014-02-13\n,乙,422801100211,1,2014-02-13\n"
        let bad = try CaseTown.check(text, into: FakeSession(CaseTown.saved()))
        #expect(bad.passedOver.isEmpty && bad.notices.map(\.line) == [3])
    }

    @Test("A total that does not fit is told; one above its rows, of a part or of all is checked against what it is of")
    func totals() throws {
        let text =
            "户码,户主,行政村,人口,识别日期\n合计,,,9,\n店子槽村小计,,,5,\nA1,甲,店子槽,2,2014\nA2,乙,店子槽,3,2014\n小 计,,,3,\n"
            + "A3,丙,三河,3,2014\n总计：,3户,,9人,\n合计,,,8,\n"
        let report = try CaseTown.check(text, into: FakeSession(CaseTown.saved()))
        #expect(
            report.passedOver == [
                "2 合计 9，本表相加 8，不导入；对不上，请核对",
                "3 店子槽村小计 5，本表相加 5，不导入", "6 小 计 3，本表相加 3，不导入", "8 总计： 9人，本表相加 8；总计： 3户，本表相加 3，不导入；对不上，请核对",
                "9 合计 8，本表相加 8，不导入",
            ])
        #expect(report.isAccepted && report.counts[.households] == .init(new: 3))
    }

    @Test("A row that begins like a total or a note is a row, because it has its key")
    func rows() throws {
        let text =
            "备注,户码,户主,行政村,人口,识别日期\n合计错误,B1,甲,店子槽,2,2014\n注：已核,B2,乙,店子槽,3,2014\n合计,B3,合计香,店子槽,1,2014\n"
            + "说明：这是说明,,,,,\n3,,,,,\n备注,户码,户主,行政村,人口,识别日期\n2.另一条,,,,,\n"
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check(text, into: session)
        #expect(
            session.cells(.households, .householdID, .head) { $0.hasPrefix("B") }
                == [["B1", "甲"], ["B2", "乙"], ["B3", "合计香"]])
        #expect(
            report.passedOver == [
                "5 “说明：这是说明”一行是说明，不导入", "6 这一行只有序号，不导入", "7 这一行又是表头，不导入", "8 “2.另一条”一行是说明，不导入",
            ])
    }

    @Test("A line with something wrong and no label stays a bad row")
    func bad() throws {
        let report = try CaseTown.check(Self.header + "C1,,店子槽,2,2014\n,甲,,,\n", into: FakeSession(CaseTown.saved()))
        #expect(report.faults.count == 4 && report.passedOver.isEmpty)
    }

    // MARK: Loose cells

    @Test("In a workbook a month is its last day under the contract's own headers too, as text and as a date")
    func months() throws {
        let session = try FakeSession(CaseTown.saved())
        #expect(try CaseTown.checkKept("yearmonth.xlsx", into: session).isAccepted)
        #expect(
            session.cells(.households, .identifiedOn, .liftedOn) { $0.hasPrefix("F") }
                == [["2014-01-01", "2016-06-30"], ["2014-01-01", "2016-06-30"]])
    }

    @Test("Words for none are none, a group names its village, blanks in a name do not count; a village is needed")
    func words() throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.checkKept("v17_脱贫年度杂.xlsx", into: session)
        #expect(report.faults == ["v17_脱贫年度杂.xlsx[Sheet1]!7: 「村编码」必填，不能为空"])
        #expect(
            session.cells(.households, .householdID, .head, .village, .identifiedOn, .liftedOn) { $0.hasPrefix("5") }
                == [
                    ["5123981614", "王五", "422801100211", "2014-12-31", ""],
                    ["5123981615", "王六", "422801100211", "2014-12-31", "2017-12-31"],
                    ["5123981616", "王六", "422801100211", "2014-12-31", ""],
                    ["5123981617", "王六", "422801100211", "2014-12-31", ""],
                    ["5123981618", "王六", "422801100211", "2014-12-31", ""],
                ])
    }

    @Test(
        "A cell as the contract has it",
        arguments: [
            (Column.liftedOn, "预脱贫", ""), (.liftedOn, "至今", ""), (.liftedOn, "已脱贫", "已脱贫"), (.liftedOn, "是", "是"),
            (.headcount, "3人", "3"), (.headcount, "3 口", "3"), (.headcount, "三人", "三人"), (.headcount, "/", ""),
            (.head, "王　五", "王五"), (.head, "Anna Li", "Anna Li"), (.cause, "无", "无"), (.headcount, "３人", "3"),
            (.identifiedOn, "２０１４．２", "2014.2"), (.householdID, "Ｈ９", "H9"),
            (.cause, "１类", "１类"), (.closedReason, "-", "-"),
        ])
    func cell(column: Column, cell: String, text: String) throws {
        #expect(LooseCell.text(cell, of: try #require(TableSchema.households[column])) == text)
    }

    @Test(
        "No word for none exempts anybody or is a telephone; ticks and short words are what they stand for",
        arguments: [
            (Column.exemption, "否", ""), (.exemption, "无", ""), (.exemption, "年老体弱", "年老体弱"), (.phone, "无", ""),
            (.phone, "—", ""),
            (.post, "无", ""), (.category, "正式", "正式党员"), (.category, "预备", "预备党员"), (.category, "党员", "党员"),
            (.committee, "√", "是"),
            (.committee, "×", "否"), (.post, "书记\n主任\n", "书记 主任"), (.personName, "李\r\n娟\n", "李娟"),
            (.category, "正式党员\n", "正式党员"),
            (.arrivedOn, "2016\n5", "2016\n5"),
        ])
    func cellOfPeople(column: Column, cell: String, text: String) throws {
        #expect(LooseCell.text(cell, of: try #require(TableSchema.people[column])) == text)
    }

    @Test("A telephone that a spreadsheet made a power of ten is refused as a number is")
    func spoiltPhone() throws {
        let text = "姓名,所在支部,党员类别,联系电话\n周八,店子槽,正式党员,1.39111E+10\n"
        #expect(
            try CaseTown.check(text, into: FakeSession(CaseTown.saved())).notices.map(\.reason)
                == [.unreadable(.exponent("1.39111E+10"), column: .phone)])
    }

    @Test("A word for none in the place of a name is nobody: it is told as missing, or there is nobody")
    func nobody() throws {
        let session = try FakeSession(CaseTown.saved())
        let households =
            "户主,村,家庭人口,识别时间,帮扶责任人\n甲,店子槽,2,2014,无\n乙,店子槽,2,2014,未安排\n丙,店子槽,2,2014,谭小满\n"
        let report = try CaseTown.check(households, into: session, given: ["开始日期=2016-01-01"], addsPeople: true)
        #expect(report.faults.isEmpty && report.counts[.people] == nil)
        #expect(
            session.cells(.pairings, .personID, .startedOn).filter { $0[1] == "2016-01-01" } == [["P02", "2016-01-01"]])
        let pairings = "村,贫困户户主,帮扶责任人,结对时间\n店子槽,甲,暂无,2016-01-01\n"
        #expect(
            try CaseTown.check(pairings, into: session, addsPeople: true).faults == ["1.csv:2: 「人员编号」必填，不能为空"])
        let visits = "时间,活动类别,支部,活动主题,参加人员\n2016年5月6日 9:30,主题党日,店子槽村党支部,学党章,无\n"
        #expect(try CaseTown.check(visits, into: session).isAccepted)
        #expect(session.cells(.activities, .title, .participants).last == ["学党章", ""])
    }

    @Test("Names parted by blanks, of which one is filled up by a blank itself")
    func filledUp() throws {
        let helpers = HelperCell("谭小满 李 娟", isKnown: ["谭小满", "李娟"].contains).helpers
        #expect(helpers.map(\.name) == ["谭小满", "李娟"])
    }

    // MARK: Pages, and villages one below another

    /// The households of a list, as head and village.
    private func households(_ text: String) throws -> (ImportReport, [[String]]) {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check(text, into: session)
        return (report, session.cells(.households, .head, .village) { !$0.hasPrefix("H0") })
    }

    @Test("The title once more and the number of a page are passed over; another title begins another list")
    func pages() throws {
        let page = "序号,户主,家庭人口,识别时间\n"
        let (report, saved) = try households(
            "店子槽村花名册,,,\n\(page)1,甲,2,2014\n第1页 共2页,,,\n店子槽村花名册（续）,,,\n\(page)2,乙,2,2014\n店子槽村花名册,,,\n"
                + "\(page)3,丙,2,2014\n- 3 -,,,\n")
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(saved == [["甲", "422801100211"], ["乙", "422801100211"], ["丙", "422801100211"]])
        let (other, both) = try households("店子槽村花名册,,,\n\(page)1,甲,2,2014\n店子槽村名单,,,\n\(page)2,乙,2,2014\n")
        #expect(other.sources.count == 2 && other.isAccepted, "\(other.notices)")
        #expect(both == [["甲", "422801100211"], ["乙", "422801100211"]])
    }

    @Test("The numbers of the columns and an example below the header are no rows")
    func belowHeader() throws {
        let (report, saved) = try households(
            "序号,村,户主,家庭人口,识别时间\n1,2,3,4,5\n例,店子槽,张某某,3,2014\n1,店子槽,甲,2,2014\n2,店子槽,例,2,2014\n")
        #expect(report.faults.isEmpty && report.passedOver.count == 2, "\(report.notices)")
        #expect(saved == [["甲", "422801100211"], ["例", "422801100211"]])
    }

    @Test("A line that names another village is never passed over as a note: the rows below may be of that one")
    func otherVillage() throws {
        let list = "店子槽村花名册,,,\n序号,户主,家庭人口,识别时间\n1,甲,2,2014\n填表人：王某,,,\n"
        let (other, both) = try households(list + "小龙潭村,,,\n1,乙,2,2014\n")
        #expect(other.faults.isEmpty, "\(other.notices)")
        #expect(both == [["乙", "422801100201"], ["甲", "422801100211"]])
        let (own, saved) = try households(list + "龙凤镇店子槽村委会,,,\n2016年5月6日,,,\n")
        #expect(own.faults.isEmpty && saved == [["甲", "422801100211"]], "\(own.notices)")
    }

    @Test(
        "A year of two digits is of this century, among strokes and dots where the end can be no year",
        arguments: [
            ("16/6/3", "2016/6/3"), ("16.6.30", "2016.6.30"), ("05/06/14", "05/06/14"), ("16年6月", "2016-06-30"),
            ("16年", "2016-12-31"), ("16年6月30日", "2016年6月30日"), ("6/30/16", "6/30/16"),
        ])
    func centuries(cell: String, text: String) {
        #expect(LooseDate.text(cell, by: Town.today) == text)
    }

    @Test(
        "Days in Chinese digits, and the end of a month or year, are read; what is not sure stays as it is",
        arguments: [
            ("二〇一四年五月", "2014-05-31"), ("二○一六年十二月三十一日", "2016年12月31日"), ("二零一六年十月二十日", "2016年10月20日"),
            ("二〇一六年", "2016-12-31"), ("2014年底", "2014-12-31"), ("2014年5月份", "2014-05-31"), ("2014年5月底", "2014-05-31"),
            ("2014年初", "2014年初"), ("二〇一四年十三月", "二〇一四年十三月"), ("二〇一四年五月二十十日", "二〇一四年五月二十十日"),
            ("三月", "三月"), ("二〇一四", "二〇一四"),
        ])
    func chineseDays(cell: String, text: String) {
        #expect(LooseDate.text(cell, by: Town.today) == text)
        #expect(cell.contains("日") || LooseDate.text(cell, isExact: true) == cell)
    }

    @Test("A group beside its village's name, a stamp below the list: read, and passed over")
    func stamped() throws {
        let text = "名单,,,,\n户\u{3000}码,户 主,村组,家庭人口（人）,识别时间\nE1,甲,店子槽村二组,３,16年1月\n单位（盖章）：,,,日期：2016年6月30日,\n"
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check(text, into: session)
        #expect(report.faults.isEmpty && report.passedOver == ["4 “单位（盖章）：”一行是说明，不导入"])
        #expect(
            session.cells(.households, .village, .headcount, .identifiedOn) { $0 == "E1" }
                == [["422801100211", "3", "2016-01-31"]])
    }

    @Test(
        "A day without a year is of the only year that the title speaks of, which is told; else it is refused",
        arguments: [
            ("店子槽村2016年主题党日台账", "5月6日", "2016-05-06"), ("店子槽村2015年度主题党日台账", "11月30号", "2015-11-30"),
            ("店子槽村2016年5月主题党日台账", "5月6日", "2016-05-06"), ("店子槽村2016年主题党日台账", "2015年5月6日", "2015-05-06"),
            ("店子槽村2015年、2016年主题党日台账", "5月6日", nil), ("店子槽村主题党日台账 填报日期：2016年1月5日", "5月6日", nil),
            ("店子槽村主题党日台账", "5月6日", nil), ("店子槽村2016年主题党日台账", "5月32日", nil), ("店子槽村2016年主题党日台账", "5月", nil),
        ] as [(String, String, String?)])
    func yearAbove(title: String, cell: String, day: String?) throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check("\(title),\n日期,主题\n\(cell),党课\n", into: session)
        #expect(
            session.cells(.activities, .heldOn).dropFirst(2) == (day.map { [[$0]] } ?? [])[...], "\(report.notices)")
        #expect(report.faults.isEmpty == (day != nil), "\(report.faults)")
        let year = day.flatMap { cell.contains("年") ? nil : Int($0.prefix(4)) }
        let told = report.notices.compactMap { if case .yearAbove(let year) = $0.reason { year } else { nil } }
        #expect(told == (year.map { [$0] } ?? []))
    }

    @Test("Under the contract's header in a CSV file nothing is loose")
    func exact() throws {
        let text = "户编号,户主,村编码,人口,识别日期,脱贫日期\nH9,王 五,422801100211,2,2014-01-01,未脱贫\n"
        #expect(
            try CaseTown.check(text, into: FakeSession(CaseTown.saved())).notices.map(\.reason)
                == [.field(FieldFault(.liftedOn, .notADay("未脱贫")))])
    }

    @Test(
        "The village of a group's name",
        arguments: [
            ("店子槽村一组", "店子槽村"), ("店子槽村第三村民小组", "店子槽村"), ("店子槽12组", "店子槽"), ("小组", nil), ("合作组", nil),
            ("店子槽村", nil), ("村一组", nil),
        ])
    func groups(name: String, village: String?) {
        #expect(OrganizationName.village(ofGroup: name) == village)
    }

    @Test("The county and the city may stand before a township")
    func stems() {
        #expect(OrganizationName.stem("恩施市龙凤镇店子槽村", below: ["龙凤镇"]) == "店子槽")
        #expect(OrganizationName.stem("小龙凤镇村", below: ["龙凤镇"]) == "小龙凤镇")
        // What would be left of it is no name.
        #expect(OrganizationName.stem("龙凤镇街", below: ["龙凤镇"]) == "龙凤镇街")
    }

    @Test("Statistical codes are codes, and the kind follows from them")
    func divisions() throws {
        let session = try FakeSession(CaseTown.saved())
        #expect(try CaseTown.checkKept("xzqh.csv", into: session).isAccepted)
        #expect(
            session.cells(.organizations, .code, .name, .kind) { $0 == "422801100001" || $0 == "422801100200" } == [
                ["422801100001", "龙凤社区居委会", "村党组织"], ["422801100200", "龙凤村村委会", "村党组织"],
            ])
        let text = "统计用区划代码,名称\n422801101000,白杨镇\n422801101901,某机关\n422800000000,恩施州\n"
        let report = try CaseTown.check(text, into: session)
        #expect(session.cells(.organizations, .kind) { $0 == "422801101" } == [["乡镇党委"]])
        #expect(report.notices.filter { $0.kind == .fault }.map(\.line) == [3, 4])
    }

    // MARK: Headers of several rows

    @Test("Rows below groups are joined with them")
    func joined() throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.checkKept("v04_两行表头.xlsx", into: session)
        #expect(report.sources[0].manner?.words == ["表头在第 3–4 行"])
        #expect(
            report.sources[0].columns.map(\.name) == [
                "序号", "村名", "户编号", "户主姓名", "家庭人口", "识别时间", "帮扶责任人姓名", "帮扶责任人单位", "帮扶责任人电话",
            ])
        #expect(
            session.cells(.households, .householdID, .head, .village, .headcount, .identifiedOn) { $0.hasPrefix("5") }
                == [["5123981614", "王五", "422801100211", "2", "2014-02-13"]])
    }

    @Test(
        "So they are in a CSV file, where a group is what nothing stands beside",
        arguments: [
            "花名册\n基本情况,,,,识别,脱贫情况\n户编号,户主姓名,村名,人口,时间,脱贫时间\n",
            "花名册,,,,,\n户编号,户主,村名,人口,识别情况,脱贫\n,,,,时间,时间\n",
            "户编号,户主,贫困户信息,,,\n,,村名,人口,识别时间,脱贫时间\n",
            "贫困户,,,,日期,\n户编号,户主,村名,人口,识别,脱贫\n,,,,时间,时间\n",
        ])
    func groups(header: String) throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check(header + "D1,王五,店子槽,2,2014年,2016.5\n", into: session)
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(
            session.cells(.households, .head, .headcount, .identifiedOn, .liftedOn) { $0 == "D1" }
                == [["王五", "2", "2014-12-31", "2016-05-31"]])
    }

    @Test("Under a group of those who are helped stands the household, under one of those who help the helper")
    func helped() throws {
        let session = try FakeSession(CaseTown.saved())
        let header = "帮扶干部,,,帮扶对象,,,,结对时间\n姓名,单位及职务,联系电话,村,户主姓名,人口,识别时间,\n"
        let report = try CaseTown.check(
            "结对帮扶一览表\n" + header + "王大山,镇政府干部,13800000001,店子槽,罗一,3,2014年,2015.3.1\n", into: session, addsPeople: true)
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(
            session.cells(.households, .head, .village, .headcount) { _ in true }.contains(["罗一", "422801100211", "3"]))
        #expect(report.counts[.pairings] == .init(new: 1))
    }

    @Test("A list of village cadres names the village, and says 政治面貌 in the party's own words")
    func cadres() throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check(
            "两委干部花名册\n序号,村（社区）,姓名,职务,政治面貌,联系电话\n1,店子槽,罗一,支部书记,中共党员,13500000001\n2,店子槽,罗二,村医,群众,\n3,店子槽,罗三,委员,中共预备党员,\n",
            into: session)
        #expect(report.faults.isEmpty, "\(report.notices)")
        let rows = session.cells(.people, .personName, .organization, .category) { _ in true }.filter {
            $0[0].hasPrefix("罗")
        }
        #expect(
            rows == [["罗一", "422801100211", "正式党员"], ["罗二", "422801100211", "群众"], ["罗三", "422801100211", "预备党员"]])
    }

    @Test("What belongs to somebody else is not taken for the household's; a row is not taken for a header")
    func others() {
        func rows(_ lines: String...) -> [HeaderRow] {
            lines.enumerated().compactMap { number, line in
                var bytes = ArraySlice(line.utf8)
                var reader = RowReader { buffer in
                    let count = min(buffer.count, bytes.count)
                    buffer.copyBytes(from: bytes.prefix(count))
                    bytes = bytes.dropFirst(count)
                    return count
                }
                guard (try? reader.next()) == true else { return nil }
                return HeaderRow(reader, isFolded: true)
            }
        }
        func names(_ rows: [HeaderRow]) -> [String?] { HeaderBlock(rows, TableSchema.builtIn).names }
        #expect(names(rows("户主,,帮扶干部,,", "姓名,电话,姓名,电话,职务")) == ["户主姓名", "电话", "帮扶干部姓名", "帮扶干部电话", "帮扶干部职务"])
        #expect(names(rows("户编号,户主,", "A1,王五,")) == ["户编号", "户主", ""])
        #expect(names(rows("户编号,户主,,", ",,1,2")) == ["户编号", "户主", "", ""])
        #expect(names(rows("填报单位：甲,,日期：", "户编号,户主,人口")) == ["填报单位：甲", "", "日期："])
    }
}
