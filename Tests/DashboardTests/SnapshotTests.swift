import PartyWork
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// What a screen shows is of one moment, however much it asks.
@Suite("What a screen asks")
struct SnapshotTests {
    private static let large = Size(columns: 160, rows: 50)

    @Test("is read in one transaction: the overview, and the branch with its households, cooperatives and entries")
    func oneTransaction() throws {
        let ledger = try Longfeng.load()
        var stage = try Stage(ledger, size: Self.large, rests: false, isCounted: true)
        #expect(stage.asked == 4, "the figures, those of earlier days, what the methods ask for, the map")
        #expect(try ledger.transactions { try stage.begin("2016-07-01") } == 1)
        let asked = stage.asked
        #expect(try ledger.transactions { try stage.press(.down, .enter) } == 1)
        #expect(stage.asked == asked + 5, "and two years of it")
        #expect(try ledger.transactions { try stage.press(.text("[")) } == 1, "another day is asked at once")
    }

    @Test("is read in one transaction more for the preview, once no key comes")
    func preview() throws {
        let ledger = try Longfeng.load()
        var stage = try Stage(ledger, size: Self.large, rests: false, isCounted: true)
        #expect(try ledger.transactions { try stage.rest() } == 1)
        #expect(try ledger.transactions { for _ in 0..<9 { try stage.press(.down) } } == 0)
        #expect(try ledger.transactions { try stage.rest() } == 1)
    }

    @Test(
        "is read in one transaction at each key, on every screen; a card in one more for what its rows name, which its panes show at once"
    )
    func everyScreen() throws {
        let ledger = try Longfeng.load()
        let cards = ["household", "person", "hand-over"]
        for screen in ScreenFrameTests.screens {
            let most = cards.contains(where: screen.name.hasPrefix) ? 2 : 1
            var stage = try Stage(ledger, size: Self.large, rests: false, isCounted: true)
            for key in screen.keys {
                #expect(try ledger.transactions { try stage.press(key) } <= most, "\(screen.name)")
            }
        }
    }
}
