import PartyWork
import Testing

@testable import Ledger

/// A village that is merged into another from a day on (撤并).
@Suite("A village merged into another") struct AbsorbTests {
    private static let day: Day = "2016-06-20"

    private func town() throws -> Town {
        try Town(
            .person("P1", arrived: "2014-03-01"), .person("P2"), .person("Q", Town.otherVillage),
            .person("R", Town.group, .resident),
            .person("L", left: "2016-02-01"), .household("H1"), .household("H2", lifted: "2016-03-01"),
            .household("H3", closed: "2016-04-01"), .household("K", Town.otherVillage), .pairing("H1", "P1"),
            .pairing("K", "Q"), .cooperative("C1", Town.group, ["P1"]), .cooperative("C2", Town.otherVillage),
            Post(holder: "P2", organization: Town.village, kind: .other, startedOn: "2015-01-01").wrapped,
            .activity("D1", .partyDay, Town.village, on: "2016-05-20", ["P1"]),
            .activity("V1", .homeVisit, Town.village, on: "2016-05-21", ["P1"], household: "H1"))
    }

    @discardableResult
    private func absorb(
        _ town: Town, _ gone: Code = Town.village, into kept: Code = Town.otherVillage, on day: Day = AbsorbTests.day
    ) throws -> Receipt {
        let record = try #require(try town.ledger.record(.organizations, RecordKey(gone.digits)))
        let village = try #require(record.record as? Organization)
        return try town.perform(.absorb(village, into: kept, on: day))
    }

    private func sign(_ town: Town, _ month: Day, _ branch: Code = Town.village) throws {
        for step in [MonthStep.Kind.submit, .accept] {
            try town.perform(.takeMonthStep(step, of: Month(month), [branch], reason: ""))
        }
    }

    /// The figures and the lists of a day.
    private struct Shown: Equatable {
        let status: StatusReport
        let gaps: [Gap]
        let households: [String]
        let people: [String]
        let cooperatives: [String]

        init(_ town: Town, _ day: Day) throws {
            let all = Scope(Town.township)
            status = try town.status(day)
            gaps = try town.gaps(day)
            households = try town.ledger.households(in: all, asOf: day).map {
                "\($0.village) \($0.villageName) \($0.head)"
            }
            people = try town.ledger.people(in: all, asOf: day).filter { $0.person.category.isPartyMember }
                .map { "\($0.organization) \($0.organizationName) \($0.person.name)" }
            cooperatives = try town.ledger.cooperatives(in: all, asOf: day).map {
                "\($0.organization) \($0.organizationName) \($0.cooperative.name)"
            }
        }
    }

    @Test(
        "every figure and list of a day before stays, signed or not",
        arguments: ["2014-06-30", "2016-05-31", "2016-06-19"] as [Day])
    func past(day: Day) throws {
        let town = try town()
        let before = try Shown(town, day)
        try absorb(town)
        #expect(try Shown(town, day) == before)
    }

    @Test("what was in it counts with the other from the day on; the township's totals stay")
    func present() throws {
        let town = try town()
        let before = try town.status().totals
        try absorb(town)
        #expect(try town.branch() == nil)
        let kept = try #require(try town.branch(Town.otherVillage))
        #expect(kept.households == Coverage(covered: 2, inScope: 2))
        #expect(kept.members == Coverage(covered: 2, inScope: 3))
        #expect(kept.cooperatives.active == 2 && kept.cooperatives.founders == 1)
        let totals = try town.status().totals
        #expect(
            totals.households == before.households && totals.members == before.members
                && totals.cooperatives == before.cooperatives)
        let row = try #require(
            try town.ledger.households(in: Scope(Town.otherVillage), asOf: Town.today).first { $0.household.id == "H1" }
        )
        #expect(row.villageName == "乙村")
    }

    @Test("rows move once: groups under new codes, members with their membership, what is closed stays, posts end")
    func rows() throws {
        let town = try town()
        let receipt = try absorb(town)
        let rows = try TwoLedgers.rows(town.ledger)
        func row(_ table: TableSchema, _ key: String...) -> [PartyWork.Column: String]? {
            rows[.init(table, RecordKey(parts: key))]
        }
        #expect(row(.organizations, "10000000110202")?[.name] == "甲一组")
        #expect(row(.organizations, "10000000110202")?[.foundedOn] == "2016-06-20")
        #expect(row(.organizations, Town.group.digits)?[.dissolvedOn] == "2016-06-20")
        #expect(row(.organizations, Town.village.digits)?[.dissolvedOn] == "2016-06-20")
        #expect(row(.households, "H3")?[.village] == Town.village.digits)
        #expect(row(.householdPlaces, "H1", "2016-06-20")?[.village] == Town.village.digits)
        #expect(row(.cooperatives, "C1")?[.organization] == "10000000110202")
        #expect(row(.cooperativePlaces, "C1", "2016-06-20")?[.organization] == Town.group.digits)
        #expect(row(.posts, "P1", Town.village.digits, "党员关系", "2014-03-01")?[.endedOn] == "2016-06-20")
        #expect(row(.posts, "P2", Town.village.digits, "其他", "2015-01-01")?[.endedOn] == "2016-06-20")
        #expect(row(.people, "R")?[.organization] == "10000000110202")
        #expect(row(.people, "L")?[.organization] == Town.village.digits)
        #expect(
            receipt.summary
                == "组织 100000001101 甲村 自 2016-06-20 起撤并到 组织 100000001102 乙村，移交：组织 2，人员 3，任职 1，贫困户 2，合作社 1")
        #expect(receipt.warnings.joined().contains("联合支部 1 个（茶业支部）"))
        let problems = try town.ledger.check().problems
        #expect(problems == [])
    }

    @Test("an undo takes all of it back, and doing it again does all of it again") func undone() throws {
        let town = try town()
        try sign(town, "2016-05-01")
        try sign(town, "2016-05-01", Town.otherVillage)
        let before = try TwoLedgers.rows(town.ledger)
        let receipt = try absorb(town)
        let after = try TwoLedgers.rows(town.ledger)
        let undo = try town.perform(.undo(entry: receipt.entry))
        #expect(try TwoLedgers.rows(town.ledger) == before)
        try town.perform(.undo(entry: undo.entry))
        #expect(try TwoLedgers.rows(town.ledger) == after)
    }

    @Test("a signed month keeps its branch: one after the day refuses the merger, one before refuses to move a place")
    func signed() throws {
        let town = try town()
        try sign(town, "2016-05-01")
        let refusal = #expect(throws: Refusal.self) { try absorb(town, on: "2016-05-20") }
        guard case .monthLocked? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        try absorb(town)
        let place = HouseholdPlace(household: "H1", organization: Town.village, endedOn: AbsorbTests.day)
        let kept = HouseholdPlace(household: "K", organization: Town.village, endedOn: "2016-06-10")
        #expect(throws: Refusal.self) { try town.perform(.add(kept.wrapped)) }
        // The household counts in the signed month of the former village, and is locked there still.
        let household = try #require(try town.ledger.record(.households, RecordKey("H1")))
        let lifted = try household.setting([.liftedOn: "2016-05-01"])
        #expect(throws: Refusal.self) { try town.perform(.correct(from: household, to: lifted)) }
        #expect(try town.record(place) != nil)
    }

    @Test("what is no other village of the township that exists is refused, and so is a day to come") func refused()
        throws
    {
        let town = try town()
        for code in [Town.village, Town.joint, Town.group] {
            #expect(throws: Refusal.self) { try absorb(town, into: code) }
        }
        #expect(throws: Refusal.self) { try absorb(town, Town.joint) }
        #expect(throws: Refusal.notFound(.organizations, RecordKey("100000001199"))) {
            try absorb(town, into: "100000001199")
        }
        #expect(throws: Refusal.inFuture(.dissolvedOn, "2016-07-01")) { try absorb(town, on: "2016-07-01") }
        try absorb(town)
        #expect(throws: Refusal.self) { try absorb(town) }
        #expect(throws: Refusal.self) { try absorb(town, Town.otherVillage, into: Town.village) }
    }

    @Test("a household whose village went twice lies where it lay on each day") func twice() throws {
        let third = Organization(code: "100000001103", name: "丙村", kind: .village)
        let town = try Town(.organization(third), .household("H1"))
        try absorb(town, on: "2016-03-01")
        try absorb(town, Town.otherVillage, into: "100000001103", on: "2016-06-01")
        let names = try (["2016-02-29", "2016-03-01", "2016-05-31", "2016-06-01"] as [Day]).map { day in
            try town.ledger.households(in: Scope(Town.township), asOf: day).map(\.villageName)
        }
        #expect(names == [["甲村"], ["乙村"], ["乙村"], ["丙村"]])
        #expect(try town.ledger.households(in: Scope(Town.otherVillage), asOf: "2016-04-01").count == 1)
        #expect(try town.ledger.households(in: Scope(Town.otherVillage), asOf: "2016-06-01").isEmpty)
    }
}
