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

    @Test("takes the kind of an organization from its code, and keeps one chosen by hand where it fits")
    func kindOfCode() throws {
        var stage = try organizations()
        func kind(_ stage: Stage) -> Substring? { stage.text.split(separator: "\n").first { $0.hasPrefix("  类型 ") } }
        try stage.type("298")
        #expect(kind(stage)?.contains("村党组织") ?? false, "\(stage.text)")
        try stage.type("01")
        #expect(kind(stage)?.contains("党小组") ?? false)
        for _ in 1...5 { try stage.press(.backspace) }
        try stage.type("901")
        #expect(kind(stage)?.contains("联合支部") ?? false)
        try stage.press(.tab, .tab, .right, .backTab, .backTab, .backspace)
        try stage.type("2")
        #expect(kind(stage)?.contains("机关支部") ?? false, "\(stage.text)")
    }

    @Test("goes on to the next field when the only one was chosen, and ends it with no sign")
    func picker() throws {
        var stage = try Stage.longfeng()
        try stage.press(.function(2), .text("1"), .backTab, .backTab)
        #expect(stage.text.contains(">*支部"))
        try stage.press(.backspace)
        try stage.type("龙凤村")
        try stage.press(.enter)
        #expect(stage.text.contains(">*日期"))
        #expect(stage.text.contains(" *支部               龙凤") && !stage.text.contains("；\n>*日期"))
    }
}
