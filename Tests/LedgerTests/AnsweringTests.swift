import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("Queries that are asked together") struct AnsweringTests {
    /// How many people there are, and how many of them help a household, read one after the other.
    private struct HelpersQuery: Query {
        let scope: Scope

        func answer(from ledger: any LedgerReading) throws -> (people: Int, helped: Int) {
            let people = try ledger.people(in: scope, asOf: Town.today)
            return (people.count, try ledger.households(in: scope, asOf: Town.today).count { !$0.helpers.isEmpty })
        }
    }

    private struct CardQuery: Query {
        let id: Household.ID

        func answer(from ledger: any LedgerReading) throws -> HouseholdCard {
            try ledger.household(id, asOf: Town.today)
        }
    }

    @Test("are answered in their order in one transaction, and what is refused leaves the others their answers")
    func together() throws {
        let ledger = try Town(.person("P"), .household("H")).ledger
        let helpers = HelpersQuery(scope: Scope(Town.village))
        let queries = [AnyQuery(CardQuery(id: "H")), AnyQuery(CardQuery(id: "X")), AnyQuery(helpers)]
        var outcomes: [(query: AnyQuery, outcome: Result<Answered, any Error>)] = []
        #expect(try ledger.transactions { ledger.answer(queries) { outcomes.append(($0, $1)) } } == 1)
        #expect(outcomes.map(\.query) == queries)
        let card = try outcomes[0].outcome.get().answer(to: CardQuery(id: "H"))
        #expect(card?.row.household.id == "H")
        #expect(throws: Refusal.self) { try outcomes[1].outcome.get() }
        let counts = try #require(try outcomes[2].outcome.get().answer(to: helpers))
        #expect(counts == (people: 1, helped: 0))
    }

    @Test("are all told why, where the ledger cannot be read") func locked() throws {
        let folder = TemporaryFolder()
        let path = folder.path("zhibu.db")
        let town = try Town(.household("H"), in: .open(path: path, busyTimeout: 0))
        let other = try RawDatabase(path)
        try other.run("BEGIN EXCLUSIVE")
        var told: [(query: AnyQuery, error: LedgerError?)] = []
        let queries = [AnyQuery(CardQuery(id: "H")), AnyQuery(HelpersQuery(scope: Scope(Town.village)))]
        town.ledger.answer(queries) { query, outcome in
            if case .failure(let error) = outcome { told.append((query, error as? LedgerError)) }
        }
        #expect(told.map(\.query) == queries && told.allSatisfy { $0.error == .locked(path: path) })
    }

    @Test("have answers that are told to their own query alone") func types() throws {
        let card = try Town(.household("H")).ledger.household("H", asOf: Town.today)
        let answered = Answered(CardQuery(id: "H"), card)
        #expect(answered.answer(to: CardQuery(id: "H")) != nil)
        #expect(answered.answer(to: CardQuery(id: "I")) == nil)
        #expect(answered.answer(to: HelpersQuery(scope: Scope(Town.village))) == nil)
        #expect(Set([AnyQuery(CardQuery(id: "H")), AnyQuery(CardQuery(id: "H")), answered.query]).count == 1)
    }
}
