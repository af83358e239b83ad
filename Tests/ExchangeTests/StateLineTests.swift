import PartyWork
import Testing

@testable import Exchange

@Suite("What a list says of the state of its rows")
struct StateLineTests {
    private static let rows = "序号,村,户主,家庭人口,识别时间\n1,店子槽村,甲一,3,2014-01-01\n"

    @Test(
        "A title that says that all are lifted or closed gives the year, or asks for the day",
        arguments: [
            ("龙凤镇2015年脱贫户花名册", ["2015-12-31", ""]), ("脱贫年度：2015年", ["2015-12-31", ""]),
            ("2016年贫困户清退名单", ["", "2016-12-31"]),
            ("2016年拟脱贫户名单", ["", ""]), ("2016年预计脱贫户名单", ["", ""]), ("贫困户、脱贫户花名册", ["", ""]), ("脱贫攻坚一户一策台账", ["", ""]),
            ("注：脱贫户另表", ["", ""]),
            ("脱贫户花名册", nil), ("脱贫年度：　　年", nil), ("2014年、2015年脱贫户花名册", nil),
        ])
    func titles(title: String, days: [String]?) throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check(title + "\n" + Self.rows, into: session)
        #expect(session.cells(.households, .liftedOn, .closedOn) { $0.hasPrefix("H2") } == (days.map { [$0] } ?? []))
        guard days == nil else { return }
        #expect(report.notices.map(\.reason).contains(.noTable(nearest: .households, missing: [.liftedOn])))
        let given = try CaseTown.check(
            title + "\n" + Self.rows, into: FakeSession(CaseTown.saved()), given: ["脱贫日期=2015年"])
        #expect(given.isAccepted)
    }

    @Test("A list that has the day says it itself")
    func days() throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "2016年脱贫户花名册\n村,户主,家庭人口,识别时间,脱贫时间\n店子槽村,甲一,3,2014-01-01,2016年11月\n"
        #expect(try CaseTown.check(text, into: session).isAccepted)
        #expect(session.cells(.households, .liftedOn) { $0.hasPrefix("H2") } == [["2016-11-30"]])
    }

    @Test(
        "A list of other households than the poor ones is none of the ledger's",
        arguments: [
            ("店子槽村五保户花名册", false), ("防返贫监测对象花名册", false), ("农村低保对象名单", false), ("低保贫困户名单", true), ("易地扶贫搬迁户花名册", true),
            ("建档立卡低保户名单", true),
        ])
    func others(title: String, isRead: Bool) throws {
        let report = try CaseTown.check(title + "\n" + Self.rows, into: FakeSession(CaseTown.saved()))
        #expect(report.isAccepted == isRead, "\(report.notices)")
        #expect(report.notices.map(\.reason).contains(.otherHouseholds(title)) == !isRead)
    }

    @Test("A row that says it is lifted needs the day; what is given for it is that of such rows alone")
    func state() throws {
        let text =
            "村,户主,家庭人口,识别时间,是否脱贫\n店子槽村,甲一,3,2014-01-01,是\n店子槽村,甲二,2,2014-01-01,否\n"
            + "店子槽村,甲三,2,2014-01-01,已脱贫（享受政策）\n店子槽村,甲四,2,2014-01-01,预脱贫\n"
        let report = try CaseTown.check("贫困户名单\n" + text, into: FakeSession(CaseTown.saved()))
        #expect(
            report.notices.filter { $0.kind == .fault }.map(\.reason)
                == [.stateWithoutDay("是", .liftedOn), .stateWithoutDay("已脱贫（享受政策）", .liftedOn)])
        let session = try FakeSession(CaseTown.saved())
        #expect(try CaseTown.check("贫困户名单\n" + text, into: session, given: ["脱贫日期=2016"]).isAccepted)
        #expect(
            session.cells(.households, .head, .liftedOn) { $0.hasPrefix("H2") }
                == [["甲一", "2016-12-31"], ["甲二", ""], ["甲三", "2016-12-31"], ["甲四", ""]])
    }

    @Test(
        "A row that says it is not lifted, or poor again, has no day on which it was; one that came back has that day too"
    )
    func against() throws {
        let text =
            "村,户主,家庭人口,识别时间,脱贫属性,脱贫年度,返贫年度\n店子槽村,甲一,3,2014-01-01,脱贫享受政策,2015,\n店子槽村,甲二,2,2014-01-01,未脱贫,,\n"
            + "店子槽村,甲三,2,2014-01-01,返贫,2015,2016\n店子槽村,甲四,2,2014-01-01,返贫,,\n"
        let session = try FakeSession(CaseTown.saved())
        #expect(try CaseTown.check("贫困户名单\n" + text, into: session).isAccepted)
        #expect(
            session.cells(.households, .head, .liftedOn, .returnedOn) { $0.hasPrefix("H2") }
                == [
                    ["甲一", "2015-12-31", ""], ["甲二", "", ""], ["甲三", "2015-12-31", "2016-12-31"], ["甲四", "", ""],
                ])
        for word in ["返贫", "未脱贫", "预脱贫"] {
            let row = "店子槽村,甲五,2,2014-01-01,\(word),2015,\n"
            let report = try CaseTown.check("贫困户名单\n" + text + row, into: FakeSession(CaseTown.saved()))
            #expect(report.notices.filter { $0.kind == .fault }.map(\.reason) == [.stateAgainstDay(word, .liftedOn)])
        }
        for word in ["否", "×", "0"] {
            let rows = "村,户主,家庭人口,识别时间,是否脱贫,脱贫时间\n店子槽村,甲一,3,2014-01-01,\(word),2018年\n"
            let report = try CaseTown.check("贫困户名单\n" + rows, into: FakeSession(CaseTown.saved()))
            #expect(report.notices.map(\.reason).contains(.stateAgainstDay(word, .liftedOn)), "\(report.notices)")
        }
    }

    @Test("So does a cooperative that is deregistered, and a member who is gone")
    func gone() throws {
        let cooperatives = "名录\n统一社会信用代码,合作社名称,所在村,经营状态\n934228010000000014,甲合作社,店子槽村,已吊销\n"
        #expect(
            try CaseTown.check(cooperatives, into: FakeSession(CaseTown.saved())).notices.map(\.reason)
                .contains(.stateWithoutDay("已吊销", .deregisteredOn)))
        let people = "名册\n姓名,所在支部,类别,党员状态,去世时间\n甲一,店子槽村党支部,正式党员,正常,\n甲二,店子槽村党支部,正式党员,去世,2016年3月\n"
        let session = try FakeSession(CaseTown.saved())
        #expect(try CaseTown.check(people, into: session).isAccepted)
        #expect(
            session.cells(.people, .personName, .leftOn) { _ in true }.filter { $0[0].hasPrefix("甲") }
                == [["甲一", ""], ["甲二", "2016-03-31"]])
    }

    @Test(
        "A column that nobody knows and that tells when something ended is decided by the officer, unless it is empty")
    func undecided() throws {
        let text = "贫困户名单\n村,户主,家庭人口,识别时间,核减时间\n店子槽村,甲一,3,2014-01-01,"
        let filled = try CaseTown.check(text + "2016-05-01\n", into: FakeSession(CaseTown.saved()))
        #expect(filled.notices.map(\.reason).contains(.undecided("核减时间")) && !filled.isAccepted)
        for cell in ["", "无", "/"] {
            #expect(try CaseTown.check(text + cell + "\n", into: FakeSession(CaseTown.saved())).isAccepted)
        }
        for name in ["预脱贫时间", "预计脱贫时间", "脱贫目标年度", "退出规划年度", "未脱贫年度"] {
            let plan = "贫困户名单\n村,户主,家庭人口,识别时间,\(name)\n店子槽村,甲一,3,2014-01-01,2017年\n"
            let session = try FakeSession(CaseTown.saved())
            #expect(try CaseTown.check(plan, into: session).isAccepted, "\(name)")
            #expect(session.cells(.households, .liftedOn) { $0.hasPrefix("H2") } == [[""]], "\(name)")
        }
    }

    @Test("When a household was struck off stands under other words too")
    func closed() throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "贫困户清退名单\n村,户主,家庭人口,识别时间,清退时间,清退原因\n店子槽村,甲一,3,2014-01-01,2016-05-20,购房\n"
        #expect(try CaseTown.check(text, into: session).isAccepted)
        #expect(
            session.cells(.households, .closedOn, .closedReason) { $0.hasPrefix("H2") } == [["2016-05-20", "购房"]])
    }

    @Test("A remark that says something of the row must be in its columns; one about something else says nothing")
    func remarks() throws {
        let households = "三河村贫困户名单\n户主\t人口\t识别时间\t备注\n甲一\t3\t2014\t"
        for (remark, column) in [("2015年已脱贫", Column.liftedOn), ("已销户", .closedOn)] {
            let report = try CaseTown.check(households + remark + "\n", into: FakeSession(CaseTown.saved()))
            #expect(report.notices.map(\.reason).contains(.stateBeside(remark, "备注", column)))
        }
        for remark in ["低保", "计划2017年脱贫", "户主在外务工", ""] {
            #expect(try CaseTown.check(households + remark + "\n", into: FakeSession(CaseTown.saved())).isAccepted)
        }
        let people = "三河村党员名册\n姓名\t入党时间\t备注\n甲一\t1999\t\n甲二\t2016\t预备党员\n甲三\t1999\t去世\n"
        let report = try CaseTown.check(people, into: FakeSession(CaseTown.saved()), given: ["类别=正式党员"])
        #expect(
            report.notices.filter { $0.kind == .fault }.map(\.reason)
                == [.otherCategory("预备党员"), .stateBeside("去世", "备注", .leftOn)])
    }

    @Test("So must what a column says that nobody knows")
    func beside() throws {
        let text = "贫困户名单\n村,户主,家庭人口,识别时间,脱贫时间,%\n店子槽村,甲一,3,2014-01-01,2015年,$\n店子槽村,甲二,3,2014-01-01,,$\n"
        func faults(_ name: String, _ cell: String) throws -> [ImportNotice.Reason] {
            let text = text.replacing("%", with: name).replacing("$", with: cell)
            return try CaseTown.check(text, into: FakeSession(CaseTown.saved())).notices.filter { $0.kind == .fault }
                .map(\.reason)
        }
        for (name, cell) in [("户状态", "已脱贫"), ("2016年", "脱贫"), ("贫困户类型", "脱贫户"), ("现状", "2016年脱贫")] {
            #expect(try faults(name, cell) == [.stateBeside(cell, name, .liftedOn)], "\(name)")
        }
        #expect(try faults("户状态", "已注销").contains(.stateBeside("已注销", "户状态", .closedOn)))
        for (name, cell) in [
            ("户状态", "正常"), ("2018年计划", "脱贫"), ("措施", "发展产业帮助脱贫致富奔小康"), ("贫困户类型", "一般贫困户"), ("户状态", "未脱贫"),
        ] {
            #expect(try faults(name, cell).isEmpty, "\(name)")
        }
    }

    @Test("What a title says of all must be told of each where the list has the column")
    func demanded() throws {
        let text = "2016年度脱贫户花名册\n村,户主,家庭人口,识别时间,脱贫年度\n店子槽村,甲一,3,2014-01-01,\n店子槽村,甲二,3,2014-01-01,2016\n"
        let report = try CaseTown.check(text, into: FakeSession(CaseTown.saved()))
        #expect(
            report.notices.filter { $0.kind == .fault }.map { "\($0.line ?? 0) \($0.reason)" }
                == ["3 \(ImportNotice.Reason.field(FieldFault(.liftedOn, .missing)))"])
        let all = text.replacing("2016年度脱贫户", with: "贫困户")
        #expect(try CaseTown.check(all, into: FakeSession(CaseTown.saved())).isAccepted)
    }
}
