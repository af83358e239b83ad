import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

@Suite("The branch screen")
struct BranchScreenTests {
    private func opened(_ columns: Int = 80, _ rows: Int = 24) -> BranchStage {
        var stage = BranchStage(columns, rows, answer: SampleBranch.answer)
        stage.press(.enter)
        return stage
    }

    @Test("shows the checklist, and below it a pane at a time")
    func compact() {
        let stage = opened()
        #expect(
            stage.text == """
                 支部台账  龙凤镇  截至 2016-06-30
                 [1总览] 2支部  3待办  4结对  5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 总览 > 店子槽村  党小组 4  第 1/4 行
                  店子槽村  村党组织  422801100211  党小组 4 个
                  主题活动 ######|..... 2/4 正常         户覆盖   ######...... 2/4 50.0%
                  五个一   ######|..... 11/20 正常       党员覆盖 ###########. 35/38 92.1%
                  主题党日 123-5-...... 缺 4、6月 逾期   本月走访 ###......... 1/4 户
                  专题调研 受访 3 次，不考核             合作社   3 个，领办 2，带动 170 户次

                 [党小组 4] 活动 6  结对 5  合作社 3  登记  班子成员 1
                  党小组      积极分子  合理化建议  安全隐患  矛盾纠纷  办实事
                > 第一党小组 [完成]     完成 2      完成      在办 1    完成
                  第二党小组  未办      完成        完成 3    完成      在办 1
                  第三党小组  未办      未办        完成      未办      未办
                  第四党小组  未办      完成        完成      完成      未办
                  完成的小组  1/4       3/4         4/4       2/4       1/4






                 每个党小组每年培养入党积极分子不少于 1 名
                 Enter看活动  Tab换栏  F2记活动  F3查找  F6排序  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("lists the months with what was recorded, and says which lack a 主题党日")
    func months() {
        var stage = opened()
        stage.press(.tab)
        #expect(
            stage.text == """
                 支部台账  龙凤镇  截至 2016-06-30
                 [1总览] 2支部  3待办  4结对  5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 总览 > 店子槽村  活动 6  第 1/6 行
                  店子槽村  村党组织  422801100211  党小组 4 个
                  主题活动 ######|..... 2/4 正常         户覆盖   ######...... 2/4 50.0%
                  五个一   ######|..... 11/20 正常       党员覆盖 ###########. 35/38 92.1%
                  主题党日 123-5-...... 缺 4、6月 逾期   本月走访 ###......... 1/4 户
                  专题调研 受访 3 次，不考核             合作社   3 个，领办 2，带动 170 户次

                  党小组 4 [活动 6] 结对 5  合作社 3  登记  班子成员 1
                  月份  调研  主题    党日  走访  积极  建议  隐患  纠纷  实事  合计  缺材料
                > 1 月     -     -       1     9     -     -     -     -     -    10       -
                  2 月     -     -       1    11     -     -     -     -     -    12       -
                  3 月     -     1       1    14     -     -     -     -     -    16       1
                  4 月     3     -    逾期    10     1     4     6     -     -    24       2
                  5 月     -     1       1    13     -     -     -     3     -    18       -
                  6 月     -     -  将到期    12     -     -     -     -     3    15       -





                 按活动日期列已登记、未作废的活动；“逾期”＝没有主题党日，“将到期”＝只剩几天
                 Enter打开  Tab换栏  F2记活动  F3查找  F6排序  [ ]换月  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("lists the households, those without a serving helper first")
    func pairing() {
        var stage = opened()
        stage.press(.tab, .tab)
        #expect(
            stage.text == """
                 支部台账  龙凤镇  截至 2016-06-30
                 [1总览] 2支部  3待办  4结对  5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 总览 > 店子槽村  结对 5  第 1/5 行
                  店子槽村  村党组织  422801100211  党小组 4 个
                  主题活动 ######|..... 2/4 正常         户覆盖   ######...... 2/4 50.0%
                  五个一   ######|..... 11/20 正常       党员覆盖 ###########. 35/38 92.1%
                  主题党日 123-5-...... 缺 4、6月 逾期   本月走访 ###......... 1/4 户
                  专题调研 受访 3 次，不考核             合作社   3 个，领办 2，带动 170 户次

                  党小组 4  活动 6 [结对 5] 合作社 3  登记  班子成员 1
                  户主    户编号     人口  状态    帮扶人                  最近走访
                > 谭莲菊  H211-0003     4  未脱贫  缺口：李国珍（已离开）  2016-03-08
                  杨秀成  H211-0005     6  未脱贫  缺口                    未走访
                  唐应松  H211-0001     2  未脱贫  覃绍槐                  2016-06-12 本月
                  黄大远  H211-0004     5  未脱贫  覃绍槐、谭应柏          2016-05-17
                  龚仕坤  H211-0002     3  已脱贫  向启椿                  2016-04-20






                 户覆盖率＝有在岗帮扶人的未脱贫户 ÷ 未脱贫户
                 Enter打开  Tab换栏  F2记活动  F3查找  F6排序  [ ]换月  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("shows every pane at once on a large terminal")
    func large() {
        #expect(
            opened(160, 50).text == """
                 支部台账  龙凤镇  截至 2016-06-30
                 [1总览] 2支部  3待办  4结对  5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 总览 > 店子槽村  党小组 4  第 1/4 行
                  店子槽村  村党组织  422801100211  党小组 4 个
                  主题活动 ############|........... 2/4 正常          专题调研 受访 3 次，不考核                          本月走访 ###......... 1/4 户
                  五个一   ############|........... 11/20 正常        户覆盖   ######...... 2/4 50.0%                     合作社   3 个，领办 2，带动 170 户次
                  主题党日 123-5-......             缺 4、6月 逾期    党员覆盖 ###########. 35/38 92.1%

                 [党小组 4]                                                                                结对 5
                  党小组      积极分子  合理化建议  安全隐患  矛盾纠纷  办实事                             户主   户编号    人口 状态   帮扶人                 最近走访
                > 第一党小组 [完成]     完成 2      完成      在办 1    完成                               谭莲菊 H211-0003    4 未脱贫 缺口：李国珍（已离开） 2016-03-08
                  第二党小组  未办      完成        完成 3    完成      在办 1                             杨秀成 H211-0005    6 未脱贫 缺口                   未走访
                  第三党小组  未办      未办        完成      未办      未办                               唐应松 H211-0001    2 未脱贫 覃绍槐                 2016-06-12 本月
                  第四党小组  未办      完成        完成      完成      未办                               黄大远 H211-0004    5 未脱贫 覃绍槐、谭应柏         2016-05-17
                  完成的小组  1/4       3/4         4/4       2/4       1/4                                龚仕坤 H211-0002    3 已脱贫 向启椿                 2016-04-20

                  活动 6                                                                                   合作社 3
                  月份  调研  主题    党日  走访  积极  建议  隐患  纠纷  实事  合计  缺材料               名称                      产业    领办党员        成员户  带动户次
                  1 月     -     -       1     9     -     -     -     -     -    10       -               瑞禾中药材专业合作社      中药材  谭应柏              21        43
                  2 月     -     -       1    11     -     -     -     -     -    12       -               店子槽富硒茶叶专业合作社  茶叶    覃绍槐、黄大远      22        70
                  3 月     -     1       1    14     -     -     -     -     -    16       1               佳禾生猪专业合作社        生猪    -                   20        57
                  4 月     3     -    逾期    10     1     4     6     -     -    24       2
                  5 月     -     1       1    13     -     -     -     3     -    18       -               登记 0
                  6 月     -     -  将到期    12     -     -     -     -     3    15       -               登记簿        内容           登记日期   状态       到期
                                                                                                           登记簿里还没有；在“登记簿”里登记

                                                                                                           班子成员 1
                                                                                                           姓名    人员编号  专题调研                  今年次数
                                                                                                           谭应柏  P0003     ##################......  3/4 正常



















                 每个党小组每年培养入党积极分子不少于 1 名
                 Enter看活动  Tab换栏  F2记活动  F3查找  F6排序  ^N看数字  Alt-c催办  F9走势  ^O谁改过  [ ]换月  Esc返回  F1帮助  Alt-Down下一个  Alt-l列  ^P命令  ^G范围
                """)
    }

    @Test("shows them above one another on a high one")
    func high() {
        #expect(
            opened(80, 50).text == """
                 支部台账  龙凤镇  截至 2016-06-30
                 [1总览] 2支部  3待办  4结对  5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 总览 > 店子槽村  党小组 4  第 1/4 行
                  店子槽村  村党组织  422801100211  党小组 4 个
                  主题活动 ######|..... 2/4 正常         户覆盖   ######...... 2/4 50.0%
                  五个一   ######|..... 11/20 正常       党员覆盖 ###########. 35/38 92.1%
                  主题党日 123-5-...... 缺 4、6月 逾期   本月走访 ###......... 1/4 户
                  专题调研 受访 3 次，不考核             合作社   3 个，领办 2，带动 170 户次

                 [党小组 4]
                  党小组      积极分子  合理化建议  安全隐患  矛盾纠纷  办实事
                > 第一党小组 [完成]     完成 2      完成      在办 1    完成
                  第二党小组  未办      完成        完成 3    完成      在办 1
                  第三党小组  未办      未办        完成      未办      未办
                  第四党小组  未办      完成        完成      完成      未办
                  完成的小组  1/4       3/4         4/4       2/4       1/4

                  活动 6
                  月份  调研  主题    党日  走访  积极  建议  隐患  纠纷  实事  合计  缺材料
                  1 月     -     -       1     9     -     -     -     -     -    10       -
                  2 月     -     -       1    11     -     -     -     -     -    12       -
                  3 月     -     1       1    14     -     -     -     -     -    16       1
                  4 月     3     -    逾期    10     1     4     6     -     -    24       2
                  5 月     -     1       1    13     -     -     -     3     -    18       -
                  6 月     -     -  将到期    12     -     -     -     -     3    15       -

                  结对 5
                  户主    户编号     人口  状态    帮扶人                  最近走访
                  谭莲菊  H211-0003     4  未脱贫  缺口：李国珍（已离开）  2016-03-08
                  杨秀成  H211-0005     6  未脱贫  缺口                    未走访
                  唐应松  H211-0001     2  未脱贫  覃绍槐                  2016-06-12 本月
                  黄大远  H211-0004     5  未脱贫  覃绍槐、谭应柏          2016-05-17
                  龚仕坤  H211-0002     3  已脱贫  向启椿                  2016-04-20

                  合作社 3
                  名称                      产业    领办党员        成员户  带动户次
                  瑞禾中药材专业合作社      中药材  谭应柏              21        43
                  店子槽富硒茶叶专业合作社  茶叶    覃绍槐、黄大远      22        70
                  佳禾生猪专业合作社        生猪    -                   20        57

                  登记 0
                  登记簿       编号       内容           登记日期   状态      到期
                  登记簿里还没有；在“登记簿”里登记

                  班子成员 1
                  姓名    人员编号  专题调研                  今年次数
                  谭应柏  P0003     ##################......  3/4 正常

                 每个党小组每年培养入党积极分子不少于 1 名
                 Enter看活动  Tab换栏  F2记活动  F3查找  F6排序  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("keeps the cursor on the selected cell")
    func cell() {
        var stage = opened()
        stage.press(.down, .right, .right)
        #expect(stage.line(12) == "> 第二党小组  未办      完成       [完成 3]   完成      在办 1")
        let cursor = stage.frame.cursor
        #expect(cursor.row == 12)
        #expect(stage.frame[12, cursor.column].text == "完")
        #expect(stage.line(22) == " 每个党小组每年排查安全隐患不少于 1 处，发现即计")
    }

    @Test("opens a filled cell into its activities")
    func filled() {
        var stage = opened()
        stage.press(.right, .right, .right, .enter)
        #expect(
            stage.text == """
                 支部台账  龙凤镇  截至 2016-06-30
                 [1总览] 2支部  3待办  4结对  5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 总览 > 店子槽村 > 活动：店子槽村第一党小组 矛盾纠纷 全年  第 1/1 行（共 2）
                  类型  全部  调研  主题  党日  走访  积极  建议  隐患 [纠纷] 实事
                  月份 [全年] 1  2  3  4  5  6   只看  待补  未办结  作废

                  日期   类型      主题              参加    办结  材料  状态
                > 04-11  矛盾纠纷  林地流转分红争议                齐全  未办结












                  LF-2016-00002：林地流转分红争议；店子槽村第一党小组

                 每个党小组每年化解矛盾纠纷不少于 1 起，办结才计，按办结日期
                 Enter修改  F2记活动  Tab换类型  ^E只看  F8作废  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("opens an empty cell into the form of that item for that group")
    func empty() {
        var stage = opened()
        stage.press(.down, .enter)
        #expect(stage.line(2).hasPrefix(" 记活动：培养积极分子  * 必填，还差 "))
        #expect(stage.line(4) == " *党小组             店子槽村第二党小组")
    }

    @Test("goes through the panes and back")
    func panes() {
        var stage = opened()
        stage.press(.backTab)
        #expect(stage.line(9) == "  党小组 4  活动 6  结对 5  合作社 3  登记 [班子成员 1]")
        #expect(stage.line(11) == "> 谭应柏  P0003     ##################......  3/4 正常")
        stage.press(.tab)
        #expect(stage.line(9) == " [党小组 4] 活动 6  结对 5  合作社 3  登记  班子成员 1")
    }

    @Test("opens a month into its activities")
    func month() {
        var stage = opened()
        stage.press(.tab, .down, .down, .down, .down, .enter)
        #expect(stage.line(2) == " 总览 > 店子槽村 > 活动：店子槽村 5 月  第 1/4 行（共 9）")
        stage.press(.escape)
        #expect(stage.line(2) == " 总览 > 店子槽村  活动 6  第 5/6 行")
    }

    @Test("finds a household by Han typed at once, and Escape drops the search before it leaves")
    func search() {
        var stage = opened()
        stage.press(.tab, .tab)
        stage.type("黄大")
        #expect(stage.line(2) == " 总览 > 店子槽村  结对 5  第 1/1 行（共 5）")
        #expect(stage.line(11).hasPrefix("> 黄大远"))
        stage.press(.escape)
        #expect(stage.line(2) == " 总览 > 店子槽村  结对 5  第 4/5 行")
        stage.press(.escape)
        #expect(stage.line(2) == " 总览  第 1/2 行  +1列")
    }

    @Test("names the leader and the units of a joint branch, of which less is asked")
    func joint() {
        var stage = BranchStage(answer: SampleBranch.answer)
        stage.press(.down, .enter)
        #expect(
            stage.text == """
                 支部台账  龙凤镇  截至 2016-06-30
                 [1总览] 2支部  3待办  4结对  5合作社  6活动  7名册  8流水  9月报  0清单  登记簿
                 总览 > 茶叶产业联合支部  党小组 0  无
                  茶叶产业联合支部  联合支部  422801100901  党小组 0 个
                  牵头人 谭应柏  联合单位 店子槽村  产业链 茶叶
                  主题活动 0 次，不考核                  户覆盖   没有未脱贫户
                  五个一   没有党小组，不考核            党员覆盖 没有应结对党员
                  主题党日 ------...... 缺 6 个月 逾期   本月走访 没有未脱贫户
                  专题调研 受访 0 次，不考核             合作社   0 个，领办 0，带动 0 户次

                 [党小组 0] 活动 6  结对 0  合作社 0  登记  班子成员 0
                  党小组             积极分子   合理化建议 安全隐患   矛盾纠纷   办实事
                  没有党小组，五个一不考核；在名册（7）登记党小组









                 每个党小组每年培养入党积极分子不少于 1 名
                 Tab换栏  F2记活动  ^N看数字  Alt-c催办  [ ]换月  Esc返回  F1帮助  ^P命令
                """)
    }

    @Test("says of a branch that it is not founded yet")
    func unfounded() {
        var stage = BranchStage(answer: SampleBranch.answer)
        stage.press(.down, .enter)
        for _ in 0..<16 { stage.press(.text("[")) }
        #expect(stage.line(5) == "  截至 2015-02-28 尚未成立（2015-03-01 成立），不计数。按 ] 看以后的月份")
    }

    @Test("asks for the rows of a pane when it is first seen, and for nothing twice")
    func asksWhatIsSeen() {
        let village = Scope(Code.village)
        var stage = opened()
        let before = stage.asked.count
        let branch = AnyQuery(BranchQuery(code: .village, asOf: .june))
        let households = AnyQuery(HouseholdsQuery(scope: village, asOf: .june))
        let cooperatives = AnyQuery(CooperativesQuery(scope: village, asOf: .june))
        #expect(stage.asked.last == branch)
        for _ in 0..<7 { stage.press(.tab) }
        let about = EntrySubject(.village, Code.village.digits, name: "")
        let entries = AnyQuery(SubjectEntriesQuery(subject: about, asOf: .june))
        #expect(stage.asked.dropFirst(before) == [households, cooperatives, entries])
        let large = opened(160, 50)
        let trend = AnyQuery(TrendQuery(scope: village, asOf: .june))
        #expect(large.asked.suffix(5) == [branch, trend, households, cooperatives, entries])
    }

    @Test("a pane whose rows are still to come is counted, and says that they are read")
    func reading() {
        var stage = BranchStage { asked in
            asked.query is HouseholdsQuery ? nil : SampleBranch.answer(asked)
        }
        stage.press(.enter, .tab, .tab)
        #expect(stage.line(9) == "  党小组 4  活动 6 [结对 5] 合作社 3  登记  班子成员 1")
        #expect(stage.line(11) == "  正在读取…")
    }

    @Test("draws itself at any size without losing the cursor", arguments: [(60, 15), (80, 24), (120, 24), (200, 60)])
    func sizes(columns: Int, rows: Int) {
        var stage = opened(columns, rows)
        for _ in 0..<6 {
            stage.press(.tab, .down)
            let line = stage.line(stage.frame.cursor.row)
            #expect(line.contains(">") || line.contains("登记簿里还没有"))
        }
    }
}
