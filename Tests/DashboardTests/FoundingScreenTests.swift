import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// A register is made of a table by keys: picked, corrected, previewed, saved, undone; and what was corrected outlives a run.
@Suite("The screen that makes a register of a table")
struct FoundingScreenTests {
    /// From the registers to a kept list by its path.
    private static let opened: [Key] = [
        .control("b"), .function(5), .text("2"), .function(4), .control("u"),
        .paste(FileDesk.path("Foreign/dragon-boat.csv")), .control("s"),
    ]

    static let steps: [(name: String, keys: [Key])] = [
        ("founding-fields", opened), ("founding-rows", opened + [.tab]),
        ("founding-column", opened + [.down, .down, .enter]), ("founding-form", opened + [.control("s")]),
        ("founding-question", opened + [.control("s"), .control("s")]),
    ]

    private func stage(_ keys: [Key] = opened, _ size: Size = Size(columns: 80, rows: 24)) throws -> Stage {
        var stage = try Stage(LendingTown.load(), size: size)
        for key in keys { try stage.press(key) }
        return stage
    }

    @Test("looks as it is kept, step by step", arguments: steps, ScreenFrameTests.sizes)
    func frames(step: (name: String, keys: [Key]), size: Size) throws {
        Golden.expect(try stage(step.keys, size).frame, "\(step.name)-\(size.columns)x\(size.rows)")
    }

    @Test("the header becomes the fields, the rows the entries, in one act that is shown first and undone at once")
    func story() throws {
        var stage = try stage()
        #expect(stage.text.contains("不读：身份证号") && stage.text.contains("鼓手;桡手;舵手"), "\(stage.text)")
        try stage.press(.control("s"))
        // The name of the file is only proposed: what is typed takes its place.
        try stage.type("龙舟队名册")
        try stage.press(.control("s"))
        #expect(stage.text.contains("新增 登记簿“龙舟队名册”"), "\(stage.text)")
        #expect(try stage.ledger.registers()["龙舟队名册"] == nil)
        try stage.press(.text("y"))
        #expect(
            stage.text.contains("龙舟队名册") && stage.text.contains("向大水") && stage.text.contains("已保存"), "\(stage.text)")
        let sheet = try stage.ledger.sheet(
            of: "龙舟队名册", where: "会水=是", filter: "", asOf: .june, scope: Scope(Code("422801100")),
            isRestrictedSeen: false)
        #expect(sheet.rows.count == 9 && sheet.selected?.count == 7 && sheet.register.subject == .village)
        #expect(sheet.register.field("位置")?.kind == .option && sheet.register.field("身高")?.kind == .amount)
        // What is gone is not shown any longer: what happened is said, and it can be made again at once.
        try stage.press(.control("z"), .text("y"))
        #expect(try stage.ledger.registers()["龙舟队名册"] == nil)
        #expect(stage.text.contains("登记簿“龙舟队名册”已经没有了（撤销或合并），退回上一页；按 ^Y 重做"), "\(stage.text)")
        #expect(stage.text.contains("2/2 认栏目") && !stage.text.contains("CK6VPC"), "\(stage.text)")
        try stage.press(.control("y"), .text("y"))
        #expect(try stage.ledger.registers()["龙舟队名册"] != nil)
    }

    @Test("one like another says that everything but the entries is copied")
    func likeAnother() throws {
        let stage = try stage([.control("b"), .function(5), .text("3")])
        #expect(stage.row(2).contains("建一本新的") && stage.text.contains("照抄，条目不抄"))
    }

    @Test("a column is corrected, and rows that do not fit its kind are told before anything can be saved")
    func correction() throws {
        var stage = try stage()
        try stage.press(.down, .down, .down, .down, .down, .enter)
        #expect(stage.text.contains("“身高”这一栏"))
        try stage.press(.tab, .tab, .control("u"))
        try stage.type("整数")
        try stage.press(.enter, .control("s"))
        try stage.press(.control("s"))
        #expect(stage.text.contains("有 1 行不对"), "\(stage.text)")
        try stage.press(.tab)
        #expect(stage.text.contains("168.5"), "\(stage.text)")
        // It is left for later, and the register can be made.
        try stage.press(.function(8))
        #expect(stage.text.contains("留下 1 行") && stage.text.contains("留下.xlsx"), "\(stage.text)")
        try stage.press(.control("s"))
        #expect(stage.text.contains("8 行") && stage.text.contains("留下 1 行在"), "\(stage.text)")
        #expect(stage.desk.leftPath?.hasSuffix("留下.xlsx") == true)
        try stage.press(.control("s"))
        #expect(stage.text.contains("8 条"), "\(stage.text)")
    }

    @Test("file and corrections are there again after the program was ended midway") func interrupted() throws {
        var first = try stage()
        try first.press(.down, .down, .enter, .text("5"), .control("s"))
        #expect(first.text.contains("不要"), "\(first.text)")
        let text = try #require(first.model.memory).text
        let memory = try #require(Memory(text: text))
        let next = try Stage(first.ledger, restoring: memory)
        #expect(
            next.text.contains("桡手") && next.text.contains("不要") && next.text.contains("dragon-boat.csv"),
            "\(next.text)")
    }
}
