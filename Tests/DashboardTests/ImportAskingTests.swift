import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What a file lacks is asked for, and what is wrong with some rows keeps no others out.
@Suite("What the import screen asks")
struct ImportAskingTests {
    private func stage(_ name: String, _ keys: Key...) throws -> Stage {
        var stage = try Stage(Longfeng.load())
        for key in ImportScreenTests.at(name) + keys { try stage.press(key) }
        return stage
    }

    private func saved(_ key: String, in stage: Stage) throws -> Household? {
        try stage.ledger.record(.households, RecordKey(key))?.record as? Household
    }

    @Test("A column that the file lacks is given one value, here by the name of the file, and taken back again")
    func given() throws {
        var stage = try stage("Foreign/店子槽村贫困户.csv")
        #expect(stage.text.contains("缺：村编码") && stage.text.contains("必填；Enter 给一个值"))
        try stage.press(.down, .enter, .backTab, .text("2"), .control("s"))
        #expect(stage.row(2).contains("2/4") && stage.text.contains("按文件名") && stage.text.contains("新 2 "))
        try stage.press(.enter, .text("2"))
        #expect(stage.text.contains("缺：村编码"))
        try stage.press(.enter)
        try stage.type("店子槽")
        try stage.press(.enter, .control("s"))
        #expect(stage.text.contains("你给的，每行一样") && stage.text.contains("新 2 "))
        try stage.press(.control("s"), .control("s"))
        #expect(try saved("H211-9101", in: stage)?.village == "422801100211")
    }

    @Test(
        "A day that is given may be a year or a month, as in a cell of a list",
        arguments: ["2016", "2016年", "2016.12", "2016年12月"])
    func years(typed: String) throws {
        var stage = try stage("Foreign/店子槽村贫困户.csv", .function(5), .text("3"))
        #expect(stage.text.contains("可以只写年份"))
        try stage.type(typed)
        try stage.press(.control("s"), .down, .enter, .backTab, .text("2"), .control("s"))
        #expect(stage.text.contains("你给的，每行一样") && stage.text.contains("新 2 "), "\(stage.text)")
        try stage.press(.control("s"), .control("s"))
        #expect(try saved("H211-9101", in: stage)?.liftedOn == Day("2016-12-31"))
    }

    @Test("What was typed as a value is kept when the form is left, and while the files are read again")
    func keptValue() throws {
        var stage = try stage("Foreign/店子槽村贫困户.csv", .down, .enter)
        try stage.type("店子槽")
        try stage.press(.enter, .escape)
        #expect(stage.text.contains("填过的内容还在"))
        try stage.press(.enter)
        #expect(stage.text.contains("店子槽村"))
        stage.holdsFiles = true
        try stage.press(.control("s"))
        #expect(stage.text.contains("正在核对…"))
        try stage.press(.escape)
        try stage.learn(.cancelled)
        stage.holdsFiles = false
        #expect(stage.row(2).contains("2/4") && stage.text.contains("缺：村编码"))
        try stage.press(.enter)
        #expect(stage.text.contains("店子槽村"))
    }

    @Test("Another column is given a value too; one of an unknown file once its table is said")
    func unknown() throws {
        var stage = try stage("Foreign/unknown.csv")
        #expect(stage.text.contains("不像台账的表") && stage.text.contains("H951、H952"))
        try stage.press(.enter)
        #expect(stage.text.contains("第 1 行：编，谁家，哪村，几口，何时识别"))
        try stage.type("贫困户")
        try stage.press(.enter)
        #expect(stage.text.contains("缺：户"))
    }

    @Test("Bad rows are left out one by one, all of a kind, or all, taken back, and written where the officer says")
    func leaving() throws {
        var stage = try stage("Foreign/helpers.csv", .control("s"))
        #expect(stage.text.contains("有 4 行不对") && stage.text.contains("有 1 个帮扶人台账里没有"))
        try stage.press(.down, .function(8))
        #expect(stage.text.contains("同类的都留下（2 行）"))
        try stage.press(.text("2"))
        #expect(stage.text.contains("不对 2") && stage.text.contains("留下 2"))
        try stage.press(.function(8))
        try stage.press(.text("1"))
        #expect(stage.text.contains("留下 3"))
        try stage.press(.function(5), .control("s"))
        #expect(stage.text.contains("按 ^S 导入：新增 5 行；留下 3 行"))
        try stage.press(.control("s"))
        #expect(stage.text.contains("/home/li/Foreign/留下.xlsx"))
        try stage.press(.control("s"))
        #expect(stage.text.contains("已导入：") && stage.text.contains("写在 /home/li/Foreign/留下.xlsx"))
        #expect(stage.desk.leftPath == "/home/li/Foreign/留下.xlsx")
        #expect(try saved("H211-9202", in: stage) != nil && saved("H211-9203", in: stage) == nil)
    }

    @Test("Helpers whom nobody knows become people after the question, their pairings with them")
    func helpers() throws {
        var stage = try stage("Foreign/helpers.csv", .control("s"), .function(5))
        #expect(stage.text.contains("新来人"))
        try stage.press(.control("s"))
        #expect(stage.text.contains("有 3 行不对"))
        try stage.press(.function(8), .text("3"), .control("s"), .control("s"))
        #expect(stage.text.contains("人员  新增 1") && stage.text.contains("结对  新增 1"))
    }

    @Test("What looks wrong is asked about before it is saved; no is the answer of Enter")
    func doubts() throws {
        var stage = try stage("Foreign/helpers.csv", .control("s"), .function(8), .text("2"))
        #expect(stage.text.contains("有 1 处看来不对"))
        try stage.press(.backTab)
        #expect(stage.text.contains("一户 30 人"))
    }

    @Test("A list that changes saved rows alone is read once the officer says so")
    func changing() throws {
        var stage = try stage("Foreign/电话.csv")
        #expect(stage.text.contains("缺：姓名") && stage.row(23).contains("F9"))
        try stage.press(.function(9))
        #expect(stage.text.contains("不同 1"))
    }
}
