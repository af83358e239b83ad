import PartyWork
import Testing

@testable import Exchange

@Suite("All files of a call are one import")
struct TogetherTests {
    @Test("The order of files and rows does not matter to what they refer to")
    func order() throws {
        let organizations = """
            编码,名称,类型,联合单位,牵头人
            42280110021101,一组,党小组,,
            422801100901,联合,联合支部,422801100211,P1
            422801100211,店子槽村,村党组织,,
            422801100,龙凤镇,乡镇党委,,

            """
        let session = FakeSession()
        let report = try Town.check(
            [Town.households, "户编号,人员编号,开始日期\nH1,P1,2015-01-01\n", Town.people, organizations], into: session)
        #expect(report.notices.isEmpty)
        #expect(
            report.counts == [
                .organizations: .init(new: 4), .people: .init(new: 2), .households: .init(new: 1),
                .pairings: .init(new: 1),
            ])
        #expect(session[.organizations].count == 4)
    }

    @Test("A key that stood before is bad on every row but the first, identical ones too, in the order of files")
    func duplicates() throws {
        let again = "户编号,户主,村编码,人口,识别日期\nH1,王五,422801100211,4,2014-01-01\nH1,赵六,422801100211,4,2014-01-01\n"
        let report = try Town.check([Town.organizations, Town.households, again])
        #expect(Town.places(report) == ["3.csv:2", "3.csv:3"])
        #expect(report.notices[0].text.hasSuffix("/2.csv:2 重复，请只留一行"))
        let reversed = try Town.check([again, Town.organizations, Town.households])
        #expect(Town.places(reversed) == ["1.csv:3", "3.csv:2"])
    }

    @Test("The key of a bad row counts: its second row is a repetition")
    func badFirst() throws {
        let text = "户编号,户主,村编码,人口,识别日期\nH1,,422801100211,4,2014-01-01\nH1,赵六,422801100211,4,2014-01-01\n"
        #expect(try Town.places(Town.check([Town.organizations, text])) == ["2.csv:2", "2.csv:3"])
    }

    @Test("Pairings repeat by household, helper and day, the day as a day")
    func pairings() throws {
        let text = "户编号,人员编号,开始日期\nH1,P1,2015-01-01\nH1,P1,2015年1月1日\nH1,P1,2015-01-02\n"
        #expect(try Town.faults(text).map(\.line) == [3])
    }

    @Test("Keys are compared by code points: a composed letter is not a decomposed one")
    func codePoints() throws {
        let text = "人员编号,姓名,组织编码,类别\n\u{E9},张,422801100,群众\ne\u{301},张,422801100,群众\n"
        #expect(try Town.faults(text).isEmpty)
        let activity = "编号,日期,类型,组织编码,主题,参加人员\nA1,2016-01-01,主题党日,422801100,题,\u{E9};e\u{301}\n"
        let report = try Town.check([Town.organizations, text, activity])
        #expect(report.isAccepted)
    }

    @Test("A row that refers to a bad row is not reported for that, whatever the bad row's kind")
    func badTargets() throws {
        let organizations = Town.organizations + "422801100212,,党小组\n"
        let people = Town.people + "P3,王,422801100212,坏\n"
        let households = Town.households + "H2,钱,422801100212,0,2014-01-01\n"
        let rest = "户编号,人员编号,开始日期\nH2,P3,2015-01-01\n"
        let activities = "编号,日期,类型,组织编码,主题,参加人员,户编号\nA1,2016-01-01,帮扶走访,422801100212,题,P3,H2\n"
        let report = try Town.check([organizations, people, households, rest, activities])
        #expect(Set(Town.places(report)) == ["1.csv:6", "2.csv:4", "3.csv:3"])
    }

    @Test("A branch whose township is nowhere is bad itself, and its village's households are not reported for it")
    func badParents() throws {
        let organizations = "编码,名称,类型,牵头人\n422801101001,某村,村党组织,\n422801101901,联合,联合支部,P9\n"
        let households = "户编号,户主,村编码,人口,识别日期\nH1,王,422801101001,4,2014-01-01\nH2,王,422801101901,4,2014-01-01\n"
        #expect(try Town.places(Town.check([organizations, households])) == ["1.csv:2", "1.csv:3", "1.csv:3"])
    }

    @Test("What a file's open quote or bad header hides is nowhere")
    func hidden() throws {
        let people = "人员编号,姓名,组织编码,类别\nP1,张,422801100,群众\nP2,\"张,422801100,群众\nP3,张,422801100,群众\n"
        let pairings = "户编号,人员编号,开始日期\nH1,P1,2015-01-01\nH1,P2,2015-01-01\nH1,P3,2015-01-01\n"
        let report = try Town.check([Town.organizations, people, Town.households, pairings])
        #expect(Town.places(report) == ["2.csv:3", "4.csv:4"])
    }

    @Test("What is saved counts, and the session is asked once a key")
    func saved() throws {
        let session = try FakeSession(Town.saved())
        let text = "户编号,人员编号,开始日期\nH1,P1,2015-01-01\nH1,P1,2015-01-02\n"
        #expect(try Town.check([text], into: session).isAccepted)
        #expect(session[.pairings].count == 2)
        #expect(session.asked.isEmpty, "the table was empty, so no row of it needs looking up")
    }

    @Test("All notices come by file in the order given, then by line")
    func sorted() throws {
        let report = try Town.check([
            "编号,日期,类型,组织编码,主题\nA1,2017-01-01,主题党日,422801100,题\nA2,坏,主题党日,422801100,题\n",
            Town.people + "P1,张,422801100,群众\n,张,422801109,群众\n", Town.organizations + ",,党小组\n",
        ])
        #expect(
            report.notices.map { "\($0.file):\($0.line ?? 0)" } == [
                "1.csv:2", "1.csv:3", "2.csv:4", "2.csv:5", "2.csv:5", "3.csv:6", "3.csv:6",
            ])
    }

    @Test("Progress is told now and then, and may end the import")
    func progress() throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        let rows = (0..<10_000).map { "P\($0),张,422801100,群众\n" }.joined()
        try folder.write("o.csv", Town.organizations)
        try folder.write("p.csv", "人员编号,姓名,组织编码,类别\n" + rows)
        // Before the first row nothing is known of the whole.
        var told: [(rows: Int, share: Double)] = []
        _ = try Importer(paths: [folder.path], update: false, today: Town.today) {
            if $0 > 0 { told.append(($0, $1 ?? -1)) }
        }
        .run(into: FakeSession())
        #expect(told.map(\.rows) == Array(stride(from: 512, through: 10_000, by: 512)))
        #expect(told.allSatisfy { (0...1).contains($0.share) })
        #expect(zip(told, told.dropFirst()).allSatisfy { $0.share <= $1.share })
        #expect(throws: Stop.self) {
            try Importer(paths: [folder.path], update: false, today: Town.today) { _, _ in throw Stop() }
                .run(into: FakeSession())
        }
    }
}
