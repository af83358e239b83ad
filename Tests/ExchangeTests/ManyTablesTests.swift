import PartyWork
import Testing

@testable import Exchange

@Suite("Lists with a row for each person, and with helpers")
struct ManyTablesTests {
    private func cells(_ session: FakeSession) -> [[String]] {
        session.cells(.households, .householdID, .head, .village, .headcount) {
            $0.hasPrefix("5") || $0.hasPrefix("H2")
        }
    }

    // MARK: Rows for each person

    @Test(
        "One household a number, its head from the column of relations, the others counted against what it says",
        arguments: ["v02_人表_与户主关系.xlsx", "v03_合并单元格.xlsx"])
    func kept(name: String) throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.checkKept(name, into: session)
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(
            cells(session) == [["5123981614", "王五", "422801100211", "2"], ["5123981615", "李六", "422801100211", "1"]])
        #expect(report.counts[.households] == .init(new: 2))
        let again = try CaseTown.checkKept(name, into: FakeSession(session.all))
        #expect(again.counts[.households] == .init(unchanged: 2))
    }

    @Test("Where the list says no number of people they are counted, and no name of the head it is the head's own")
    func counted() throws {
        let session = try FakeSession(CaseTown.saved())
        let text =
            "村,姓名,与户主关系,识别时间\n店子槽,王五,户主,2014\n店子槽,赵七,配偶,\n,钱八,长子,\n店子槽,李六,户主,2014\n店子槽,孙九,之女,2014\n"
        let report = try CaseTown.check(text, into: session)
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(
            cells(session) == [["H211-0001", "王五", "422801100211", "3"], ["H211-0002", "李六", "422801100211", "2"]])
    }

    @Test("More or fewer people than the list has are asked about; a household without a head is refused")
    func wrong() throws {
        let session = try FakeSession(CaseTown.saved())
        let text =
            "户码,村,户主,姓名,与户主关系,人口,识别时间\n51,店子槽,王五,王五,户主,3,2014\n51,店子槽,王五,赵七,配偶,3,2014\n"
            + "52,店子槽,李六,孙九,之女,1,2014\n52,店子槽,李六,孙十,之子,1,2014\n"
        let report = try CaseTown.check(text, into: session)
        #expect(report.notices.filter { $0.reason == .members(claimed: 3, found: 2) }.map(\.line) == [2])
        #expect(report.faults == ["1.csv:4: 这一户没有“户主”一行，请补上"])
    }

    // MARK: Helpers

    @Test("A list of households with helpers is asked about people whom nobody knows, and saves nothing")
    func unknown() throws {
        let report = try CaseTown.checkKept("v01_户表_识别年度.xlsx", into: FakeSession(CaseTown.saved()))
        #expect(
            report.faults.map { String($0.drop { $0 != "!" }) } == [
                "!2: 帮扶人“覃绍槐”不在台账里：请先登记，或一并登记（按 F5，命令行加 --add-people）",
                "!3: 帮扶人“向启椿”不在台账里：请先登记，或一并登记（按 F5，命令行加 --add-people）",
            ])
    }

    @Test("It fills households, people and pairings; importing it twice changes nothing")
    func filled() throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.checkKept("v01_户表_识别年度.xlsx", into: session, addsPeople: true)
        #expect(report.faults.isEmpty)
        #expect(
            session.cells(.households, .householdID, .head, .headcount, .identifiedOn, .liftedOn) { $0.hasPrefix("5") }
                == [
                    ["5123981614", "王五", "4", "2014-12-31", "2016-12-31"], ["5123981615", "李六", "3", "2013-12-31", ""],
                ])
        #expect(
            session.cells(.people, .personID, .personName, .organization, .category, .phone) { $0.hasPrefix("P00") }
                == [
                    ["P0007", "覃绍槐", "422801100", "群众", "13800000000"],
                    ["P0008", "向启椿", "422801100", "群众", "13800000001"],
                ])
        #expect(
            session.cells(.pairings, .householdID, .personID, .startedOn) { $0.hasPrefix("5") } == [
                ["5123981614", "P0007", "2016-06-30"], ["5123981615", "P0008", "2016-06-30"],
            ])
        #expect(report.notices.contains { $0.reason == .pairedToday(Town.today) })
        #expect(report.notices.contains { $0.reason == .helperAdded("覃绍槐", RecordKey("P0007"), .resident) })
        #expect(!report.notices.contains { $0.text.contains("帮扶责任人”，已忽略") })
        let again = FakeSession(session.all)
        let second = try CaseTown.checkKept("v01_户表_识别年度.xlsx", into: again)
        #expect(second.isAccepted && again.all == session.all)
        #expect(second.counts[.pairings] == .init(unchanged: 2))
    }

    @Test("Several helpers in a cell, telephones behind names or beside them; a day that the list or the officer says")
    func several() throws {
        let session = try FakeSession(CaseTown.saved())
        let text =
            "户码,户主,村,人口,识别时间,帮扶干部,帮扶单位,帮扶人电话,结对时间\n"
            + "51,甲,店子槽,2,2014,谭小满、新来的13900000001,,,2016.3\n52,乙,店子槽,2,2014,向玉田（会计）,小龙潭村,,\n"
            + "53,丙,店子槽,2,2014,\"新 人；又一人\",三河村委会,1390002；1390003,\n54,丁,店子槽,2,2014,,,,\n"
        let report = try CaseTown.check(text, into: session, given: ["开始日期=2016-01-01", "类别=正式党员"], addsPeople: true)
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(
            session.cells(.people, .personName, .organization, .category, .phone) { $0.hasPrefix("P00") } == [
                ["新来的", "422801100", "正式党员", "13900000001"], ["新人", "422801100202", "正式党员", "1390002"],
                ["又一人", "422801100202", "正式党员", "1390003"],
            ])
        #expect(
            session.cells(.pairings, .householdID, .personID, .startedOn) { $0.hasPrefix("5") } == [
                ["51", "P0007", "2016-03-31"], ["51", "P02", "2016-03-31"], ["52", "P05", "2016-01-01"],
                ["53", "P0008", "2016-01-01"], ["53", "P0009", "2016-01-01"],
            ])
    }

    @Test("A helper of whom there are several is told with the candidates, at the row of the household")
    func namesakes() throws {
        let text = "户码,户主,村,人口,识别时间,帮扶人\n51,甲,店子槽,2,2014,向玉田\n"
        let report = try CaseTown.check(text, into: FakeSession(CaseTown.saved()), addsPeople: true)
        #expect(
            report.faults == ["1.csv:2: 「人员编号」“向玉田”不止一个：向玉田（P03，店子槽村）、向玉田（P05，小龙潭村），请改写编号"])
    }

    @Test("A list of pairings may have several helpers in a cell too, and people whom nobody knows")
    func pairings() throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "村名,贫困户户主,帮扶责任人,单位及职务,联系电话,结对时间\n店子槽,牟金桂,谭小满、覃绍槐,镇党委书记,138、139,2016-01-01\n"
        #expect(try CaseTown.check(text, into: session).faults.count == 1)
        let added = try FakeSession(CaseTown.saved())
        #expect(try CaseTown.check(text, into: added, addsPeople: true).faults.isEmpty)
        #expect(
            added.cells(.people, .personName, .organization, .post, .phone) { $0 == "P0007" }
                == [["覃绍槐", "422801100", "镇党委书记", "139"]])
        #expect(
            added.cells(.pairings, .householdID, .personID) { $0.contains("2016") } == [
                ["H02", "P0007"], ["H02", "P02"],
            ])
    }

    @Test("A file of the contract has no helpers, whatever stands beside its columns")
    func contract() throws {
        let text = "户编号,户主,村编码,人口,识别日期,帮扶责任人\n51,甲,422801100211,2,2014-01-01,没有人\n"
        let report = try CaseTown.check(text, into: FakeSession(CaseTown.saved()))
        #expect(report.notices.map(\.reason) == [.unknownColumn("帮扶责任人")])
    }

    @Test(
        "Whom a cell names",
        arguments: [
            ("张三", ["张三 "]), ("张三、李四", ["张三 ", "李四 "]), ("张三13800000000", ["张三 13800000000"]),
            ("张 三（138 0000 0000）", ["张三 13800000000"]),
            ("张三 13800000000 李四 13900000000", ["张三 13800000000", "李四 13900000000"]),
            ("张三|李四／王五", ["张三 ", "李四 ", "王五 "]), ("张三（村支书）李四（会计）", ["张三 ", "李四 "]),
            ("张三（村支书）,李四", ["张三 ", "李四 "]), ("P02", ["P02 "]), ("", []),
        ])
    func helpers(cell: String, helpers: [String]) {
        let found = HelperCell(cell) { _ in false }.helpers
        #expect(found.map { "\($0.name) \($0.phone)" } == helpers)
    }

    @Test(
        "A blank parts helpers who are all known, unless the whole is a name that is",
        arguments: [
            ("谭小满 牟金", ["谭小满", "牟金"]), ("王 五", ["王五"]), ("谭小 满", ["谭小满"]), ("谭小满 没有人", ["谭小满 没有人?"]), ("甲 乙丙", ["甲乙丙"]),
        ])
    func blanks(cell: String, names: [String]) {
        let helpers = HelperCell(cell) { ["谭小满", "牟金"].contains($0) }.helpers
        #expect(helpers.map { $0.name + ($0.isUnclear ? "?" : "") } == names)
    }

    @Test("Two helpers parted by a blank become two pairings; of whom nobody knows one is never made of two")
    func blankParted() throws {
        let session = try FakeSession(CaseTown.saved())
        let header = "户码,户主,村,人口,识别时间,帮扶责任人,结对时间\n"
        let report = try CaseTown.check(header + "51,甲,店子槽,3,2014-01-01,谭小满 钟白石,2016-01-01\n", into: session)
        #expect(report.isAccepted)
        #expect(session.cells(.pairings, .personID) { $0.hasPrefix("51") } == [["P01"], ["P02"]])
        let unclear = try CaseTown.check(
            header + "51,甲,店子槽,3,2014-01-01,文廷芝 谭宗权,2016-01-01\n", into: FakeSession(CaseTown.saved()), addsPeople: true
        )
        #expect(unclear.faults == ["1.csv:2: 帮扶人“文廷芝 谭宗权”分不清是一个人还是几个人：几个人请用“、”分开，一个人请去掉空格"])
    }

    // MARK: People who took part

    private static let activities = "活动编号,活动日期,类型,所在支部,主题,参加人员\n"

    @Test(
        "Who took part is found by name in the branch, then among the township's; in a file of the contract by number alone"
    )
    func participants() throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check(
            Self.activities + "Z1,2016-06-15,主题党日,店子槽,学习,谭小满、向玉田\nZ2,2016-06-15,主题党日,三河,学习,P06;钟白石\n", into: session)
        #expect(report.isAccepted)
        #expect(session.cells(.activities, .participants) { $0.hasPrefix("Z") } == [["P02;P03"], ["P06;P01"]])
        let other = try CaseTown.check(
            Self.activities + "Z3,2016-06-15,主题党日,三河,学习,没有人\nZ4,2016-06-15,主题党日,三河,学习,谭小满\n", into: session)
        #expect(
            other.faults == [
                "1.csv:2: 「参加人员」找不到名称为“没有人”的，请先登记，或核对名称、改写编号",
                "1.csv:3: 「参加人员」这个支部没有“谭小满”，别处有：谭小满（P02，店子槽村）；是他就改写编号",
            ])
        let exact = "编号,日期,类型,组织编码,主题,参加人员\nZ9,2016-06-16,主题党日,422801100211,学习,谭小满\n"
        #expect(
            try CaseTown.check(exact, into: session).faults == [
                "1.csv:2: 「参加人员」“谭小满”不是登记的人员编号；要按姓名找，请把列名改成“参加人员姓名”再导入"
            ])
    }

    // MARK: What looks wrong

    @Test(
        "Many people in one household, many visits by one person on a day are asked about; not in a file of the contract"
    )
    func suspicious() throws {
        let session = try FakeSession(CaseTown.saved())
        let list = try CaseTown.check("户码,户主,村,人口,识别时间\n51,甲,店子槽,21,2014\n52,乙,店子槽,20,2014\n", into: session)
        #expect(list.notices.map(\.reason) == [.manyPeople(21)])
        let visits = (0..<21).map { "Z\($0),2016-05-0\($0 == 20 ? 2 : 1),帮扶走访,店子槽,看望,P02,H01\n" }.joined()
        let header = "活动编号,活动日期,类型,所在支部,主题,参加人员,户码\n"
        #expect(try CaseTown.check(header + visits, into: session).notices.isEmpty)
        let more = (30..<60).map { "Z\($0),2016-05-03,帮扶走访,店子槽,看望,P02,H01\n" }.joined()
        let report = try CaseTown.check(header + more, into: session)
        #expect(report.notices.map(\.reason) == [.manyVisits("P02", Day("2016-05-03").unsafelyUnwrapped, 30)])
        let plain = "户编号,户主,村编码,人口,识别日期\n61,甲,422801100211,99,2014-01-01\n"
        #expect(try CaseTown.check(plain, into: session).notices.isEmpty)
    }

    @Test("Post and telephone right of a helper are the helper's, left of one the household's")
    func besideHelper() throws {
        func people(_ header: String, _ row: String) throws -> [[String]] {
            let session = try FakeSession(CaseTown.saved())
            let report = try CaseTown.check(
                "户码,户主,村,人口,识别时间,\(header)\n51,甲,店子槽,2,2014,\(row)\n", into: session, addsPeople: true)
            #expect(report.faults.isEmpty, "\(report.notices)")
            return session.cells(.people, .personName, .post, .phone) { $0.hasPrefix("P00") }
        }
        #expect(try people("帮扶责任人,职务,联系电话", "新来人,所长,13900000001") == [["新来人", "所长", "13900000001"]])
        #expect(try people("帮扶人及电话,备注", "新来人（13900000001）,无") == [["新来人", "", "13900000001"]])
        #expect(try people("联系电话,帮扶责任人,备注,职务", "13900000001,新来人,无,所长") == [["新来人", "", ""]])
    }

    @Test("Households without a number are changed by village and head, though new ones would need more")
    func changedByName() throws {
        let session = try FakeSession(CaseTown.saved())
        _ = try CaseTown.check("户码,户主,村,人口,识别时间\n51,甲,店子槽,2,2014\n", into: session)
        let text = "行政村,户主姓名,脱贫年度\n店子槽,甲,2016\n"
        let report = try CaseTown.check(text, into: session, update: true)
        #expect(report.faults.isEmpty && report.counts[.households] == .init(updated: 1), "\(report.notices)")
        #expect(
            session.cells(.households, .householdID, .headcount, .identifiedOn, .liftedOn) { $0 == "51" }
                == [["51", "2", "2014-12-31", "2016-12-31"]])
        let unknown = try CaseTown.check("行政村,户主姓名,脱贫年度\n店子槽,乙,2016\n", into: session, update: true)
        #expect(!unknown.isAccepted)
        #expect(try !CaseTown.check(text, into: session).isAccepted)
    }

    @Test("Two tables one below the other in a sheet are both read, each by its own header")
    func twoTables() throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.checkKept("two_tables.xlsx", into: session)
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(report.counts[.households] == .init(new: 2) && report.counts[.people] == .init(new: 2))
        #expect(report.sources.map(\.place.line) == [2, 8])
        #expect(
            session.cells(.people, .personName, .category, .phone) { $0.hasPrefix("P00") }
                == [["测党一", "正式党员", "13812345671"], ["测党二", "预备党员", ""]])
        let again = try CaseTown.checkKept("two_tables.xlsx", into: FakeSession(session.all))
        #expect(again.counts[.households] == .init(unchanged: 2) && again.counts[.people] == .init(unchanged: 2))
    }
}
