import Ledger
import PartyWork
import TestSupport
import Testing

/// CONTRACT section 2, pairing.
@Suite("Counting pairings", .onBothEngines) struct CoverageTests {
    struct Story: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let rows: [AnyRecord]
        let day: Day
        let expected: Coverage

        init(_ sentence: String, _ rows: [AnyRecord], asOf day: Day = "2016-06-30", _ covered: Int, of inScope: Int) {
            testDescription = sentence
            self.rows = rows
            self.day = day
            expected = Coverage(covered: covered, inScope: inScope)
        }
    }

    static let households = [
        Story("a poor household with a serving helper is covered", [.household("H"), .pairing("H", "P")], 1, of: 1),
        Story("without a pairing it is not", [.household("H")], 0, of: 1),
        Story("not before the pairing began", [.household("H"), .pairing("H", "P", from: "2016-07-01")], 0, of: 1),
        Story("from the day it began", [.household("H"), .pairing("H", "P", from: "2016-06-30")], 1, of: 1),
        Story("not on the day it ended", [.household("H"), .pairing("H", "P", until: "2016-06-30")], 0, of: 1),
        Story("still the day before", [.household("H"), .pairing("H", "P", until: "2016-07-01")], 1, of: 1),
        Story(
            "a pairing entered in error never was",
            [.household("H"), .pairing("H", "P", until: "2016-12-01", .enteredInError)], 0, of: 1),
        Story("a helper who left does not serve", [.household("H"), .pairing("H", "L")], 0, of: 1),
        Story("until the day before leaving", [.household("H"), .pairing("H", "L")], asOf: "2016-05-31", 1, of: 1),
        Story("a helper who has not arrived does not serve", [.household("H"), .pairing("H", "N")], 0, of: 1),
        Story(
            "one serving helper of two is enough",
            [.household("H"), .pairing("H", "L"), .pairing("H", "P")], 1, of: 1),
        Story("two helpers cover it once", [.household("H"), .pairing("H", "Q"), .pairing("H", "P")], 1, of: 1),
        Story("a helper of any category, from anywhere", [.household("H"), .pairing("H", "Q")], 1, of: 1),
        Story("before 识别日期 there is no household", [.household("H", identified: "2016-07-01")], 0, of: 0),
        Story("on 识别日期 there is", [.household("H", identified: "2016-06-30")], 0, of: 1),
        Story("lifted today, it is out of scope", [.household("H", lifted: "2016-06-30")], 0, of: 0),
        Story("the day before, it was in", [.household("H", lifted: "2016-07-01")], 0, of: 1),
        Story(
            "lifted and returned, it is poor again",
            [.household("H", lifted: "2015-06-01", returned: "2016-06-30")], 0, of: 1),
        Story(
            "not before the day of return",
            [.household("H", lifted: "2015-06-01", returned: "2016-07-01")], 0, of: 0),
        Story(
            "返贫 before 脱贫 means lifted again",
            [.household("H", lifted: "2016-03-01", returned: "2015-06-01")], 0, of: 0),
        Story(
            "返贫 on the day of 脱贫 too",
            [.household("H", lifted: "2016-03-01", returned: "2016-03-01")], 0, of: 0),
        Story(
            "before that 脱贫 it is poor",
            [.household("H", lifted: "2016-07-01", returned: "2015-06-01")], 0, of: 1),
        Story("closed today, it is out of scope", [.household("H", closed: "2016-06-30")], 0, of: 0),
        Story(
            "closed after its return too",
            [.household("H", lifted: "2015-01-01", returned: "2015-06-01", closed: "2016-01-01")], 0, of: 0),
    ]

    static let people: [AnyRecord] = [
        .person("P"), .person("L", left: "2016-06-01"), .person("N", arrived: "2016-07-01"),
        .person("Q", Town.otherVillage, .resident),
    ]

    @Test("the household side, and the list behind it", arguments: households)
    func householdSide(_ story: Story) throws {
        let town = try Town(Self.people + story.rows)
        #expect(try town.branch(Town.village, story.day)?.households == story.expected)
        #expect(try town.status(story.day).totals.households == story.expected)
        #expect(try town.gaps(story.day).count { $0.kind == .household } == story.expected.gap)
        let rows = try town.ledger.households(in: Scope(Town.village), asOf: story.day)
        #expect(rows.count(where: \.isGap) == story.expected.gap)
        #expect(rows.count { $0.state == .poor } == story.expected.inScope)
    }

    static let members = [
        Story(
            "a member with a poor household is covered", [.person("M"), .household("H"), .pairing("H", "M")], 1, of: 1),
        Story("a probationary member counts", [.person("M", Town.village, .probationary)], 0, of: 1),
        Story("an applicant does not", [.person("M", Town.village, .applicant)], 0, of: 0),
        Story("nor a resident", [.person("M", Town.village, .resident)], 0, of: 0),
        Story("nor who is exempt, for whatever reason", [.person("M", exemption: "年老")], 0, of: 0),
        Story("nor who left", [.person("M", left: "2016-06-30")], 0, of: 0),
        Story("nor who has not arrived", [.person("M", arrived: "2016-07-01")], 0, of: 0),
        Story("who arrived today does", [.person("M", arrived: "2016-06-30")], 0, of: 1),
        Story("who leaves tomorrow does", [.person("M", left: "2016-07-01")], 0, of: 1),
        Story("members of a group are the branch's", [.person("M", Town.group)], 0, of: 1),
        Story(
            "a household that was lifted still covers",
            [.person("M"), .household("H", lifted: "2016-01-01"), .pairing("H", "M")], 1, of: 1),
        Story(
            "one that is closed does not",
            [.person("M"), .household("H", closed: "2016-06-30"), .pairing("H", "M")], 0, of: 1),
        Story(
            "nor one not identified yet",
            [.person("M"), .household("H", identified: "2016-07-01"), .pairing("H", "M")], 0, of: 1),
        Story(
            "a household of another village covers",
            [.person("M"), .household("H", Town.otherVillage), .pairing("H", "M")], 1, of: 1),
        Story(
            "an ended pairing does not",
            [.person("M"), .household("H"), .pairing("H", "M", until: "2016-06-30")], 0, of: 1),
        Story(
            "one entered in error does not",
            [.person("M"), .household("H"), .pairing("H", "M", until: "2016-12-30", .enteredInError)], 0, of: 1),
        Story(
            "two households cover once",
            [.person("M"), .household("H"), .household("I"), .pairing("H", "M"), .pairing("I", "M")], 1, of: 1),
    ]

    @Test("the member side, and the list behind it", arguments: members)
    func memberSide(_ story: Story) throws {
        let town = try Town(story.rows)
        #expect(try town.branch(Town.village, story.day)?.members == story.expected)
        #expect(try town.status(story.day).totals.members == story.expected)
        #expect(try town.gaps(story.day).count { $0.kind == .member } == story.expected.gap)
        let rows = try town.ledger.people(in: Scope(Town.village), asOf: story.day)
        #expect(rows.count(where: \.isGap) == story.expected.gap)
        #expect(rows.count(where: \.isInScope) == story.expected.inScope)
    }

    @Test("members at the township itself count in the totals only") func townshipMembers() throws {
        let town = try Town(.person("M", Town.township), .person("N"))
        #expect(try town.status().totals.members.inScope == 2)
        #expect(try town.status().branches.map(\.members.inScope) == [1, 0, 0, 0])
        #expect(try town.status(scope: Scope(Town.village)).totals.members.inScope == 1)
    }

    @Test("totals include the households and members of a dissolved branch") func dissolvedBranch() throws {
        let town = try Town(
            .organization(
                Organization(code: "100000001103", name: "丙村", kind: .village, dissolvedOn: "2016-01-01")),
            .household("H", "100000001103"), .person("M", "100000001103"), .cooperative("C", "100000001103", led: 7))
        let totals = try town.status().totals
        #expect(totals.households == Coverage(covered: 0, inScope: 1))
        #expect(totals.members == Coverage(covered: 0, inScope: 1))
        #expect(totals.cooperatives.householdsLed == 7)
        #expect(try town.branch("100000001103") == nil)
    }

    @Test("a scope inside a branch counts what its code covers, and lists no branch") func groupScope() throws {
        let town = try Town(
            .person("M", Town.group), .person("N"), .household("H"),
            .activity("A", .hazard, Town.group, on: "2016-03-01"),
            .activity("B", .hazard, Town.secondGroup, on: "2016-03-01"))
        let status = try town.status(scope: Scope(Town.group))
        #expect(status.branches == [])
        #expect(status.scopeName == "甲一组")
        #expect(status.totals.members.inScope == 1)
        #expect(status.totals.households.inScope == 0)
        #expect(status.totals.groups == 1)
        #expect(status.totals.fiveOnes.done == 1 && status.totals.fiveOnes.target == 5)
    }

    @Test("a county's scope has no name; a scope of nothing is refused") func scopes() throws {
        let town = try Town()
        #expect(try town.status(scope: Scope("100000")!).scopeName == "")
        #expect(throws: Refusal.emptyScope("2")) { try town.status(scope: Scope("2")!) }
        #expect(throws: Refusal.emptyScope("乡")) { try town.ledger.scope("乡") }
        #expect(throws: Refusal.emptyScope("100000009")) { try town.ledger.scope("100000009") }
        #expect(try town.ledger.scope("1000").prefix == "1000")
        #expect(try town.ledger.scope(nil).prefix == "100000001")
        try town.insert([.organization(Organization(code: "100000002", name: "邻镇", kind: .township))])
        #expect(try town.ledger.scope(nil).prefix == "100000")
        try town.insert([.organization(Organization(code: "200000002", name: "远镇", kind: .township))])
        #expect(throws: Refusal.noStandardScope) { try town.ledger.scope(nil) }
    }

    @Test("visited this month: poor households with a visit since the first, wherever it was recorded")
    func visited() throws {
        let town = try Town(
            .person("P"), .household("H1"), .household("H2"), .household("H3"), .household("H4", lifted: "2016-01-01"),
            .household("H5"), .household("H6"),
            .activity("A", .homeVisit, Town.village, on: "2016-06-01", ["P"], household: "H1"),
            .activity("B", .homeVisit, Town.township, on: "2016-06-30", ["P"], household: "H2"),
            .activity("C", .homeVisit, Town.village, on: "2016-05-31", ["P"], household: "H3"),
            .activity("D", .homeVisit, Town.village, on: "2016-06-02", ["P"], household: "H4"),
            .activity("E", .deed, Town.group, on: "2016-06-02", household: "H5", resolved: "2016-06-03"),
            .activity("F", .homeVisit, Town.village, on: "2016-06-02", ["P"], household: "H6", voided: "2016-06-03"),
            .activity("G", .homeVisit, Town.village, on: "2016-06-03", ["P"], household: "H1"))
        #expect(try town.branch()?.visitedThisMonth == 2)
        #expect(try town.status().totals.visitedThisMonth == 2)
        #expect(try town.branch(Town.village, "2016-06-29")?.visitedThisMonth == 1)
    }

    @Test("cooperatives: active ones, founders once per branch and once in the totals") func cooperatives() throws {
        let town = try Town(
            .person("P"), .person("Q", Town.otherVillage, .resident),
            .cooperative("C1", Town.village, led: 10, ["P", "Q"]), .cooperative("C2", Town.group, led: 5, ["P"]),
            .cooperative("C3", Town.village, led: 1), .cooperative("C4", Town.otherVillage, led: 2, ["P"]),
            .cooperative("C5", Town.village, founded: "2016-07-01", led: 100, ["Q"]),
            .cooperative("C6", Town.village, deregistered: "2016-06-30", led: 100, ["Q"]),
            .cooperative("C7", Town.township, founded: "2016-06-30", deregistered: "2016-07-01", led: 20))
        let own = try town.branch()?.cooperatives
        #expect(own?.active == 3 && own?.memberFounded == 2 && own?.founders == 2 && own?.householdsLed == 16)
        let totals = try town.status().totals.cooperatives
        #expect(totals.active == 5 && totals.memberFounded == 3 && totals.founders == 2 && totals.householdsLed == 38)
    }
}
