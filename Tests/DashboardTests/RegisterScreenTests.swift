import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Registers on screen: made, filled, taken from state to state, seen from what they are about.
@Suite("The screens of registers")
struct RegisterScreenTests {
    private static let town = Result { try LendingTown.load() }

    static let screens: [(name: String, keys: [Key])] = [
        ("registers", [.control("b")]),
        ("register-new", [.control("b"), .function(5)]),
        ("register-figures", [.control("b"), .control("n")]),
        ("register-entries", [.control("b"), .enter]),
        ("register-figure", [.control("b"), .control("n"), .text("1")]),
        ("register-enter", [.control("b"), .enter, .function(5)]),
        ("register-entry", [.control("b"), .enter, .enter]),
        ("register-step", [.control("b"), .enter, .enter, .function(9)]),
        ("register-step-form", [.control("b"), .enter, .enter, .function(9), .text("1")]),
        ("register-steps", [.control("b"), .enter, .text(" "), .text(" "), .function(9), .text("1"), .control("s")]),
        ("register-below", [.control("b"), .enter, .enter, .tab]),
        ("register-restricted", [.control("b"), .end, .enter]),
        ("register-definition", [.control("b"), .function(4)]),
        ("register-states", [.control("b"), .function(4), .tab]),
        ("register-field", [.control("b"), .function(4), .function(5)]),
        ("worklist-entries", [.text("3"), .backTab]),
    ]

    @Test("look as they are kept", arguments: screens, ScreenFrameTests.sizes)
    func frames(screen: (name: String, keys: [Key]), size: Size) throws {
        var stage = try Stage(Self.town.get(), size: size)
        for key in screen.keys { try stage.press(key) }
        Golden.expect(stage.frame, "\(screen.name)-\(size.columns)x\(size.rows)")
    }

    @Test("A register of a new kind is made on screen, filled, and its entry taken to its end")
    func story() throws {
        var stage = try Stage(Longfeng.six.get().copy())
        try stage.press(.control("b"), .function(5), .text("1"))
        try stage.type("龙舟队名册")
        try stage.press(.tab, .tab)
        #expect(stage.text.contains("可选 7 个") && stage.text.contains("党小组"), "\(stage.text)")
        try stage.type("村")
        try stage.press(.enter, .control("s"))
        // What is made is gone on with: its definition.
        #expect(stage.text.contains("“龙舟队名册”的定义"), "\(stage.text)")
        try stage.press(.function(5))
        try stage.type("桡手")
        try stage.press(.control("s"))
        #expect(stage.text.contains("> 桡手"), "\(stage.text)")
        try stage.press(.tab, .function(5))
        try stage.type("报名")
        try stage.press(.control("s"))
        try stage.press(.escape, .enter, .function(5))
        #expect(stage.text.contains("登记：龙舟队名册"))
        try stage.type("店子槽")
        try stage.press(.enter, .tab)
        try stage.type("向大水")
        try stage.press(.control("s"))
        #expect(stage.text.contains("向大水") && stage.text.contains("报名") && stage.text.contains("已保存"), "\(stage.text)")
        try stage.press(.control("z"))
        #expect(!stage.row(6).contains("向大水"))
    }

    @Test("A step says what it lacks, takes the fields it needs along, and is refused by a gate")
    func step() throws {
        var stage = try Stage(LendingTown.load())
        try stage.press(.control("b"), .enter, .enter)
        #expect(stage.text.contains("到“归还”还差：「归还日期」还没有填、借用物品有 1 条不符合：完好是“是”"))
        try stage.press(.function(9), .text("1"))
        #expect(stage.text.contains("归还日期"))
        try stage.press(.tab, .tab)
        try stage.type("6-30")
        try stage.press(.control("s"))
        #expect(stage.text.contains("借用物品有 1 条不符合"))
        try stage.press(.escape, .tab, .function(4))
        #expect(stage.text.contains("修改会议室借用 H1"))
        try stage.press(.escape, .enter, .function(4))
        // The cursor is in the first field, not in what the entry is about.
        try stage.press(.tab, .right, .control("s"))
        try stage.press(.escape, .function(9), .text("1"), .control("s"))
        #expect(stage.text.contains("归还（2016-06-30 起）"), "\(stage.text)")
    }

    @Test("What must be filled is not emptied by a correction either")
    func corrected() throws {
        var stage = try Stage(LendingTown.load())
        try stage.press(.control("b"), .enter, .enter, .function(4))
        #expect(stage.text.contains("*借用人"), "\(stage.text)")
        try stage.press(.control("u"), .control("s"))
        #expect(stage.text.contains("修改会议室借用 H1") && stage.text.contains("还差 1 项"), "\(stage.text)")
        try stage.type("龙舟协会")
        try stage.press(.control("s"))
        #expect(stage.text.contains("「借用人」龙舟队 → 龙舟协会"), "\(stage.text)")
    }

    @Test("Entries to choose from are told apart by their texts and options, and each number stands there once")
    func candidates() throws {
        var stage = try Stage(LendingTown.load())
        try stage.press(.control("b"))
        for _ in 0..<5 where !stage.text.contains(#/> *后勤 +借用物品/#) { try stage.press(.down) }
        try stage.press(.enter, .function(5))
        #expect(stage.text.contains(#/龙舟队 晚上 +H1 +龙凤社区 同意/#), "\(stage.text)")
        #expect(!stage.text.contains(#/H1 +H1/#), "\(stage.text)")
    }

    @Test(
        "A register without a flow offers no other state, and its card begins with what hangs below or with its journal"
    )
    func noFlow() throws {
        var stage = try Stage(LendingTown.load())
        try stage.press(.control("b"), .enter, .enter, .tab, .enter)
        #expect(
            stage.text.contains("借用物品 投影仪") && stage.text.contains("[流水 1]") && !stage.text.contains("步骤"),
            "\(stage.text)")
        try stage.press(.escape, .escape, .escape)
        for _ in 0..<5 where !stage.text.contains(#/> *后勤 +借用物品/#) { try stage.press(.down) }
        try stage.press(.enter)
        #expect(stage.text.contains("投影仪") && !stage.text.contains("Tab换状态"), "\(stage.text)")
    }

    @Test("On a narrow screen the text by which entries are called stays, however many narrow columns there are")
    func narrow() throws {
        var stage = try Stage(Longfeng.shared.get().copy(), size: Size(columns: 80, rows: 24))
        try stage.press(.control("b"), .enter)
        #expect(stage.text.contains("项目名称") && stage.text.contains("茶园提质改造"), "\(stage.text)")
    }

    @Test("A new register begins like the one in sight, before all others") func copied() throws {
        var stage = try Stage(LendingTown.load())
        try stage.press(.control("b"))
        for _ in 0..<5 where !stage.text.contains(#/> *后勤 +借用物品/#) { try stage.press(.down) }
        try stage.press(.function(5))
        #expect(stage.text.contains(#/3 照 借用物品/#) && stage.text.contains(#/4 照 会议室借用/#), "\(stage.text)")
    }

    @Test("Two keys lead from any screen to the form of the register used last, in the next run too")
    func twoKeys() throws {
        var stage = try Stage(LendingTown.load())
        try stage.press(.control("b"), .enter, .function(5))
        try stage.type("店子槽")
        try stage.press(.enter, .tab)
        try stage.type("老年协会")
        try stage.press(.tab, .right, .control("s"))
        #expect(stage.text.contains("已保存"), "\(stage.text)")
        let text = try #require(stage.model.memory).text
        let memory = try #require(Memory(text: text))
        var next = try Stage(stage.ledger, restoring: memory)
        try next.press(.text("1"))
        try next.select("店子槽村")
        try next.press(.function(2), .text("0"))
        #expect(next.text.contains("登记：会议室借用") && next.text.contains("登记日期"), "\(next.text)")
        // It is about the branch that is selected.
        #expect(next.text.contains(#/支部 +店子槽村/#), "\(next.text)")
    }

    @Test("Entries of a restricted register are shown on demand only, which the journal tells")
    func restricted() throws {
        var stage = try Stage(LendingTown.load())
        try stage.press(.control("b"), .end, .enter)
        #expect(stage.text.contains("这本登记簿限阅：按 ^V 查看"))
        try stage.press(.control("v"))
        #expect(stage.text.contains("没有条目"))
        #expect(try stage.ledger.journal(limit: 1)[0].summary.contains("限阅登记簿（谈心谈话）"))
    }

    @Test("The card of a household, a person and a branch shows what registers hold of it")
    func cards() throws {
        var stage = try Stage(LendingTown.load(), size: Size(columns: 160, rows: 50))
        try stage.press(.text("1"), .enter)
        for _ in 0..<4 { try stage.press(.tab) }
        #expect(stage.text.contains("龙舟队"), "\(stage.text)")
        try stage.press(.text("7"), .enter, .tab, .tab)
        #expect(stage.text.contains("登记簿里还没有；按 F5 登记一条"), "\(stage.text)")
        try stage.press(.function(5))
        #expect(stage.text.contains("登记：谈心谈话"), "\(stage.text)")
    }

    @Test("A list prints itself, its cards and its notice; a card itself; what is restricted nothing until it is shown")
    func printing() throws {
        var stage = try Stage(LendingTown.load())
        try stage.press(.control("b"), .enter, .control("]"))
        #expect(stage.text.contains("登记簿条目卡") && stage.text.contains("登记簿公示"), "\(stage.text)")
        let line = stage.text.split(separator: "\n").first { $0.contains("会议室借用空表") }
        var empty = stage
        try empty.press(.text(String(try #require(line?.first { $0.isNumber }))), .control("s"))
        #expect("\(empty.printed)".contains("template(register: Optional(\"会议室借用\"))"), "\(empty.text)")
        try stage.press(.escape, .enter, .control("]"))
        #expect(stage.text.contains("登记簿条目卡") && stage.text.contains("H1"), "\(stage.text)")
        try stage.press(.escape, .escape, .escape, .end, .enter, .control("]"))
        #expect(!stage.text.contains("登记簿条目卡"), "\(stage.text)")
    }

    @Test("Systems that come along are adopted on screen; what is there already is told")
    func systems() throws {
        var stage = try Stage(Longfeng.six.get().copy())
        stage.systems = [try OfferedSystem("后勤", rows: LendingTown.rows(), known: .empty)]
        try stage.press(.control("b"), .accept)
        #expect(stage.text.contains("会议室借用、借用物品、谈心谈话"))
        try stage.press(.text("2"))
        #expect(stage.row(4).contains("会议室借用") || stage.row(4).contains("借用物品"), "\(stage.text)")
    }
}

extension Key {
    /// The key of what is accepted, and adopted.
    fileprivate static let accept = Key.control("k")
}
