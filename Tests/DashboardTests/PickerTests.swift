import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Choosing one of many in a form.
@Suite("A picker")
struct PickerTests {
    /// The field of the branch in a new activity, emptied.
    private func branches(_ text: String = "") throws -> Stage {
        var stage = try Stage.longfeng()
        try stage.press(.function(2), .text("1"), .backTab, .backTab, .backspace)
        try stage.type(text)
        return stage
    }

    @Test("stays on the only one that fits by Down and by Up, with the cursor on it")
    func single() throws {
        var stage = try branches("龙凤村")
        for key in [Key.down, .down, .pageDown, .up] {
            try stage.press(key)
            #expect(stage.text.contains("> 支部"), "\(key)")
            let row = stage.frame.cursor.row
            #expect(stage.row(row).hasPrefix("  * 龙凤村"), "\(key)\n\(stage.text)")
        }
        try stage.press(.enter)
        #expect(stage.text.contains("> 日期") && !stage.text.contains("* 龙凤村"))
    }

    @Test("goes on typing in its text, where the cursor then is again")
    func typing() throws {
        var stage = try branches("龙")
        try stage.press(.down)
        #expect(stage.row(stage.frame.cursor.row).hasPrefix("  * "))
        try stage.type("凤")
        #expect(stage.row(stage.frame.cursor.row).hasPrefix("> 支部"))
    }

    @Test(
        "says that nothing fits, by Enter, by Down and by Tab, and keeps the text to be changed",
        arguments: [
            Key.enter, .down, .tab, .backTab, .control("s"),
        ])
    func nothing(key: Key) throws {
        var stage = try branches("天上村")
        try stage.press(key)
        #expect(stage.text.contains("! 没有符合“天上村”的，还没有选"), "\(stage.text)")
        #expect(stage.text.contains("> 支部"))
    }

    @Test("is left with a choice or not at all: the only one that fits is taken, of several one is asked for")
    func leaving() throws {
        var one = try branches("龙凤村")
        try one.press(.tab)
        #expect(one.text.contains("> 日期") && one.text.contains("  支部               龙凤村"))
        var several = try branches("龙")
        try several.press(.tab)
        #expect(several.text.contains("> 支部") && several.text.contains("! “龙”还没有选定"))
        try several.press(.control("u"), .tab)
        #expect(several.text.contains("> 日期") && !several.text.contains("龙 "))
    }

    @Test("of a form taken up again has the cursor where a choice is still to be made")
    func resumed() throws {
        var stage = try branches("龙")
        try stage.press(.escape, .function(2), .text("1"))
        #expect(stage.text.contains("> 支部               龙"), "\(stage.text)")
    }

    @Test("looks at the day in the form's own field, not at the screen's")
    func day() throws {
        var stage = try branches()
        try stage.press(.tab, .control("u"))
        try stage.type("520")
        var model = stage.model
        let effects = model.update(.key(.tab))
        let day = try #require(Day("2016-05-20"))
        let scope = model.context.fullScope
        #expect(effects == [.ask(.organizations(scope, asOf: day)), .ask(.people(scope, asOf: day))])
        #expect(model.update(.key(.tab)).isEmpty)
    }

    @Test("offers households of the same village first, and of them the poor ones")
    func nearest() throws {
        let day = try #require(Day("2016-06-30"))
        let rows = try Longfeng.shared.get().households(in: Scope("422801100" as Code), asOf: day)
        let village = try #require(rows.last?.household.village)
        let states = Dictionary(uniqueKeysWithValues: rows.map { ($0.household.id.text, $0) })
        for source in [CandidateSource.households(near: village), .needy(near: village)] {
            let found = try #require(source.candidates(in: .households(rows)))
            let near = found.prefix { states[$0.key]?.household.village == village && states[$0.key]?.state == .poor }
            let poor = rows.filter { $0.household.village == village && $0.state == .poor }
            #expect(near.count == poor.count && !poor.isEmpty)
        }
    }
}
