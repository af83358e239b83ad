import PartyWork
import Testing

@testable import Exchange

private let header = "人员编号,姓名,组织编码,类别"

@Suite("Rows whose key is saved")
struct ChangeTests {
    private func session() throws -> FakeSession {
        let session = FakeSession()
        let people = "\(header),镇班子成员,联系村,到岗日期,电话\nP1,张三,422801100,正式党员,是,422801100211,2015-01-01,123\n"
        _ = try Town.check([Town.organizations, people], into: session)
        return FakeSession(session[.organizations] + session[.people])
    }

    @Test(
        "Equal by value is unchanged, however it is written",
        arguments: [
            "\(header)\nP1,张三,422801100,正式党员\n", "\(header),到岗日期\n P1,张三 ,422801100,正式党员,2015年1月1日\n",
            "电话,类别,组织编码,姓名,人员编号,联系村\n123,正式党员,422801100,张三,P1,422801100211；\n",
            "\(header),镇班子成员,离开日期\nP1,张三,422801100,正式党员,是\n",
        ])
    func unchanged(text: String) throws {
        let session = try session()
        let before = session.rows
        let report = try Town.check([text], into: session)
        #expect(report.notices.isEmpty)
        #expect(report.counts == [.people: .init(unchanged: 1)])
        #expect(session.rows == before)
    }

    @Test("A change without --update is one bad row that says what was and what would be")
    func refused() throws {
        let session = try session()
        let before = session.rows
        let report = try Town.check(["\(header),电话\nP1,张三丰,422801100,预备党员,\n"], into: session)
        #expect(
            report.notices.map(\.description) == [
                "1.csv:2: 与已登记的不同：「姓名」“张三” → “张三丰”，「类别」“正式党员” → “预备党员”，「电话」“123” → （空）；"
                    + "如确认修改，请加 --update 再导入"
            ])
        #expect(session.rows == before)
    }

    @Test("With --update an empty cell empties, an absent column leaves, and the change is told")
    func updated() throws {
        let session = try session()
        let report = try Town.check(
            ["\(header),电话,镇班子成员\nP1,张三丰,422801100,正式党员,,\n"], into: session, update: true)
        #expect(report.isAccepted)
        #expect(report.counts == [.people: .init(updated: 1)])
        #expect(
            report.notices.map(\.description) == [
                "1.csv:2: 修改：「姓名」“张三” → “张三丰”，「电话」“123” → （空），「镇班子成员」“是” → “否”"
            ])
        #expect(report.notices.map(\.kind) == [.change])
        guard let person = session[.people][0].record as? Person else { return }
        #expect(person.name == "张三丰")
        #expect(person.phone.isEmpty)
        #expect(!person.isCommitteeMember)
        #expect(person.assignedVillages == ["422801100211"])
        #expect(person.arrivedOn == Day("2015-01-01"))
    }

    @Test("The rules hold for the merged row")
    func merged() throws {
        let report = try Town.check(
            ["\(header),离开日期\nP1,张三,422801100,正式党员,2014-12-31\n"], into: session(), update: true)
        #expect(
            report.notices.map(\.reason) == [
                .field(FieldFault(.leftOn, .before(.arrivedOn, Day("2015-01-01").unsafelyUnwrapped)))
            ])
    }

    @Test("A required value cannot be emptied")
    func required() throws {
        let report = try Town.check(["\(header)\nP1,,422801100,正式党员\n"], into: session(), update: true)
        #expect(report.notices.map(\.reason) == [.field(FieldFault(.personName, .missing))])
    }

    @Test("A letter composed otherwise is a change: values are compared by code points")
    func codePoints() throws {
        let session = try session()
        _ = try Town.check(["\(header)\nP1,\u{E9},422801100,正式党员\n"], into: session, update: true)
        let later = FakeSession(session[.organizations] + session[.people])
        let report = try Town.check(["\(header)\nP1,e\u{301},422801100,正式党员\n"], into: later)
        #expect(report.notices.count == 1)
    }

    @Test("A row that refers to a refused change is not reported for that")
    func referred() throws {
        let text = "\(header)\nP1,张三丰,422801100,正式党员\n"
        let activity = "编号,日期,类型,组织编码,主题,参加人员\nA1,2016-01-01,主题党日,422801100,题,P1\n"
        #expect(try Town.places(Town.check([text, activity], into: session())) == ["1.csv:2"])
    }

    @Test("New rows see the values of the same call: a helper changed to 群众 is warned of")
    func seen() throws {
        let session = try session()
        let text = "\(header)\nP1,张三,422801100,群众\n"
        let more = Town.households + "H2,王,422801100211,4,2014-01-01\n"
        let pairing = "户编号,人员编号,开始日期\nH2,P1,2015-01-01\n"
        let report = try Town.check([text, more, pairing], into: session, update: true)
        #expect(report.notices.map(\.reason).last == .warning(.residentHelper("P1")))
    }

    @Test(
        "An activity under the number of another day, organization and title is a collision, with --update too",
        arguments: [(true, true), (false, true), (true, false)])
    func collision(update: Bool, isOther: Bool) throws {
        let session = try session()
        let activities = "编号,日期,类型,组织编码,主题\n"
        _ = try Town.check([activities + "A1,2016-05-01,主题党日,422801100211,学习\n"], into: session)
        let later = FakeSession(session[.organizations] + session[.people] + session[.activities])
        let title = isOther ? "慰问" : "学习"
        let report = try Town.check(
            [activities + "A1,2016-05-02,主题党日,422801100,\(title)\n"], into: later,
            update: update)
        #expect(report.isAccepted == !isOther)
        if isOther {
            let told = report.notices.map(\.description)
            #expect(told.count == 1 && told[0].contains("“A1”在台账里是另一件事（2016-05-01 422801100211《学习》）"), "\(told)")
        }
    }
}
