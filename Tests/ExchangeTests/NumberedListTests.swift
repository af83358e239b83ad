import PartyWork
import Testing

@testable import Exchange

@Suite("Lists without numbers or without a column")
struct NumberedListTests {
    /// Imports a kept list twice; the second time nothing may change.
    private func twice(_ name: String, given: [String] = []) throws -> (ImportReport, FakeSession) {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.checkKept(name, into: session, given: given)
        let again = FakeSession(session.all)
        let second = try CaseTown.checkKept(name, into: again, given: given)
        #expect(second.faults == report.faults && again.all == session.all)
        #expect(second.counts.values.allSatisfy { $0.new == 0 && $0.updated == 0 })
        return (report, session)
    }

    @Test("Households are numbered by village, and found again by village and head")
    func households() throws {
        let (report, session) = try twice("v05_无户编号.xlsx")
        #expect(report.isAccepted && report.sources[0].numbered == 2)
        #expect(
            session.cells(
                .households, .householdID, .head, .village, .headcount, .cause, .identifiedOn, .liftedOn
            ) { $0.hasPrefix("H2") } == [
                ["H211-0001", "王五", "422801100211", "2", "因病", "2014-02-13", ""],
                ["H211-0002", "李六", "422801100211", "3", "因病", "2014-02-13", "2016-12-30"],
            ])
        #expect(!"\(session.all)".contains("42280119650101"))
    }

    @Test("People are numbered, and found again by branch and name")
    func people() throws {
        let (report, session) = try twice("v08_党员花名册.xlsx")
        #expect(report.isAccepted)
        #expect(
            session.cells(.people, .personID, .personName, .organization, .category, .phone) { $0 > "P06" } == [])
        #expect(
            session.cells(.people, .personID, .personName, .organization, .category, .phone) {
                $0.hasPrefix("P0007") || $0.hasPrefix("P0008")
            }
                == [
                    ["P0007", "王小明", "422801100211", "正式党员", "13800000000"],
                    ["P0008", "李小红", "422801100211", "预备党员", "13800000001"],
                ])
        #expect(!"\(session.all)".contains("42280119"))
    }

    @Test("Activities are numbered, and found again by branch, kind, day and title; one value is given for the kind")
    func activities() throws {
        let (report, session) = try twice("v13_主题党日记录.xlsx", given: ["类型=@文件名"])
        #expect(report.faults == ["v13_主题党日记录.xlsx[Sheet1]!3: 「组织编码」找不到名称为“龙马村党支部”的，请先登记，或核对名称、改写编号"])
        #expect(
            session.cells(.activities, .heldOn, .kind, .organization, .title) { $0.contains("-") }
                == [["2016-06-15", "主题党日", "422801100211", "学习党章"]])
        #expect(try CaseTown.checkKept("v13_主题党日记录.xlsx", into: session).faults[0].contains("缺少必需的列：「类型」"))
    }

    @Test("A cooperative belongs to the branch of its village; a spoilt number is refused")
    func cooperatives() throws {
        let (report, session) = try twice("v12b_合作社_所属村.xlsx")
        #expect(report.faults.count == 1 && report.faults[0].hasPrefix("v12b_合作社_所属村.xlsx[Sheet1]!3: 「统一社会信用代码」"))
        #expect(
            session.cells(.cooperatives, .creditCode, .organization, .foundedOn, .memberHouseholds, .householdsLed)
                == [["93422801MA48ABCD12", "422801100211", "2013-05-31", "20", "35"]])
    }

    @Test("A list that can be mapped as CSV is read as a workbook too", arguments: ["r1.csv", "r1_党员信息表.xlsx"])
    func roster(name: String) throws {
        let (report, session) = try twice(name)
        #expect(report.isAccepted)
        #expect(
            session.cells(.people, .personName, .organization, .category, .phone) { $0 == "P0007" }
                == [["王小明", "422801100211", "正式党员", "13800000000"]])
    }

    // MARK: Found by its head

    private static let pairings = "村名,贫困户户主,帮扶责任人,结对时间\n"

    @Test("A pairing finds its household by village and head; of several of the name the candidates are told")
    func heads() throws {
        let session = try FakeSession(CaseTown.saved())
        let text =
            Self.pairings
            + "店子槽,牟 金桂,谭小满,2016-01-01\n,杨满仓,谭小满,2016\n店子槽,覃土生,谭小满,2016-01-01\n三河,牟金桂,谭小满,2016-01-01\n"
        let report = try CaseTown.check(text, into: session)
        #expect(
            report.faults == [
                "1.csv:4: 「户编号」“店子槽 覃土生”不止一个：覃土生（H01，店子槽村）、覃土生（H03，店子槽村），请改写编号",
                "1.csv:5: 「户编号」找不到名称为“三河 牟金桂”的，请先登记，或核对名称、改写编号",
            ])
        #expect(
            session.cells(.pairings, .householdID, .personID, .startedOn) { $0.contains("2016") }
                == [["H02", "P02", "2016-01-01"], ["H05", "P02", "2016-12-31"]])
    }

    @Test("Households of the call are found so too")
    func headsOfTheCall() throws {
        let session = try FakeSession(CaseTown.saved())
        let folder = try TemporaryFolder()
        let paths = [
            try folder.write("a.csv", Self.pairings + "店子槽,新户主,谭小满,2016-01-01\n"),
            try folder.write("b.csv", "户主姓名,村,人口,识别时间\n新户主,店子槽,2,2014\n"),
        ]
        #expect(try Importer(paths: paths, update: false, today: Town.today).run(into: session).isAccepted)
        #expect(session.cells(.pairings, .householdID) { $0.contains("2016") } == [["H211-0001"]])
    }

    // MARK: Namesakes

    private static let households = "户主姓名,村,人口,识别时间,身份证号\n"

    @Test("Rows of one name are told apart by identity numbers, which nobody keeps; without them they are asked about")
    func identities() throws {
        let session = try FakeSession(CaseTown.saved())
        let text = Self.households + "王五,店子槽,2,2014,1\n王五,店子槽,3,2014,2\n王 五,店子槽,3,2014,2\n"
        let report = try CaseTown.check(text, into: session)
        #expect(report.faults == ["1.csv:4: “H211-0002”与 1.csv:3 重复，请只留一行"])
        let unclear = try CaseTown.check(
            Self.households + "王五,三河,2,2014,\n王五,三河,3,2014,\n", into: FakeSession(CaseTown.saved()))
        #expect(unclear.faults == ["1.csv:3: “王五”与 1.csv:2 同名，分不清是不是同一个：是就只留一行，不是请写上编号"])
    }

    @Test("Of several saved ones the one is meant that is equal; else the candidates are told")
    func several() throws {
        let session = try FakeSession(CaseTown.saved())
        let first = Self.households + "王五,店子槽,2,2014,1\n王五,店子槽,3,2014,2\n"
        #expect(try CaseTown.check(first, into: session).isAccepted)
        let turned = FakeSession(session.all)
        let report = try CaseTown.check(
            Self.households + "王五,店子槽,3,2014,2\n王五,店子槽,2,2014,1\n", into: turned)
        #expect(report.isAccepted && report.counts[.households] == .init(unchanged: 2))
        let other = try CaseTown.check(Self.households + "王五,店子槽,4,2014,1\n", into: turned)
        #expect(other.faults == ["1.csv:2: 「户编号」“王五”不止一个：H211-0001、H211-0002，请改写编号"])
    }

    @Test("People of one name and branch are told apart by their telephones, in the call and among those saved")
    func phones() throws {
        let session = try FakeSession(CaseTown.saved())
        let header = "姓名,所在党支部,党员类别,联系电话,现任职务\n"
        let text = header + "王小,店子槽,正式党员,1380001,\n王小,店子槽,正式党员,1380002,\n"
        #expect(try CaseTown.check(text, into: session).isAccepted)
        let again = FakeSession(session.all)
        #expect(try CaseTown.check(text, into: again).counts[.people] == .init(unchanged: 2))
        let changed = try CaseTown.check(header + "王小,店子槽,正式党员,1380002,会计\n", into: again)
        #expect(changed.notices.map(\.reason) == [.differs([ColumnChange(.post, old: "", new: "会计")])])
    }

    @Test("A row with a number of its own keeps it; the others of the file are numbered after it")
    func mixed() throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "户码,户主姓名,村,人口,识别时间\nH211-0007,甲,店子槽,2,2014\n,乙,店子槽,2,2014\n,甲,店子槽,2,2014\n"
        let report = try CaseTown.check(text, into: session)
        #expect(report.faults == ["1.csv:4: “甲”与 1.csv:2 同名，分不清是不是同一个：是就只留一行，不是请写上编号"])
        #expect(session.cells(.households, .householdID, .head) { $0.hasPrefix("H2") }.last == ["H211-0008", "乙"])
    }

    @Test("A file of the contract that lacks its numbers is refused as before, whatever else could be found")
    func contract() throws {
        let text = "户主,村编码,人口,识别日期\n甲,422801100211,2,2014-01-01\n"
        #expect(
            try CaseTown.check(text, into: FakeSession(CaseTown.saved())).notices.map(\.reason)
                == [.noTable(nearest: .households, missing: [.householdID])])
    }

    // MARK: Given values

    @Test(
        "One value stands for a column that the file lacks, the name of the file too",
        arguments: [("村=店子槽村", "1.csv"), ("村编码=@文件名", "龙凤镇店子槽村贫困户.csv"), ("行政村=422801100211", "1.csv")])
    func given(value: String, name: String) throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "户主姓名,人口\n甲,2\n乙,3\n"
        let report = try CaseTown.check(text, named: name, into: session, given: [value, "识别年度=2014", "人口=9"])
        #expect(report.isAccepted, "\(report.notices)")
        #expect(
            session.cells(.households, .householdID, .village, .headcount, .identifiedOn) { $0.hasPrefix("H2") } == [
                ["H211-0001", "422801100211", "2", "2014-12-31"], ["H211-0002", "422801100211", "3", "2014-12-31"],
            ])
        #expect(report.sources[0].given.map(\.column) == [.village, .identifiedOn])
    }

    @Test("The name of a sheet is its value too")
    func sheetName() throws {
        let folder = try TemporaryFolder()
        let rows = WrittenBook.row(1, ["户主姓名", "人口"]) + WrittenBook.row(2, ["甲", "2"])
        let index = "<sheets><sheet name=\"店子槽\" r:id=\"rId1\"/></sheets>"
        let path = try folder.write("户.xlsx", WrittenBook.bytes(rows, behind: "", index: index))
        let order = ImportOrder(
            paths: [path], given: ["村=@表名", "识别日期=2014-01-01"].compactMap(GivenValue.init))
        let session = try FakeSession(CaseTown.saved())
        #expect(try Importer(order, today: Town.today).run(into: session).isAccepted)
        #expect(session.cells(.households, .head, .village) { $0.hasPrefix("H2") } == [["甲", "422801100211"]])
    }

    @Test(
        "A line above the header gives the village, the branch and the kind that no column has",
        arguments: [
            ("龙凤镇店子槽村2016年贫困户花名册", [["甲", "422801100211"]]), ("填报单位（盖章）：店子槽村党支部", [["甲", "422801100211"]]),
            ("村名：\t店子槽村", [["甲", "422801100211"]]), ("各村贫困户花名册", []), ("店子槽村等三个村贫困户花名册", []), ("店子槽村、三河村贫困户花名册", []),
            ("店子槽村村民小组贫困户花名册", [["甲", "422801100211"]]), ("店子槽村党支部支部包户花名册", [["甲", "422801100211"]]),
            ("店子槽村党支部和三河党支部花名册", []),
            ("全镇贫困村、农村低保户花名册", []),
        ])
    func titles(title: String, found: [[String]]) throws {
        let session = try FakeSession(CaseTown.saved())
        let text = title + "\n户主姓名\t人口\t识别时间\n甲\t2\t2014\n"
        let report = try CaseTown.check(text, into: session)
        #expect(session.cells(.households, .head, .village) { $0.hasPrefix("H2") } == found)
        #expect(report.isAccepted == !found.isEmpty)
        #expect(report.sources[0].given.map(\.column) == (found.isEmpty ? [] : [.village]))
    }

    @Test("A value that was given goes before a line above the header; a kind that two words name is none")
    func titlesOfActivities() throws {
        let rows = "活动时间\t活动主题\n2016-05-05\t学党章\n"
        let session = try FakeSession(CaseTown.saved())
        #expect(try CaseTown.check("店子槽村党支部主题党日台账\n" + rows, into: session).isAccepted)
        #expect(
            session.cells(.activities, .kind, .organization, .title).filter { $0.last == "学党章" }
                == [["主题党日", "422801100211", "学党章"]])
        let twice = try CaseTown.check("店子槽村党支部2016年5月支部主题党日台账\n" + rows, into: FakeSession(CaseTown.saved()))
        #expect(twice.isAccepted && twice.sources[0].given.map(\.column) == [.kind, .organization])
        let other = try CaseTown.check(
            "店子槽村党支部主题党日台账\n" + rows, into: FakeSession(CaseTown.saved()), given: ["类型=专题调研", "所在支部=龙凤镇党委"])
        #expect(other.sources[0].given.map(\.text) == ["专题调研", "龙凤镇党委"])
        let two = try CaseTown.check("店子槽村党支部主题党日、主题活动台账\n" + rows, into: FakeSession(CaseTown.saved()))
        #expect(two.notices.map(\.reason).contains(.noTable(nearest: .activities, missing: [.kind])))
    }

    @Test("A list of households may call the head 姓名, and a list of visits names the household by its head")
    func looseHeads() throws {
        let session = try FakeSession(CaseTown.saved())
        #expect(
            try CaseTown.check("序号,村,组,姓名,家庭人口,识别时间\n1,店子槽村,一组,甲一,3,2014\n", into: session).isAccepted)
        #expect(session.cells(.households, .head, .village) { $0.hasPrefix("H2") } == [["甲一", "422801100211"]])
        let visits = "走访时间,走访户主,所在村,走访内容\n2016-05-04,甲一,店子槽村,问生产\n2016-05-05,无此人,店子槽村,问生产\n"
        let report = try CaseTown.check(visits, into: session, given: ["类型=帮扶走访"])
        #expect(
            report.faults.filter { $0.contains("户编号") } == ["1.csv:3: 「户编号」找不到名称为“422801100211 无此人”的，请先登记，或核对名称、改写编号"])
    }

    @Test("What is wrong with a given value is told once, and no row is saved")
    func wrong() throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "户主姓名,人口\n甲,2\n乙,3\n"
        let saved = session.all
        let report = try CaseTown.check(text, into: session, given: ["村=没有村", "识别日期=去年"])
        #expect(
            report.faults == [
                "1.csv:1: 「村编码」找不到名称为“没有村”的，请先登记，或核对名称、改写编号", "1.csv:1: 「识别日期」" + Fault.notADay("去年").text,
            ] && session.all == saved)
    }

    @Test("A value may be for one sheet or file alone, before one that is for all; a name that nothing has is refused")
    func scopes() throws {
        let folder = try TemporaryFolder()
        let text = "贫困户名单\n村,户主,人口\n店子槽,%,2\n"
        let paths = try ["甲", "乙"].map { try folder.write("\($0).csv", text.replacing("%", with: $0)) }
        func report(_ given: [String], _ session: FakeSession) throws -> ImportReport {
            let order = ImportOrder(paths: paths, given: given.compactMap(GivenValue.init))
            return try Importer(order, today: Town.today).run(into: session)
        }
        for name in ["甲", "甲.csv", " 甲 "] {
            let session = try FakeSession(CaseTown.saved())
            #expect(try report(["识别日期=2014-01-01", "\(name):识别日期=2015-02-03"], session).isAccepted)
            #expect(
                session.cells(.households, .head, .identifiedOn) { $0.hasPrefix("H2") }
                    == [["甲", "2015-02-03"], ["乙", "2014-01-01"]])
        }
        let given = ["识别日期=2014-01-01", "丙:识别日期=2015-02-03"]
        let refused = try report(given, FakeSession(CaseTown.saved()))
        #expect(refused.notices.filter { $0.kind == .fault }.map(\.reason) == [.notCalled("丙:识别日期=2015-02-03")])
    }

    @Test("So may the day on which pairings begin, and what new helpers are")
    func helpersOfOneFile() throws {
        let folder = try TemporaryFolder()
        let text = "贫困户名单\n村,户主,人口,识别时间,帮扶责任人\n店子槽,%,2,2014,丁%\n"
        let paths = try ["甲", "乙"].map { try folder.write("\($0).csv", text.replacing("%", with: $0)) }
        let given = ["乙:开始日期=2016-03-01", "开始日期=2016-01-01", "乙:类别=正式党员"]
        var order = ImportOrder(paths: paths, given: given.compactMap(GivenValue.init))
        order.addsPeople = true
        let session = try FakeSession(CaseTown.saved())
        #expect(try Importer(order, today: Town.today).run(into: session).isAccepted)
        #expect(
            session.cells(.pairings, .startedOn) { $0.contains("H2") } == [["2016-01-01"], ["2016-03-01"]])
        #expect(
            session.cells(.people, .personName, .category).filter { $0[0].hasPrefix("丁") }
                == [["丁甲", "群众"], ["丁乙", "正式党员"]])
    }

    @Test("A given value is read back as it was written")
    func values() {
        for text in ["村=店子槽", "识别日期=2014-01-01", "村=@表名", "类型=@文件名", "主题=a=b", "三河:村=@表名", "备注=8:30"] {
            #expect(GivenValue(text)?.text == text)
        }
        for text in ["村", "=店子槽", "村=", ":村=店子槽", "三河:=店子槽"] { #expect(GivenValue(text) == nil) }
    }
}
