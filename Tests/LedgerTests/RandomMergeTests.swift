import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// Officers who record, change and take back on both sides at random; then the copy is brought back.
@Suite("Bringing a copy back, at random") struct RandomMergeTests {
    @Test(
        "nothing is lost, nothing is written twice, and an undo leaves everything as it was",
        arguments: Array(1...24) + [757, 991]
    )
    func runs(_ seed: UInt64) throws { try RandomMergeTests.run(seed) }

    static func run(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let town = try Town(
            (1...6).map { AnyRecord.person(Person.ID("P\($0)"), $0 < 4 ? Town.village : Town.otherVillage) }
                + (1...5).map { AnyRecord.household(Household.ID("H\($0)")) }
                + (1...5).map { AnyRecord.pairing(Household.ID("H\($0)"), Person.ID("P\($0)")) })
        let past = Town.desk(town.ledger)
        for _ in 0..<4 { act(past, &dice) }
        let both = try TwoLedgers(town)
        let base = try TwoLedgers.rows(both.own)
        for _ in 0..<Int.random(in: 3...12, using: &dice) { act(past, &dice) }
        for _ in 0..<Int.random(in: 3...12, using: &dice) { act(both.copyDesk, &dice) }
        let mine = try TwoLedgers.rows(both.own)
        let theirs = try TwoLedgers.rows(both.copy)
        for side in [MergeSide.mine, .theirs] {
            let review = try both.review(side)
            // Rows that another side or rule decides, and those that got another key, are told.
            let told = review.rows.filter { [.refused, .conflict, .left].contains($0.kind) }.map(\.name)
            let former = review.rows.compactMap { $0.remark.firstMatch(of: /编号是 (\S+?)，/).map { String($0.1) } }
            guard review.isSettled else {
                #expect(throws: Refusal.self) { try both.merge(side) }
                #expect(try TwoLedgers.rows(both.own) == mine)
                continue
            }
            guard review.changesAnything else { continue }
            let receipt = try both.merge(side)
            let now = try TwoLedgers.rows(both.own)
            let names = Set(base.keys).union(mine.keys).union(theirs.keys)
            for name in names where !told.contains(name) && !RandomMergeTests.mentions(theirs[name], former) {
                let expected = expected(base[name], theirs[name], mine[name], side)
                #expect(now[name] == expected, "seed \(seed), \(side), \(name.table.name) \(name.key)")
            }
            for row in review.rows where !row.remark.isEmpty && row.kind == .new {
                #expect(now[row.name] != nil, "seed \(seed), \(row.name.key)")
            }
            #expect(try both.own.check().problems == [], "seed \(seed)")
            #expect(try both.review(side).rows == [], "seed \(seed)")
            #expect(throws: Refusal.nothingChanged) { try both.merge(side) }
            try Town.perform(.undo(entry: receipt.entry), on: both.own)
            #expect(try TwoLedgers.rows(both.own) == mine, "seed \(seed)")
        }
    }

    /// Whether a row has, or names, a key that was given anew.
    private static func mentions(_ row: [Column: String]?, _ keys: [String]) -> Bool {
        row?.values.contains { text in text.split(separator: ";").contains { keys.contains(String($0)) } } ?? false
    }

    /// What a row should be, told without the rules of the program: column by column.
    private static func expected(
        _ base: [Column: String]?, _ theirs: [Column: String]?, _ mine: [Column: String]?, _ side: MergeSide
    ) -> [Column: String]? {
        if theirs == base { return mine }
        if mine == base { return theirs }
        guard let theirs, let mine else { return side == .mine ? mine : theirs }
        var row = mine
        for column in Set(theirs.keys).union(base.map { Set($0.keys) } ?? []) where theirs[column] != base?[column] {
            if side == .theirs || mine[column] == base?[column] { row[column] = theirs[column] }
        }
        return row
    }

    /// One act at random; what a rule refuses is not done.
    private static func act(_ desk: Desk, _ dice: inout SeededGenerator) {
        let (person, household) = ("P\(Int.random(in: 1...8, using: &dice))", "H\(Int.random(in: 1...7, using: &dice))")
        let number = Int.random(in: 1...99, using: &dice)
        do {
            switch Int.random(in: 0..<10, using: &dice) {
            case 0, 1:
                var activity = Town.partyDay("题\(number)", on: "2016-06-1\(number % 10)".asDay)
                activity.participants = [Person.ID(person)]
                _ = try desk.perform(.recordActivity(activity))
            case 2: try change(desk, .people, person, [.post: "职\(number)"])
            case 3:
                try change(
                    desk, .people, person, [.phone: "139000000\(number)", .exemption: number % 2 == 0 ? "老" : ""])
            case 4:
                try change(
                    desk, .households, household, [.headcount: "\(number)", .cause: number % 3 == 0 ? "病" : "学"])
            case 5: _ = try desk.perform(.pair(Household.ID(household), Person.ID(person), from: "2016-06-01"))
            case 6:
                let open = try desk.ledger.reading { try $0.pairings(of: Household.ID(household)) }.filter {
                    $0.endedOn == nil
                }
                let ending = try open.first.orThrow()
                let (id, helper) = (ending.household, ending.helper)
                _ = try desk.perform(
                    .endPairings([PairingEnding(household: id, helper: helper, on: "2016-06-20", reason: .reassigned)]))
            case 7:
                let name = "人\(number % 4)"
                _ = try desk.perform(
                    .add(
                        Person(id: Person.ID(person), name: name, organization: Town.village, category: .member).wrapped
                    ))
            case 8: _ = try desk.perform(.add(AnyRecord.household(Household.ID(household))))
            default:
                let entries = try desk.ledger.journal(limit: 8, before: nil).filter {
                    $0.kind != .imported && $0.undoneBy == nil
                }
                _ = try desk.perform(.undo(entry: entries.randomElement(using: &dice).orThrow().id))
            }
        } catch {}
    }

    private static func change(_ desk: Desk, _ table: TableSchema, _ key: String, _ cells: [Column: String]) throws {
        let saved = try desk.ledger.record(table, RecordKey(key)).orThrow()
        _ = try desk.perform(.correct(from: saved, to: try saved.setting(cells)))
    }
}

extension String {
    fileprivate var asDay: Day { Day(self) ?? Town.today }
}
