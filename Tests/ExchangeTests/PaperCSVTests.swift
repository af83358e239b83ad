import Papers
import PartyWork
import Testing

@testable import Exchange

@Suite("Lists as CSV")
struct PaperCSVTests {
    private func list(_ rows: [[PaperCell]]) throws -> Paper {
        let day = try #require(Day("2016-06-30"))
        let context = PaperContext(
            place: NamedScope(town: "龙凤镇", name: "龙凤镇", code: "422801100"), asOf: day, made: "制表：李娟 2016-06-30 16:15")
        let table = PaperTable(
            "", [PaperColumn("户主", 8), .number("人口", 4), .day("识别日期"), PaperColumn("率", 6, .percent)], rows: rows,
            blankRows: nil)
        let list = PrintedList(
            title: "名册", table: table, conditions: "条件：查找“张,王”；共 2 行", rule: "", scope: Scope(Code("422801100")))
        return try #require(list.papers(context).first)
    }

    @Test("say first what they are, begin with a byte order mark, and disarm formulas")
    func document() throws {
        let paper = try list([
            [
                .text("=HYPERLINK(\"x\")"), .number(4), .day(#require(Day("2014-01-01"))),
                .rate(Coverage(covered: 2, inScope: 3)),
            ],
            [.text("张\u{202E}三\n"), .empty, .empty, .rate(Coverage(covered: 0, inScope: 0))],
        ])
        #expect(
            PaperCSV.document(paper) == """
                \u{FEFF}龙凤镇名册
                龙凤镇（422801100）  截至 2016-06-30
                "条件：查找“张,王”；共 2 行"
                制表：李娟 2016-06-30 16:15
                户主,人口,识别日期,率
                "'=HYPERLINK(""x"")",4,2014-01-01,66.6%
                张U+202E三 ,,,—

                """)
    }
}
