import Papers
import PartyWork
import TerminalUI
import Testing

@testable import Exchange

/// Papers as fixed-width text.
@Suite struct PaperTextTests {
    @Test("A month's paper whole: columns by two cells a Han, long cells wrapped, corrections beside signed figures")
    func wholeMonth() {
        #expect(PaperText(PaperSamples.month).text == Self.month)
    }

    @Test(
        "No line of any paper is wider than the page, and none has a character that is not seen",
        arguments: PaperSamples.all)
    func fitsThePaper(paper: Paper) {
        let width = TextWidth(.wide)
        for line in PaperText(paper).text.split(separator: "\n") {
            #expect(width.cells(String(line)) <= (paper.isWide ? 148 : 100), "\(line)")
        }
    }

    @Test("Papers part with a form feed")
    func severalForms() {
        let text = PaperText.document([PaperSamples.month, PaperSamples.cooperatives])
        #expect(text.split(separator: "\u{0C}").count == 2)
    }

    static let month = """
                                         试验镇甲村 2016 年 6 月支部月报表

        填报单位（盖章）：试验镇 甲村（422801100201）                    截至 2016-06-30    单位：次、户、人

        一、活动
        --------------------------------------------------------------------------------------------------
          序  日期        类型          主题                  参加人员            结果                材料
        --------------------------------------------------------------------------------------------------
           1  2016-06-03  主题党日      学习党章，讨论村里的  钱二                应到 10 人，实到 9  齐全
                                        产业发展和道路维修怎                      人
                                        么办
           2  2016-06-12  矛盾纠纷      甲村一组：调解<b>地   钱二                办结 2016-06-12     齐全
                                        界</b>&水路
           3  2016-06-20  帮扶走访      =HYPERLINK("http://x  钱二                户：周五；发现 屋   齐全
                                        ")                                        顶漏雨；成效 已修
        --------------------------------------------------------------------------------------------------

        二、本月数字
        ------------------------------------------------------------------------------------------------
        项目                  本月  项目                  本月  签收后更正
        ------------------------------------------------------------------------------------------------
        主题党日                 1  办实事                   0
        主题活动                 0  材料待补                 0
        专题调研                 0  补录                     0
        帮扶走访                 0  有帮扶人户               1
        培养积极分子             0  未脱贫户                 2
        合理化建议               0  走访户                   0
        安全隐患                 0  已结对党员               0
        矛盾纠纷                 0  应结对党员               0  矛盾纠纷 0 改为 1
        ------------------------------------------------------------------------------------------------


        支部书记（签字）：______________    填报人（签字）：______________    审核人（签字）：______________

        联系电话：______________    填报日期：______ 年 ____ 月 ____ 日

        口径：活动按计入日期归月，矛盾纠纷、办实事按办结日期；结对按月末计
        注：月报已接收：李娟 2016-06-30
        注：户覆盖率＝有在岗帮扶人的未脱贫户 ÷ 未脱贫户
        注：党员覆盖率＝已结对（户未销户）的在岗党员 ÷ 在岗且未免结对的正式、预备党员
        注：本月走访＝当月 1 日至截至日有帮扶走访的未脱贫户
        制表：李娟 2016-06-30 16:15

        """

    @Test("Of many papers each is told, and the writing can be stopped midway")
    func steps() throws {
        struct Enough: Error {}
        let papers = Array(repeating: PaperSamples.month, count: 3)
        var told: [Int] = []
        #expect(PaperText.document(papers) { told.append($0) } == PaperText.document(papers))
        #expect(PaperPage(papers).document { told.append($0) } == PaperPage(papers).document)
        #expect(told == [1, 2, 3, 1, 2, 3])
        #expect(throws: Enough.self) { try PaperText.document(papers) { _ in throw Enough() } }
    }
}
