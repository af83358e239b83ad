import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// One pane in the place of all, where several stand beside each other.
@Suite("A grown pane")
struct GrownPaneTests {
    private static let wide = Size(columns: 160, rows: 50)
    private static let grow = Key.modified(.alt, .text("g"))

    @Test("has the place of the other panes and of the preview, below the head; the same key puts them back")
    func overview() throws {
        var stage = try Stage.longfeng(Self.wide)
        let before = stage.text
        try stage.press(.tab, Self.grow)
        #expect(stage.kept == [.panes(.broadest, areGrown: true)])
        #expect(stage.text.contains("[班子成员 11]") && stage.text.contains("专题调研") && stage.text.contains("覃绍槐"))
        #expect(!stage.text.contains("龙凤村") && !stage.text.contains("各村") && !stage.text.contains("户缺口"))
        // Tab leads on to what is covered, which then has the place.
        try stage.press(.backTab)
        #expect(stage.text.contains("龙凤村") && !stage.text.contains("覃绍槐"))
        try stage.press(Self.grow)
        #expect(stage.kept.last == .panes(.broadest, areGrown: false))
        #expect(stage.text.split(separator: "\n").dropLast(3) == before.split(separator: "\n").dropLast(3))
    }

    @Test("is a part of a branch too, and a list without its preview")
    func others() throws {
        var stage = try Stage.longfeng(ScreenFrameTests.broad)
        try stage.press(.down, .enter, Self.grow)
        // One line names all panes, that with the keys in brackets; only its rows are below.
        #expect(stage.text.contains("[党小组 5] 活动 6  结对 235"))
        try stage.press(.escape, .text("3"))
        #expect(!stage.text.contains("怎么办"))
        try stage.press(Self.grow)
        #expect(stage.text.contains("怎么办"))
    }

    @Test("is not offered where one pane is alone, or a screen is narrow")
    func alone() throws {
        var stage = try Stage.longfeng(Size(columns: 100, rows: 30))
        try stage.press(Self.grow)
        #expect(stage.kept.isEmpty)
        var settings = try Stage.longfeng(Self.wide)
        try settings.press(.control("c"), Self.grow)
        #expect(settings.kept.isEmpty)
    }
}
