import Dashboard
import PartyWork
import TerminalUI
import Testing

@Suite("The list of activities")
struct ActivitiesScreenTests {
    private func opened(_ columns: Int = 80, _ rows: Int = 24) -> BranchStage {
        var stage = BranchStage(columns, rows, answer: SampleBranch.answer)
        stage.press(.text("6"))
        return stage
    }

    @Test("shows the year's activities, and what was begun before and counts in it")
    func whole() {
        #expect(
            opened().text == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办  4结对  5合作社 [6活动] 7名册  8流水  9月报  0清单  登记簿
                 活动：龙凤镇 全年  第 1/9 行
                  类型 [全部] 调研  主题  党日  走访  积极  建议  隐患  纠纷  实事
                  月份 [全年] 1  2  3  4  5  6   只看  待补  未办结  作废

                  日期     类型     组织               主题          参加     办结  材料 状态
                > 06-21    帮扶走访 店子槽村           入户核对增收~ 覃绍槐         齐全 计数中
                  06-14    办实事   店子槽村第二党小组 帮助申请危房~ 向启椿~        齐全 未办结
                  05-25    主题党日 店子槽村           5月支部主题~                 待补 待补
                  05-09    矛盾纠纷 店子槽村第二党小组 两户田界纠纷           05-20 齐全 计数中
                  05-04    主题活动 店子槽村           “我为产业献~  谭应柏         齐全 计数中
                  05-04    主题活动 店子槽村           重复登记                     齐全 作废
                  04-18    安全隐患 店子槽村第一党小组 村道弯道缺护~ 黄大远         齐全 计数中
                  04-11    矛盾纠纷 店子槽村第一党小组 林地流转分红~                齐全 未办结
                  15-12-20 矛盾纠纷 店子槽村第四党小组 饮水管道占地~          01-12 齐全 计数中




                  LF-2016-00009：入户核对增收计划；店子槽村；参加 覃绍槐；贫困户 唐应松

                 矛盾纠纷、办实事办结才计，按办结日期；其余按活动日期；待补照计，作废不计
                 Enter修改  F2记活动  Tab换类型  ^E只看  F8作废  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("has room for everything on a large terminal, where no preview stands beside it")
    func large() {
        #expect(
            opened(119, 30).text == """
                 支部台账  龙凤镇  截至 2016-06-30
                  1总览  2支部  3待办  4结对  5合作社 [6活动] 7名册  8流水  9月报  0清单  登记簿
                 活动：龙凤镇 全年  第 1/9 行
                  类型 [全部] 调研  主题  党日  走访  积极  建议  隐患  纠纷  实事
                  月份 [全年] 1  2  3  4  5  6   只看  待补  未办结  作废

                  日期      类型      组织                主题                           参加            办结   材料  状态
                > 06-21     帮扶走访  店子槽村            入户核对增收计划               覃绍槐                 齐全  计数中
                  06-14     办实事    店子槽村第二党小组  帮助申请危房改造补助           向启椿、谭应柏         齐全  未办结
                  05-25     主题党日  店子槽村            5月支部主题党日：学习党章党规                         待补  待补
                  05-09     矛盾纠纷  店子槽村第二党小组  两户田界纠纷                                   05-20  齐全  计数中
                  05-04     主题活动  店子槽村            “我为产业献一策”主题活动       谭应柏                 齐全  计数中
                  05-04     主题活动  店子槽村            重复登记                                              齐全  作废
                  04-18     安全隐患  店子槽村第一党小组  村道弯道缺护栏                 黄大远                 齐全  计数中
                  04-11     矛盾纠纷  店子槽村第一党小组  林地流转分红争议                                      齐全  未办结
                  15-12-20  矛盾纠纷  店子槽村第四党小组  饮水管道占地补偿                               01-12  齐全  计数中










                  LF-2016-00009：入户核对增收计划；店子槽村；参加 覃绍槐；贫困户 唐应松

                 矛盾纠纷、办实事办结才计，按办结日期；其余按活动日期；待补照计，作废不计
                 Enter修改  F2记活动  Tab换类型  ^E只看  F8作废  F7未完在前  F9再记一条  F4修改  F5新增  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("says in the title what it shows")
    func filters() {
        var stage = opened()
        stage.press(.tab, .tab, .tab, .right, .right, .right, .right, .right)
        #expect(stage.line(2) == " 活动：龙凤镇 主题党日 5 月  第 1/1 行（共 9）")
        stage.press(.control("e"))
        #expect(stage.line(2) == " 活动：龙凤镇 主题党日 5 月 待补  第 1/1 行（共 9）")
        stage.press(.control("e"))
        #expect(stage.line(2) == " 活动：龙凤镇 主题党日 5 月 未办结  无（共 9）")
        #expect(stage.line(7) == "  没有这样的活动：Tab 换类型，左右键换月份，^E 换条件；F2 记一条")
        #expect(stage.line(22) == " 每个支部每月开展主题党日 1 次（按月计，同月多次计一次）")
    }

    @Test("opens the form of a kind for the month that is shown")
    func record() {
        var stage = opened()
        stage.press(.backTab, .backTab, .right, .right, .right, .function(5))
        #expect(stage.line(2).hasPrefix(" 记活动：矛盾纠纷  * 必填，还差 "))
        #expect(stage.text.contains("2016-03-31"))
    }

    @Test("corrects with Enter")
    func correct() {
        var stage = opened()
        stage.press(.enter)
        #expect(stage.line(2) == " 修改活动 LF-2016-00009：帮扶走访  * 必填")
    }

    @Test("voids with F8, but not twice")
    func void() {
        var stage = opened()
        for _ in 0..<5 { stage.press(.down) }
        stage.press(.function(8))
        #expect(stage.line(22) == " ! “作废”现在不能用：这条已经作废")
        stage.press(.up, .function(8))
        #expect(stage.line(2) == " 作废活动 LF-2016-00005  * 必填，还差 1 项")
    }
}
