import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// The card of a household.
struct HouseholdCardTests {
    @Test("a household's card tells its state, its helpers of all times and its visits") func householdCard() {
        let stage = PairingStage(.household("H0001"))
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办 [4结对] 5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 结对 > 张德富 户  第 1/2 行
                  户主       张德富                     户编号     H0001
                  村         店子槽村                   人口       4 人
                  致贫原因   因病                       最近走访   2016-06-12
                  状态       未脱贫  2014-01-01 识别
                  帮扶人     王建国

                 [结对 2]
                  帮扶人  开始        结束        原因  情况
                > 王建国  2015-03-01                    在帮扶
                  向远志  2014-02-10  2015-03-01  调整  已结束

                  走访 2
                  日期        参加人员  主题              发现、措施、成效  情况
                  2016-06-12  王建国    送鸡苗，查看圈舍
                  2016-04-03  王建国    送鸡苗，查看圈舍




                 不脱贫不脱钩：未脱贫户须一直有在岗帮扶人；接替人从结束当天接上，不留空档
                 F5结对  F8结束  F2记走访  F9变动  Enter帮扶人  F3查找  Esc返回  F1帮助  ^P命令
                """)
        #expect(stage.cursor == Cursor(row: 11, column: 0, visible: false))
    }

    @Test("on a small terminal Tab changes between the pairings and the visits") func smallTerminal() {
        var stage = PairingStage(.household("H0001"), columns: 60, rows: 15)
        #expect(stage.line(10) == " [结对 2] 走访 2")
        stage.press(.tab)
        #expect(stage.line(10) == "  结对 2 [走访 2]")
        #expect(stage.line(12) == "> 2016-06-12 王建国   送鸡苗，查看圈~")
    }

    @Test("a poor household keeps its helper: the refusal stands beside the successor, everything typed stays")
    func poorHousehold() {
        var stage = PairingStage(.household("H0001"))
        stage.press(.function(8), .control("s"))
        let ending = PairingEnding(household: "H0001", helper: "P0001", on: PairingStage.today, reason: .reassigned)
        #expect(stage.acts == [.endPairings([ending])])
        stage.refuse(.leavesPoorHousehold("H0001", head: "张德富", on: PairingStage.today))
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办 [4结对] 5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 结束结对：张德富（H0001）与王建国（P0001）  * 必填
                  不脱贫不脱钩：未脱贫户须一直有在岗帮扶人；接替人从结束当天接上，不留空档
                  贫困户             张德富  H0001  店子槽村 未脱贫
                  帮扶人             王建国  P0001
                 *结束日期           2016-06-30
                  结束原因            脱贫 [调整]  离任  销户  录入有误
                > 接替人                                                 未脱贫必填
                                     ! 不脱贫不脱钩：张德富 户 2016-06-30 仍未脱贫，结束后没有
                                     在岗帮扶人；请同时指定接替人
                  说明

                  可选 3 个：输入姓名、编号或村名查找，上下键选，Enter 选定
                    赵强          P0003  店子槽村
                    李娟          P0002  店子槽村 帮扶 1 户
                    周玉梅        P0004  店子槽村






                 Tab下一项  Enter下一项/选定  ^S保存  Esc返回  F1帮助  （返回后填过的还在）
                """)
    }

    @Test("the successor goes with the ending") func successorGoes() {
        var stage = PairingStage(.household("H0001"))
        stage.press(.function(8), .down, .enter, .control("s"))
        let ending = PairingEnding(
            household: "H0001", helper: "P0001", on: PairingStage.today, reason: .reassigned, replacement: "P0003")
        #expect(stage.acts == [.endPairings([ending])])
    }

    @Test("a visit is recorded for the household by its helper") func visitRecorded() {
        var stage = PairingStage(.household("H0001"))
        stage.press(.function(2))
        #expect(stage.line(3) == " 记活动：帮扶走访  * 必填，还差 1 项")
        stage.type("送化肥")
        stage.press(.control("s"))
        let visit = Activity(
            id: "", heldOn: PairingStage.today, kind: .homeVisit, organization: "422801100211", title: "送化肥",
            participants: ["P0001"], household: "H0001")
        #expect(stage.acts == [.recordActivity(visit)])
    }
}

/// The card of a person.
struct PersonCardTests {
    @Test("a person's card tells whom they help and what they took part in, the telephone masked") func personCard() {
        let stage = PairingStage(.person("P0001"))
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办 [4结对] 5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 结对 > 王建国  第 1/4 行
                  姓名       王建国                     人员编号   P0001
                  组织       店子槽村                   类别       正式党员
                  职务       支部委员                   镇班子     否
                  状态       在岗  2012-08-01 到岗
                  结对       帮扶 3 户
                  电话       138****0001

                 [帮扶的户 4]
                  户主    户编号  户状态  开始        结束        原因  情况
                > 覃文武  H0005   未脱贫  2016-01-15                    在帮扶
                  张德富  H0001   未脱贫  2015-03-01                    在帮扶
                  黄秀兰  H0004   已脱贫  2014-02-10                    在帮扶
                  刘桂英  H0002   未脱贫  2014-02-10  2016-05-20  调整  已结束

                  参加的活动 1
                  日期        类型      组织      主题              情况
                  2016-06-12  帮扶走访  店子槽村  送鸡苗，查看圈舍


                 党员覆盖率＝已结对（户未销户）的在岗党员 ÷ 在岗且未免结对的正式、预备党员
                 F5结对  ^O移交  F8结束  F9标记  Enter户  ^V看电话  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("the telephone is open only until the key is pressed again or the card is left") func telephoneOpen() {
        var stage = PairingStage(.pairingList("422801100211", name: "店子槽村", side: .members))
        stage.press(.enter, .control("v"))
        #expect(stage.line(9) == "  电话       13800000001")
        stage.press(.text("v"))
        #expect(stage.line(9) == "  电话       138****0001")
        stage.press(.text("v"), .escape, .enter)
        #expect(stage.line(9) == "  电话       138****0001")
    }

    @Test("marking a helper as left leads straight to handing over the households") func markingHelper() {
        var stage = PairingStage(.person("P0001"))
        stage.press(.function(9), .text("1"), .control("u"))
        stage.type("620")
        stage.press(.tab)
        stage.type("调离")
        stage.press(.control("s"))
        let before = stage.town.people[0].person
        var after = before
        after.leftOn = Day("2016-06-20")
        after.leftReason = "调离"
        #expect(stage.acts == [.correct(from: .person(before), to: .person(after))])
        stage.town.people[0] = .left("P0001", "王建国", households: 3)
        stage.accept("王建国 2016-06-20 离开")
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办 [4结对] 5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 结对 > 王建国 > 移交王建国的户  第 1/3 行
                  王建国  店子槽村  正式党员  2016-06-20 离开（调离）
                  在帮扶 3 户：已选接替人 0，可不接替 2，还缺 1
                  结束日期 2016-06-20，原因“离任”

                  户编号  户主    村        状态    结对自      接替人
                > H0001   张德富  店子槽村  未脱贫  2015-03-01  缺  建议 赵强（现有 0 户）
                  H0004   黄秀兰  店子槽村  已脱贫  2014-02-10  可不接替
                  H0005   覃文武  店子槽村  未脱贫  2016-01-15  可不接替，另有 李娟











                 已保存：王建国 2016-06-20 离开  ^Z 撤销
                 Enter选接替人  F5用全部建议  F9一人全接  ^S保存  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("a person without households who leaves stays on the card") func personWithout() {
        var stage = PairingStage(.person("P0003"))
        stage.press(.function(9), .text("1"), .tab)
        stage.type("退休")
        stage.press(.control("s"))
        stage.accept("赵强 离开")
        #expect(stage.line(3) == " 结对 > 赵强  无")
    }

    @Test("a member is exempted with a reason") func memberExempted() {
        var stage = PairingStage(.person("P0003"))
        stage.press(.function(9), .text("2"))
        stage.type("常年外出")
        stage.press(.control("s"))
        let before = stage.town.people[2].person
        var after = before
        after.exemption = "常年外出"
        #expect(stage.acts == [.correct(from: .person(before), to: .person(after))])
    }
}
