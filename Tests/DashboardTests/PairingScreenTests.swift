import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// The coverage of the branches, and the rows behind it.
struct PairingScreenTests {
    @Test("the coverage of every branch stands below the town's, the most gaps first") func coverageEvery() {
        let stage = PairingStage(.pairing)
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办 [4结对] 5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 结对  第 1/3 行
                 [户覆盖]    ###################.         71/73 97.2%   缺口 2 户
                  党员覆盖   ##################..         67/73 91.7%   缺口 6 人
                  本月走访   #####...............         21/73 28.7%

                  支部              户覆盖          户缺口    党员覆盖        党员缺口 本月走访
                > 店子槽村     41/43 95.3% ##            2  38/38 100%              齐     9/43
                  二坡村        30/30 100%              齐 20/25 80.0% #####         5    12/30
                  茶叶联合支部           —               -  9/10 90.0% #             1        —











                 户覆盖率＝有在岗帮扶人的未脱贫户 ÷ 未脱贫户
                 Enter打开  Tab看党员  ^N看数字  F3查找  F6排序  Esc返回  F1帮助  ^P命令
                """)
        #expect(stage.cursor == Cursor(row: 8, column: 0, visible: false))
    }

    @Test("Tab turns to the members: their gaps order the branches, and Enter opens them") func tabTurns() {
        var stage = PairingStage(.pairing)
        stage.press(.tab)
        #expect(stage.line(9) == "> 二坡村        30/30 100%              齐 20/25 80.0% #####         5    12/30")
        stage.press(.enter)
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办 [4结对] 5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 结对 > 二坡村  第 1/5 行
                  户 5 [党员和帮扶人 5]
                  人员编号  姓名    组织      类别      情况    结对户  免结对原因
                > P0003     赵强    店子槽村  正式党员  缺口         0
                  P0009     向远志  店子槽村  正式党员  已离开       1
                  P0001     王建国  店子槽村  正式党员               3
                  P0002     李娟    店子槽村  正式党员               1
                  P0004     周玉梅  店子槽村  正式党员  免结对       0  年老多病












                 党员覆盖率＝已结对（户未销户）的在岗党员 ÷ 在岗且未免结对的正式、预备党员
                 Enter打开  F5结对  ^E只看缺口  Tab户  F3查找  F6排序  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("the households of a branch come gaps first, a helper who left marked") func householdsBranch() {
        var stage = PairingStage(.pairing)
        stage.press(.enter)
        #expect(
            stage.screen == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办 [4结对] 5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 结对 > 店子槽村  第 1/5 行
                 [户 5] 党员和帮扶人 5                                       本月走访 1/4 25.0%
                  户编号  户主    人口  状态    缺口  帮扶人            最近走访
                > H0002   刘桂英     2  未脱贫  缺口  -                 -
                  H0003   谭国祥     5  未脱贫  缺口  向远志（已离开）  2016-03-02
                  H0001   张德富     4  未脱贫        王建国            2016-06-12
                  H0005   覃文武     1  未脱贫        王建国、李娟      -
                  H0004   黄秀兰     3  已脱贫        王建国            -












                 户覆盖率＝有在岗帮扶人的未脱贫户 ÷ 未脱贫户
                 Enter打开  F5结对  ^E只看缺口  F2记走访  F3查找  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("the gaps alone are as many as the coverage lacks, and the same key shows all again") func gapsAlone() {
        var stage = PairingStage(.pairing)
        stage.press(.enter, .control("e"))
        #expect(stage.line(3) == " 结对 > 店子槽村  第 1/2 行（共 5）")
        stage.press(.tab)
        #expect(stage.line(3) == " 结对 > 店子槽村  第 1/1 行（共 5）")
        stage.press(.control("e"))
        #expect(stage.line(3) == " 结对 > 店子槽村  第 1/5 行")
    }

    @Test("Escape leaves the search before it leaves the list") func escapeLeaves() {
        var stage = PairingStage(.pairing)
        stage.press(.enter)
        stage.type("谭")
        #expect(stage.line(3) == " 结对 > 店子槽村  第 1/1 行（共 5）")
        stage.press(.escape)
        #expect(stage.line(3) == " 结对 > 店子槽村  第 2/5 行")
        stage.press(.escape)
        #expect(stage.line(3) == " 结对  第 1/3 行")
    }

    @Test("of several helpers one is chosen before the form to end the pairing opens") func severalHelpers() {
        var stage = PairingStage(.pairingList("422801100211", name: "店子槽村", side: .households))
        stage.type("覃")
        stage.press(.function(8))
        #expect(stage.line(3) == " 结束哪一位的结对？")
        stage.press(.text("2"))
        #expect(stage.line(3) == " 结束结对：覃文武（H0005）与李娟（P0002）  * 必填")
    }

    @Test("a household is paired with a helper found by name, from the day proposed") func householdPaired() {
        var stage = PairingStage(.pairingList("422801100211", name: "店子槽村", side: .households))
        stage.press(.function(5))
        stage.type("李娟")
        stage.press(.enter, .control("s"))
        #expect(stage.acts == [.pair("H0002", "P0002", from: PairingStage.today)])
    }

    @Test("a member without household is paired with the first gap the arrows point at") func memberWithout() {
        var stage = PairingStage(.pairingList("422801100211", name: "店子槽村", side: .members))
        stage.press(.function(5), .down, .enter, .control("s"))
        #expect(stage.acts == [.pair("H0002", "P0003", from: PairingStage.today)])
    }
}
