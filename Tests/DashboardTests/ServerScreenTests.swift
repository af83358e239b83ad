import Foundation
import Ledger
import PartyWork
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// What screens cost over a long line, counted in round trips to the server (SERVER section 3, slow lines).
@Suite("Screens on a server") struct ServerScreenTests {
    /// The sample in a town on the test's server.
    private func town() throws -> Ledger {
        let file = FileManager.default.temporaryDirectory.appending(path: "zhibu-screens-\(UUID().uuidString).db")
        defer { try? FileManager.default.removeItem(at: file) }
        try Longfeng.shared.get().backup(to: file.path(percentEncoded: false))
        let county = try PostgreSQLCluster.shared.get().address(of: "screens")
        _ = try LedgerServer(county).prepare()
        _ = try LedgerServer(county).addTown("422801100")
        let ledger = try Ledger.open(path: county + "&town=422801100")
        _ = try ledger.adopt(file.path(percentEncoded: false), asOf: try #require(Day("2016-06-30")))
        return ledger
    }

    @Test("each is one round trip, one more where what it asks depends on an answer; asked again it is one")
    func roundTrips() throws {
        let ledger = try town()
        var stage = try Stage(ledger, isCounted: true)
        func trips(_ body: () throws -> Void) throws -> Int {
            let before = ledger.roundTrips ?? 0
            try body()
            return (ledger.roundTrips ?? 0) - before
        }
        var screens: [Int] = []
        var cards: [Int] = []
        for tab in "1234567890" {
            screens.append(try trips { try stage.press(.text(String(tab))) })
            #expect(try trips { try stage.changeElsewhere() } == 1, "\(tab)")
            try stage.press(.down)
            cards.append(try trips { try stage.press(.enter) })
            #expect(try trips { try stage.changeElsewhere() } <= 1, "\(tab) Enter")
            try stage.press(.escape)
        }
        // The first was read at the start.
        #expect(screens == [0, 1, 2, 1, 1, 1, 1, 1, 1, 1], "\(screens)")
        #expect(cards == [1, 1, 2, 2, 2, 2, 2, 2, 1, 1], "\(cards)")
    }
}
