import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

@Suite("The journal")
struct JournalScreenTests {
    private func opened() -> BranchStage {
        var stage = BranchStage(answer: SampleBranch.answer)
        stage.press(.text("8"))
        return stage
    }

    @Test("shows who did what and when, and what was taken back")
    func entries() {
        #expect(
            opened().text == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办  4结对  5合作社  6活动  7名册 [8流水] 9月报  0清单  登记簿
                 流水  第 1/5 行
                  经手人 [全部] 李娟  王建国
                  种类   [全部] 记活动  修改  结束结对  撤销重做  导入

                  序号 时间             经手人 来自   内容                     行数 撤销
                >    5 2016-06-30 16:15 李娟   看板   撤销第 3 条：记活动 LF-~    1 撤销第 3 条
                     4 2016-06-30 01:40 李娟   命令行 结束结对：谭莲菊 户与李~    2
                     3 2016-06-29 10:05 王建国        记活动 LF-2016-00008 办~    1 已撤销
                     2 2016-06-01 09:00 王建国 看板   修改贫困户 H211-0002：~     1
                     1 2016-05-30 09:00 王建国 导入   导入 6 个文件            9214








                  第 5 条：撤销第 3 条：记活动 LF-2016-00008 办实事

                 每次保存一条，最近的在前，至多列 500 条；撤销也记一条，什么都不会从台账里消失
                 Enter看改动  F8重做  Tab换经手人  ^E换种类  F3查找  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("asks before it takes an entry back")
    func undo() {
        var stage = opened()
        stage.press(.down, .function(8))
        #expect(stage.line(2) == " 撤销流水第 4 条？")
        stage.press(.enter)
        #expect(stage.acts.isEmpty)
        stage.press(.function(8), .text("y"))
        #expect(stage.acts == [.undo(entry: 4)])
    }

    @Test("does not take back what was taken back")
    func undone() {
        var stage = opened()
        stage.press(.down, .down, .function(8))
        #expect(stage.line(22) == " ! “撤销这条”现在不能用：第 3 条已由第 5 条撤销；要恢复，到第 5 条上按 F8")
    }

    /// A dashboard whose officer did something last.
    private func stage(_ row: JournalRow, _ changes: [RowChange] = []) -> BranchStage {
        BranchStage { asked in
            if let query = asked.query as? UndoableQuery {
                return Answered(query, JournalCard(row: row, changes: changes, unlisted: 0))
            }
            return SampleBranch.answer(asked)
        }
    }

    @Test("asks before one key takes back more than ten rows, and only then", arguments: [10, 11])
    func manyRows(rows: Int) {
        var stage = stage(JournalRow(id: 7, at: "", officer: "李娟", .words("移交"), rows: rows))
        stage.press(.control("z"))
        #expect(stage.acts == (rows == 10 ? [.undo(entry: 7)] : []))
        #expect(stage.text.contains("将改回 11 行") == (rows == 11))
    }

    @Test("lets no letter write: u asks, with the rows that would change")
    func letter() {
        let change = RowChange(from: nil, to: .activity(SampleBranch.activities[0].activity))
        var stage = stage(
            JournalRow(id: 7, at: "2016-06-30T08:15:00Z", officer: "李娟", .words("记活动"), rows: 1),
            [change].compactMap { $0 })
        stage.press(.text("u"))
        #expect(stage.acts.isEmpty)
        #expect(stage.line(2) == " 撤销流水第 7 条？" && stage.text.contains("2016-06-30 16:15  李娟：记活动"))
        #expect(stage.text.contains("删除 活动 \(SampleBranch.activities[0].activity.id)"))
        stage.press(.enter)
        #expect(stage.acts.isEmpty)
        stage.press(.text("u"), .text("y"))
        #expect(stage.acts == [.undo(entry: 7)])
    }

    @Test("sends what is not one's own of today, an import and an acceptance from the key to the journal")
    func journalOnly() {
        var none = BranchStage { asked in
            if let query = asked.query as? UndoableQuery { return Answered(query, nil) }
            return SampleBranch.answer(asked)
        }
        none.press(.control("z"))
        #expect(none.acts.isEmpty && none.text.contains("今天没有自己可撤销的操作；以前的、别人的到“8 流水”里选中，按 F8 撤销"))
        let signed = MonthStep(
            organization: .village, month: Month(.june), position: 2, step: .accept, takenOn: .june, officer: "李娟",
            figures: MonthFigures())
        let acceptance = [RowChange(from: nil, to: .monthStep(signed))].compactMap { $0 }
        for (kind, changes) in [(ActKind.imported, []), (.month, acceptance)] {
            for key in [Key.control("z"), .text("u")] {
                var stage = stage(
                    JournalRow(id: 7, at: "", officer: "李娟", .words("某事"), rows: 1, kind: kind), changes)
                stage.press(key)
                #expect(stage.acts.isEmpty)
                #expect(stage.line(22).hasPrefix(" ! 最近一次是第 7 条（某事），只能从流水撤销"), "\(stage.text)")
            }
        }
    }

    @Test("asks for the reason before an acceptance is taken back")
    func acceptance() {
        let signed = MonthStep(
            organization: .village, month: Month(.june), position: 2, step: .accept, takenOn: .june, officer: "李娟",
            figures: MonthFigures())
        let changes = [RowChange(from: nil, to: .monthStep(signed))].compactMap { $0 }
        var stage = BranchStage { asked in
            let card = JournalCardQuery(entry: 5)
            return asked == AnyQuery(card)
                ? Answered(card, JournalCard(row: SampleBranch.journal[0], changes: changes, unlisted: 0))
                : SampleBranch.answer(asked)
        }
        stage.press(.text("8"), .function(8))
        #expect(stage.line(2) == " 撤销流水第 5 条  * 必填，还差 1 项" && stage.text.contains("原来签收的数字保留"))
        stage.press(.control("s"))
        #expect(stage.acts.isEmpty)
        stage.type("漏记")
        stage.press(.control("s"))
        #expect(stage.acts == [.undo(entry: 5, reason: "漏记")])
    }

    @Test("redoes what the ledger says can be redone")
    func redo() {
        let row = JournalRow(id: 5, at: "", officer: "", .words(""), rows: 1, undoes: 3)
        var stage = BranchStage { asked in
            if let query = asked.query as? RedoableQuery {
                return Answered(query, JournalCard(row: row, changes: [], unlisted: 0))
            }
            return SampleBranch.answer(asked)
        }
        stage.press(.control("y"))
        #expect(stage.acts == [.undo(entry: 5)])
        var other = BranchStage { asked in
            if let query = asked.query as? RedoableQuery { return Answered(query, nil) }
            return SampleBranch.answer(asked)
        }
        other.press(.control("y"))
        #expect(other.acts.isEmpty && other.text.contains("没有可以重做的操作"))
    }

    @Test("lists the entries of one officer, or of one kind of act, and says so where there are none")
    func filters() {
        var stage = opened()
        stage.press(.tab)
        #expect(stage.line(3).contains("[李娟]") && stage.line(2).contains("第 1/2 行（共 5）"))
        stage.press(.tab)
        #expect(stage.line(3).contains("[王建国]") && stage.line(2).contains("第 1/3 行（共 5）"))
        stage.press(.backTab, .control("e"), .control("e"), .control("e"))
        #expect(stage.line(4).contains("[结束结对]") && stage.line(7).hasPrefix(">    4 "))
        stage.press(.tab)
        #expect(stage.text.contains("没有这样的流水：Tab 换经手人，^E 换种类"))
        stage.press(.tab)
        #expect(stage.line(3).contains("[全部]") && stage.line(2).contains("第 1/1 行（共 5）"))
        stage.press(.control("e"), .control("e"), .control("e"))
        #expect(stage.line(2) == " 流水  第 5/5 行")
    }

    @Test("opens into what an entry changed, before and after, and takes it back from there")
    func entry() {
        var stage = opened()
        stage.press(.down, .enter)
        #expect(
            stage.text == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办  4结对  5合作社  6活动  7名册 [8流水] 9月报  0清单  登记簿
                 流水 > 流水第 4 条  第 1/5 行
                  2016-06-30 01:40  李娟  来自命令行  共 2 行
                  结束结对：谭莲菊 户与李国珍，2016-06-30 起，离任；接替人 黄大远


                  哪一条                               项        原来    现在
                > 结对 H211-0003 P211-0009 2015-03-01  结束日期  （空）  2016-06-30
                  结对 H211-0003 P211-0009 2015-03-01  结束原因  （空）  离任
                  结对 H211-0003 P211-0004 2016-06-30  户编号    （空）  H211-0003
                  结对 H211-0003 P211-0004 2016-06-30  人员编号  （空）  P211-0004
                  结对 H211-0003 P211-0004 2016-06-30  开始日期  （空）  2016-06-30







                  修改 结对“H211-0003 P211-0009 2015-03-01”「结束日期」原来：（空）；现在：
                  2016-06-30
                 每个改动的项一行：原来的和现在的；电话遮盖中间几位
                 F8撤销这条  F3查找  F6排序  F2记活动  [ ]换月  Esc返回  F1帮助  ^P命令  ^G范围
                """)
        stage.press(.function(8), .text("y"))
        #expect(stage.acts == [.undo(entry: 4)])
        stage.press(.escape)
        #expect(stage.line(2) == " 流水  第 2/5 行")
    }

    @Test("shows times by the officer's clock, wherever it stands")
    func clock() {
        var stage = BranchStage(clockOffset: 330, answer: SampleBranch.answer)
        stage.press(.text("8"))
        #expect(stage.line(7).contains("2016-06-30 13:45 李娟"))
    }
}
