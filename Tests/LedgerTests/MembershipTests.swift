import Ledger
import PartyWork
import TestSupport
import Testing

/// CONTRACT section 2, member side: where a member belongs on a day.
@Suite("Members who moved", .onBothEngines) struct MembershipTests {
    private static func membership(_ organization: Code, from start: Day, until end: Day? = nil) -> AnyRecord {
        .post(Post(holder: "P", organization: organization, kind: .membership, startedOn: start, endedOn: end))
    }

    struct Story: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let posts: [AnyRecord]
        let day: Day
        let organization: Code
    }

    static let stories = [
        Story(testDescription: "without a row, 组织编码", posts: [], day: "2016-06-30", organization: Town.village),
        Story(
            testDescription: "while the row holds, its branch",
            posts: [membership(Town.otherVillage, from: "2012-01-01", until: "2016-06-01")], day: "2016-05-31",
            organization: Town.otherVillage),
        Story(
            testDescription: "from the day it ended, 组织编码",
            posts: [membership(Town.otherVillage, from: "2012-01-01", until: "2016-06-01")], day: "2016-06-01",
            organization: Town.village),
        Story(
            testDescription: "before it began, 组织编码", posts: [membership(Town.otherVillage, from: "2012-01-01")],
            day: "2011-12-31", organization: Town.village),
        Story(
            testDescription: "of several that hold, the one that began last",
            posts: [membership(Town.otherVillage, from: "2013-01-01"), membership(Town.joint, from: "2012-01-01")],
            day: "2016-06-30", organization: Town.otherVillage),
        Story(
            testDescription: "a post of another kind says nothing",
            posts: [
                .post(Post(holder: "P", organization: Town.otherVillage, kind: .secretary, startedOn: "2012-01-01"))
            ],
            day: "2016-06-30", organization: Town.village),
    ]

    @Test("count where they belonged", arguments: stories) func counted(_ story: Story) throws {
        let town = try Town([.person("P")] + story.posts)
        let status = try town.status(story.day)
        #expect(status.branches.filter { $0.members.inScope == 1 }.map(\.code) == [story.organization])
        #expect(status.totals.members == Coverage(covered: 0, inScope: 1))
        #expect(try town.gaps(story.day).filter { $0.kind == .member }.map(\.organization) == [story.organization])
        let rows = try town.ledger.people(in: Scope(story.organization), asOf: story.day)
        #expect(rows.map(\.person.id) == ["P"] && rows.map(\.organization) == [story.organization])
        #expect(try town.ledger.person("P", asOf: story.day).row.organization == story.organization)
        #expect(try town.branch(story.organization, story.day)?.members.inScope == 1)
    }

    @Test("who is no member belongs to 组织编码") func others() throws {
        let town = try Town(
            .person("P", Town.village, .applicant), Self.membership(Town.otherVillage, from: "2012-01-01"))
        #expect(try town.ledger.people(in: Scope(Town.village), asOf: Town.today).map(\.person.id) == ["P"])
        #expect(try town.ledger.people(in: Scope(Town.otherVillage), asOf: Town.today).isEmpty)
    }

    @Test("are asked by checklists where they belonged", arguments: [ChecklistSubject.member, .committeeMember])
    func checklists(_ subject: ChecklistSubject) throws {
        let list = Checklist(
            id: "Q1", name: "学习", subject: subject, count: 1, period: .year, startsOn: "2016-01-01", endsOn: nil)
        let town = try Town(
            .person("P", committee: true), Self.membership(Town.otherVillage, from: "2012-01-01"), .checklist(list))
        let sheet = try town.ledger.checklist("Q1", asOf: Town.today, scope: Scope(Town.otherVillage))
        #expect(sheet.obligations.map(\.subject.token) == ["P"])
        #expect(sheet.obligations.map(\.organization) == [Town.otherVillage])
        #expect(sheet.line.branches.keys.map(\.digits) == [Town.otherVillage.digits])
        #expect(try town.ledger.checklist("Q1", asOf: Town.today, scope: Scope(Town.village)).obligations.isEmpty)
    }

    @Test("a move leaves the figures of the days before as they were") func move() throws {
        let town = try Town(.person("P"))
        let before = try town.status("2016-05-31")
        let person = try #require(try town.ledger.record(.people, RecordKey("P"))?.record as? Person)
        try town.perform(.move(person, to: Town.otherVillage, on: "2016-06-01", since: "2012-01-01"))
        #expect(try town.status("2016-05-31") == before)
        #expect(try town.branch(Town.otherVillage, "2016-06-01")?.members.inScope == 1)
    }
}

/// What a card of a day shows.
@Suite("Cards as of a day", .onBothEngines) struct CardDayTests {
    @Test("nothing after the day is on a household's card") func household() throws {
        let town = try Town(
            .person("P"), .person("Q"), .household("H", lifted: "2016-05-01", closed: "2016-06-20"),
            .pairing("H", "P", until: "2016-05-15"), .pairing("H", "Q", from: "2016-06-01"),
            .activity("A", .homeVisit, Town.village, on: "2016-06-10", ["P"], household: "H"))
        let card = try town.ledger.household("H", asOf: "2016-04-30")
        #expect(card.timeline.map { "\($0.day) \($0.kind.rawValue)" } == ["2015-01-01 结对", "2014-01-01 识别"])
        #expect(card.pairings.map(\.pairing.helper) == ["P"] && card.pairings.map(\.endedOn) == [nil])
        #expect(card.household.liftedOn == nil && card.household.closedOn == nil && card.visits.isEmpty)
        // What acts go by is the row as it is saved.
        #expect(card.row.household.closedOn == "2016-06-20")
        let later = try town.ledger.household("H", asOf: "2016-05-31")
        #expect(later.pairings.map(\.endReason) == [.reassigned] && later.household.liftedOn == "2016-05-01")
        #expect(try town.ledger.household("H", asOf: "2016-06-30").timeline.count == 7)
    }

    @Test("nothing after the day is on a person's card") func person() throws {
        let town = try Town(
            .person("P", arrived: "2015-01-01", left: "2016-06-01"), .household("H"),
            .pairing("H", "P", until: "2016-06-01", .helperLeft), .pairing("H", "P", from: "2016-06-15"),
            .post(Post(holder: "P", organization: Town.village, kind: .secretary, startedOn: "2016-05-01")))
        let card = try town.ledger.person("P", asOf: "2016-04-30")
        #expect(card.timeline.map(\.kind) == [.paired, .arrived])
        #expect(card.pairings.count == 1 && card.pairings[0].endedOn == nil)
        #expect(try town.ledger.person("P", asOf: "2016-06-30").timeline.map(\.kind).contains(.left))
    }

    @Test("the head and the village are those of the day") func head() throws {
        let town = try Town(.household("H"), .person("P"))
        func change(_ event: HouseholdEvent, on day: Day) throws {
            let household = try town.ledger.household("H", asOf: Town.today).row.household
            try town.perform(.changeHousehold(HouseholdChange(household, event, on: day)))
        }
        try change(.newHead("李某", headcount: 3, reason: "去世"), on: "2016-06-01")
        try change(.newHead("王某", headcount: 3, reason: ""), on: "2016-06-10")
        try change(.moved(to: Town.otherVillage), on: "2016-06-15")
        func card(_ day: Day) throws -> [String] {
            let card = try town.ledger.household("H", asOf: day)
            return [card.head, card.villageName]
        }
        #expect(try card("2016-05-31") == ["户主H", "甲村"])
        #expect(try card("2016-06-01") == ["李某", "甲村"])
        #expect(try card("2016-06-14") == ["王某", "甲村"])
        #expect(try card("2016-06-15") == ["王某", "乙村"])
    }
}

/// What a list of a day shows.
@Suite("Lists as of a day", .onBothEngines) struct ListDayTests {
    private func change(_ town: Town, _ event: HouseholdEvent, on day: Day) throws -> Receipt {
        let household = try town.ledger.household("H", asOf: Town.today).row.household
        return try town.perform(.changeHousehold(HouseholdChange(household, event, on: day)))
    }

    @Test("the head of a household is that of the day, as on its card; a change taken back is none") func head() throws
    {
        let town = try Town(.household("H"), .household("J"))
        _ = try change(town, .newHead("李某", headcount: 3, reason: "去世"), on: "2016-06-01")
        _ = try change(town, .newHead("王某", headcount: 3, reason: ""), on: "2016-06-10")
        let wrong = try change(town, .newHead("错某", headcount: 3, reason: ""), on: "2016-06-20")
        try town.perform(.undo(entry: wrong.entry))
        _ = try change(town, .moved(to: Town.otherVillage), on: "2016-06-25")
        for (day, head) in [("2016-05-31", "户主H"), ("2016-06-01", "李某"), ("2016-06-30", "王某")] as [(Day, String)] {
            let rows = try town.ledger.households(in: Scope(Town.township), asOf: day)
            #expect(rows.map(\.head) == ["户主J", head])
            #expect(try town.ledger.household("H", asOf: day).head == head)
            // Acts go by the row as it is saved, figures by the village of today.
            #expect(rows[1].household.head == "王某" && rows[1].formerHeads == ["户主H", "李某"])
            #expect(rows[1].villageName == "乙村")
        }
    }

    @Test("what was resolved later was open on the day, in lists, cards and months") func open() throws {
        let town = try Town(
            .household("H"), .person("P"),
            .activity("A", .dispute, Town.group, on: "2016-05-02", ["P"], resolved: "2016-06-20"),
            .activity("B", .hazard, Town.group, on: "2016-05-03", ["P"], resolved: "2016-06-20"))
        func resolved(_ day: Day) throws -> [[Day?]] {
            [
                try town.ledger.activities(in: Scope(Town.village), from: "2016-05-01", to: day).map(\.resolvedOn),
                try town.ledger.person("P", asOf: day).activities.map(\.resolvedOn),
                try town.ledger.month(Town.village, MonthTests.may, asOf: day).activities.map(\.resolvedOn),
            ]
        }
        #expect(try resolved("2016-06-19") == [[nil, nil], [nil, nil], [nil]])
        #expect(
            try resolved("2016-06-20") == [
                ["2016-06-20", "2016-06-20"], ["2016-06-20", "2016-06-20"], ["2016-06-20"],
            ])
        // What is corrected is the row as it is saved.
        let rows = try town.ledger.activities(in: Scope(Town.village), from: "2016-05-01", to: "2016-06-19")
        #expect(rows.map(\.activity.resolvedOn) == ["2016-06-20", "2016-06-20"])
    }
}

/// What is no more is found all the same.
@Suite("Former names", .onBothEngines) struct FormerNameTests {
    @Test("former heads come with the household, unless the change was taken back") func heads() throws {
        let town = try Town(.household("H"), .household("J"))
        func change(_ id: Household.ID, _ head: String) throws -> Receipt {
            let household = try town.ledger.household(id, asOf: Town.today).row.household
            return try town.perform(
                .changeHousehold(
                    HouseholdChange(household, .newHead(head, headcount: 3, reason: "去世"), on: "2016-06-20")))
        }
        _ = try change("H", "李某")
        let wrong = try change("J", "王某")
        try town.perform(.undo(entry: wrong.entry))
        let rows = try town.ledger.households(in: Scope(Town.township), asOf: Town.today)
        #expect(rows.map(\.formerHeads) == [["户主H"], []])
        let things = try town.ledger.names(in: Scope(Town.township), asOf: Town.today)
        #expect(things.filter { !$0.formerly.isEmpty }.map { [$0.name] + $0.formerly } == [["李某", "户主H"]])
    }

    @Test("former names come with the village, the oldest first, unless taken back") func names() throws {
        let town = try Town()
        func rename(_ name: String) throws -> Receipt {
            let record = try #require(try town.ledger.record(.organizations, RecordKey(Town.village.digits)))
            return try town.perform(.correct(from: record, to: try record.setting([.name: name])))
        }
        _ = try rename("丙村")
        _ = try rename("丁村")
        try town.perform(.undo(entry: rename("戊村").entry))
        func former() throws -> [[String]] {
            try town.ledger.organizations(in: Scope(Town.village), asOf: Town.today)
                .filter { $0.organization.kind == .village }.map(\.formerNames)
        }
        #expect(try former() == [["甲村", "丙村"]])
        _ = try rename("甲村")
        #expect(try former() == [["丙村", "丁村"]])
    }

    @Test("what is in a village is found by the village's former name, what is in its groups too") func places() throws
    {
        let town = try Town(
            .household("H"), .household("J", Town.otherVillage), .person("P", Town.group), .person("Q", Town.joint),
            .cooperative("C"))
        let record = try #require(try town.ledger.record(.organizations, RecordKey(Town.village.digits)))
        try town.perform(.correct(from: record, to: try record.setting([.name: "丙村"])))
        let all = Scope(Town.township)
        let households = try town.ledger.households(in: all, asOf: Town.today)
        #expect(households.map(\.formerVillageNames) == [["甲村"], []])
        #expect(try town.ledger.people(in: all, asOf: Town.today).map(\.formerOrganizationNames) == [["甲村"], []])
        #expect(try town.ledger.cooperatives(in: all, asOf: Town.today).map(\.formerOrganizationNames) == [["甲村"]])
    }
}
