import PartyWork
import Testing

@testable import Exchange

@Suite("Words that lists have for columns and cells")
struct ListWordTests {
    @Test("Remarks behind names are no part of them; of others nobody can tell, and rows with numbers keep what they had")
    func remarks() throws {
        let text = "贫困户名单\n村,户主,家庭人口,识别时间\n店子槽村,甲一（低保）,3,2014\n店子槽村,甲二(五保),1,2014\n"
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check(text, into: session)
        #expect(report.isAccepted)
        #expect(session.cells(.households, .head) { $0.hasPrefix("H2") } == [["甲一"], ["甲二"]])
        #expect(
            report.notices.map(\.reason).filter { if case .remarkDropped = $0 { true } else { false } }
                == [.remarkDropped("（低保）"), .remarkDropped("(五保)")])
        let unclear = try CaseTown.check(text + "店子槽村,甲三（三组）,3,2014\n", into: FakeSession(CaseTown.saved()))
        #expect(
            unclear.notices.filter { $0.kind == .fault }.map(\.reason)
                == [.unreadable(.remark("甲三（三组）"), column: .head)])
        let numbered = "名单\n户编号\t户主\t村\t家庭人口\t识别时间\nX1\t甲四（三组）\t店子槽村\t3\t2014\n"
        #expect(try CaseTown.check(numbered, into: session).isAccepted)
        #expect(session.cells(.households, .head) { $0 == "X1" } == [["甲四（三组）"]])
    }

    @Test("The line of a party group is nobody's name, nor is one of several people or one merged over the list")
    func headings() throws {
        let header = "店子槽村党员花名册\n序号\t姓名\t入党时间\t电话\n"
        let session = try FakeSession(CaseTown.saved())
        let groups = header + "第一党小组\t\t\t\n1\t甲一（女）\t1999\t138\n\t第二党小组\t\t\n2\t甲二\t2001\t139\n"
        let report = try CaseTown.check(groups, into: session, given: ["类别=正式党员"])
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(
            session.cells(.people, .personName) { _ in true }.filter { $0[0].hasPrefix("甲") || $0[0].contains("组") }
                == [["甲一"], ["甲二"]])
        for line in ["\t流动党员\t\t", "村干部\t村干部\t村干部\t村干部", "甲组长\t甲组长\t甲组长\t"] {
            let bad = try CaseTown.check(
                header + line + "\n1\t甲三\t1999\t138\n", into: FakeSession(CaseTown.saved()), given: ["类别=正式党员"])
            #expect(!bad.isAccepted, "\(line)")
        }
    }

    @Test("Of several names for one column the surest is it; where people live names the village only where nothing else does")
    func ranks() throws {
        let session = try FakeSession(CaseTown.saved())
        let text =
            "龙凤镇扶贫对象名单\n序号,姓名,家庭住址,贫困人口数,家庭人口,识别时间,联系电话\n1,甲一,恩施市龙凤镇店子槽村三组,2,3,2014-03-01,138\n"
        let report = try CaseTown.check(text, into: session)
        #expect(report.isAccepted, "\(report.faults)")
        #expect(
            session.cells(.households, .head, .village, .headcount) { $0.hasPrefix("H2") }
                == [["甲一", "422801100211", "3"]])
        let both = "名单\n村\t户主\t住址\t家庭人口\t识别时间\n店子槽村\t甲二\t三河村\t3\t2014\n"
        #expect(try CaseTown.check(both, into: session).isAccepted)
        #expect(
            session.cells(.households, .village) { $0.hasPrefix("H2") } == [["422801100211"], ["422801100211"]])
    }

    @Test("A file of the contract knows none of the words that lists alone have")
    func contract() throws {
        let text = "户编号,户主,村编码,人口,识别日期,退出时间,住址\nX1,甲,422801100211,2,2014-01-01,2015-01-01,三河村\n"
        let session = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check(text, into: session)
        #expect(report.isAccepted && session.cells(.households, .liftedOn) { $0 == "X1" } == [[""]])
        #expect(report.notices.map(\.reason) == [.unknownColumn("退出时间"), .unknownColumn("住址")])
    }

    @Test("Helpers of several levels are all paired; what stands beside the first says nothing of another")
    func helpers() throws {
        let session = try FakeSession(CaseTown.saved())
        let text =
            "贫困户名单\n村\t户主\t人口\t识别时间\t县级帮扶干部\t镇级帮扶干部\t村级帮扶干部\t帮扶时间\n店子槽村\t甲一\t3\t2014\t\t甲丁\t谭小满\t2016-03-01\n"
            + "店子槽村\t甲二\t3\t2014\t\t\t谭小满\t2016-03-01\n"
        let report = try CaseTown.check(text, into: session, addsPeople: true)
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.counts[.pairings] == .init(new: 3) && report.counts[.people] == .init(new: 1))
        #expect(
            session.cells(.pairings, .personID, .startedOn) { $0.contains("2016-03-01") }.allSatisfy {
                $0[1] == "2016-03-01"
            })
    }

    @Test("A list of pairings may name several households in a cell, and calls the helper what he is")
    func heads() throws {
        let session = try FakeSession(CaseTown.saved())
        let households = "贫困户名单\n村\t户主\t人口\t识别时间\n店子槽村\t甲一\t3\t2014\n店子槽村\t甲二\t3\t2014\n"
        #expect(try CaseTown.check(households, into: session).isAccepted)
        let text = "党员包户名单\n干部姓名\t职务\t包保贫困户\t所在村\n谭小满\t书记\t甲一、甲二\t店子槽村\n"
        let report = try CaseTown.check(text, into: session, given: ["开始日期=2016-03-01"])
        #expect(report.isAccepted, "\(report.faults)")
        #expect(report.counts[.pairings] == .init(new: 2))
    }

    @Test("Villages of a list are named, one after the other")
    func villages() throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "班子分工\n姓名\t职务\t联系村\n甲一\t副镇长\t店子槽村、三河村\n"
        let report = try CaseTown.check(text, into: session, given: ["组织编码=422801100", "类别=正式党员"])
        #expect(report.isAccepted, "\(report.faults)")
        #expect(
            session.cells(.people, .personName, .assignedVillages) { _ in true }.filter { $0[0] == "甲一" }
                == [["甲一", "422801100211;422801100202"]])
    }

    @Test(
        "What stands behind a day is no part of it",
        arguments: [
            ("2016年5月6日上午", "2016年5月6日"), ("2016年5月6日 9:00-11:00", "2016年5月6日"), ("2016年5月6日下午3时", "2016年5月6日"),
            ("2016.5.6上午", "2016.5.6"), ("2016年6月3日—5日", "2016年6月3日—5日"),
        ])
    func days(cell: String, day: String) {
        #expect(LooseDate.text(cell) == day)
    }

    @Test("Of a party member lists say that there is none in more words than one")
    func categories() {
        let field = TableSchema.people[.category]
        for (cell, word) in [("非党", "群众"), ("共青团员", "群众"), ("中共党员(预备)", "预备党员"), ("党员", "党员")] {
            #expect(field.map { LooseCell.text(cell, of: $0) } == word)
        }
    }
}
