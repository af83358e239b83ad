import PartyWork
import Testing

@testable import Exchange

@Suite("Words that lists have for columns and cells")
struct ListWordTests {
    @Test(
        "Remarks behind names are no part of them; of others nobody can tell, and rows with numbers keep what they had")
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

    @Test(
        "Of several names for one column the surest is it; where people live names the village only where nothing else does"
    )
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

    @Test("What somebody is in the party lists say in more words than the contract, of which 党员 may be two")
    func categories() {
        let field = TableSchema.people[.category]
        for (cell, word) in [("非党", "群众"), ("共青团员", "群众"), ("中共党员(预备)", "预备党员"), ("党员", "党员")] {
            #expect(field.map { LooseCell.text(cell, of: $0) } == word)
        }
    }

    @Test("Visits of one day under one title are told apart by their households, and found again")
    func visits() throws {
        let session = try FakeSession(CaseTown.saved())
        let households = "户编号,户主,村编码,人口,识别日期\nH06,甲一,422801100211,2,2014-01-01\n"
        #expect(try CaseTown.check(households, into: session).isAccepted)
        let text =
            "帮扶走访台账\n走访时间,走访干部,走访对象,村,走访内容\n2016-04-05,谭小满,牟金桂,店子槽村,入户走访\n2016-04-05,谭小满,甲一,店子槽村,入户走访\n"
        let report = try CaseTown.check(text, into: session, given: ["类型=帮扶走访"])
        #expect(report.isAccepted && report.counts[.activities] == .init(new: 2), "\(report.faults)")
        let several =
            "帮扶走访台账\n走访时间,走访干部,走访对象,村,走访内容\n2016-04-06,谭小满,牟金桂、甲一,店子槽村,入户走访\n"
        let both = try CaseTown.check(several, into: session, given: ["类型=帮扶走访"])
        #expect(both.isAccepted && both.counts[.activities] == .init(new: 2), "\(both.faults)")
        let again = try CaseTown.check(
            text + "2016-04-05,谭小满,甲一,店子槽村,入户走访\n", into: FakeSession(session.all), given: ["类型=帮扶走访"])
        #expect(!again.isAccepted)
    }

    @Test(
        "A village of another township is another village",
        arguments: [
            ("龙凤镇\t店子槽村", true), ("龙凤\t店子槽村", true), ("恩施市龙凤镇\t店子槽村", true), ("\t店子槽村", true), ("白杨坪镇\t店子槽村", false),
            ("白杨坪\t店子槽", false),
        ])
    func townships(cells: String, isOurs: Bool) throws {
        let text = "贫困户名单\n乡（镇）\t村\t户主\t人口\t识别时间\n\(cells)\t甲一\t3\t2014\n"
        #expect(try CaseTown.check(text, into: FakeSession(CaseTown.saved())).isAccepted == isOurs)
    }

    @Test(
        "So it is in a title and in an address",
        arguments: [
            ("龙凤镇店子槽村", true), ("恩施市龙凤镇店子槽村", true), ("我镇店子槽村", true), ("白杨坪镇店子槽村", false), ("恩施市白杨坪镇店子槽村", false),
        ])
    func townshipsAbove(unit: String, isOurs: Bool) throws {
        let title = "\(unit)贫困户花名册\n户主\t人口\t识别时间\n甲一\t3\t2014\n"
        #expect(try CaseTown.check(title, into: FakeSession(CaseTown.saved())).isAccepted == isOurs)
        guard unit != "我镇店子槽村" else { return }
        let address = "贫困户花名册\n户主\t家庭住址\t人口\t识别时间\n甲一\t\(unit)三组\t3\t2014\n"
        #expect(try CaseTown.check(address, into: FakeSession(CaseTown.saved())).isAccepted == isOurs)
    }

    @Test("A unit or a post before the name is no name: nobody is added who is called so")
    func units() throws {
        for helper in ["恩施市农业局", "村委会", "镇政府：谭小满", "龙凤镇党委书记覃绍槐"] {
            let text = "贫困户名单\n村\t户主\t人口\t识别时间\t帮扶责任人\n店子槽村\t甲一\t3\t2014\t\(helper)\n"
            let report = try CaseTown.check(text, into: FakeSession(CaseTown.saved()), addsPeople: true)
            #expect(report.notices.filter { $0.kind == .fault }.map(\.reason) == [.noName(helper)])
        }
    }

    @Test("The committees of a village are parts of it, and name no village of their own")
    func committees() {
        for line in ["一、党支部", "（二）村委会", "党支部", "村党支部", "二、村民委员会"] {
            #expect(!UnitLine.isPart(line), "\(line)")
            #expect(!UnitLine.isOther(line, than: ["店子槽村"]), "\(line)")
        }
        for line in ["一、店子槽村", "三河村", "1.店子槽村党支部", "茶叶产业联合支部"] { #expect(UnitLine.isPart(line), "\(line)") }
    }

    @Test("A year says by a word behind it what it is the year of")
    func years() {
        for (cell, day) in [("2014年新识别", "2014-12-31"), ("2015年已脱贫", "2015-12-31"), ("2016年拟脱贫", "2016年拟脱贫")] {
            #expect(LooseDate.text(cell) == day)
        }
    }

    @Test("People beside their heads are families without a column of relations; another 姓名 makes none")
    func families() throws {
        let session = try FakeSession(CaseTown.saved())
        let text =
            "店子槽村贫困人口花名册\n户主姓名\t姓名\t识别时间\n甲一\t甲一\t2014\n甲一\t甲妻\t2014\n甲二\t甲二\t2014\n"
        let report = try CaseTown.check(text, into: session)
        #expect(report.isAccepted, "\(report.faults)")
        #expect(
            session.cells(.households, .head, .headcount) { $0.hasPrefix("H2") } == [["甲一", "2"], ["甲二", "1"]])
        let other = "店子槽村贫困户花名册\n户主姓名\t姓名\t识别时间\n甲三\t谭小满\t2014\n"
        #expect(
            try CaseTown.check(other, into: FakeSession(CaseTown.saved())).notices.filter { $0.kind == .fault }
                .map(\.reason) == [.field(FieldFault(.headcount, .missing))])
    }

    @Test("What a party group does for a household is for one of its village")
    func deeds() throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "为民办实事台账\n日期\t服务对象\t办实事内容\t办结时间\n2016-03-01\t牟金桂\t代办医保\t2016-03-10\n"
        let report = try CaseTown.check(text, into: session, given: ["类型=办实事", "组织编码=42280110021101"])
        #expect(report.isAccepted, "\(report.faults)")
        #expect(
            session.cells(.activities, .title, .householdID, .resolvedOn).filter { $0[0] == "代办医保" }
                == [["代办医保", "H02", "2016-03-10"]])
    }
}
