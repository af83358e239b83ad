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
            #expect(stage.text.contains(">*支部"), "\(key)")
            let row = stage.frame.cursor.row
            #expect(stage.row(row).hasPrefix("  * 龙凤村"), "\(key)\n\(stage.text)")
        }
        try stage.press(.enter)
        #expect(stage.text.contains(">*日期") && !stage.text.contains("* 龙凤村"))
    }

    @Test("goes on typing in its text, where the cursor then is again")
    func typing() throws {
        var stage = try branches("龙")
        try stage.press(.down)
        #expect(stage.row(stage.frame.cursor.row).hasPrefix("  * "))
        try stage.type("凤")
        #expect(stage.row(stage.frame.cursor.row).hasPrefix(">*支部"))
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
        #expect(stage.text.contains(">*支部"))
    }

    @Test("is left with a choice or not at all: the only one that fits is taken, of several one is asked for")
    func leaving() throws {
        var one = try branches("龙凤村")
        try one.press(.tab)
        #expect(one.text.contains(">*日期") && one.text.contains(" *支部               龙凤村"))
        var several = try branches("龙")
        try several.press(.tab)
        #expect(several.text.contains(">*支部") && several.text.contains("! “龙”还没有选定"))
        try several.press(.control("u"), .tab)
        #expect(several.text.contains(">*日期") && !several.text.contains("龙 "))
    }

    @Test("of a form taken up again has the cursor where a choice is still to be made")
    func resumed() throws {
        var stage = try branches("龙")
        try stage.press(.escape, .function(2), .text("1"))
        #expect(stage.text.contains(">*支部               龙"), "\(stage.text)")
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
        let queries = [
            AnyQuery(OrganizationsQuery(scope: scope, asOf: day)), AnyQuery(PeopleQuery(scope: scope, asOf: day)),
        ]
        #expect(effects == [.ask(queries)])
        #expect(model.update(.key(.tab)).isEmpty)
    }

    @Test("offers households of the same village first, and of them the poor ones")
    func nearest() throws {
        let day = try #require(Day("2016-06-30"))
        let rows = try Longfeng.shared.get().households(in: Scope("422801100" as Code), asOf: day)
        let village = try #require(rows.last?.household.village)
        let states = Dictionary(uniqueKeysWithValues: rows.map { ($0.household.id.text, $0) })
        for source in [CandidateSource.households(near: village), .needy(near: village)] {
            let found = try #require(source.candidates(in: KnownRows(households: rows)))
            let near = found.prefix { states[$0.key]?.household.village == village && states[$0.key]?.state == .poor }
            let poor = rows.filter { $0.household.village == village && $0.state == .poor }
            #expect(near.count == poor.count && !poor.isEmpty)
        }
    }

    /// The first candidate in sight.
    private func first(_ stage: Stage) throws -> String {
        let row = try #require((3..<22).first { stage.row($0).contains("可选 ") }, "\(stage.text)")
        return stage.row(row + 1)
    }

    @Test("offers first what is near the unit or the household that the form says by now")
    func near() throws {
        var stage = try Stage.longfeng()
        try stage.press(.down, .down, .function(2), .text("4"), .backTab, .backTab, .backspace)
        try stage.type("青堡村")
        try stage.press(.enter, .tab, .tab)
        #expect(try first(stage).contains("青堡村"), "\(stage.text)")
        try stage.press(.tab)
        #expect(try first(stage).contains("青堡村"), "\(stage.text)")
        // Without a unit it is the household.
        try stage.press(.backTab)
        try stage.type("龙马村")
        try stage.press(.down, .enter, .backTab, .backTab, .backTab, .backTab, .backspace)
        #expect(try first(stage).contains("龙马村"), "\(stage.text)")
    }

    @Test("offers helpers of the village to which a household moves, and founders of the cooperative's own branch")
    func nearElsewhere() throws {
        var wizard = try Stage.longfeng()
        try wizard.press(.text("7"), .tab, .function(9), .text("4"), .tab)
        try wizard.type("青堡村")
        try wizard.press(.enter)
        #expect(try first(wizard).contains("青堡村"), "\(wizard.text)")
        var cooperative = try Stage.longfeng()
        try cooperative.press(.text("5"), .function(5))
        while !cooperative.text.contains(">*组织编码") { try cooperative.press(.tab) }
        try cooperative.press(.backspace)
        try cooperative.type("青堡村")
        try cooperative.press(.down, .enter)
        while !cooperative.text.contains("> 牵头党员") && !cooperative.text.contains("> 领办") { try cooperative.press(.tab) }
        #expect(try first(cooperative).contains("青堡村"), "\(cooperative.text)")
    }

    /// The same field, its candidates not there yet.
    private func unread() throws -> Stage {
        var stage = try Stage.longfeng()
        stage.holdsAnswers = true
        try stage.press(.function(2), .text("1"), .backTab, .backTab, .backspace)
        try stage.type("龙凤村")
        return stage
    }

    @Test(
        "whose candidates are not read yet says so, keeps what was typed, and goes on once they are",
        arguments: [
            Key.enter, .down, .tab, .control("s"),
        ])
    func reading(key: Key) throws {
        var stage = try unread()
        try stage.press(key)
        #expect(stage.text.contains("! 正在查找“龙凤村”：") && !stage.text.contains("没有符合"), "\(stage.text)")
        #expect(stage.text.contains(">*支部               龙凤村"))
        try stage.answerHeld()
        #expect(!stage.text.contains("正在查找") && stage.text.contains("* 龙凤村"), "\(stage.text)")
        try stage.press(.enter)
        #expect(stage.text.contains(">*日期"))
    }

    @Test("whose candidates cannot be read asks for them again")
    func unanswered() throws {
        var stage = try unread()
        try stage.failHeld("台账正忙")
        #expect(stage.text.contains("! 台账正忙"))
        try stage.press(.enter)
        try stage.answerHeld()
        #expect(stage.text.contains("* 龙凤村"), "\(stage.text)")
    }
}
