import Ledger
import PartyWork
import Testing

@Suite("Opening a ledger") struct OpeningTests {
    @Test("a new ledger is empty and has no standard scope") func newLedger() throws {
        let ledger = try Ledger.inMemory()
        #expect(try ledger.isEmpty())
        #expect(throws: Refusal.noStandardScope) { try ledger.scope(nil) }
    }
}
