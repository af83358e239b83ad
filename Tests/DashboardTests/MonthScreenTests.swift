import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// The months of a small town of its own, by keys.
@Suite("The months")
struct MonthScreenTests {
    private static let village: Code = "100000001101"

    /// 甲村 with a May that lacks papers and a helper, 乙村 with nothing.
    private func town() throws -> Ledger {
        let ledger = try Ledger.inMemory()
        let may = try #require(Day("2016-05-10"))
        let since = try #require(Day("2014-01-01"))
        let records: [AnyRecord] = [
            .organization(Organization(code: "100000001", name: "试验镇", kind: .township)),
            .organization(Organization(code: MonthScreenTests.village, name: "甲村", kind: .village)),
            .organization(Organization(code: "100000001102", name: "乙村", kind: .village)),
            .person(Person(id: "P1", name: "钱二", organization: MonthScreenTests.village, category: .member)),
            .household(
                Household(id: "H1", head: "周五", village: MonthScreenTests.village, headcount: 3, identifiedOn: since)),
            .activity(
                Activity(
                    id: "A1", heldOn: may, kind: .partyDay, organization: MonthScreenTests.village, title: "五月党日",
                    evidence: .pending)),
        ]
        try ledger.acting(as: Officer(uid: 1, name: "李娟"), on: .standing(at: .june, "2016-05-31T08:00:00Z")).importing(
            dryRun: false
        ) { session in
            for record in records { try session.insert(record) }
            return ((), true, .words("导入"))
        }
        return ledger
    }

    private func stage(_ keys: [Key] = [], size: Size = Size(columns: 80, rows: 24)) throws -> Stage {
        var stage = try Stage(town(), size: size)
        for key in [.text("9"), .left] + keys { try stage.press(key) }
        return stage
    }

    private static let submit: [Key] = [.control("x"), .text("y")]
    private static let accept: [Key] = [.control("k"), .text("y")]
    private static func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }
    private static let reopen: [Key] = [.control("w")] + typed("漏记") + [.control("s")]
    /// A 主题党日 of May recorded at the end of June.
    private static let late: [Key] =
        [.text("r"), .text("3")] + typed("补开党日") + [.backTab] + typed("5-20") + [.control("s")]

    @Test("go from reported to signed to reopened, each step saved and shown in its cell")
    func steps() throws {
        var stage = try stage()
        #expect(stage.text.contains("[部]"))
        for (keys, cell) in [
            (MonthScreenTests.submit, "[部报]"), (MonthScreenTests.accept, "[部签]"), (MonthScreenTests.reopen, "[部重]"),
        ] {
            for key in keys { try stage.press(key) }
            #expect(stage.text.contains(cell))
            #expect(stage.text.contains("已保存"))
        }
        for key in MonthScreenTests.submit + [.control("w")] + MonthScreenTests.typed("缺材料") + [.control("s")] {
            try stage.press(key)
        }
        #expect(stage.text.contains("[部退]"))
        try stage.press(.control("z"))
        #expect(stage.text.contains("[部报]"))
    }

    @Test("say why a step cannot be taken")
    func refusals() throws {
        var stage = try stage()
        try stage.press(.control("k"))
        #expect(stage.text.contains("“接收”现在不能用：甲村 2016 年 5 月未上报，现在只能上报，不能接收"))
        try stage.press(.function(11))
        #expect(stage.text.contains("2016 年 5 月没有已上报的支部"))
        for key in MonthScreenTests.submit + [.control("x")] { try stage.press(key) }
        #expect(stage.text.contains("现在只能接收、退回"))
    }

    @Test("are accepted all at once, after their names were shown")
    func acceptAll() throws {
        var stage = try stage(MonthScreenTests.submit + [.down] + MonthScreenTests.submit + [.function(11)])
        #expect(stage.text.contains("将接收 2 个支部的月报：甲村、乙村"))
        try stage.press(.text("y"))
        #expect(stage.row(4).contains("部签") && stage.row(5).contains("[未签]"))
    }

    @Test("refuse a late entry once signed, in the form, with the way out")
    func locked() throws {
        var stage = try stage(
            MonthScreenTests.submit + MonthScreenTests.accept + [.control("n")] + MonthScreenTests.late)
        #expect(stage.text.contains("的月报已由 李娟 于 2016-06-30 接收并锁定"))
        try stage.press(.escape, .escape)
        #expect(stage.text.contains("[部签]"))
    }

    /// Signed, reopened, with a late entry.
    private static let reopened = submit + accept + reopen + [.control("n")] + late

    @Test("show the signed figures beside today's, and what was entered late", arguments: ScreenFrameTests.sizes)
    func frames(size: Size) throws {
        var stage = try stage(MonthScreenTests.reopened, size: size)
        Golden.expect(stage.frame, "month-reopened-\(size.columns)x\(size.rows)")
        try stage.press(.tab)
        Golden.expect(stage.frame, "month-to-do-\(size.columns)x\(size.rows)")
        try stage.press(.escape)
        for key in MonthScreenTests.submit + MonthScreenTests.accept + [.down] + MonthScreenTests.submit {
            try stage.press(key)
        }
        Golden.expect(stage.frame, "months-signed-\(size.columns)x\(size.rows)")
    }

    @Test("open the rows behind each figure, and come back to the same one")
    func drilling() throws {
        var stage = try stage(MonthScreenTests.reopened)
        let expected = [
            (0, "活动：甲村 主题党日 5 月 计入"), (9, "活动：甲村 5 月 计入而材料待补"), (10, "活动：甲村 5 月 补录"),
            (11, "甲村"), (12, "活动：甲村 帮扶走访 5 月 计入"), (13, "甲村"),
        ]
        for (row, title) in expected {
            try stage.press(.home)
            for _ in 0..<row { try stage.press(.down) }
            let before = stage.row(2)
            try stage.press(.enter)
            #expect(stage.row(2).contains(title), "\(row)")
            #expect(stage.text.contains("没有这样的活动") == (row == 12))
            try stage.press(.escape)
            #expect(stage.row(2) == before)
        }
        // A coverage is shown as of the month's end.
        #expect(stage.row(0).contains("截至 2016-05-31"))
    }

    @Test("open what is to be seen to")
    func lacks() throws {
        var stage = try stage(MonthScreenTests.reopened + [.tab])
        for title in ["修改活动 A1", "修改活动", "周五 户", "钱二"] {
            try stage.press(.enter)
            #expect(stage.row(2).contains(title) || stage.text.contains(title), "\(title): \(stage.row(2))")
            try stage.press(.escape, .down)
        }
    }

    @Test("leave the months to come off where there is no room, never a character of a name")
    func narrow() throws {
        let stage = try stage(size: Size(columns: 60, rows: 15))
        #expect(stage.row(1).contains("[9月报]"))
        #expect(stage.row(3).contains("1月") && stage.row(3).hasSuffix("缺党日 待补 未收"))
        #expect(stage.row(4).contains("[部]"))
    }

    @Test(
        "tell beside each sign what lacks papers and the visits where all have room for that, with sums of rows and columns"
    )
    func details() throws {
        let narrow = try stage()
        #expect(!narrow.row(3).contains("补 访"))
        let wide = try stage(size: Size(columns: 100, rows: 30))
        #expect(wide.row(3).contains(" 5月 补 访 "), "\(wide.text)")
        let row = try #require((4..<28).map { wide.row($0) }.first { $0.contains("甲村") })
        #expect(row.contains("[部]  1 "))
        let sums = try #require(
            (4..<28).map { wide.row($0) }.first { $0.contains("待补  ") && !$0.contains("支部") }, "\(wide.text)")
        #expect(sums.split(separator: " ") == ["待补", "0", "0", "0", "0", "1", "0", "1"])
        #expect(wide.text.contains("补:待补 访:走访"))
    }

    @Test("count of each branch what lacks its papers, and the visits, as its own page of a month does")
    func counts() throws {
        let ledger = try Longfeng.shared.get()
        let map = try ledger.monthMap(in: ledger.scope(nil), asOf: .june)
        for branch in map.branches.prefix(3) {
            for cell in branch.cells {
                let report = try ledger.month(branch.code, cell.month, asOf: .june).report
                #expect(cell.papers == report.figures[.papersMissing] && cell.visits == report.figures[.homeVisit])
            }
        }
        #expect(
            map.totals.map(\.visits)
                == (0..<6).map { month in
                    map.branches.reduce(0) { $0 + $1.cells[month].visits }
                })
        #expect(map.branches[0].cells.map(\.visits) == [25, 12, 16, 23, 17, 21])
    }
}
