import Ledger
import PartyWork
import TestSupport
import Testing

/// How far a town has moved in, as the ledger counts it, and the sample that an earlier version loaded.
@Suite("What has moved in", .onBothEngines) struct MovedTests {
    @Test("is counted by the rules of the figures: what is dissolved, closed or left is not there") func counts() throws
    {
        let town = try Town(
            .organization(
                Organization(code: "100000001103", name: "丙村", kind: .village, dissolvedOn: "2016-01-01")),
            .person("P", committee: true), .person("Q", left: "2016-06-01"), .person("R", Town.office),
            .household("H"), .household("I", closed: "2016-06-01"), .pairing("H", "P"),
            .cooperative("C", Town.village, []), .activity("A", .partyDay, Town.village, on: "2016-06-01"),
            .activity("B", .partyDay, Town.village, on: "2015-06-01"))
        let moved = try town.ledger.movingIn(Scope(Town.township), asOf: Town.today)
        #expect(
            moved.organizations == [
                .init(.township, 1, withoutLeader: 1, withoutHouseholds: 1),
                .init(.group, 3, withoutLeader: 3, withoutGroups: 3, withoutPeople: 3, withoutHouseholds: 3),
                .init(.office, 1, withoutLeader: 1, withoutGroups: 1, withoutHouseholds: 1),
                .init(.village, 2, withoutLeader: 2, withoutPeople: 1, withoutHouseholds: 1),
                .init(.joint, 1, withoutLeader: 1, withoutGroups: 1, withoutPeople: 1, withoutHouseholds: 1),
            ])
        #expect((moved.people, moved.committee, moved.households) == (2, 1, 1))
        #expect((moved.cooperatives, moved.activities) == (1, 1))
        #expect(moved.paired == Coverage(covered: 1, inScope: 1) && moved.members == Coverage(covered: 1, inScope: 2))
    }

    @Test("is nothing in an empty ledger, which is asked all the same") func empty() throws {
        #expect(try Ledger.fresh().movingIn(Scope("" as Code), asOf: Town.today) == MovingIn())
    }
}

@Suite("The sample in an own ledger", .onBothEngines) struct LoadedSampleTests {
    private static let marker = Person(
        id: LoadedSample.marker, name: "覃绍槐", organization: Town.village, category: .member, phone: "00000000001")

    private func town() throws -> Town {
        try Town(.person(Self.marker), .person("Q"), .household("H"), .household("I"), .pairing("I", "Q"))
    }

    @Test("is known by its first invented person, in the entry that brought them in") func known() throws {
        #expect(try Town(.person("P0001")).ledger.loadedSample() == nil)
        let town = try town()
        #expect(try town.ledger.loadedSample() == LoadedSample(entry: 1, later: 0, isAll: true))
        let entry = try town.perform(.recordActivity(Town.partyDay())).entry
        #expect(try town.ledger.loadedSample() == LoadedSample(entry: 1, later: 1, isAll: true))
        try town.perform(.undo(entry: entry))
        #expect(try town.ledger.loadedSample() == LoadedSample(entry: 1, later: 0, isAll: true))
        try town.perform(.undo(entry: 1))
        #expect(try town.ledger.loadedSample() == nil)
    }

    @Test("goes in one act with all that came after it, and one undo brings all of it back") func cleared() throws {
        let town = try town()
        let acts: [Act] = [
            .recordActivity(Town.partyDay()), .pair("H", "Q", from: "2016-06-01"),
            .add(.household("J")), .pair("J", "P0001", from: "2016-06-02"),
            .endPairings([
                PairingEnding(household: "J", helper: "P0001", on: "2016-06-20", reason: .reassigned, replacement: "Q")
            ]),
        ]
        for act in acts { try town.perform(act) }
        let before = try town.status()
        let done = try town.perform(.clearSample(entry: 1))
        #expect(done.summary == "清掉示例：撤销第 1 条和以后的 5 条")
        #expect(try town.ledger.isEmpty())
        #expect(try town.ledger.check().problems == [])
        try town.perform(.undo(entry: done.entry))
        #expect(try town.status() == before)
        #expect(try town.ledger.check().problems == [])
    }

    @Test("stays as it is where signed months hold it") func signed() throws {
        let town = try town()
        try town.perform(.takeMonthStep(.submit, of: Month("2016-05-01" as Day), [Town.village], reason: ""))
        try town.perform(.takeMonthStep(.accept, of: Month("2016-05-01" as Day), [Town.village], reason: ""))
        expectRefusal { try town.perform(.clearSample(entry: 1)) }
        #expect(try !town.ledger.isEmpty())
    }

    private func expectRefusal(_ body: () throws -> Void) {
        do {
            try body()
            Issue.record("it was not refused")
        } catch { #expect(error is Refusal) }
    }
}
