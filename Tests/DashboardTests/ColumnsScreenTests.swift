import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// The columns of any list: chosen, ordered, narrowed, counted, kept under a name.
@Suite("Columns of a list")
struct ColumnsScreenTests {
    private static let key = Key.modified(.alt, .text("l"))
    /// The register of households, its columns, and the place of one of them.
    private static let households: [Key] = [.text("7"), .tab]

    private func stage(
        _ keys: [Key] = [], size: Size = Size(columns: 80, rows: 24), colour: Bool = true,
        language: Language = .chinese,
        restoring memory: Memory? = nil
    ) throws -> Stage {
        var stage = try Stage(Longfeng.shared.get(), size: size, colour: colour, restoring: memory, language: language)
        for key in keys { try stage.press(key) }
        return stage
    }

    private static func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }

    /// The keys that narrow the households to those of five and more that are poor.
    private static let narrowed =
        households + [key, .down, .down, .down, .control("e")] + typed("≥5") + [.control("s"), .down, .control("e")]
        + typed("未脱贫") + [.control("s")]

    // MARK: - Frames

    private static let frames: [(name: String, keys: [Key])] = [
        ("columns", narrowed), ("columns-list", narrowed + [.escape]),
        ("columns-filter", households + [key, .down, .down, .down, .control("e")] + typed("5-3") + [.control("s")]),
        ("columns-values", households + [key] + typed("/zpyy") + [.enter]),
        ("columns-views", narrowed + [.control("s")] + typed("大户") + [.control("s"), .backTab]),
    ]

    @Test("look as they are kept", arguments: frames, [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)])
    func frame(way: (name: String, keys: [Key]), size: Size) throws {
        Golden.expect(try stage(way.keys, size: size).frame, "\(way.name)-\(size.columns)x\(size.rows)")
    }

    @Test(
        "look in English as they are kept, and are as clear without colour", arguments: ["columns", "columns-values"])
    func others(name: String) throws {
        let column: [Key] =
            name == "columns" ? [.down, .down, .down, .function(6), .function(6)] : [.end, .up, .enter]
        let keys = Self.households + [Self.key] + column
        Golden.expect(try stage(keys, language: .english).frame, "\(name)-english-80x24")
        Golden.expect(try stage(keys, size: Size(columns: 120, rows: 36), colour: false).frame, "\(name)-mono-120x36")
    }

    // MARK: - Columns

    @Test("are hidden, moved and widened at once, and put back by one key")
    func arranged() throws {
        let before = try stage(Self.households)
        var stage = try stage(
            Self.households + [Self.key, .down, .text(" "), .down, .left, .left, .text("]"), .escape])
        #expect(stage.row(5).split(separator: " ").prefix(3) == ["村", "户主", "人口"])
        #expect(!stage.row(5).contains("户编号") && stage.row(6).hasPrefix("> 龙凤社区"))
        try stage.press(Self.key, .function(8), .escape)
        #expect(stage.text == before.text)
    }

    @Test("sort by the one selected, whose sign the heading shows, downwards and not at all")
    func sorted() throws {
        let way = Self.households + [Self.key, .down, .down, .down]
        let (once, twice) = (
            try stage(way + [.function(6), .escape]), try stage(way + [.function(6), .function(6), .escape])
        )
        let reversed = try stage(way + [.function(6), .control("r"), .escape])
        #expect(once.row(5).contains("人口^") && twice.row(5).contains("人口v") && reversed.row(5).contains("人口v"))
        let none = try stage(way + [.function(6), .function(6), .function(6), .escape])
        let usual = try stage(Self.households)
        #expect(none.row(5).contains("人口 ") && none.text == usual.text)
    }

    @Test("never are hidden all")
    func last() throws {
        var stage = try stage(Self.households + [Self.key])
        for _ in 0..<6 { try stage.press(.text(" "), .down) }
        try stage.press(.text(" "))
        #expect(stage.row(22).contains("至少留一列"))
    }

    @Test("are those of the list with the keys, on every screen with one", arguments: ScreenFrameTests.screens)
    func everywhere(way: (name: String, keys: [Key])) throws {
        var stage = try stage(way.keys)
        while !stage.model.overlays.isEmpty { try stage.press(.escape) }
        guard stage.model.top?.screen.columns != nil else { return }
        // What was said above the footer is said no more.
        try stage.press(Self.key, .escape)
        let before = stage.text
        try stage.press(Self.key)
        #expect(stage.row(2).contains("：列  第 "), "\(way.name)\n\(stage.text)")
        try stage.press(.enter, .escape, .escape)
        #expect(stage.text == before, "\(way.name)")
    }

    @Test("follow the day: what is counted is counted anew")
    func live() throws {
        let way: [Key] = [.text("6"), Self.key, .down, .enter]
        let stage = try stage(way)
        #expect(stage.model.top?.screen is ColumnsScreen)
        var other = stage
        try other.look(at: "2015-12-31")
        #expect(other.text != stage.text && other.row(2).contains("的分布"))
    }

    // MARK: - Filters

    @Test("narrow the list, which says by what, in its heading too; one key takes all off")
    func filtered() throws {
        var stage = try stage(Self.narrowed + [.escape])
        #expect(stage.row(2).contains("，人口 ≥ 5，状态 未脱贫"))
        #expect(stage.row(5).contains("人口= ") && stage.row(5).contains("状态="))
        #expect(stage.model.offers.contains { $0.action == .unfilter })
        try stage.press(.modified(.alt, .text("u")), .home)
        let usual = try self.stage(Self.households)
        #expect(stage.text == usual.text)
    }

    @Test("say why a list is empty, and which key shows the rows again")
    func empty() throws {
        let stage = try stage(
            Self.households + [Self.key, .down, .down, .down, .control("e")] + Self.typed("≥99") + [
                .control("s"), .escape,
            ])
        #expect(stage.text.contains("没有符合“人口 ≥ 99”的行；按 Alt-u 去掉列的筛选"))
    }

    @Test("say what can be written where the filter cannot be read; what was typed stays")
    func wrong() throws {
        let stage = try stage(
            Self.households + [Self.key, .down, .down, .down, .control("e")] + Self.typed("≥多") + [.control("s")])
        #expect(stage.text.contains("读不懂：可以写 ≥60") && stage.text.contains("≥多"))
    }

    @Test("print as they stand: columns, order, filters in words")
    func printed() throws {
        var stage = try stage(Self.narrowed + [.home, .down, .text(" "), .down, .left, .left, .escape])
        try stage.press(.control("]"), .enter, .control("s"))
        guard case .list(let list)? = stage.printed.last?.content else {
            Issue.record("no list")
            return
        }
        #expect(list.table.columns.map(\.heading) == ["村", "户主", "人口", "状态", "致贫原因", "帮扶人"])
        #expect(list.conditions.hasPrefix("条件：人口 ≥ 5；状态 未脱贫；") && list.conditions.contains(" 行，共 "))
        #expect(!list.table.rows.isEmpty && list.table.rows.allSatisfy { $0[3] == .text("未脱贫") })
    }

    // MARK: - Values

    @Test("count their values, which lead to the rows of those chosen")
    func values() throws {
        var stage = try stage(Self.households + [Self.key, .down, .down, .down, .down, .enter])
        #expect(stage.row(2).contains("状态的分布"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("，状态 ") && stage.model.top?.screen is RegistryScreen)
        // Whoever comes back sees all values of the column, not those alone that its own filter leaves.
        try stage.press(Self.key, .enter)
        let all = stage.text
        try stage.press(.text(" "), .text(" "), .enter)
        #expect(stage.row(2).contains("或") && all.contains("的分布"))
    }

    @Test("are counted with shares that are cut, the most frequent first, days by their months")
    func counted() {
        let rows = FrequencyRow.all(of: ["b", "a", "b", "-", "", "2016-05-01", "2016-05-31"])
        #expect(rows.map(\.value) == ["2016-05", "b", "", "a"] || rows.map(\.value) == ["b", "2016-05", "", "a"])
        #expect(rows.map(\.count) == [2, 2, 2, 1] && rows.last?.share == "14.2%" && rows.first?.most == 2)
        #expect(FrequencyRow.all(of: ["10", "9", "x"]).map(\.value) == ["9", "10", "x"])
    }

    @Test("print what was counted, and of which rows")
    func printedValues() throws {
        var stage = try stage(Self.narrowed + [.down, .enter])
        try stage.press(.control("]"), .control("s"))
        guard case .list(let list)? = stage.printed.last?.content else {
            Issue.record("no list")
            return
        }
        #expect(list.table.columns.map(\.heading).prefix(3) == ["值", "行数", "占比"] && list.chart != nil)
        #expect(list.notes.contains { $0.contains("条件：人口 ≥ 5；状态 未脱贫") })
    }

    @Test("see what is shown: of telephone numbers no more than the list tells")
    func masked() throws {
        let ledger = try Longfeng.load()
        let today = try #require(Day("2016-06-30"))
        let people = try ledger.people(in: ledger.scope(nil), asOf: today)
        let person = try #require(people.first { !$0.person.phone.isEmpty }?.person)
        var other = person
        other.phone = "13812345678"
        _ = try ledger.desk(on: today).perform(.correct(from: .person(person), to: .person(other)))
        var stage = try Stage(ledger)
        try stage.press(.text("8"), .enter)
        #expect(stage.text.contains("138****5678"))
        for column in 0..<3 {
            try stage.press(Self.key, .home)
            for _ in 0..<column { try stage.press(.down) }
            try stage.press(.enter)
            #expect(!stage.text.contains("13812345678"), "\(stage.text)")
            try stage.press(.escape, .control("e"), .paste("13812345678"), .control("s"), .escape)
            #expect(stage.text.contains("没有符合") || !stage.text.contains("13812345678"), "\(stage.text)")
            if stage.model.offers.contains(where: { $0.action == .unfilter }) { try stage.press(.text("L")) }
        }
    }

    // MARK: - From one start to the next

    private func reread(_ stage: Stage) throws -> Memory {
        let text = try #require(stage.model.memory?.text)
        return try #require(Memory(text: text))
    }

    @Test("stand at the next start as they were left, and their screen is none to come back to")
    func remembered() throws {
        let columns = try stage(Self.narrowed + [.function(6)])
        let next = try stage(restoring: reread(columns))
        var list = columns
        try list.press(.escape)
        #expect(next.text == list.text && next.row(2).contains("人口 ≥ 5"))
    }

    @Test("are kept under a name, which the palette opens from anywhere")
    func views() throws {
        var stage = try stage(Self.narrowed + [.control("s")] + Self.typed("大户") + [.control("s")])
        #expect(stage.row(22).contains("已存视图“大户”"))
        try stage.press(.escape)
        let list = stage.text
        try stage.press(.text("L"), .text("1"))
        try stage.openPalette(typing: "大户")
        #expect(stage.text.contains("视图：大户") && stage.text.contains("名册：贫困户"))
        try stage.press(.enter)
        #expect(stage.row(2).hasSuffix("人口 ≥ 5，状态 未脱贫"))
        #expect(stage.row(6) == list.split(separator: "\n", omittingEmptySubsequences: false)[6])
        let text = stage.views.text
        #expect([KeptView](text: text) == stage.views && stage.views.map(\.name) == ["大户"])
        #expect([KeptView](text: "zhibu\tboard\t1\n") == nil)
    }

    @Test("of one name are replaced, and removed after a question")
    func forgotten() throws {
        var stage = try stage(Self.narrowed + [.control("s")] + Self.typed("大户") + [.control("s")])
        try stage.press(.function(8), .control("s"))
        try stage.type("大户")
        try stage.press(.control("s"), .backTab)
        #expect(stage.text.contains("[视图 1]") || stage.text.contains("视图 1"))
        #expect(stage.views.count == 1 && stage.views[0].kept.words.keys.allSatisfy { !$0.hasSuffix(".columns") })
        try stage.press(.function(8))
        #expect(stage.row(2).contains("删除视图“大户”？"))
        try stage.press(.text("y"))
        #expect(stage.views.isEmpty && stage.text.contains("还没有视图"))
    }

    @Test("without a name are not kept")
    func nameless() throws {
        let stage = try stage(Self.narrowed + [.control("s"), .control("s")])
        #expect(stage.views.isEmpty && stage.row(2).contains("存视图"))
    }
}
