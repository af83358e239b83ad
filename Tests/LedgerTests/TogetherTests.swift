import Ledger
import PartyWork
import TestSupport
import Testing

@Suite("Many rows by one act", .onBothEngines) struct TogetherTests {
    private static func town() throws -> Town {
        try Town(
            .person("P1"), .person("P2"), .household("H1"), .household("H2"), .household("H3", lifted: "2016-01-01"))
    }

    private static func households(_ town: Town) throws -> [Household] {
        try town.ledger.households(in: Scope(Town.township), asOf: Town.today).map(\.household).sorted { $0.id < $1.id }
    }

    private static func lifts(_ households: [Household]) -> [Act] {
        households.map { household in
            var after = household
            after.liftedOn = "2016-06-30"
            return .correct(from: .household(household), to: .household(after))
        }
    }

    private static func isDone(_ outcome: Result<String, Refusal>) -> Bool {
        if case .success = outcome { true } else { false }
    }

    @Test("are one entry that one undo takes back")
    func once() throws {
        let town = try Self.town()
        let before = try Self.households(town)
        let entries = try town.ledger.journal(limit: 100, before: nil).count
        let receipt = try town.perform(.together(Self.lifts(before)))
        #expect(receipt.summary.hasPrefix("修改 3 行：修改贫困户 H1"))
        let journal = try town.ledger.journal(limit: 100, before: nil)
        #expect(journal.count == entries + 1)
        #expect(journal.first?.rows == 3)
        #expect(try Self.households(town).allSatisfy { $0.liftedOn == "2016-06-30" })
        try town.perform(.undo(entry: receipt.entry))
        #expect(try Self.households(town) == before)
    }

    @Test("of which more than three are named by the first three")
    func summary() throws {
        let town = try Town((1...5).map { .household(Household.ID("H\($0)")) })
        let receipt = try town.perform(.together(Self.lifts(try Self.households(town))))
        #expect(receipt.summary.hasPrefix("修改 5 行：") && receipt.summary.hasSuffix("；等"))
        #expect(receipt.summary.contains("H3") && !receipt.summary.contains("H4"))
    }

    @Test("of which one is refused leave everything as it was")
    func refused() throws {
        let town = try Self.town()
        let before = try Self.households(town)
        var acts = Self.lifts(before)
        acts.insert(.pair("H1", "P1", from: "2016-07-01"), at: 1)
        let entries = try town.ledger.journal(limit: 100, before: nil).count
        #expect(throws: Refusal.inFuture(.startedOn, "2016-07-01")) { try town.perform(.together(acts)) }
        #expect(try Self.households(town) == before)
        #expect(try town.ledger.journal(limit: 100, before: nil).count == entries)
        #expect(throws: Refusal.nothingChanged) { try town.perform(.together([])) }
    }

    @Test("are rehearsed by the rules of writing, each by what those before it left, and nothing stays")
    func rehearsed() throws {
        let town = try Self.town()
        let entries = try town.ledger.journal(limit: 100, before: nil).count
        let acts: [Act] = [
            .pair("H1", "P1", from: "2016-06-01"), .pair("H1", "P1", from: "2016-06-02"),
            .pair("H2", "P9", from: "2016-06-01"), .pair("H2", "P1", from: "2016-06-01"),
        ]
        let answers = try town.desk.rehearse(each: acts)
        #expect(answers.map(Self.isDone) == [true, false, false, true])
        guard case .failure(.alreadyPaired) = answers[1], case .failure(.notFound(.people, _)) = answers[2] else {
            Issue.record("\(answers)")
            return
        }
        #expect(try town.ledger.journal(limit: 100, before: nil).count == entries)
        #expect(try town.desk.rehearse(each: acts) == answers)
        // What was rehearsed without the refused is done the same.
        let accepted = zip(acts, answers).filter { Self.isDone($1) }.map(\.0)
        #expect(try town.perform(.together(accepted)).summary.hasPrefix("结对 2 行："))
    }
}
