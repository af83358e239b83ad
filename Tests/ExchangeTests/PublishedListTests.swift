import PartyWork
import Testing

@testable import Exchange

@Suite("Lists as offices publish them")
struct PublishedListTests {
    private func people(_ session: FakeSession) -> [[String]] {
        session.cells(.people, .personName, .organization, .category) { _ in true }.filter { $0[0].hasPrefix("甲") }
    }

    /// The header that is found in a text.
    private func header(_ lines: [String]) throws -> Header {
        var search = HeaderSearch(HeaderBook(of: TableSchema.builtIn))
        var bytes = ArraySlice(lines.joined(separator: "\n").utf8)
        var reader = RowReader { buffer in
            let count = min(buffer.count, bytes.count)
            buffer.copyBytes(from: bytes.prefix(count))
            bytes = bytes.dropFirst(count)
            return count
        }
        while !search.isOver, try reader.next() { search.look(at: reader) }
        let found = search.finish()
        return try #require(found)
    }

    @Test("A household's card is no list: its family are no people of the ledger, and what stands below is no member")
    func card() throws {
        let text =
            "试验区户情档案（一户一档）\n乡镇：龙凤镇；村（社区）：店子槽村；湾组：1；更新日期：2017.9.14\n"
            + "家庭成员信息,户主和与户主关系,姓名,政治面貌,联系电话,备注\n,户主,甲一,群众,13500000001,\n,妻子,甲二,群众,,\n"
            + "家庭信息,家庭类型,门牌,农户星级,主要收入,户情状态\n,普通户,60号,,务工,绿色\n"
        for given in [[], ["识别日期=2014-01-01", "村=店子槽村"], ["类别=群众", "组织编码=店子槽村"]] {
            let session = try FakeSession(CaseTown.saved())
            let report = try CaseTown.check(text, into: session, given: given)
            #expect(report.notices.map(\.reason).contains(.card("试验区户情档案（一户一档）")), "\(report.notices)")
            #expect(people(session).isEmpty && session.cells(.households, .head) { $0.hasPrefix("H2") }.isEmpty)
        }
    }

    @Test("A list of families under a title of all cards is one of households, not of people")
    func families() throws {
        let text = "一户一档名单\n村,户编号,户主和与户主关系,姓名,政治面貌\n店子槽村,51,户主,甲一,群众\n店子槽村,51,妻子,甲二,群众\n"
        let report = try CaseTown.check(text, into: FakeSession(CaseTown.saved()))
        #expect(
            report.notices.map(\.reason).contains(.noTable(nearest: .households, missing: [.identifiedOn])),
            "\(report.notices)")
        let session = try FakeSession(CaseTown.saved())
        #expect(try CaseTown.check(text, into: session, given: ["识别日期=2014-01-01"]).isAccepted)
        #expect(session.cells(.households, .head, .headcount) { $0 == "51" } == [["甲一", "2"]])
        #expect(people(session).isEmpty)
    }

    @Test("A household that is none of the poor ones by its kind is refused; one that is lifted needs the day")
    func kinds() throws {
        let rows =
            "村,户主,家庭人口,户属性,识别年度\n店子槽村,甲一,3,一般农户,2014\n店子槽村,甲二,4,脱贫户,2014\n店子槽村,甲三,4,低保户,2014\n"
            + "店子槽村,甲四,4,非低保户,2014\n"
        let report = try CaseTown.check("户主信息表\n" + rows, into: FakeSession(CaseTown.saved()))
        #expect(
            report.notices.filter { $0.kind == .fault }.map(\.reason)
                == [.otherHousehold("一般农户", "户属性"), .stateWithoutDay("脱贫户", .liftedOn)])
        let asked = "村,户主,家庭人口,识别年度,是否建档立卡\n店子槽村,甲一,3,2014,否\n店子槽村,甲二,3,2014,是\n店子槽村,甲三,3,2014,×\n"
        #expect(
            try CaseTown.check("户主信息表\n" + asked, into: FakeSession(CaseTown.saved())).notices
                .filter { $0.kind == .fault }.map(\.reason)
                == [.otherHousehold("否", "是否建档立卡"), .otherHousehold("×", "是否建档立卡")])
    }

    @Test("When somebody left the party is asked about, and not passed over")
    func expelled() throws {
        let text = "序号,姓名,所在党支部,类别,入党时间,出党时间\n1,甲一,店子槽村党支部,正式党员,1998-07-01,2015-03-02\n"
        let report = try CaseTown.check("出党人员\n" + text, into: FakeSession(CaseTown.saved()))
        #expect(report.notices.map(\.reason).contains(.undecided("出党时间")))
        #expect(!report.isAccepted)
    }

    @Test("人员类别 tells who is what where 政治面貌 stands there too")
    func categories() throws {
        let session = try FakeSession(CaseTown.saved())
        let text =
            "序号,姓名,公民身份号码,政治面貌,人员类别,党籍状态,所在党支部,手机号码\n1,甲一,,中共党员,正式党员,正常,店子槽村党支部,\n2,甲二,,中共党员,预备党员,正常,店子槽村党支部,\n"
        let report = try CaseTown.check("党员名册\n" + text, into: session)
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(people(session) == [["甲一", "422801100211", "正式党员"], ["甲二", "422801100211", "预备党员"]])
    }

    @Test("A list of divisions has their codes and the names of the villages; one of households may have the codes too")
    func divisions() throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check("行政区划代码,村名,总户数\n422801100298,试验村,500\n", into: session)
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(
            session.cells(.organizations, .name, .kind) { $0 == "422801100298" } == [["试验村", "村党组织"]])
        let households = try FakeSession(CaseTown.saved())
        let list = "贫困户名单\n行政区划代码,村名,户主,家庭人口,识别年度\n422801100211,店子槽村,甲一,3,2014\n"
        #expect(try CaseTown.check(list, into: households).faults.isEmpty)
        #expect(households.cells(.households, .head, .village) { $0.hasPrefix("H2") } == [["甲一", "422801100211"]])
    }

    @Test(
        "Rows that mean nothing to a table come nearest only where no row means anything; the widest, of those the first"
    )
    func strangers() throws {
        let wide = (1...20).map { row in (1...30).map { "丙\(row)丁\($0)" }.joined(separator: ",") }
        #expect(try header(["垃圾收运统计表", "星期一,星期二"] + wide).line == 3)
        #expect(try header(wide + ["村,户主,家庭人口,识别年度", "店子槽村,甲一,3,2014"]).table == .households)
    }

    @Test(
        "In a list of pairings a telephone is the helper's by its name or right of him, left of him the household's",
        arguments: [
            ("户主姓名,联系电话,帮扶责任人,帮扶人手机号,结对时间", 3), ("户主姓名,联系电话,帮扶责任人,结对时间", nil), ("帮扶责任人,联系电话,户主姓名,结对时间", 1),
        ])
    func telephones(names: String, place: Int?) throws {
        let header = try header(["结对名单", names, "牟金桂,1,2,2016-01-01,2016-01-01"])
        #expect(header.table == .pairings && header.aids[.helperPhone] == place)
    }

    @Test("What is planned never happened: neither a remark in the header nor the title is passed over")
    func plans() throws {
        let rows = "村,户主,家庭人口,识别年度,%\n店子槽村,甲一,3,2013,2016\n"
        func list(_ title: String, _ column: String) -> String { title + "\n" + rows.replacing("%", with: column) }
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check(list("贫困户名单", "脱贫年度（计划）"), into: session)
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(session.cells(.households, .head, .liftedOn) { $0.hasPrefix("H2") } == [["甲一", ""]])
        for title in ["贫困户脱贫计划表", "贫困户预计脱贫名单", "贫困户脱贫目标"] {
            let planned = try CaseTown.check(list(title, "脱贫年度"), into: FakeSession(CaseTown.saved()))
            #expect(planned.notices.map(\.reason).contains(.undecided("脱贫年度")) && !planned.isAccepted, "\(title)")
        }
    }

    @Test("What a list of changes says of a row needs the day")
    func changes() throws {
        let text = "村,户主,家庭人口,识别年度,调整类型\n店子槽村,甲一,3,2013,退出\n店子槽村,甲二,3,2013,新增\n店子槽村,甲三,3,2013,清退\n"
        let report = try CaseTown.check("贫困户动态调整表\n" + text, into: FakeSession(CaseTown.saved()))
        #expect(
            report.notices.filter { $0.kind == .fault }.map(\.reason)
                == [.stateWithoutDay("退出", .liftedOn), .stateWithoutDay("清退", .closedOn)])
    }
}
