import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

@Suite("The same thing twice")
struct TwinScreenTests {
    private func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }

    /// A party day recorded once, and the form filled with the same again.
    private func stage() throws -> Stage {
        var stage = try Stage(Longfeng.load())
        for _ in 1...2 {
            try stage.press(.text("2"))
            if stage.row(1).contains("[1总览]") { try stage.press(.enter) }
            for key in [Key.text("r"), .text("3")] + typed("学党章") + [.control("s")] { try stage.press(key) }
        }
        return stage
    }

    @Test("is asked about before it is saved; Enter goes back to the form, which keeps what was typed")
    func asked() throws {
        var stage = try stage()
        let entries = try stage.ledger.journal(limit: 9).count
        #expect(stage.row(2).hasPrefix(" 可能重复  记活动：主题党日"), "\(stage.text)")
        #expect(stage.text.contains("台账里已有相像的 1 条") && stage.text.contains("主题党日《学党章》"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("记活动：主题党日") && stage.text.contains("学党章"))
        #expect(try stage.ledger.journal(limit: 9).count == entries)
        try stage.press(.control("s"), .text("y"))
        #expect(try stage.ledger.journal(limit: 9).count == entries + 1)
        #expect(stage.text.contains("已保存：记 "))
    }

    @Test("is not asked of an edit that leaves it what it was")
    func edit() throws {
        var stage = try stage()
        try stage.press(.escape, .escape)
        let asked = stage.asked
        try stage.press(.text("6"), .function(4), .control("s"))
        #expect(!stage.text.contains("可能重复") && stage.asked > asked)
    }

    @Test("no letter that is a key writes: it asks, opens a form or moves", arguments: ScreenFrameTests.screens)
    func letters(screen: (name: String, keys: [Key])) throws {
        var before = try Stage(Longfeng.load())
        // What a key could take back at once.
        for key in [Key.text("r"), .text("3")] + typed("学党章") + [.control("s")] { try before.press(key) }
        for key in screen.keys { try before.press(key) }
        guard before.model.overlays.isEmpty, !(before.model.top?.screen.isTyping ?? true) else { return }
        let entries = try before.ledger.journal(limit: 9).count
        for key in Set(before.model.offers.flatMap(\.action.keys)) {
            guard case .text = key else { continue }
            var after = before
            try after.press(key)
            #expect(try after.ledger.journal(limit: 9).count == entries, "\(screen.name): \(key.name)")
        }
    }

    @Test(
        "text pasted into a list is searched for, and none of its letters is a key",
        arguments: ["3", "4", "6", "7", "8"])
    func paste(tab: String) throws {
        var stage = try Stage(Longfeng.load())
        let entries = try stage.ledger.journal(limit: 9).count
        try stage.press(.text(tab), .paste("uyx 店子槽\n"))
        #expect(stage.text.contains("uyx 店子槽"), "\(stage.text)")
        #expect(!stage.hasQuit)
        try stage.press(.escape, .paste(" \n"))
        #expect(!stage.text.contains("uyx"))
        #expect(try stage.ledger.journal(limit: 9).count == entries)
    }
}
