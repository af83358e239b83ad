import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Definitions are made in plain words: conditions are chosen, checked and tried while they are typed; what comes of them can be looked at.
@Suite("The screen of a register's definition")
struct DefinitionScreenTests {
    private static let town = Result { try LendingTown.load() }

    /// To the figures of the register of the meeting room.
    private static let figures: [Key] = [.control("b"), .function(4), .tab, .tab, .tab]
    private static let condition = figures + [.function(4), .tab, .tab, .tab]

    static let screens: [(name: String, keys: [Key])] = [
        ("register-gates", [.control("b"), .function(4), .tab, .tab]), ("register-condition-form", condition),
        ("register-term", condition + [.function(9)]), ("register-sketches", figures + [.control("n")]),
        ("register-gate-kinds", [.control("b"), .function(4), .tab, .tab, .function(5), .text("2")]),
        ("register-gate-form", [.control("b"), .function(4), .tab, .tab, .function(5), .text("2"), .text("1")]),
        ("register-sketch-card", figures + [.control("n"), .text("3")]),
    ]

    @Test("looks as it is kept", arguments: screens, ScreenFrameTests.sizes)
    func frames(screen: (name: String, keys: [Key]), size: Size) throws {
        var stage = try Stage(Self.town.get(), size: size)
        for key in screen.keys { try stage.press(key) }
        Golden.expect(stage.frame, "\(screen.name)-\(size.columns)x\(size.rows)")
    }

    private func stage(_ keys: [Key]) throws -> Stage {
        var stage = try Stage(LendingTown.load(), size: Size(columns: 120, rows: 36))
        for key in keys { try stage.press(key) }
        return stage
    }

    @Test("a gate and a figure say in a sentence what they ask") func sentences() throws {
        var stage = try stage([.control("b"), .function(4), .tab, .tab])
        #expect(stage.text.contains("到“归还”：下面的“借用物品”，每条都要：完好是“是”"), "\(stage.text)")
        try stage.press(.tab)
        #expect(stage.text.contains("有几条：时段是“晚上”"), "\(stage.text)")
    }

    @Test("a condition is chosen word by word, tried on the entries there are, and saved") func chosen() throws {
        var stage = try stage(Self.condition)
        #expect(stage.text.contains("= 时段是“晚上”") && stage.text.contains("会议室借用现有 3 条，符合 2 条"), "\(stage.text)")
        try stage.press(.function(9), .text("3"), .text("1"))
        #expect(stage.text.contains("时段=晚上;人数≥") && stage.text.contains("! 条件“人数≥”读不懂"), "\(stage.text)")
        try stage.type("30")
        #expect(stage.text.contains("符合 1 条") && !stage.text.contains("读不懂"), "\(stage.text)")
        try stage.press(.control("s"), .up)
        #expect(stage.text.contains("有几条：时段是“晚上”，并且人数不少于 30"), "\(stage.text)")
    }

    @Test("values of options, states and yes or no are chosen too") func values() throws {
        var stage = try stage(Self.condition + [.control("u")])
        try stage.press(.function(9), .text("2"), .text("2"), .text("1"))
        #expect(stage.text.contains("时段≠上午"), "\(stage.text)")
        try stage.press(.function(9), .text("5"), .text("1"), .text("3"))
        #expect(stage.text.contains("时段≠上午;状态=归还") && stage.text.contains("符合 0 条"), "\(stage.text)")
    }

    @Test("the condition of a gate may be about what hangs below") func gate() throws {
        var stage = try stage([.control("b"), .function(4), .tab, .tab, .function(4)])
        try stage.press(.tab, .tab)
        #expect(stage.text.contains("借用物品现有 1 条，符合 0 条"), "\(stage.text)")
        try stage.press(.function(9))
        #expect(stage.text.contains("哪本登记簿") && stage.text.contains("借用物品"), "\(stage.text)")
    }

    @Test("a gate is made of sentences: before which state, what is asked there, and only what that needs")
    func newGate() throws {
        var stage = try stage([.control("b"), .function(4), .tab, .tab, .function(5)])
        #expect(stage.text.contains("到哪个状态要过关"), "\(stage.text)")
        try stage.press(.text("2"))
        #expect(stage.text.contains("下面的“借用物品”要有几条") && !stage.text.contains("百分之几"), "\(stage.text)")
        try stage.press(.text("1"))
        #expect(stage.text.contains("哪本登记簿") && stage.text.contains("至少"), "\(stage.text)")
        #expect(!stage.text.contains("登记簿二") && !stage.text.contains("栏目"), "\(stage.text)")
        try stage.type("完好=是")
        try stage.press(.control("s"), .up, .down)
        #expect(stage.text.contains("到“同意”：下面的“借用物品”至少 1 条，每条都要：完好是“是”"), "\(stage.text)")
    }

    @Test("a register that can ask nothing says what a gate needs, instead of an empty menu") func noGate() throws {
        var stage = try stage([.control("b"), .function(5), .text("1")])
        try stage.type("龙舟借用")
        try stage.press(.tab, .tab)
        try stage.type("支部")
        try stage.press(.enter, .control("s"), .tab, .function(5))
        try stage.type("申请")
        try stage.press(.tab, .tab)
        try stage.type("同意")
        try stage.press(.control("s"), .tab, .function(5))
        #expect(stage.text.contains("没有可设的关口：先建一本对象是“龙舟借用”的登记簿"), "\(stage.text)")
    }

    @Test("a state that leads to others which are not there yet brings them along") func statesBehind() throws {
        var stage = try stage([.control("b"), .function(4), .tab, .function(5)])
        try stage.type("暂借")
        try stage.press(.tab, .tab)
        try stage.type("续借;归还;催还")
        try stage.press(.control("s"))
        let rows = stage.text.split(separator: "\n").filter { line in
            ["暂借  ", "续借  ", "催还  "].contains { line.contains($0) }
        }
        #expect(rows.count == 3 && rows.contains { $0.contains("续借;归还;") }, "\(stage.text)")
    }

    @Test("kinds, subjects and fields are chosen, by their first letters too") func picked() throws {
        var stage = try stage([.control("b"), .function(4), .function(5)])
        try stage.type("归还于")
        try stage.press(.tab, .tab)
        #expect(stage.text.contains("可选 10 个") && stage.text.contains("几个里选一个"), "\(stage.text)")
        try stage.type("rq")
        try stage.press(.enter, .control("s"))
        let line = stage.text.split(separator: "\n").first { $0.contains("归还于") }
        #expect(line?.contains("日期") ?? false, "\(stage.text)")
        // A state asks for fields of the register.
        try stage.press(.tab, .function(4), .tab, .tab, .tab)
        #expect(stage.text.contains("归还于"), "\(stage.text)")
    }

    @Test(
        "options and states parted as officers write are kept as files part them, and a state that is there is told by its name"
    )
    func parted() throws {
        var stage = try stage([.control("b"), .function(4), .function(5)])
        try stage.type("设备")
        try stage.press(.tab, .tab)
        try stage.type("xx")
        try stage.press(.enter)
        try stage.type("投影、音响，话筒")
        #expect(stage.text.contains("= 投影;音响;话筒"), "\(stage.text)")
        try stage.press(.control("s"))
        #expect(stage.text.contains("投影;音响;话筒"), "\(stage.text)")
        try stage.press(.tab, .function(5))
        try stage.type("申请")
        try stage.press(.control("s"))
        #expect(stage.text.contains("已经有了，请换一个名称，或选中它按 F4 修改"), "\(stage.text)")
    }

    @Test("a register out of use is the last of the list, is looked at, and is taken up again") func retired() throws {
        var stage = try stage([.control("b"), .function(4), .function(9)])
        let name = "会议室借用"
        for _ in 0..<8 where !stage.text.contains("> 停用日期") { try stage.press(.tab) }
        try stage.type("6-30")
        try stage.press(.control("s"), .escape)
        #expect(stage.text.contains("\(name)（停用）"), "\(stage.text)")
        try stage.press(.end)
        #expect(stage.text.contains("> ") && stage.text.contains(#/>.*会议室借用（停用）/#), "\(stage.text)")
        try stage.press(.enter)
        #expect(stage.text.contains("老年协会") || stage.text.contains("妇联"), "\(stage.text)")
        try stage.press(.escape, .function(4), .function(9))
        for _ in 0..<8 where !stage.text.contains("> 停用日期") { try stage.press(.tab) }
        try stage.press(.control("u"), .control("s"), .escape)
        #expect(stage.text.contains(name) && !stage.text.contains("（停用）"), "\(stage.text)")
    }

    @Test("its form and its printed card can be looked at") func sketches() throws {
        var stage = try stage(Self.figures + [.control("n"), .text("2")])
        #expect(stage.text.contains("登记：会议室借用"), "\(stage.text)")
        try stage.press(.escape, .control("n"), .text("3"))
        #expect(stage.text.contains("借用人") && stage.text.contains("经办人"), "\(stage.text)")
    }
}
