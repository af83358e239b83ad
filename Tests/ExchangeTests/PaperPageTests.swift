import Papers
import PartyWork
import Testing

@testable import Exchange

/// Papers as HTML.
@Suite struct PaperPageTests {
    @Test("A register of cooperatives as a whole page: on its own, A4 on its long side, headers on every page")
    func wholeRegister() {
        #expect(PaperPage([PaperSamples.cooperatives]).document == Self.cooperatives)
    }

    @Test("Every paper is whole markup that fetches nothing from elsewhere", arguments: PaperSamples.all)
    func wellFormed(paper: Paper) {
        let document = PaperPage([paper]).document
        let read = XMLElements(document)
        #expect(read.isWellFormed)
        #expect(read.all("table").count == paper.tables.count)
        #expect(read.all("svg").count == (paper.bars == nil ? 0 : 1))
        let allowed: Set<String> = [
            "html", "head", "meta", "title", "style", "body", "section", "h1", "h2", "p", "div", "span", "table",
            "colgroup", "col", "thead", "tbody", "tr", "th", "td", "svg", "text", "rect",
        ]
        #expect(Set(read.elements.map(\.name)).subtracting(allowed) == [])
        #expect(!document.contains("src=") && !document.contains("@import") && !document.contains("<script"))
    }

    @Test("Texts stand as they were written and become no markup")
    func escaped() throws {
        let read = XMLElements(PaperPage([PaperSamples.month]).document)
        #expect(read.all("td").contains { $0.text == "甲村一组：调解<b>地界</b>&水路" })
        #expect(read.all("b").isEmpty)
    }

    @Test("Bars are as long as their rows' shares")
    func chart() {
        let rects = XMLElements(PaperPage([PaperSamples.township]).document).all("rect")
        #expect(rects.map { $0.attributes["width"] } == ["475"])
    }

    @Test(
        "Rates that all lie high begin where their differences are seen, and say so; others begin at nothing",
        arguments: [
            ([(846, 1_000), (1_000, 1_000)], 0.8, [0.23, 1]), ([(999, 1_000)], 0.9, [0.99]), ([(500, 1_000)], 0, [0.5]),
            ([(100, 1_000), (990, 1_000)], 0, [0.1, 0.99]),
        ] as [([(Int, Int)], Double, [Double])])
    func axis(rates: [(Int, Int)], least: Double, shares: [Double]) throws {
        let rows = rates.map { [PaperCell.text("甲"), .rate(Coverage(covered: $0.0, inScope: $0.1))] }
        let table = PaperTable("", [PaperColumn("村", 8), PaperColumn("率", 8, .percent)], rows: rows, blankRows: nil)
        let paper = Paper(
            "表", in: PaperSamples.context, period: PaperSamples.context.period, rule: "", name: "表", tables: [table],
            chart: PaperChart("覆盖率", table: 0, names: 0, values: 1))
        let bars = try #require(paper.bars)
        #expect(bars.least == least && bars.title.contains("不从 0 起") == (least > 0))
        for (bar, share) in zip(bars.bars, shares) { #expect(abs(bar.share - share) < 0.000_1) }
    }

    static let cooperatives = """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8"/>
        <meta name="generator" content="zhibu"/>
        <title>试验镇甲村合作社登记册</title>
        <style>
        @page { size: A4; margin: 14mm 12mm 16mm; @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font-size: 9pt; } }
        @page wide { size: A4 landscape; }
        body { font: 10.5pt/1.4 "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "SimSun", "宋体", "Noto Serif CJK SC", serif; margin: 0; color: #000; }
        section { break-after: page; }
        section:last-child { break-after: auto; }
        section.wide { page: wide; }
        h1 { font: 22pt/1.3 "方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; text-align: center; margin: 0 0 4mm; }
        h2 { font: 12pt/1.4 "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; margin: 4mm 0 1mm; break-after: avoid; }
        p { margin: 0 0 1mm; }
        table { border-collapse: collapse; table-layout: fixed; font-size: 9pt; line-height: 1.3; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { border: 0.5pt solid #000; padding: 0.3mm 0.8mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { font-family: "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; font-weight: normal; background: #e7e6e6; text-align: center; vertical-align: middle; }
        td.figure { text-align: right; white-space: nowrap; }
        td.day { text-align: center; white-space: nowrap; }
        td.label { font-weight: bold; }
        .sum td { font-weight: bold; }
        .blank td { height: 6mm; }
        .notes { margin-top: 3mm; font-size: 9pt; }
        .line { display: flex; justify-content: space-between; }
        .sign { margin-top: 8mm; break-inside: avoid; break-before: avoid; }
        .sign p { margin-bottom: 6mm; white-space: pre-wrap; }
        svg { margin-top: 4mm; max-width: 100%; break-inside: avoid; }
        @media screen { body { max-width: 297mm; margin: 8mm auto; padding: 0 6mm; } section { margin-bottom: 16mm; } }
        </style>
        </head>
        <body>
        <section class="wide">
        <h1>试验镇甲村合作社登记册</h1>
        <p class="line"><span>填报单位（盖章）：试验镇 甲村（422801100201）</span><span>截至 2016-06-30</span></p>
        <table style="width:99%">
        <colgroup><col style="width:4.1%"/><col style="width:22.2%"/><col style="width:16.6%"/><col style="width:9.7%"/><col style="width:12.5%"/><col style="width:12.5%"/><col style="width:8.3%"/><col style="width:6.9%"/><col style="width:6.9%"/></colgroup>
        <thead><tr><th>序</th><th>名称</th><th>统一社会信用代码</th><th>产业</th><th>所属组织</th><th>领办党员</th><th>成立日期</th><th>成员户数</th><th>带动户数</th></tr></thead>
        <tbody>
        <tr><td class="figure">1</td><td>甲村茶叶合作社</td><td>93422801MA4800001L</td><td>茶叶</td><td>甲村</td><td>钱二</td><td class="day"></td><td class="figure">12</td><td class="figure">30</td></tr>
        <tr class="sum"><td class="figure"></td><td>合计</td><td></td><td></td><td></td><td></td><td class="day"></td><td class="figure">12</td><td class="figure">30</td></tr>
        </tbody>
        </table>
        <div class="sign">
        <p>填报人（签字）：______________    镇党建办（签字）：______________</p>
        <p>联系电话：______________    填报日期：______ 年 ____ 月 ____ 日</p>
        </div>
        <div class="notes">
        <p>口径：合作社按截至日在册计；领办党员按人去重；带动户数为户次</p>
        <p>注：在册 1 个，党员领办 1 个，领办党员 1 人，带动 30 户次</p>
        <p>注：党员领办＝至少有一名领办党员的在册合作社</p>
        <p>注：领办党员＝在册合作社的领办党员，同一人只计一次</p>
        <p>注：带动户次＝在册合作社带动户数之和，同一户可计多次</p>
        <p>制表：李娟 2016-06-30 16:15</p>
        </div>
        </section>
        </body>
        </html>

        """
}
