import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Files are imported in the dashboard, step by step.
@Suite("The import screen")
struct ImportScreenTests {
    private static func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }

    /// From the registry to a kept list.
    private static let list: [Key] = [.text("7"), .control("k"), .function(3)] + typed("lists") + [.enter]
    private static let households = list + [.function(3)] + typed("house") + [.enter]
    private static let wrong = list + [.function(3)] + typed("wrong") + [.enter]
    private static let book: [Key] =
        [.text("7"), .control("k"), .function(3)] + typed("workb") + [.enter, .function(3)] + typed("openpyxl") + [
            .enter
        ]

    /// To a kept list by its path.
    static func at(_ name: String) -> [Key] {
        [.text("7"), .control("k"), .function(4), .control("u"), .paste(FileDesk.path(name)), .control("s")]
    }

    /// Each step, and the keys that lead there.
    static let steps: [(name: String, keys: [Key])] = [
        ("import-files", list),
        ("import-columns", households),
        ("import-columns-workbook", book),
        ("import-choice", households + Array(repeating: .down, count: 7) + [.enter]),
        ("import-rows", households + [.control("s")]),
        ("import-rows-changing", households + [.control("s"), .function(9)]),
        ("import-wrong", wrong + [.control("s")]),
        ("import-path", list + [.function(4)]),
        ("import-missing", at("Foreign/店子槽村贫困户.csv")),
        ("import-parts", at("Foreign/各村贫困户.csv")),
        ("import-given", at("Foreign/店子槽村贫困户.csv") + [.down, .enter]),
        ("import-unknown", at("Foreign/unknown.csv")),
        ("import-unknown-choice", at("Foreign/unknown.csv") + [.enter]),
        ("import-unknown-header", at("Foreign/unknown.csv") + [.enter, .function(9)]),
        ("import-leaving", at("Foreign/helpers.csv") + [.control("s"), .function(8)]),
        ("import-helpers", at("Foreign/helpers.csv") + [.control("s"), .function(5)]),
        ("import-left", at("Foreign/helpers.csv") + [.control("s"), .function(8), .text("2")]),
        ("import-left-path", at("Foreign/helpers.csv") + [.control("s"), .function(8), .text("2"), .control("s")]),
    ]

    private func stage(_ keys: [Key], _ size: Size = Size(columns: 80, rows: 24)) throws -> Stage {
        var stage = try Stage(Longfeng.shared.get(), size: size)
        for key in keys { try stage.press(key) }
        return stage
    }

    @Test("looks as it is kept, step by step", arguments: steps, ScreenFrameTests.sizes)
    func frames(step: (name: String, keys: [Key]), size: Size) throws {
        Golden.expect(try stage(step.keys, size).frame, "\(step.name)-\(size.columns)x\(size.rows)")
    }

    @Test("shows how far a long work has come, and its receipt", arguments: ScreenFrameTests.sizes)
    func workFrames(size: Size) throws {
        var stage = try Stage(Longfeng.load(), size: size)
        for key in Self.list + [.function(3)] + Self.typed("house") { try stage.press(key) }
        stage.holdsFiles = true
        try stage.press(.enter)
        try stage.learn(.progress(WorkProgress(done: 40_960, share: 0.4, seconds: 2)))
        Golden.expect(stage.frame, "import-working-\(size.columns)x\(size.rows)")
        try stage.learn(.cancelled)
        stage.holdsFiles = false
        try stage.press(.enter, .control("s"), .control("s"))
        Golden.expect(stage.frame, "import-receipt-\(size.columns)x\(size.rows)")
    }

    @Test("says everything in lines too", arguments: steps)
    func plain(step: (name: String, keys: [Key])) throws {
        let drawn = try stage(step.keys)
        var plain = try Stage.plain(Longfeng.shared.get())
        for key in step.keys { try plain.press(key) }
        let spoken = plain.model.spoken
        #expect(!spoken.contains("  ") && !spoken.contains("##"))
        let over = ["path", "given", "leaving", "helpers", "left-path"].map { "import-\($0)" }
        guard !over.contains(step.name) else { return }
        let title = Theme(.eight).style(.columnTitle)
        // What follows the list repeats the selected row.
        for row in 3..<18 where drawn.frame[row, 2].style != title {
            let words = drawn.row(row).split { " >[]，；：".contains($0) }.map(String.init)
            for word in words
            where !word.contains("~") && !word.contains("按") && (word.hasChinese || word.contains(where: \.isNumber)) {
                let isSaid = spoken.contains(word)
                #expect(isSaid, "\(step.name), row \(row): \(word)")
            }
        }
    }

    @Test("reads its steps out, is told a path, and imports in lines")
    func plainImport() throws {
        var stage = try Stage.plain(Ledger.inMemory())
        try stage.hear("2", "1", "1", "e", FileDesk.path("Workbooks/openpyxl.xlsx"))
        #expect(stage.model.spoken.contains("认出 4 张表；新增 12 行"))
        try stage.hear("^S")
        #expect(stage.model.spoken.contains("新增 12 行"))
        try stage.hear("^S")
        #expect(stage.model.spoken.contains("已导入"))
        #expect(try !stage.ledger.isEmpty())
    }

    @Test("goes back step by step with Esc, and saves nothing on the way")
    func back() throws {
        var stage = try Stage(Longfeng.load())
        let before = try stage.ledger.journal(limit: 9).count
        for key in Self.households + [.control("s")] { try stage.press(key) }
        #expect(stage.row(2).contains("3/4"))
        try stage.press(.escape)
        #expect(stage.row(2).contains("2/4"))
        try stage.press(.escape)
        #expect(stage.row(2).contains("1/4") && stage.text.contains("查找："))
        try stage.press(.escape, .escape)
        #expect(stage.row(2).contains("名册：人员  "))
        #expect(try stage.ledger.journal(limit: 9).count == before)
    }

    @Test("a column is corrected, the rows follow, and the next file of that header is read so by itself")
    func correcting() throws {
        var stage = try Stage(Longfeng.load())
        for key in Self.households { try stage.press(key) }
        #expect(stage.text.contains("困难情形"))
        try stage.press(.end, .up, .up, .enter)
        #expect(stage.row(2).contains("“困难情形”当作"))
        try stage.type("致贫")
        try stage.press(.enter)
        #expect(stage.row(2).contains("2/4"))
        #expect(stage.text.contains("你改过，别名"))
        try stage.press(.control("s"), .control("s"))
        #expect(stage.text.contains("改认的列已记住"))
        guard let saved = try stage.ledger.record(.households, RecordKey("H211-9001"))?.record as? Household else {
            Issue.record("H211-9001 is not there")
            return
        }
        #expect(saved.cause == "缺技术" && saved.identifiedOn.description == "2015-12-31")
        try stage.press(.enter)
        for key in Self.households { try stage.press(key) }
        #expect(stage.text.contains("按上次的认法") && stage.text.contains("致贫原因"))
    }

    @Test("a correction is taken back, a sheet left out, and said to be another table")
    func choosing() throws {
        var stage = try stage(Self.households)
        try stage.press(.down, .down, .enter)
        try stage.press(.end, .up, .enter)
        #expect(stage.text.contains("缺：户主"))
        try stage.press(.control("s"))
        #expect(stage.text.contains("缺少必需的列：「户主」") && !stage.row(23).contains("^S"))
        try stage.press(.escape, .enter, .end, .enter)
        #expect(!stage.text.contains("缺：") && !stage.text.contains("你改过"))
        try stage.press(.home, .enter, .end, .up, .enter)
        #expect(stage.text.contains("认出 0 张表") && stage.text.contains("不导入"))
        try stage.press(.enter, .home, .enter)
        #expect(stage.text.contains("组织表") && stage.text.contains("缺："))
    }

    @Test("personal data cannot be taken for a column")
    func sensitive() throws {
        var stage = try stage(Self.households)
        try stage.press(.end, .up, .enter)
        #expect(stage.row(2).contains("2/4") && stage.row(22).contains("身份证号、银行账号、健康情况从不保存"))
    }

    @Test("changed rows stay as they are, or are changed too; one entry, taken back at once")
    func importing() throws {
        var stage = try Stage(Longfeng.load())
        for key in Self.households + [.control("s")] { try stage.press(key) }
        #expect(stage.text.contains("新增 4 行；与已登记不同的 1 行不动"))
        try stage.press(.function(9))
        #expect(stage.text.contains("新增 4 行，并修改已有的 1 行"))
        let before = try stage.ledger.journal(limit: 9).count
        try stage.press(.control("s"))
        #expect(stage.text.contains("新增 4，修改 1，不变 1"))
        #expect(try stage.ledger.journal(limit: 9).count == before + 1)
        #expect(try stage.headcount == 7)
        try stage.press(.control("z"))
        #expect(try stage.headcount == 7)
        #expect(stage.text.contains("只能从流水撤销"))
        try stage.press(.text("8"), .function(8))
        #expect(stage.text.contains("修改 贫困户"))
        try stage.press(.text("y"))
        #expect(try stage.headcount == 8)
    }

    @Test("names that are there already, and near ones, are warned of and imported all the same")
    func namesakes() throws {
        let stage = try stage(Self.households + [.control("s"), .backTab])
        #expect(stage.text.contains("提醒 3"))
        #expect(stage.text.contains("（H211-0001）户主同名，请核对是不是同一户"))
    }

    @Test("nothing is saved where the ledger has changed since the rows were looked at")
    func outdated() throws {
        var stage = try Stage(Longfeng.load())
        for key in Self.households + [.control("s")] { try stage.press(key) }
        var other = try Stage(stage.ledger)
        for key in Self.households + [.control("s"), .control("s")] { try other.press(key) }
        try stage.press(.control("s"))
        #expect(stage.text.contains("! 没有保存：核对之后文件或台账变了"))
        #expect(stage.text.contains("新增 0") || stage.text.contains("没有要导入的") || !stage.row(23).contains("^S"))
    }

    @Test("Esc gives a long work up at once, keys for other things wait, and what was chosen stays")
    func cancelling() throws {
        var stage = try Stage(Longfeng.load())
        for key in Self.households + [.control("s")] { try stage.press(key) }
        stage.holdsFiles = true
        try stage.press(.control("s"), .text("3"), .control("z"))
        #expect(stage.text.contains("正在导入…") && stage.row(23).contains("Esc取消"))
        try stage.press(.escape)
        #expect(stage.cancelled == 1 && stage.text.contains("正在取消…"))
        try stage.learn(.cancelled)
        #expect(stage.row(2).contains("3/4"))
        try stage.press(.control("s"))
        try stage.learn(.failed("台账正被占用，请稍后再试"))
        #expect(stage.text.contains("! 台账正被占用") && stage.row(2).contains("3/4"))
    }

    @Test("what is typed while a file is examined is done when that is known, but nothing is saved by it")
    func typedMeanwhile() throws {
        var (patient, quick) = (try Stage(Longfeng.load()), try Stage(Longfeng.load()))
        let wrong = Self.list + [.function(3)] + Self.typed("wrong")
        for key in wrong { try patient.press(key) }
        try patient.press(.enter, .down, .down)
        for key in wrong { try quick.press(key) }
        quick.holdsFiles = true
        try quick.press(.enter, .down, .down, .control("s"))
        #expect(quick.text.contains("正在核对…") && quick.model.keysHeld == [.down, .down])
        quick.holdsFiles = false
        try quick.finishFiles()
        #expect(quick.text == patient.text && quick.model.keysHeld.isEmpty, "\(quick.text)")
        // Given up, the keys are gone with it.
        var given = try Stage(Longfeng.load())
        for key in wrong { try given.press(key) }
        given.holdsFiles = true
        try given.press(.enter, .down, .escape)
        let held = given.model.keysHeld
        #expect(held == [.down] && given.cancelled == 1)
        try given.learn(.cancelled)
        #expect(given.model.keysHeld.isEmpty && given.row(2).contains("1/4"))
    }

    @Test("a path is typed; one that is not there stays in the form with the reason")
    func path() throws {
        var stage = try stage(Self.list + [.function(4)])
        try stage.type("/nowhere")
        try stage.press(.enter)
        #expect(stage.text.contains("找不到此文件或文件夹") && stage.text.contains("/nowhere"))
        try stage.press(.control("u"), .paste(FileDesk.path("Lists/wrong.csv")), .control("s"))
        #expect(stage.row(2).contains("2/4") && stage.text.contains("wrong.csv 第 1 行"))
    }

    @Test("several files are chosen and imported together, or a folder as a whole")
    func together() throws {
        var stage = try stage(Self.list)
        try stage.press(.control("a"), .enter)
        #expect(stage.text.contains("households.csv 第 1 行") && stage.text.contains("认出 2 张表"))
        try stage.press(.escape, .escape, .home, .down, .enter)
        #expect(stage.text.contains("认出 2 张表"))
    }

    @Test("an empty ledger is begun with a workbook, the receipt in sight and the overview behind it")
    func fromNothing() throws {
        var stage = try Stage(Ledger.inMemory())
        try stage.press(.down, .enter, .enter, .text("1"))
        for key in [.function(3)] + Self.typed("workb") + [.enter, .function(3)] + Self.typed("openpyxl") + [.enter] {
            try stage.press(key)
        }
        try stage.press(.control("s"), .control("s"))
        #expect(stage.text.contains("已导入：") && stage.row(0).contains("龙凤镇"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("总览"))
    }

    @Test("begins where the program was started when the folder of the last time is gone, and says so")
    func goneFolder() throws {
        let text = "zhibu\tboard\t1\ntab\tregistry\nscreen\tregistry\timporting\nword\tfolder\t/gone\n"
        let stage = try Stage(Longfeng.shared.get(), restoring: Memory(text: text))
        #expect(stage.text.contains("! 找不到此文件或文件夹") && stage.text.contains("文件夹：/home/li"))
    }

    @Test("asked for once more it is the one in sight, in the folder that it was in")
    func twice() throws {
        var stage = try stage(Self.list + [.control("p")])
        try stage.type("drwj")
        try stage.press(.enter)
        #expect(stage.row(3) == "  文件夹：/home/li/Lists")
        try stage.press(.escape)
        #expect(!stage.text.contains("文件夹："))
    }

    @Test("is reached from the palette")
    func palette() throws {
        var stage = try stage([.control("p")])
        try stage.type("drwj")
        try stage.press(.enter)
        #expect(stage.row(2).contains("导入文件 1/4"))
    }
}

extension Stage {
    /// 人口 of the household that the kept list changes.
    fileprivate var headcount: Int? {
        get throws {
            guard let household = try ledger.record(.households, RecordKey("H211-0001"))?.record as? Household else {
                return nil
            }
            return household.headcount
        }
    }
}
