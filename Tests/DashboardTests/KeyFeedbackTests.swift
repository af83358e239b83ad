import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What an officer is told: by a key that means nothing, by the day, by a save.
@Suite("The dashboard says")
struct KeyFeedbackTests {
    private static func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }

    @Test("of a key that means nothing that it does, on every screen", arguments: ScreenFrameTests.screens)
    func nothing(screen: (name: String, keys: [Key])) throws {
        var stage = try Stage.longfeng()
        for key in screen.keys { try stage.press(key) }
        let isTyped = if case .palette? = stage.model.overlays.last { true } else { false }
        let isForm = if case .form? = stage.model.overlays.last { true } else { false }
        let key: Key = isTyped || isForm ? .function(7) : .text("Z")
        try stage.press(key)
        #expect(stage.row(22).contains("此处没有「\(key.name)」键，"), "\(screen.name)\n\(stage.text)")
    }

    @Test(
        "the same in menus, questions, previews and with keys held",
        arguments: [
            ([.text("r")], .text("Z"), "此处没有「Z」键，F1 看帮助"),
            ([.text("9"), .control("x")], .text("Z"), "此处没有「Z」键，F1 看帮助"),
            ([.text("r"), .text("3")], .control("g"), "此处没有「^G」键，F1 看帮助"),
            ([], .modified(.alt, .text("x")), "此处没有「Alt-x」键，? 看帮助"), ([.text("8")], .left, "此处没有「Left」键，? 看帮助"),
            ([.text("r")], .text("x"), "此处没有「x」键，F1 看帮助"),
        ] as [([Key], Key, String)])
    func overlays(way: [Key], key: Key, said: String) throws {
        var stage = try Stage.longfeng()
        for key in way { try stage.press(key) }
        try stage.press(key)
        #expect(stage.row(22).contains(said), "\(stage.text)")
    }

    @Test(
        "nothing of what the terminal reports by itself",
        arguments: [
            Key.focusIn, .focusOut, .cursorReport(row: 1, column: 1), .mouse(MouseEvent(.release, row: 5, column: 5)),
        ])
    func reports(key: Key) throws {
        var stage = try Stage.longfeng()
        let before = stage.text
        try stage.press(key)
        #expect(stage.text == before)
    }

    @Test("by the digit of a tab its first screen, whatever was open there")
    func root() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("7"), .enter)
        #expect(stage.row(2).contains("名册：人员 > "))
        try stage.press(.text("7"))
        #expect(stage.row(2).hasPrefix(" 名册：人员  第"))
        try stage.press(.enter, .text("3"), .text("7"))
        #expect(stage.row(2).hasPrefix(" 名册：人员  第"))
        try stage.press(.enter, .control("b"), .control("f"))
        #expect(stage.row(2).contains("名册：人员 > "))
    }

    @Test("what a save did to the figures, and why something counts nowhere yet")
    func effect() throws {
        var stage = try Stage(Longfeng.load())
        let before = try #require(stage.row(9).firstMatch(of: #/(\d)/4/#)?.1)
        try stage.press(.text("r"), .text("2"))
        try stage.type("学习")
        try stage.press(.control("s"))
        let after = try #require(Int(before)) + 1
        #expect(stage.text.filter { !$0.isWhitespace }.contains("主题活动\(before)/4→\(after)/4"), "\(stage.text)")
        try stage.press(.control("z"))
        #expect(stage.text.filter { !$0.isWhitespace }.contains("主题活动\(after)/4→\(before)/4"), "\(stage.text)")
    }

    @Test("of a dispute that is not resolved that it is not counted yet")
    func open() throws {
        var stage = try Stage(Longfeng.load())
        try stage.press(.text("r"), .text("8"))
        try stage.press(.down, .enter, .tab)
        try stage.type("田界")
        try stage.press(.control("s"))
        #expect(stage.text.replacing("\n ", with: "").contains("未办结，暂不计数"), "\(stage.text)")
    }

    @Test("where a search was going on, all rows again once something is saved")
    func searchEnds() throws {
        var stage = try Stage(Longfeng.load())
        try stage.press(.text("7"), .function(3))
        try stage.type("余杏香")
        try stage.press(.function(9), .text("2"))
        try stage.type("外出")
        try stage.press(.control("s"))
        #expect(stage.text.contains("已保存：") && !stage.text.contains("查找："), "\(stage.text)")
        #expect(stage.text.contains("> 余杏香"))
        try stage.press(.text("8"))
        #expect(stage.row(1).contains("[8"))
    }

    @Test("a long message in as many lines as it takes, and one that is longer on a page: nothing is cut")
    func long() throws {
        var stage = try Stage.longfeng()
        let text = String(repeating: "一句很长的话，", count: 10) + "完。"
        try stage.fail(text)
        #expect(stage.text.replacing(/\n +/, with: "").contains("! " + text), "\(stage.text)")
        #expect(stage.row(23).contains("帮助"))
        let before = stage.text
        try stage.press(.down)
        #expect(stage.text != before && !stage.text.contains("完。"))
        try stage.fail(String(repeating: text, count: 20))
        #expect(stage.row(2).contains("注意"))
        try stage.press(.end)
        #expect(stage.text.contains("完。") && stage.text.contains("到底了"))
    }

    @Test("the new day overnight, in the header, in what forms propose and by =; a day that was chosen stays")
    func overnight() throws {
        var stage = try Stage.longfeng()
        try stage.begin("2016-07-01")
        #expect(stage.row(0).contains("截至 2016-07-01") && !stage.row(0).contains("往日"))
        try stage.press(.text("r"), .text("3"))
        #expect(stage.text.contains("日期               2016-07-01"))
        try stage.press(.escape, .text("["))
        #expect(stage.row(0).contains("截至 2016-06-30（往日"))
        try stage.begin("2016-07-02")
        #expect(stage.row(0).contains("截至 2016-06-30（往日"))
        try stage.press(.text("="))
        #expect(stage.row(0).contains("截至 2016-07-02 ") && !stage.row(0).contains("往日"))
    }

    /// Whether a field with a text has a remark behind it.
    private func tells(_ remark: String, beside text: String, _ stage: Stage) -> Bool {
        stage.text.split(separator: "\n").contains { $0.contains(" \(text)  ") && $0.hasSuffix("  \(remark)") }
    }

    @Test("the year of a day typed without one, beside the field, before it is saved")
    func year() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("r"), .text("3"), .backTab)
        try stage.type("61")
        #expect(tells("6-1? 2016-06-01", beside: "61", stage), "\(stage.text)")
        try stage.press(.control("u"))
        try stage.type("7-1")
        #expect(tells("= 2015-07-01", beside: "7-1", stage), "\(stage.text)")
        try stage.press(.tab)
        #expect(tells("= 2015-07-01", beside: "7-1", stage))
    }

    @Test("first the day, in the forms of all dated changes", arguments: ["1", "2", "3", "4", "5", "7"])
    func marks(digit: String) throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("7"), .tab)
        try stage.type("牟炬")
        try stage.press(.enter, .function(9), .text(digit))
        try stage.type("61")
        #expect(tells("6-1? 2016-06-01", beside: "61", stage), "\(stage.text)")
    }

    @Test("the same of people", arguments: ["1", "3", "4", "5"])
    func marksOfPeople(digit: String) throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("7"), .enter, .function(9), .text(digit))
        try stage.type("61")
        #expect(tells("6-1? 2016-06-01", beside: "61", stage), "\(stage.text)")
    }

    @Test(
        "of a page that is read how it is closed, by a key that was meant for something else: it stays",
        arguments: [
            [Key.text("?")], [.text("r"), .function(1)],
        ])
    func page(keys: [Key]) throws {
        var stage = try Stage.longfeng()
        for key in keys { try stage.press(key) }
        let before = stage.row(3)
        for key in [Key.text("d"), .control("s"), .function(9), .tab] {
            try stage.press(key)
            #expect(stage.row(22).contains("此处没有「\(key.name)」键，上下键看，Esc 关闭") && stage.row(3) == before)
        }
        try stage.press(.text(" "))
        #expect(stage.row(22).contains("此处没有") || stage.row(3) != before)
        try stage.press(.enter)
        #expect(stage.model.overlays.count == keys.count - 1)
    }

    @Test("the new day overnight in a form that was open, and beside it where something was typed already")
    func overnightForm() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("r"), .text("3"))
        try stage.begin("2016-07-01")
        #expect(stage.text.contains("日期               2016-07-01") && !stage.text.contains("已过零点"))
        try stage.type("学党章")
        try stage.begin("2016-07-02")
        #expect(stage.text.contains("日期               2016-07-02"))
        #expect(stage.text.contains("! 已过零点，改成了 2016-07-02；2016-07-01 的事请改回去"), "\(stage.text)")
        try stage.press(.backTab)
        try stage.type("7-1")
        try stage.begin("2016-07-03")
        #expect(tells("= 2016-07-01", beside: "7-1", stage) && !stage.text.contains("2016-07-03；"), "\(stage.text)")
    }

    @Test("the new day overnight in a form that a menu opens, and no other day where the record has its own")
    func overnightElsewhere() throws {
        var menu = try Stage.longfeng()
        try menu.press(.text("7"), .tab, .function(9))
        try menu.begin("2016-07-01")
        try menu.press(.text("5"))
        #expect(menu.text.contains("2016-07-01") && !menu.text.contains("2016-06-30 "), "\(menu.text)")
        var edit = try Stage.longfeng()
        try edit.press(.text("6"), .function(4))
        let day = try #require(edit.text.firstMatch(of: #/日期 +(\d{4}-\d\d-\d\d)/#)?.1)
        try edit.begin("2016-07-01")
        #expect(edit.text.contains("日期               \(day)"))
        var past = try Stage.longfeng()
        try past.press(.text("["), .text("r"), .text("3"))
        try past.begin("2016-07-01")
        #expect(past.text.contains("日期               2016-05-31"))
    }

    @Test(
        "that a key which came before the question is no answer, and asks on", arguments: ["uy", "uyy", "u\ry", "uYn"])
    func pasted(text: String) throws {
        var stage = try Stage(Longfeng.load())
        try stage.press(.text("r"), .text("3"))
        try stage.type("学党章")
        try stage.press(.control("s"))
        let entries = try stage.ledger.journal(limit: 9).count
        try stage.paste(unbracketed: text)
        #expect(try stage.ledger.journal(limit: 9).count == entries)
        #expect(stage.row(2).contains("撤销流水第") && stage.row(22).contains("不算回答"), "\(stage.text)")
        try stage.press(.text("y"))
        #expect(try stage.ledger.journal(limit: 9).count == entries + 1)
    }

    @Test("the same of the rows that an act on many would change")
    func pastedOverPreview() throws {
        var stage = try Stage(Longfeng.load())
        try stage.press(.text("7"), .tab, .text(" "), .text(" "), .function(9), .text("1"))
        let entries = try stage.ledger.journal(limit: 9).count
        try stage.press(.control("s"))
        try stage.paste(unbracketed: "y")
        #expect(try stage.ledger.journal(limit: 9).count == entries)
        #expect(stage.row(2).contains("核对") && stage.row(22).contains("不算回答"), "\(stage.text)")
    }

    @Test(
        "all of a question and of a refusal, on the smallest terminal too",
        arguments: [
            Size(columns: 80, rows: 24), Size(columns: 60, rows: 15),
        ])
    func longQuestion(size: Size) throws {
        var stage = try Stage.longfeng(size)
        let lines = (1...30).map { "第\($0)件相像的事，名字很长很长很长很长很长很长很长很长很长很长" }
        stage.ask(Dashboard.Confirmation(title: "可能重复", lines: lines, verb: "保存", choice: .back))
        for line in lines {
            var turns = 0
            while !stage.text.replacing(/\n +/, with: "").contains(line), turns < 40 {
                try stage.press(.down)
                turns += 1
            }
            #expect(stage.text.replacing(/\n +/, with: "").contains(line), "\(stage.text)")
            #expect(stage.text.contains("不保存") && stage.text.contains("保存(y)"))
        }
        #expect(stage.text.contains("到底了"))
        try stage.press(.escape, .text("r"), .text("3"))
        try stage.type("学")
        stage.holdsAnswers = true
        try stage.press(.control("s"))
        let reason = String(repeating: "写不进去的原因，", count: 30) + "完。"
        try stage.fail(reason)
        #expect(stage.row(2).contains("没有保存"))
        try stage.press(.end)
        #expect(stage.text.contains("完。"))
        try stage.press(.escape)
        #expect(stage.text.contains("! 没有保存；原因较长，按 ^S 再看") && stage.text.contains("学"), "\(stage.text)")
    }
}
