import Exchange
import Papers
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

@Suite("Printing")
struct PrintTests {
    private static let key = Key.control("]")

    private func list(_ stage: Stage) throws -> PrintedList {
        guard case .list(let list)? = stage.printed.last?.content else { throw Missing() }
        return list
    }

    private func request(_ stage: Stage) throws -> PaperRequest {
        guard case .papers(let request)? = stage.printed.last?.content else { throw Missing() }
        return request
    }

    private struct Missing: Error {}

    private let context = PaperContext(
        place: NamedScope(town: "龙凤镇", name: "猫子山村", code: "422801100214"), asOf: Day("2016-06-30") ?? .earliest,
        made: "制表：李娟 2016-06-30 16:15")

    /// The gaps of 猫子山村 that a search leaves, by people, the most first.
    private func gapsOfMaozishan(_ size: Size = Size(columns: 80, rows: 24)) throws -> Stage {
        var stage = try Stage.longfeng(size)
        try stage.press(.text("4"), .enter, .control("e"))
        try stage.press(.function(6), .function(6), .function(6), .function(6), .control("r"), .function(3))
        try stage.type("余杏香")
        try stage.press(.enter, .escape)
        return stage
    }

    // MARK: - What

    @Test(
        "is offered on every list and report, by a key and by its letter",
        arguments: ScreenFrameTests.screens.filter {
            !["-menu", "-form"].contains(where: $0.name.hasSuffix)
        })
    func everywhere(screen: (name: String, keys: [Key])) throws {
        for key in [Self.key, .text("d")] {
            var stage = try Stage.longfeng()
            for key in screen.keys { try stage.press(key) }
            if !stage.model.overlays.isEmpty { try stage.press(.escape) }
            try stage.press(key)
            #expect(stage.row(2).contains("打印、导出："), "\(stage.text)")
        }
    }

    @Test("has the forms that belong to a screen")
    func forms() throws {
        func printed(_ keys: Key..., then digit: String) throws -> PaperRequest {
            var stage = try Stage.longfeng()
            for key in keys { try stage.press(key) }
            try stage.press(Self.key, .text(digit), .control("s"))
            return try request(stage)
        }
        let day = try #require(Day("2016-06-30"))
        let town = Scope(Code("422801100"))
        let branch = Scope(Code("422801100200"))
        #expect(try printed(then: "2") == PaperRequest(.township, in: town, asOf: day))
        #expect(try printed(.down, .enter, then: "1") == PaperRequest(.month, in: branch, asOf: day))
        #expect(try printed(.down, .enter, then: "2") == PaperRequest(.year, in: branch, asOf: day))
        #expect(try printed(.text("4"), then: "2") == PaperRequest(.pairings, in: town, asOf: day))
        #expect(try printed(.text("4"), then: "3") == PaperRequest(.households, in: town, asOf: day))
        #expect(try printed(.text("4"), then: "4") == PaperRequest(.pairing, in: town, asOf: day))
        #expect(try printed(.text("5"), then: "2") == PaperRequest(.cooperatives, in: town, asOf: day))
        let may = try #require(Day("2016-05-31"))
        #expect(
            try printed(.text("9"), .left, .down, .control("n"), then: "1")
                == PaperRequest(.month, in: branch, asOf: may, month: Month(may)))
        #expect(
            try printed(.text("9"), .left, .down, then: "4")
                == PaperRequest(.month, in: town, asOf: may, month: Month(may)))
        let card = try printed(.text("4"), .enter, .enter, then: "1")
        #expect(card.kind == .household && card.household == "H214-0001")
        let helper = try printed(
            .text("7"), .function(6), .function(6), .function(6), .function(6), .function(6), .function(6),
            .function(6),
            .control("r"), .enter, then: "1")
        #expect(helper.kind == .pairing && helper.helper != nil)
    }

    @Test("a list is exactly what is in sight: searched, filtered, sorted, and all its columns")
    func asInSight() throws {
        var stage = try gapsOfMaozishan(Size(columns: 60, rows: 24))
        try stage.press(Self.key, .text("1"), .control("s"))
        let list = try list(stage)
        #expect(list.conditions == "条件：只看缺口；查找“余杏香”；按“人口”倒序；4 行，共 254 行")
        #expect(list.table.columns.map(\.heading) == ["户编号", "户主", "人口", "状态", "缺口", "帮扶人", "最近走访"])
        #expect(list.table.columns.map(\.kind) == [.text, .text, .number, .text, .text, .text, .day])
        let people = list.table.rows.compactMap { if case .number(let number) = $0[2] { number } else { nil } }
        #expect(people == [8, 6, 2, 2])
        try stage.finishPrinting(.written("/home/lijuan/a.xlsx"))
        for (row, cells) in list.table.rows.enumerated() { #expect(stage.row(5 + row).contains(cells[1].shown)) }
        #expect(list.scope == Scope(Code("422801100214")))
    }

    @Test("a list as fixed-width text and as CSV, heading and all")
    func bytes() throws {
        var stage = try gapsOfMaozishan()
        try stage.press(Self.key, .text("1"), .control("s"))
        let papers = try list(stage).papers(context)
        Golden.expect(PaperText.document(papers), "Frames/print-list.txt")
        // What keeps the file leaves the byte order mark out when it reads it.
        let csv = PaperCSV.document(try #require(papers.first))
        #expect(csv.hasPrefix("\u{FEFF}"))
        Golden.expect(String(csv.unicodeScalars.dropFirst()), "Frames/print-list.csv")
    }

    @Test("figures that share a column on the screen have one each, and the rates are drawn")
    func coverage() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("4"), Self.key, .text("1"), .control("s"))
        let list = try list(stage)
        #expect(
            list.table.columns.map(\.heading) == [
                "支部", "户已结对", "户应结对", "户覆盖率", "户缺口", "党员已结对", "党员应结对", "党员覆盖率", "党员缺口", "本月走访",
            ])
        #expect(list.table.columns.dropFirst().allSatisfy { $0.kind.isFigure })
        #expect(list.chart == PaperChart("户覆盖率", table: 0, names: 0, values: 3))
        #expect(list.table.rows[0].map(\.shown).prefix(4) == ["猫子山村", "66", "78", "84.6%"])
        #expect(PaperPage(list.papers(context)).document.contains("<svg"))
    }

    @Test("activities are counted by month behind their list")
    func months() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("6"), .tab, Self.key, .control("s"))
        let list = try list(stage)
        let summary = try #require(list.summary)
        #expect(summary.table.rows.count == 6)
        let total = summary.table.rows.reduce(0) { if case .number(let number) = $1[1] { $0 + number } else { $0 } }
        #expect(total == list.table.rows.count)
        #expect(list.conditions.contains("专题调研"))
        #expect(list.papers(context).map(\.heading.kind) == ["活动", "各月活动"])
    }

    @Test("every list fits the paper", arguments: ScreenFrameTests.screens)
    func fits(screen: (name: String, keys: [Key])) throws {
        var stage = try Stage.longfeng()
        for key in screen.keys { try stage.press(key) }
        for item in stage.model.printout.items {
            guard case .list(let make) = item.work else { continue }
            let table = make(stage.model.context).table
            let cells = table.columns.reduce(0) { $0 + $1.width }
            #expect(cells + table.columns.count - 1 <= PaperTable.paper.wide)
            #expect(table.rows.allSatisfy { $0.count == table.columns.count })
        }
    }

    // MARK: - How and where

    @Test("the file is called by what it is; format, folder and name are taken as typed")
    func job() throws {
        var stage = try gapsOfMaozishan()
        try stage.press(Self.key, .text("1"))
        #expect(stage.row(2).contains("打印、导出：贫困户结对名单  屏幕上的 4 行"))
        try stage.press(.text("4"), .tab, .control("u"))
        try stage.type("~/报表")
        try stage.press(.enter, .enter)
        let job = try #require(stage.printed.last)
        #expect(job.format == .csv && job.folder == "~/报表" && job.name == "猫子山村-贫困户结对名单-2016-06-30.csv")
        #expect(!job.replaces && !job.isUnmasked)
        try stage.finishPrinting(.written("/home/lijuan/报表/a.csv"))
        #expect(stage.row(22).contains("已写入 /home/lijuan/报表/a.csv"))
        #expect(stage.kept == [.printFolder("~/报表")])
        try stage.press(Self.key, .text("1"))
        #expect(stage.text.contains("~/报表"))
        #expect(!stage.text.contains("接着上次填的"))
    }

    @Test("an existing file is asked about, and Enter is no; the form is as it was")
    func existing() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("3"), Self.key, .tab, .tab)
        try stage.type("甲")
        try stage.press(.control("s"))
        try stage.finishPrinting(.exists("/home/lijuan/龙凤镇-待办-2016-06-30甲.xlsx"))
        Golden.expect(stage.frame, "print-existing-80x24")
        try stage.press(.enter)
        #expect(stage.printed.count == 1)
        #expect(stage.text.contains("龙凤镇-待办-2016-06-30甲"))
        try stage.press(.control("s"))
        try stage.finishPrinting(.exists("/home/lijuan/龙凤镇-待办-2016-06-30甲.xlsx"))
        try stage.press(.text("y"))
        #expect(stage.printed.last?.replaces == true)
        try stage.finishPrinting(.written("/home/lijuan/龙凤镇-待办-2016-06-30甲.xlsx"))
        #expect(stage.model.overlays.isEmpty && stage.kept.isEmpty)
    }

    @Test("what fails is said in the form, with all that was typed")
    func failing() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("8"), Self.key, .tab, .control("u"))
        try stage.type("/nowhere")
        try stage.press(.control("s"))
        try stage.finishPrinting(.failed("/nowhere/a.xlsx: 无法写入（上级文件夹不存在），请处理后重试"))
        Golden.expect(stage.frame, "print-failed-80x24")
        try stage.press(.control("s"))
        #expect(stage.printed.count == 2)
    }

    @Test("an empty folder, an empty name and a stroke in the name are refused beside their fields")
    func faults() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("8"), Self.key, .tab, .control("u"), .tab, .control("u"))
        try stage.type("a/b")
        try stage.press(.control("s"))
        #expect(stage.printed.isEmpty)
        #expect(stage.text.contains("! 必填，不能为空") && stage.text.contains("! 文件名里不能有“/”"))
    }

    @Test("telephone numbers are masked unless it is chosen otherwise; lists have none")
    func phones() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("4"), .enter, .enter, Self.key, .text("1"))
        #expect(stage.text.contains("[遮住]") && !stage.text.contains("CSV"))
        try stage.press(.control("s"))
        #expect(stage.printed.last?.isUnmasked == false)
        try stage.finishPrinting(.failed("x"))
        try stage.press(.tab, .tab, .text("2"), .control("s"))
        #expect(stage.printed.last?.isUnmasked == true)
    }

    @Test(
        "a form is filled in unless it is wanted blank, which shows nobody's number and keeps its own name; lists are never"
    )
    func blank() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("4"), .enter, .enter, Self.key, .text("1"))
        #expect(stage.text.contains("[填好]"))
        try stage.press(.control("s"))
        let filled = try #require(stage.printed.last)
        #expect(!filled.isBlank && filled.name.hasSuffix("-2016-06-30.xlsx"))
        try stage.finishPrinting(.failed("x"))
        try stage.press(.tab, .text("2"), .tab, .text("2"), .control("s"))
        let blank = try #require(stage.printed.last)
        #expect(blank.isBlank && !blank.isUnmasked && blank.name.hasSuffix("-2016-06-30-空白.xlsx"))
        try stage.finishPrinting(.written("/home/lijuan/a.xlsx"))
        try stage.press(.text("3"), Self.key)
        #expect(stage.row(2).contains("打印、导出：待办") && !stage.text.contains("填好"))
    }

    @Test("where files are picked for an import, the empty workbook for it can be had")
    func template() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("7"), .control("k"))
        #expect(stage.row(23).contains("空模板"))
        try stage.press(Self.key)
        Golden.expect(stage.frame, "print-template-80x24")
        try stage.press(.control("s"))
        let job = try #require(stage.printed.last)
        #expect(job.content == .template(register: nil) && job.format == .xlsx && job.name == "支部台账模板.xlsx")
    }

    @Test("it is done in lines too")
    func plain() throws {
        var stage = try Stage.plain(Longfeng.shared.get())
        try stage.hear("p4", "d", "1", "CSV", "/tmp", "")
        #expect(stage.printed.last?.format == .csv && stage.printed.last?.folder == "/tmp")
        #expect(try list(stage).table.rows.count == 27)
        try stage.finishPrinting(.written("/tmp/a.csv"))
        try stage.hear("p3", "大转拐", "d", "文字", "/tmp", "")
        #expect(try list(stage).conditions.hasPrefix("条件：查找“大转拐”；"))
    }

    @Test("while a search is typed, its hits are printed")
    func searching() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("3"))
        try stage.type("大转拐")
        try stage.press(Self.key, .control("s"))
        let list = try list(stage)
        #expect(list.conditions.hasPrefix("条件：查找“大转拐”；"))
        #expect(list.table.rows.allSatisfy { $0.contains { $0.shown.contains("大转拐") } })
    }

    @Test("file names keep to what every system takes")
    func names() {
        #expect(PrintJob.fileName(["龙凤镇", "", "一/二 三", "2016-06-30"]) == "龙凤镇-一_二_三-2016-06-30")
        #expect(PrintJob.fileName([String(repeating: "长", count: 90)]).count == 60)
    }

    @Test("nothing is offered where there is nothing to print")
    func settings() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text(","), Self.key)
        #expect(stage.row(22).contains("这一页没有可打印的"))
    }
}
