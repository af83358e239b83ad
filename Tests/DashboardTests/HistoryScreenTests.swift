import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What repeats, on the cards of a household and a person: one timeline each, and the forms behind it.
@Suite("History that repeats, on screen")
struct HistoryScreenTests {
    private static let household = Household(
        id: "H0001", head: "张德富", village: "422801100211", headcount: 4, cause: "因病", identifiedOn: day("2014-01-01"),
        liftedOn: day("2015-12-31"), returnedOn: day("2016-03-01"))

    /// A household lifted twice and returned twice, whose last visit says what it found; a secretary who came from
    /// another branch.
    private static var town: Town {
        var town = Town()
        let cycle = HouseholdCycle(
            household: "H0001", liftedOn: day("2014-12-31"), returnedOn: day("2015-08-01"), remark: "产业脱贫")
        town.households[0] = HouseholdRow(
            household: household, villageName: "店子槽村", state: .poor,
            helpers: [.init(id: "P0001", name: "王建国", service: .serving)], lastVisitOn: day("2016-06-12"),
            cycles: [cycle])
        let visit = ActivityRow.visit("2016-06-12")
        town.visits[0] = ActivityRow(
            activity: visit.activity, organizationName: visit.organizationName,
            participantNames: visit.participantNames, head: visit.head,
            visit: VisitDetails(activity: visit.activity.id, findings: "圈舍漏雨", measures: "送油毡"))
        town.posts = [
            post("422801100205", "二坡村", .membership, "2010-07-01", until: "2012-08-01"),
            post("422801100211", "店子槽村", .villageCommittee, "2012-08-01", until: "2014-11-01"),
            post("422801100211", "店子槽村", .secretary, "2014-11-01", .prosperous),
        ]
        return town
    }

    private static func post(
        _ code: Code, _ name: String, _ kind: PostKind, _ start: String, until end: String? = nil,
        _ source: PostSource? = nil
    ) -> PostRow {
        let post = Post(
            holder: "P0001", organization: code, kind: kind, startedOn: day(start), endedOn: end.map(day),
            source: source)
        return PostRow(post: post, organizationName: name)
    }

    @Test(
        "a household's timeline: identified, lifted, returned, lifted and returned again, its helpers and visits",
        arguments: ScreenFrameTests.sizes)
    func householdTimeline(size: Size) {
        var stage = PairingStage(.household("H0001"), town: Self.town, columns: size.columns, rows: size.rows)
        stage.press(.backTab)
        Golden.expect(stage.model.view, "history-household-\(size.columns)x\(size.rows)")
    }

    @Test(
        "a person's timeline: branches, posts and households from and until",
        arguments: ScreenFrameTests.sizes)
    func personTimeline(size: Size) {
        var stage = PairingStage(.person("P0001"), town: Self.town, columns: size.columns, rows: size.rows)
        stage.press(.tab, .tab)
        Golden.expect(stage.model.view, "history-person-\(size.columns)x\(size.rows)")
    }

    @Test("lifting a household that returned: the ledger keeps the former days")
    func liftAgain() {
        var stage = PairingStage(.household("H0001"), town: Self.town)
        stage.press(.function(9), .text("5"))
        Golden.expect(stage.model.view, "lift-again-form-80x24")
        stage.press(.control("u"))
        stage.type("6-15")
        stage.press(.control("s"), .text("y"))
        let change = HouseholdChange(Self.household, .lifted, on: day("2016-06-15"))
        #expect(stage.acts == [.changeHousehold(change)])
        stage.refuse(.faults([FieldFault(.liftedOn, .before(.returnedOn, day("2016-03-01")))]))
        #expect(stage.screen.contains("! 早于「返贫日期」2016-03-01，请核对"))
    }

    @Test("Enter on a visit opens it with what it found, and saves both together")
    func correctVisit() {
        var stage = PairingStage(.household("H0001"), town: Self.town)
        stage.press(.tab)
        #expect(stage.line(17).contains("发现 圈舍漏雨；措施 送"))
        stage.press(.enter)
        // Corrections begin in the first field; what came of the visit is the third from the end.
        stage.press(.backTab, .backTab, .backTab)
        Golden.expect(stage.model.view, "visit-form-80x24")
        stage.type("已修好")
        stage.press(.control("s"))
        let row = Self.town.visits[0]
        var becoming = row.visit ?? VisitDetails(activity: row.activity.id)
        becoming.outcome = "已修好"
        #expect(
            stage.acts == [
                .correctVisit(from: row.activity, to: row.activity, details: row.visit, becoming: becoming)
            ])
    }

    @Test("a visit is recorded with what it found")
    func recordVisit() {
        var stage = PairingStage(.household("H0001"))
        stage.press(.function(2))
        stage.type("走访")
        stage.press(.tab, .tab, .tab)
        stage.type("缺化肥")
        stage.press(.control("s"))
        let visit = Activity(
            id: "", heldOn: PairingStage.today, kind: .homeVisit, organization: "422801100211", title: "走访",
            participants: ["P0001"], household: "H0001")
        #expect(stage.acts == [.recordVisit(visit, VisitDetails(activity: "", findings: "缺化肥"))])
    }

    @Test("a member moves to another branch by a mark; the days of the former membership are asked and kept")
    func move() {
        var stage = PairingStage(.person("P0001"), town: Self.town)
        stage.press(.function(9))
        Golden.expect(stage.model.view, "mark-menu-person-80x24")
        stage.press(.text("4"))
        Golden.expect(stage.model.view, "move-form-80x24")
    }

    @Test("a post is taken up and given up by marks")
    func posts() {
        var stage = PairingStage(.person("P0001"), town: Self.town)
        stage.press(.function(9), .text("5"), .tab, .text("2"), .down, .down)
        Golden.expect(stage.model.view, "appoint-form-80x24")
        stage.press(.control("s"))
        let post = Post(
            holder: "P0001", organization: "422801100211", kind: .secretary, startedOn: PairingStage.today)
        #expect(stage.acts == [.add(.post(post))])
        var other = PairingStage(.person("P0001"), town: Self.town)
        other.press(.function(9), .text("6"), .control("s"))
        let was = Self.town.posts[2].post
        var ended = was
        ended.endedOn = PairingStage.today
        #expect(other.acts == [.correct(from: .post(was), to: .post(ended))])
    }
}

private func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
    return day
}
