import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Handing over all households of a helper at once.
struct HandOverTests {
    private let left = Day("2016-06-20") ?? .earliest

    private var town: Town {
        var town = Town()
        town.people[0] = .left("P0001", "王建国", households: 3)
        return town
    }

    private func ending(_ household: Household.ID, _ successor: Person.ID?) -> PairingEnding {
        PairingEnding(household: household, helper: "P0001", on: left, reason: .helperLeft, replacement: successor)
    }

    @Test("a poor household without another helper lacks a successor and is given a suggestion") func poorHousehold() {
        let stage = PairingStage(.handOver("P0001"), town: town)
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办 [4结对] 5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 结对 > 移交王建国的户  第 1/3 行
                  王建国  店子槽村  正式党员  2016-06-20 离开（调离）
                  在帮扶 3 户：已选接替人 0，可不接替 2，还缺 1
                  结束日期 2016-06-20，原因“离任”

                  户编号  户主    村        状态    结对自      接替人
                > H0001   张德富  店子槽村  未脱贫  2015-03-01  缺  建议 赵强（现有 0 户）
                  H0004   黄秀兰  店子槽村  已脱贫  2014-02-10  可不接替
                  H0005   覃文武  店子槽村  未脱贫  2016-01-15  可不接替，另有 李娟











                 不脱贫不脱钩：未脱贫户须一直有在岗帮扶人；接替人从结束当天接上，不留空档
                 Enter选接替人  F5用全部建议  F9一人全接  ^S保存  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("nothing is saved before every poor household has a successor") func nothingSaved() {
        var stage = PairingStage(.handOver("P0001"), town: town)
        stage.press(.end, .control("s"))
        #expect(stage.line(23) == " 还有 1 户未脱贫、没有接替人，不能保存：按 F5 用建议，或按 Enter 选")
        #expect(stage.line(9).hasPrefix("> H0001"))
    }

    @Test("the suggestions are taken by one key and saved in one act, after a question whose Enter says no")
    func suggestionsTaken() {
        var stage = PairingStage(.handOver("P0001"), town: town)
        stage.press(.function(5), .control("s"))
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办 [4结对] 5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 移交 王建国 的 3 户？
                  1 户由接替人接着帮扶，2 户结束后不再指定帮扶人（已脱贫，或另有帮扶人）。
                  结束日期 2016-06-20，原因“离任”。一次保存，可以撤销。

                   不移交    移交(y)

                  左右键选择，Enter 确定，Esc 取消














                 左右键选择  Enter确定  Esc返回  F1帮助
                """)
        stage.press(.enter)
        #expect(stage.acts.isEmpty)
        stage.press(.control("s"), .text("y"))
        #expect(stage.acts == [.endPairings([ending("H0001", "P0003"), ending("H0004", nil), ending("H0005", nil)])])
    }

    @Test("Enter lists who could take over, the fittest first, and typing finds among them") func enterLists() {
        var stage = PairingStage(.handOver("P0001"), town: town)
        stage.press(.enter)
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办 [4结对] 5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 结对 > 移交王建国的户  第 1/3 行
                  王建国  店子槽村  正式党员  2016-06-20 离开（调离）
                  在帮扶 3 户：已选接替人 0，可不接替 2，还缺 1
                  结束日期 2016-06-20，原因“离任”

                  户编号  户主    村        状态    结对自      接替人
                  H0001   张德富  店子槽村  未脱贫  2015-03-01  缺  建议 赵强（现有 0 户）
                  H0004   黄秀兰  店子槽村  已脱贫  2014-02-10  可不接替
                  H0005   覃文武  店子槽村  未脱贫  2016-01-15  可不接替，另有 李娟

                  为 张德富 户选接替人：输入姓名、编号或组织查找，上下键选
                  姓名    人员编号  组织      类别      结对户  免结对原因
                > 赵强    P0003     店子槽村  正式党员       0
                  李娟    P0002     店子槽村  正式党员       1
                  周玉梅  P0004     店子槽村  正式党员       0  年老多病




                查找：
                 不脱贫不脱钩：未脱贫户须一直有在岗帮扶人；接替人从结束当天接上，不留空档
                 Enter选定  Esc返回  F1帮助  ^L重画  ^Q退出
                """)
        #expect(stage.cursor == Cursor(row: 21, column: 6, visible: true))
        stage.type("周")
        stage.press(.enter)
        #expect(stage.line(9) == "> H0001   张德富  店子槽村  未脱贫  2015-03-01  周玉梅（店子槽村）")
        stage.press(.function(8))
        #expect(stage.line(9) == "> H0001   张德富  店子槽村  未脱贫  2015-03-01  缺  建议 赵强（现有 0 户）")
    }

    @Test("one successor may take all") func successorMay() {
        var stage = PairingStage(.handOver("P0001"), town: town)
        stage.press(.function(9), .down, .enter, .control("s"), .text("y"))
        #expect(stage.acts == [.endPairings(["H0001", "H0004", "H0005"].map { ending($0, "P0002") })])
    }

    @Test("a refusal stands in full above the rows, on the household it is about, and keeps what was chosen")
    func refusalStands() {
        var stage = PairingStage(.handOver("P0001"), town: town)
        stage.press(.function(5), .control("s"), .text("y"))
        stage.refuse(.leavesPoorHousehold("H0005", head: "覃文武", on: left))
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办 [4结对] 5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 结对 > 移交王建国的户  第 3/3 行
                  王建国  店子槽村  正式党员  2016-06-20 离开（调离）
                  在帮扶 3 户：已选接替人 1，可不接替 2，还缺 0
                  结束日期 2016-06-20，原因“离任”
                  ! 未保存：不脱贫不脱钩：覃文武 户 2016-06-20 仍未脱贫，结束后没有在岗帮扶
                  人；请同时指定接替人

                  户编号  户主    村        状态    结对自      接替人
                  H0001   张德富  店子槽村  未脱贫  2015-03-01  赵强（店子槽村）
                  H0004   黄秀兰  店子槽村  已脱贫  2014-02-10  可不接替
                > H0005   覃文武  店子槽村  未脱贫  2016-01-15  可不接替，另有 李娟








                 ! 不脱贫不脱钩：覃文武 户 2016-06-20 仍未脱贫，结束后没有在岗帮扶人；请同时指
                 定接替人
                 Enter选接替人  F9一人全接  ^S保存  F3查找  F6排序  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("leaving asks first when successors were chosen") func leavingAsks() {
        var stage = PairingStage(.handOver("P0001"), town: town)
        stage.press(.function(5), .escape)
        #expect(stage.line(3) == " 放弃这次移交？")
        stage.press(.text("y"))
        #expect(stage.line(3) == " 结对  第 1/3 行")
    }

    @Test("after saving there is nothing left to hand over") func afterSaving() {
        var stage = PairingStage(.handOver("P0001"), town: town)
        stage.press(.function(5), .control("s"), .text("y"))
        stage.town.pairings = []
        stage.accept("移交 3 户")
        #expect(stage.line(3) == " 结对 > 移交王建国的户  无")
        #expect(stage.line(7) == "  没有在帮扶的户，不用移交；按 Esc 返回")
    }

    @Test("a helper who stays hands over as of today") func helperStays() {
        var stage = PairingStage(.handOver("P0001"), asOf: Day("2016-03-31") ?? .earliest)
        stage.press(.function(5), .control("s"))
        #expect(stage.line(5) == "  结束日期 2016-06-30，原因“调整”。一次保存，可以撤销。")
    }

    @Test("on the smallest terminal candidates are still seen") func smallestTerminal() {
        var stage = PairingStage(.handOver("P0001"), town: town, columns: 60, rows: 15)
        stage.press(.enter)
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览 2支部 3待办[4结对] 5社 6活动 7名册 8流水 9月报 0清单
                 结对 > 移交王建国的户  第 1/3 行
                  户编号 户主   村       状态   接替人
                  H0001  张德富 店子槽村 未脱贫 缺  建议 赵强（现有 0 户）
                  H0004  黄秀兰 店子槽村 已脱贫 可不接替
                  H0005  覃文武 店子槽村 未脱贫 可不接替，另有 李娟

                  为 张德富 户选接替人：输入姓名、编号或组织查找，上下键选
                  姓名    人员编号  组织      类别      结对户  免结对原因
                > 赵强    P0003     店子槽村  正式党员       0
                  李娟    P0002     店子槽村  正式党员       1
                查找：
                 不脱贫不脱钩：未脱贫户须一直有在岗帮扶人；接替人从结束当~
                 Enter选定  Esc返回  F1帮助  ^L重画  ^Q退出
                """)
    }
}
