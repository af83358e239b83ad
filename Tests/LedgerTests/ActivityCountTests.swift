import Ledger
import PartyWork
import TestSupport
import Testing

/// CONTRACT section 2: the window, the counting date, the four visits, the four theme activities, the five ones.
@Suite("Counting activities", .onBothEngines) struct ActivityCountTests {
    struct Story: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let row: AnyRecord
        let day: Day
        let counted: Int

        init(_ sentence: String, _ row: AnyRecord, asOf day: Day = "2016-06-30", _ counted: Int) {
            testDescription = sentence
            self.row = row
            self.day = day
            self.counted = counted
        }
    }

    static func theme(_ day: Day, voided: Day? = nil) -> AnyRecord {
        .activity("A", .themeActivity, Town.village, on: day, voided: voided)
    }

    static let themes = [
        Story("1 January counts", theme("2016-01-01"), 1),
        Story("the day itself counts", theme("2016-06-30"), 1),
        Story("the day after does not yet", theme("2016-07-01"), 0),
        Story("last year's does not", theme("2015-12-31"), 0),
        Story("31 December counts on 31 December", theme("2016-12-31"), asOf: "2016-12-31", 1),
        Story("29 February counts", theme("2016-02-29"), asOf: "2016-02-29", 1),
        Story("a voided one never counts", theme("2016-03-01", voided: "2016-03-02"), 0),
        Story("nor before the day it was voided", theme("2016-03-01", voided: "2016-12-02"), 0),
        Story(
            "missing papers do not matter",
            .activity("A", .themeActivity, Town.village, on: "2016-03-01", pending: true), 1),
        Story("another kind is no theme activity", .activity("A", .partyDay, Town.village, on: "2016-03-01"), 0),
        Story("the other village's is its own", .activity("A", .themeActivity, Town.otherVillage, on: "2016-03-01"), 0),
        Story("the township's is no branch's", .activity("A", .themeActivity, Town.township, on: "2016-03-01"), 0),
    ]

    @Test("theme activities of a village", arguments: themes)
    func themeActivities(_ story: Story) throws {
        let town = try Town(story.row)
        #expect(try town.branch(Town.village, story.day)?.themeActivity.done == story.counted)
    }

    static let ones = [
        Story("a hazard counts when found", one(.hazard, "2016-03-01"), 1),
        Story("its 办结日期 has no effect", one(.hazard, "2015-12-01", resolved: "2016-02-01"), 0),
        Story("a dispute that is not resolved does not count", one(.dispute, "2016-03-01"), 0),
        Story("it counts on the day it was resolved", one(.dispute, "2016-03-01", resolved: "2016-06-30"), 1),
        Story("not before", one(.dispute, "2016-03-01", resolved: "2016-07-01"), 0),
        Story("resolved next year, it counts next year", one(.dispute, "2015-12-30", resolved: "2016-01-01"), 1),
        Story("and not in its own", one(.dispute, "2015-12-30", resolved: "2016-01-01"), asOf: "2015-12-31", 0),
        Story("a deed that is not completed does not count", one(.deed, "2016-03-01", household: "H"), 0),
        Story(
            "it counts on the day it was completed",
            one(.deed, "2016-03-01", household: "H", resolved: "2016-04-01"), 1),
        Story("a suggestion counts on its day", one(.suggestion, "2016-06-30"), 1),
        Story("an applicant counts on its day", one(.activist, "2016-06-30"), 1),
    ]

    static func one(
        _ kind: ActivityKind, _ day: Day, household: Household.ID? = nil, resolved: Day? = nil
    ) -> AnyRecord {
        .activity("A", kind, Town.group, on: day, household: household, resolved: resolved)
    }

    @Test("the five ones of a group", arguments: ones)
    func fiveOnes(_ story: Story) throws {
        let town = try Town(.household("H"), story.row)
        #expect(try town.branch(Town.village, story.day)?.fiveOnes.done == story.counted)
        #expect(try town.branch(Town.village, story.day)?.fiveOnes.target == 10)
        #expect(try town.branch(Town.otherVillage, story.day)?.fiveOnes.done == 0)
    }

    @Test("an item counts once, however often it was done") func itemsOnce() throws {
        let town = try Town(
            .activity("A", .hazard, Town.group, on: "2016-03-01"),
            .activity("B", .hazard, Town.group, on: "2016-03-02"),
            .activity("C", .hazard, Town.secondGroup, on: "2016-03-01"))
        #expect(try town.branch()?.fiveOnes.done == 2)
        #expect(try town.status().totals.fiveOnes.done == 2)
    }

    @Test("a group founded in the middle of the year asks for its five from then on") func foundedMidYear() throws {
        let town = try Town(
            .organization(
                Organization(code: "10000000110103", name: "甲三组", kind: .group, foundedOn: "2016-05-01")),
            .activity("A", .hazard, "10000000110103", on: "2016-03-01"))
        let before = try town.branch(Town.village, "2016-04-30")
        let after = try town.branch(Town.village, "2016-05-01")
        #expect(before?.groups == 2 && before?.fiveOnes.done == 0 && before?.fiveOnes.target == 10)
        #expect(after?.groups == 3 && after?.fiveOnes.done == 1 && after?.fiveOnes.target == 15)
    }

    @Test("a branch is gone from the day on which it is dissolved, its activities with it") func dissolved() throws {
        let town = try Town(
            .organization(
                Organization(code: "100000001103", name: "丙村", kind: .village, dissolvedOn: "2016-06-30")),
            .activity("A", .themeActivity, "100000001103", on: "2016-03-01"))
        #expect(try town.branch("100000001103", "2016-06-29")?.themeActivity.done == 1)
        #expect(try town.branch("100000001103", "2016-06-30") == nil)
        #expect(try town.status("2016-06-29").totals.branches == 5)
        #expect(try town.status("2016-06-30").totals.branches == 4)
    }

    @Test("joint and office branches are counted with target 0") func joint() throws {
        let town = try Town(.activity("A", .themeActivity, Town.joint, on: "2016-03-01"))
        let expected = Progress(done: 1, target: 0, state: .notApplicable)
        #expect(try town.branch(Town.joint)?.themeActivity == expected)
        #expect(try town.status().totals.villages == 2)
    }

    @Test("主题党日 counts months, each once") func partyDays() throws {
        let town = try Town(
            .activity("A", .partyDay, Town.village, on: "2016-01-31"),
            .activity("B", .partyDay, Town.village, on: "2016-03-01"),
            .activity("C", .partyDay, Town.village, on: "2016-03-31"),
            .activity("D", .partyDay, Town.village, on: "2016-06-30"),
            .activity("E", .partyDay, Town.village, on: "2016-07-01"))
        #expect(try town.branch()?.partyDayMonths == [1, 3, 6])
        #expect(try town.branch(Town.village, "2016-06-29")?.partyDayMonths == [1, 3])
    }

    @Test("a visit counts for each member who took part; on a village or joint branch, in the scope or not")
    func committeeVisits() throws {
        let town = try Town(
            .organization(Organization(code: "100000002", name: "邻镇", kind: .township)),
            .organization(Organization(code: "100000002101", name: "邻村", kind: .village)),
            .person("M1", Town.township, committee: true), .person("M2", Town.village, committee: true),
            .person("M3", Town.township, committee: true, left: "2016-06-30"), .person("X", Town.township),
            .activity("A", .researchVisit, Town.village, on: "2016-02-01", ["M1", "M2"]),
            .activity("B", .researchVisit, Town.joint, on: "2016-03-01", ["M1"]),
            .activity("C", .researchVisit, "100000002101", on: "2016-03-02", ["M1"]),
            .activity("D", .researchVisit, Town.office, on: "2016-03-03", ["M1"]),
            .activity("E", .researchVisit, Town.township, on: "2016-03-04", ["M1"]),
            .activity("F", .partyDay, Town.village, on: "2016-03-05", ["M1"]),
            .activity("G", .researchVisit, Town.village, on: "2015-12-31", ["M1"]),
            .activity("H", .researchVisit, Town.village, on: "2016-04-01", ["M1"], voided: "2016-04-02"))
        let committee = try town.status().committee
        #expect(committee.map(\.id) == ["M1", "M2"])
        #expect(committee.map(\.visits.done) == [3, 1])
        #expect(try town.status("2016-06-29").committee.map(\.id) == ["M1", "M2", "M3"])
        #expect(try town.branch()?.visitsReceived == 1)
        #expect(try town.branch(Town.office)?.visitsReceived == 1)
        for scope: Scope in [Scope(Town.village), Scope(Town.group), Scope("100000001")!, Scope("10000000110")!] {
            #expect(try town.status(scope: scope).committee.map(\.id) == ["M1", "M2"], "\(scope)")
        }
        #expect(try town.status(scope: Scope("100000002")!).committee == [])
    }

    @Test("in a group's scope the group's items are behind when its whole branch is") func behindAsBranch() throws {
        let items = try Town().gaps(scope: Scope(Town.group))
        #expect(items.map(\.organization) == Array(repeating: Town.group, count: 5))
        #expect(items.allSatisfy { $0.kind == .fiveOnes && $0.state == .behind })
        let done = ActivityKind.fiveOnes.map { kind in
            AnyRecord.activity(
                Activity.ID(kind.rawValue), kind, Town.secondGroup, on: "2016-03-01", household: "H",
                resolved: "2016-03-01")
        }
        #expect(try Town([.household("H")] + done).gaps(scope: Scope(Town.group)) == [])
    }

    @Test("the schema's counting date is the domain's, and follows a correction") func countingDate() throws {
        let town = try Town(.household("H"), .activity("A", .deed, Town.group, on: "2016-03-01", household: "H"))
        let open = try #require(try town.ledger.record(.activities, RecordKey("A")))
        try town.perform(.correct(from: open, to: try open.setting([.resolvedOn: "2016-05-01"])))
        #expect(try town.branch()?.fiveOnes.done == 1)
        try town.perform(.voidActivity("A", on: "2016-06-01", reason: "重复"))
        #expect(try town.branch()?.fiveOnes.done == 0)
    }
}
