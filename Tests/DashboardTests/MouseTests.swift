import Ledger
import TerminalUI
import Testing

@testable import Dashboard

@Suite("The mouse")
struct MouseTests {
    /// Longfeng with the mouse on, after some keys.
    private func stage(_ keys: Key..., size: Size = Size(columns: 80, rows: 24)) throws -> Stage {
        var stage = try Stage.longfeng(size)
        try stage.press(.function(12))
        for key in keys { try stage.press(key) }
        return stage
    }

    private func press(_ row: Int, _ column: Int) -> Key { .mouse(MouseEvent(.press(0), row: row, column: column)) }

    @Test("does nothing while it is off")
    func off() throws {
        var stage = try Stage.longfeng()
        let before = stage.text
        try stage.press(press(12, 4), .mouse(MouseEvent(.wheelDown, row: 12, column: 4)))
        #expect(stage.text == before)
    }

    @Test("selects the row that is clicked, and opens it at the second click")
    func click() throws {
        var stage = try stage()
        try stage.press(press(12, 4))
        #expect(stage.row(12).hasPrefix(">"))
        #expect(stage.row(2).contains("总览  第 4/27 行"))
        try stage.press(.mouse(MouseEvent(.release, row: 12, column: 4)), press(12, 30))
        #expect(stage.row(2).contains("总览 > 三河村"))
    }

    @Test("selects again, not opens, where a key came between two clicks")
    func keyBetween() throws {
        var stage = try stage()
        try stage.press(press(12, 4), .down, press(12, 4))
        #expect(stage.row(2).contains("总览  第 4/27 行"))
    }

    @Test("leaves everything as it is beside the rows", arguments: [0, 2, 7, 8, 22])
    func elsewhere(row: Int) throws {
        var stage = try stage(.down)
        try stage.press(.up)
        let before = stage.text
        try stage.press(press(row, 4))
        #expect(stage.text == before)
    }

    @Test("turns three rows by the wheel")
    func wheel() throws {
        var stage = try stage(.text("3"))
        try stage.press(.mouse(MouseEvent(.wheelDown, row: 9, column: 9)))
        #expect(stage.row(2).contains("第 4/191 行"))
        try stage.press(.mouse(MouseEvent(.wheelUp, row: 9, column: 9)))
        #expect(stage.row(2).contains("第 1/191 行"))
    }

    @Test("opens tabs and does what the footer says", arguments: [1, 3, 4, 5, 6, 7, 8])
    func tabs(tab: Int) throws {
        var stage = try stage(.text("3"))
        let titles = stage.frame.text(row: 1)
        let before = try #require(titles.firstIndex(of: Character("\(tab)")))
        try stage.press(press(1, TextWidth().cells(String(titles[..<before]))))
        #expect(stage.row(1).contains("[\(tab)"))
        try stage.press(press(23, try column(of: "帮助", stage)))
        #expect(stage.row(2).contains("帮助："))
    }

    @Test("tells two keys of one hint apart")
    func twins() throws {
        var stage = try stage()
        let months = try column(of: "[ ]", stage)
        try stage.press(press(23, months))
        #expect(stage.row(0).contains("2016-05-31"))
        try stage.press(press(23, months + 2))
        #expect(stage.row(0).contains("2016-06-30"))
    }

    @Test("presses an English hint where it stands: between its key and its word there is a blank")
    func english() throws {
        var stage = try Stage(LatinTown.shared.get(), language: .english)
        try stage.press(.function(12))
        try stage.press(press(23, try column(of: "help", stage) + 3))
        #expect(stage.row(2).contains("Help: "))
    }

    private func column(of label: String, _ stage: Stage) throws -> Int {
        let footer = stage.row(23)
        return TextWidth().cells(String(footer[..<(try #require(footer.firstRange(of: label)).lowerBound)]))
    }

    @Test("reaches the pane that is clicked, above one another and side by side")
    func panes() throws {
        var person = try stage(.text("7"), .enter, size: Size(columns: 100, rows: 30))
        let target = try #require((3..<28).last { person.row($0).hasPrefix("  2016-") })
        try person.press(press(target, 5))
        #expect(person.row(target).hasPrefix("> 2016-"))
        var branch = try stage(.down, .enter, size: Size(columns: 160, rows: 50))
        let rows = (3..<48).filter { branch.row($0).contains("未脱贫") }
        try branch.press(press(try #require(rows.dropFirst(2).first), 100))
        #expect(branch.row(2).contains("结对 "))
        #expect(branch.row(2).contains("第 3/"))
    }

    @Test("chooses in menus and goes to fields of forms")
    func overlays() throws {
        var stage = try stage(.down, .text("r"))
        try stage.press(press(5, 5), press(5, 5))
        #expect(stage.row(2).contains("记活动：主题党日"))
        try stage.press(press(4, 25))
        #expect(stage.frame.cursor.row == 4)
    }
}

@Suite("The settings")
struct SettingsScreenTests {
    @Test("look as they are kept, narrow and wide", arguments: AmbiguousWidth.allCases)
    func frames(width: AmbiguousWidth) throws {
        var stage = try Stage.longfeng()
        try stage.press(.text(","))
        try stage.measure(width)
        Golden.expect(stage.frame, "settings-\(width)")
    }
}
