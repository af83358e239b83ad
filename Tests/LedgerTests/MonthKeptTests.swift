import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// Random acts of every kind on a town whose May is signed: whatever is let through, no signed figure shifts.
@Suite("Signed months hold", .onBothEngines) struct MonthKeptTests {
    private static let days = (0...70).map { ("2016-04-20" as Day).adding(days: $0) }
    private static let people: [Person.ID] = ["P", "Q", "R", "S"]
    private static let households: [Household.ID] = ["H", "I", "J", "K"]
    private static let branches = [Town.village, Town.otherVillage]

    private func town() throws -> Town {
        let town = try Town(
            .person("P"), .person("Q"), .person("R", Town.otherVillage), .person("S", Town.otherVillage, .resident),
            .household("H"), .household("I"), .household("J", Town.otherVillage),
            .household("K", Town.otherVillage, lifted: "2016-05-01"), .pairing("H", "P"), .pairing("H", "R"),
            .pairing("J", "Q"), .pairing("K", "R"), .pairing("I", "S"),
            .activity("A", .partyDay, Town.village, on: "2016-05-10"),
            .activity("B", .homeVisit, Town.township, on: "2016-05-11", ["P"], household: "J"),
            .activity("C", .dispute, Town.group, on: "2016-04-02"),
            .activity("D", .hazard, Town.otherGroup, on: "2016-05-02"),
            .activity("E", .partyDay, Town.otherVillage, on: "2016-04-30"))
        for step in [MonthStep.Kind.submit, .accept] {
            try town.perform(.takeMonthStep(step, of: MonthTests.may, MonthKeptTests.branches, reason: ""))
        }
        return town
    }

    @Test("against any act", arguments: UInt64(1)...8) func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let town = try town()
        var outcomes = (done: 0, locked: 0)
        for _ in 0..<150 {
            do {
                try town.perform(try act(town, &generator))
                outcomes.done += 1
            } catch Refusal.monthLocked {
                outcomes.locked += 1
            } catch is Refusal {}
            for branch in MonthKeptTests.branches {
                let report = try town.ledger.month(branch, MonthTests.may, asOf: Town.today).report
                #expect(report.shifted == [] as [MonthFigure])
            }
        }
        #expect(outcomes.done > 10 && outcomes.locked > 10)
        #expect(try town.ledger.check().problems == [])
    }

    private func act(_ town: Town, _ generator: inout SeededGenerator) throws -> Act {
        func one<T>(_ all: [T]) -> T { all[Int.random(in: 0..<all.count, using: &generator)] }
        let day = one(MonthKeptTests.days)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0:
            return .add(
                .activity(
                    Activity.ID("N\(generator.next())"), one([.partyDay, .themeActivity, .homeVisit]),
                    one([Town.village, Town.otherVillage, Town.township]), on: day, ["P"],
                    household: one(MonthKeptTests.households)))
        case 1:
            return .add(
                .activity(
                    Activity.ID("N\(generator.next())"), one([.dispute, .hazard]), one([Town.group, Town.otherGroup]),
                    on: day, resolved: one([nil, day.adding(days: 20)])))
        case 2: return .voidActivity(one(["A", "B", "C", "D", "E"]), on: Town.today, reason: "重复")
        case 3: return .pair(one(MonthKeptTests.households), one(MonthKeptTests.people), from: day)
        case 4:
            let pairing = one(
                try town.ledger.reading { db in try MonthKeptTests.households.flatMap { try db.pairings(of: $0) } })
            return try correction(town, pairing, [.endedOn: day.description, .endReason: "销户"])
        case 5:
            let person = RecordKey(one(MonthKeptTests.people).text)
            let cells: [PartyWork.Column: String] = one([
                [.leftOn: day.description], [.leftOn: ""], [.arrivedOn: day.description],
            ])
            return try correction(town, .people, person, cells)
        case 6:
            let household = RecordKey(one(MonthKeptTests.households).text)
            let column: PartyWork.Column = one([.liftedOn, .closedOn, .identifiedOn])
            return try correction(town, .households, household, [column: day.description])
        // Entries 2 and 3 reported and signed; taking them back would unlock.
        default: return .undo(entry: one([1] + (4...40)))
        }
    }

    private func correction(_ town: Town, _ pairing: Pairing, _ cells: [PartyWork.Column: String]) throws -> Act {
        try correction(town, .pairings, pairing.key, cells)
    }

    private func correction(
        _ town: Town, _ table: TableSchema, _ key: RecordKey, _ cells: [PartyWork.Column: String]
    ) throws -> Act {
        guard let record = try town.ledger.record(table, key) else { throw Refusal.notFound(table, key) }
        do {
            return .correct(from: record, to: try record.setting(cells))
        } catch {
            throw Refusal.faults(error.faults)
        }
    }
}
