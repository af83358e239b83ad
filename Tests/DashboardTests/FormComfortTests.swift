import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What forms spare the officer.
@Suite("A form")
struct FormComfortTests {
    private func organizations() throws -> Stage {
        var stage = try Stage(Longfeng.load())
        try stage.press(.text("7"), .tab, .tab, .function(5))
        return stage
    }

    @Test("takes a whole code typed over the one it proposes, and the new row is selected in the list")
    func code() throws {
        var stage = try organizations()
        try stage.type("422801100298")
        #expect(stage.text.contains("编码               422801100298 "))
        try stage.press(.tab)
        try stage.type("新村")
        try stage.press(.control("s"))
        #expect(stage.text.contains("> 新村"))
    }

    @Test("goes on to the next field when the only one was chosen, and ends it with no sign")
    func picker() throws {
        var stage = try Stage.longfeng()
        try stage.press(.function(2), .text("1"), .backTab, .backTab)
        #expect(stage.text.contains("> 支部"))
        try stage.press(.backspace)
        try stage.type("龙凤村")
        try stage.press(.enter)
        #expect(stage.text.contains("> 日期"))
        #expect(stage.text.contains("  支部               龙凤") && !stage.text.contains("；\n> 日期"))
    }
}
