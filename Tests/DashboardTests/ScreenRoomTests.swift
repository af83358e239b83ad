import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What screens do with the room they have: previews and forms side by side where there is much, and a word where there is too little.
@Suite("The room on a screen")
struct ScreenRoomTests {
    private static let broad = ScreenFrameTests.broad
    private static let broadest = Size(columns: 160, rows: 50)

    private func stage(
        _ size: Size, today: String = "2016-06-30", palette: Theme.Palette = .eight, _ keys: [Key] = []
    ) throws -> Stage {
        var stage = try Stage(Longfeng.shared.get(), today: today, size: size, palette: palette)
        for key in keys { try stage.press(key) }
        return stage
    }

    @Test("holds beside the map of months the month under the cursor: where it stands, its figures, what it lacks")
    func month() throws {
        var stage = try stage(Self.broadest, [.text("9")])
        #expect(stage.text.contains(#/龙凤社区  2016 年 6 月 +未上报/#))
        #expect(stage.text.contains(#/党员结对 +76\/93 81.7%/#) && stage.text.contains("要处理 20"))
        try stage.press(.down, .left)
        #expect(stage.text.contains(#/龙凤村  2016 年 5 月/#))
        try stage.press(.text("p"))
        #expect(!stage.text.contains("要处理"))
    }

    @Test("holds beside the checklists what each asks and who is behind")
    func checklist() throws {
        var stage = try stage(Self.broadest, [.text("0")])
        #expect(stage.text.contains("滞后、逾期、将到期 1") && stage.text.contains(#/瞿远舟 +到村调研 +0\/4 滞后/#))
        // All methods ask the ledger the same; each has its own rows of the answer.
        for _ in 0..<3 { try stage.press(.down) }
        #expect(stage.text.contains("滞后、逾期、将到期 24") && !stage.text.contains("瞿远舟"))
        for _ in 0..<2 { try stage.press(.down) }
        #expect(stage.text.contains("没有办的 3") && stage.text.contains("城区学校4"))
    }

    @Test("holds beside the registers their states and figures, which then do not stand below the list")
    func register() throws {
        var stage = try stage(Self.broadest, [.text("0"), .control("f")])
        #expect(stage.text.contains(#/在建[ #.]+ 3\n/#) && stage.text.contains(#/投资 +4345万元/#))
        #expect(!stage.text.contains("筹备 1，在建 3"))
        try stage.press(.text("p"))
        #expect(stage.text.contains("筹备 1，在建 3"))
    }

    @Test("holds beside a register's list the entry with what its next step lacks; not beside the board")
    func entry() throws {
        var stage = try stage(Self.broadest, [.text("0"), .control("f")])
        // The register whose whole name is looked for is selected.
        try stage.type("/推荐对象")
        try stage.press(.enter)
        for _ in 0..<6 { try stage.press(.tab) }
        #expect(stage.text.contains(#/公示 +还差：名额只有 10，这样有 11/#) && stage.text.contains(#/落选 +可以办/#))
        #expect(stage.text.contains(#/2016-06-13 候补/#) && stage.text.contains(#/部门意见 +\d{4}-\d\d-\d\d 镇纪委/#))
        try stage.press(.control("n"))
        #expect(!stage.text.contains("可以办"))
    }

    @Test("holds beside the activities all that was recorded of one, which then does not stand below the list")
    func activity() throws {
        var stage = try stage(Self.broadest, [.text("6")])
        #expect(stage.text.contains(#/编号 +LF-2016-04200/#) && stage.text.contains(#/贫困户 +秦克槐/#))
        #expect(stage.text.contains("参加 1 人") && !stage.text.contains("LF-2016-04200："))
        try stage.press(.text("p"))
        #expect(stage.text.contains("LF-2016-04200："))
    }

    private static let cards: [(keys: [Key], panes: [String])] = [
        ([.text("7"), .tab, .enter], ["结对 ", "走访 ", "登记 0", "谁改过 0", "经过 "]),
        ([.text("9"), .control("n")], ["数字 14", "要处理 20"]),
        ([.text("0"), .down, .down, .down, .down, .down, .enter], ["对象 84", "支部 1"]),
        ([.text("0"), .control("f"), .enter, .enter], ["步骤 2", "挂在下面的 5", "流水 0"]),
        ([.text("0"), .control("f"), .function(4)], ["栏目 ", "流转 4", "关口 0", "统计 2"]),
    ]

    @Test(
        "holds all panes of a card, a month, a checklist, an entry and a definition", arguments: cards,
        [broad, broadest])
    func panes(card: (keys: [Key], panes: [String]), size: Size) throws {
        let stage = try stage(size, card.keys)
        for pane in card.panes { #expect(stage.text.contains(pane), "\(pane)\n\(stage.text)") }
    }

    @Test("keeps the preview beside a form, without keys that mean something else there", arguments: [broad, broadest])
    func form(size: Size) throws {
        var stage = try stage(size, [.text("3"), .down, .down, .down])
        #expect(stage.text.contains("怎么办"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("记活动：主题党日") && stage.text.contains("逾期 61 天"))
        #expect(stage.text.contains("这里还缺") && !stage.text.contains("怎么办"))
        try stage.press(.escape)
        #expect(stage.text.contains("怎么办"))
    }

    @Test("tells beside the palette what the selected line does, in full", arguments: [broad, broadest])
    func palette(size: Size) throws {
        var stage = try stage(size, [.control("p")])
        #expect(stage.text.contains(#/种类 +办/#) && stage.text.contains(#/Enter +就做或打开/#))
        try stage.type("tuopin")
        #expect(stage.text.contains("先问：哪一户"))
        try stage.resize(100, 30)
        #expect(!stage.text.contains("先问：哪一户"))
    }

    @Test("is too little for some columns: the title says how many, the page of columns which")
    func columns() throws {
        var stage = try stage(Size(columns: 80, rows: 24))
        #expect(stage.row(2).hasSuffix("  +2列"))
        try stage.press(.text("l"))
        #expect(stage.text.contains("屏幕上没有地方的列：受访、合作社"))
        try stage.press(.escape)
        try stage.resize(160, 50)
        #expect(!stage.row(2).contains("另"))
    }

    @Test("holds all months of a year at 80 columns, before what each branch lacks in sum")
    func december() throws {
        let stage = try stage(Size(columns: 80, rows: 24), today: "2016-12-31", [.text("9")])
        let titles = stage.row(3).split(separator: " ").map(String.init)
        #expect(titles == ["支部"] + (1...12).map { "\($0)月" } + ["缺党日"])
        #expect(stage.row(2).hasSuffix("  +2列"))
    }

    @Test("holds branches' names whole on the broadest screens, whatever figure is on stage")
    func names() throws {
        var stage = try stage(Self.broadest)
        for _ in 0..<4 {
            #expect(stage.text.contains("生猪林果产业联合支部 "))
            try stage.press(.modified(.alt, .text("m")))
        }
    }

    @Test("shows missing party days as filled cells with their digits where there are colours for that")
    func partyDays() throws {
        let keys = [Key](repeating: .down, count: 15)
        let many = try stage(Self.broad, palette: .many, keys)
        let row = try #require((0..<36).first { many.row($0).contains("主题党日") })
        let line = many.row(row)
        #expect(line.contains("123456......"))
        let start = 120 - 37
        let filled = (start..<120).filter { column in
            let style = many.frame[row, column].style
            return style == many.model.context.theme.style(.cellMissing) && style != .plain
        }
        #expect(filled.map { many.frame[row, $0].text } == ["2", "4", "5"])
        #expect(try stage(Self.broad, keys).row(row).contains("1-3--6......"))
    }

    @Test("says at the head of each tab's help what its screen is for")
    func purpose() throws {
        let catalogue = Catalogue.builtIn
        for tab in catalogue.tabs {
            let route = try #require(tab.route(beside: "422801100211"))
            #expect(!catalogue.purpose(of: route).isEmpty, "\(tab.word)")
        }
        let stage = try stage(Self.broad, [.text("9"), .text("?")])
        #expect(stage.text.contains("这一页") && stage.text.contains("每个支部每个月一格"))
    }
}
