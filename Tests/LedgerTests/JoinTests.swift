import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("Two records made one", .onBothEngines) struct JoinTests {
    private func town() throws -> Town {
        try Town(
            .person("P02"), .person("P20"), .person("P30", Town.otherVillage, .resident), .household("H1"),
            .household("H2"),
            .household("H3"), .pairing("H3", "P30", from: "2016-01-01"),
            .pairing("H1", "P20", from: "2016-01-01"), .pairing("H2", "P02", from: "2016-01-01"),
            .activity("D1", .partyDay, Town.village, on: "2016-05-20", ["P20"]),
            .activity("D2", .partyDay, Town.village, on: "2016-05-21", ["P20", "P02"]),
            .cooperative("C1", Town.village, ["P20"]))
    }

    private func join(_ town: Town, _ table: TableSchema, _ gone: String, _ kept: String) throws -> Receipt {
        try town.perform(.join(try #require(try town.ledger.record(table, RecordKey(gone))), into: RecordKey(kept)))
    }

    @Test("all that names the one names the other, and an undo takes it back") func people() throws {
        let town = try town()
        let before = try TwoLedgers.rows(town.ledger)
        let receipt = try join(town, .people, "P20", "P02")
        #expect(receipt.summary.hasPrefix("合并 ") && receipt.summary.hasSuffix("改记 4 行"))
        let rows = try TwoLedgers.rows(town.ledger)
        #expect(rows[.init(.people, RecordKey("P20"))] == nil)
        #expect(rows[.init(.pairings, RecordKey("H1", "P02", "2016-01-01"))] != nil)
        #expect(rows[.init(.activities, RecordKey("D1"))]?[.participants] == "P02")
        #expect(rows[.init(.activities, RecordKey("D2"))]?[.participants] == "P02")
        #expect(rows[.init(.cooperatives, RecordKey("C1"))]?[.founders] == "P02")
        #expect(try town.ledger.check().problems == [])
        try town.perform(.undo(entry: receipt.entry))
        #expect(try TwoLedgers.rows(town.ledger) == before)
    }

    @Test("a pairing of both on one day stays once; so do those of two households") func households() throws {
        let town = try town()
        try town.perform(.pair("H1", "P02", from: "2016-01-01"))
        _ = try join(town, .households, "H2", "H1")
        #expect(try town.ledger.record(.households, RecordKey("H2")) == nil)
        #expect(try town.ledger.reading { try $0.pairings(of: "H1") }.count == 2)
        #expect(try town.ledger.check().problems == [])
    }

    @Test("a figure of a signed month does not change: one member less is refused, another helper is not") func signed()
        throws
    {
        let town = try town()
        for step in [MonthStep.Kind.submit, .accept] {
            try town.perform(.takeMonthStep(step, of: Month("2016-05-01" as Day), [Town.village], reason: ""))
        }
        let refusal = #expect(throws: Refusal.self) { try join(town, .people, "P20", "P02") }
        guard case .monthLocked? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        _ = try join(town, .people, "P30", "P02")
        #expect(try town.ledger.record(.pairings, RecordKey("H3", "P02", "2016-01-01")) != nil)
    }

    @Test("nobody is joined with themselves, with nobody, or as somebody changed since") func refused() throws {
        let town = try town()
        #expect(throws: Refusal.nothingChanged) { try join(town, .people, "P20", "P20") }
        #expect(throws: Refusal.notFound(.people, RecordKey("P77"))) { try join(town, .people, "P20", "P77") }
    }
}
