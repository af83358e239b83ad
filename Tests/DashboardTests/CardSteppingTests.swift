import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// From card to card, in the order of the list that opened the first.
@Suite("Going on from a card to the next")
struct CardSteppingTests {
    @Test("leads through the households of a list and back, and the list follows")
    func households() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("4"), .enter, .enter)
        #expect(stage.row(2).contains("刘定炳 户"))
        try stage.press(.text("n"), .modified(.alt, .down))
        #expect(stage.row(2).contains("翟登垚 户"))
        try stage.press(.text("N"))
        #expect(stage.row(2).contains("翟承坤 户"))
        try stage.press(.escape)
        #expect(stage.text.contains("> H214-0207  翟承坤") || stage.text.contains("> H214-0207 翟承坤"))
        try stage.press(.enter, .modified(.alt, .up), .text("N"))
        #expect(stage.row(2).contains("刘定炳 户") && stage.text.contains("已是列表里第一个"))
    }

    @Test("keeps the pane that has the keys")
    func pane() throws {
        var stage = try Stage.longfeng()
        try stage.press(.enter, .tab)
        #expect(stage.row(2).contains("龙凤社区  活动 6"))
        try stage.press(.text("n"))
        #expect(stage.row(2).contains("龙凤村  活动 6"))
    }

    @Test("passes over rows that lead elsewhere, such as the township's own line, and says where the list ends")
    func elsewhere() throws {
        var stage = try Stage.longfeng()
        // The township's own line is the last, and no branch.
        try stage.press(.end, .up, .enter, .text("n"))
        #expect(stage.row(2).contains("卫生院支部") && stage.text.contains("已是列表里最后一个"))
    }

    @Test("is offered on cards alone, and on that of a branch which its tab opened")
    func offered() throws {
        var stage = try Stage.longfeng()
        #expect(!stage.model.offers.contains { $0.action == .nextCard })
        try stage.press(.text("2"))
        #expect(stage.model.offers.contains { $0.action == .nextCard })
        try stage.press(.text("n"))
        #expect(stage.row(2).contains("龙凤村"))
    }
}
