import Ledger
import PartyWork
import TestSupport
import Testing

@Suite("Lists, cards and the branch", .onBothEngines) struct ListTests {
    @Test("a household's row: state, helpers of active pairings, latest visit up to the day") func households() throws {
        let town = try Town(
            .person("P"), .person("L", left: "2016-06-01"), .household("H"), .household("K", lifted: "2016-06-01"),
            .household("Z", Town.otherVillage), .household("N", identified: "2016-07-01"), .pairing("H", "P"),
            .pairing("H", "L"), .pairing("H", "P", from: "2016-01-01"), .pairing("K", "P", until: "2016-01-01"),
            .activity("A", .homeVisit, Town.village, on: "2016-05-01", ["P"], household: "H"),
            .activity("B", .homeVisit, Town.village, on: "2016-06-01", ["P"], household: "H"),
            .activity("C", .homeVisit, Town.village, on: "2016-06-02", ["P"], household: "H", voided: "2016-06-03"),
            .activity("D", .homeVisit, Town.village, on: "2016-07-01", ["P"], household: "H"))
        let rows = try town.ledger.households(in: Scope(Town.township), asOf: Town.today)
        #expect(rows.map(\.household.id) == ["H", "K", "N", "Z"])
        #expect(rows.map(\.state) == [.poor, .lifted, nil, .poor])
        #expect(rows.map(\.villageName) == ["甲村", "甲村", "甲村", "乙村"])
        #expect(Set(rows[0].helpers.map(\.id)) == ["P", "L"] && rows[0].helpers.count == 2)
        #expect(rows[0].isCovered && !rows[3].isCovered)
        #expect(rows[0].lastVisitOn == "2016-06-01")
        #expect(rows[1].helpers == [])
        let card = try town.ledger.household("H", asOf: Town.today)
        #expect(card.row == rows[0])
        #expect(card.pairings.map(\.pairing.startedOn) == ["2016-01-01", "2015-01-01", "2015-01-01"])
        #expect(card.visits.map(\.activity.id) == ["C", "B", "A"])
        #expect(throws: Refusal.notFound(.households, RecordKey("X"))) {
            try town.ledger.household("X", asOf: Town.today)
        }
    }

    @Test("the branch counts its households and cooperatives as their lists do, on every day") func counts() throws {
        let town = try Town(
            .household("H"), .household("K", lifted: "2016-06-01"), .household("N", identified: "2016-07-01"),
            .household("C", closed: "2016-06-01"), .household("Z", Town.otherVillage),
            .cooperative("A"), .cooperative("B", Town.village, deregistered: "2016-06-01"),
            .cooperative("F", Town.village, founded: "2016-07-01"))
        for (day, expected) in [("2016-05-31", [3, 2]), ("2016-06-01", [2, 1]), ("2016-07-01", [3, 2])]
            as [(Day, [Int])]
        {
            let report = try town.ledger.branch(Town.village, asOf: day)
            let households = try town.ledger.households(in: Scope(Town.village), asOf: day)
            let cooperatives = try town.ledger.cooperatives(in: Scope(Town.village), asOf: day)
            #expect([report.households, report.cooperatives] == expected)
            #expect(households.count { $0.state == .poor || $0.state == .lifted } == expected[0])
            #expect(cooperatives.count(where: \.isActive) == expected[1])
        }
    }

    @Test("a helper who does not serve: gone, or not arrived yet") func service() throws {
        let town = try Town(
            .person("P"), .person("Q", left: "2016-01-01"), .person("R", arrived: "2016-07-01"), .household("H"),
            .pairing("H", "P"), .pairing("H", "Q"), .pairing("H", "R"))
        let row = try #require(try town.ledger.households(in: Scope(Town.village), asOf: Town.today).first)
        #expect(row.helpers.map(\.service) == [.serving, .left, .notArrived])
        let card = try town.ledger.household("H", asOf: Town.today)
        #expect(card.row == row)
        #expect(card.pairings.map(\.helperService) == [.serving, .left, .notArrived])
        let people = try town.ledger.people(in: Scope(Town.village), asOf: Town.today)
        #expect(people.map(\.service) == [.serving, .left, .notArrived])
    }

    @Test("a person's row and card: households helped, activities newest first") func people() throws {
        let town = try Town(
            .person("P"), .person("Q", Town.group, left: "2016-01-01"), .household("H"),
            .household("K", closed: "2016-01-01"),
            .pairing("H", "P"), .pairing("H", "P", from: "2016-01-01"), .pairing("K", "P"),
            .activity("A", .partyDay, Town.village, on: "2016-05-01", ["Q", "P"]),
            .activity("B", .homeVisit, Town.village, on: "2016-06-01", ["P"], household: "H"),
            .activity("C", .partyDay, Town.village, on: "2016-07-01", ["P"]))
        let rows = try town.ledger.people(in: Scope(Town.village), asOf: Town.today)
        #expect(rows.map(\.person.id) == ["P", "Q"])
        #expect(rows.map(\.households) == [1, 0])
        #expect(rows.map(\.serves) == [true, false])
        #expect(rows.map(\.organizationName) == ["甲村", "甲一组"])
        let card = try town.ledger.person("P", asOf: Town.today)
        #expect(card.row == rows[0])
        #expect(card.activities.map(\.activity.id) == ["B", "A"])
        #expect(card.activities.map(\.head) == ["户主H", ""])
        #expect(card.activities[1].participantNames == ["名Q", "名P"])
        #expect(card.pairings.map(\.state) == [.poor, .poor, .closed])
        #expect(throws: Refusal.notFound(.people, RecordKey("X"))) { try town.ledger.person("X", asOf: Town.today) }
    }

    @Test("organizations and cooperatives with their names") func organizations() throws {
        let town = try Town(
            .person("P"),
            .organization(
                Organization(
                    code: "100000001904", name: "联", kind: .joint, leader: "P", dissolvedOn: "2016-06-30")),
            .cooperative("C", Town.village, ["P"]), .cooperative("D", Town.village, deregistered: "2016-06-30"))
        let rows = try town.ledger.organizations(in: Scope(Town.township), asOf: Town.today)
        #expect(rows.count == 9)
        #expect(rows.first?.parentName == "")
        #expect(rows.last?.leaderName == "名P" && rows.last?.parentName == "镇" && rows.last?.exists == false)
        let cooperatives = try town.ledger.cooperatives(in: Scope(Town.village), asOf: Town.today)
        #expect(cooperatives.map(\.founderNames) == [["名P"], []])
        #expect(cooperatives.map(\.isActive) == [true, false])
        #expect(cooperatives.map(\.organizationName) == ["甲村", "甲村"])
        #expect(throws: Refusal.emptyScope("9")) { try town.ledger.cooperatives(in: Scope("9")!, asOf: Town.today) }
    }

    @Test("activities from one day to another, newest first, voided ones too") func activities() throws {
        let town = try Town(
            .activity("A", .partyDay, Town.village, on: "2016-05-31"),
            .activity("B", .partyDay, Town.village, on: "2016-06-01"),
            .activity("C", .hazard, Town.group, on: "2016-06-30"),
            .activity("D", .partyDay, Town.otherVillage, on: "2016-06-30", voided: "2016-06-30"),
            .activity("E", .partyDay, Town.village, on: "2016-07-01"))
        func list(_ scope: Scope) throws -> [Activity.ID] {
            try town.ledger.activities(in: scope, from: "2016-06-01", to: "2016-06-30").map(\.activity.id)
        }
        #expect(try list(Scope(Town.township)) == ["D", "C", "B"])
        #expect(try list(Scope(Town.village)) == ["C", "B"])
        #expect(try list(Scope(Town.group)) == ["C"])
    }

    @Test("a branch: groups with open disputes, its committee, what was recorded each month") func branch() throws {
        var member = Person(
            id: "M", name: "镇长", organization: Town.township, category: .member, isCommitteeMember: true)
        member.assignedVillages = [Town.village]
        let town = try Town(
            .person(member), .person("N", Town.township, committee: true), .household("H"),
            .activity("A", .researchVisit, Town.otherVillage, on: "2016-02-01", ["M"]),
            .activity("B", .dispute, Town.group, on: "2015-11-01"),
            .activity("C", .dispute, Town.group, on: "2016-02-01", resolved: "2016-07-01"),
            .activity("D", .dispute, Town.group, on: "2016-02-01", resolved: "2016-06-30"),
            .activity("E", .deed, Town.secondGroup, on: "2016-03-01", household: "H", voided: "2016-03-02"),
            .activity("F", .partyDay, Town.village, on: "2016-03-01", pending: true),
            .activity("G", .partyDay, Town.village, on: "2016-03-02"))
        let report = try town.ledger.branch(Town.village, asOf: Town.today)
        #expect(report.status == (try town.branch()))
        #expect(report.groups.map(\.name) == ["甲一组", "甲二组"])
        #expect(report.groups.map(\.counts) == [[0, 0, 0, 1, 0], [0, 0, 0, 0, 0]])
        #expect(report.groups.map(\.open) == [[0, 0, 0, 2, 0], [0, 0, 0, 0, 0]])
        #expect(report.committee.map(\.id) == ["M"] && report.committee[0].visits.done == 1)
        #expect(report.months.map(\.month) == [1, 2, 3, 4, 5, 6])
        #expect(report.months[1].counts == [.dispute: 2] && report.months[2].counts == [.partyDay: 2])
        #expect(report.months[2].evidencePending == 1)
        for code in [Town.township, Town.group, "100000001999"] {
            #expect(throws: Refusal.notFound(.organizations, RecordKey(code.digits))) {
                try town.ledger.branch(code, asOf: Town.today)
            }
        }
    }

    @Test("the journal is read page by page, the newest first") func journal() throws {
        let town = try Town()
        for title in ["一", "二", "三"] { try town.perform(.recordActivity(Town.partyDay(title))) }
        #expect(try town.ledger.journal(limit: 2, before: nil).map(\.id) == [4, 3])
        #expect(try town.ledger.journal(limit: 2, before: 3).map(\.id) == [2, 1])
        #expect(try town.ledger.journal(limit: 2, before: 1) == [])
    }
}

@Suite("Names", .onBothEngines) struct NameListTests {
    @Test("of a scope: all of all times, of activities the newest five of each organization in the year") func names()
        throws
    {
        let visits = (1...7).map {
            AnyRecord.activity(Activity.ID("A\($0)"), .partyDay, Town.village, on: Day("2016-05-0\($0)") ?? .earliest)
        }
        let town = try Town(
            visits + [
                .person("P", left: "2016-01-01"), .person("Q", Town.otherVillage),
                .household("H", closed: "2016-01-01"),
                .household("K", Town.otherVillage), .cooperative("C", Town.village, deregistered: "2016-01-01"),
                .activity("B", .partyDay, Town.village, on: "2015-12-31"),
                .activity("D", .partyDay, Town.village, on: "2016-07-01"),
            ])
        let names = try town.ledger.names(in: Scope(Town.village), asOf: Town.today)
        #expect(
            names.filter { $0.kind == .organization }.map(\.organization.branch) == [
                Town.village, Town.village, Town.village,
            ])
        #expect(names.filter { $0.kind != .organization }.map(\.key) == ["P", "H", "C", "A7", "A6", "A5", "A4", "A3"])
        #expect(names.last?.detail == "2016-05-03")
        #expect(names.first { $0.key == "H" }?.name == "户主H")
    }
}
