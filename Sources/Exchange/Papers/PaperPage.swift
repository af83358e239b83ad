import Papers
import PartyWork

/// Papers as one HTML file that needs nothing else: each paper begins a page of A4, headers stand on every page, charts are
/// drawn as SVG.
package struct PaperPage {
    private let papers: [Paper]

    package init(_ papers: [Paper]) { self.papers = papers }

    /// The whole document.
    package var document: String { document { _ in } }

    /// The document, telling how many papers are made.
    ///
    /// - Parameter step: may end the making by throwing.
    package func document(step: (Int) throws -> Void) rethrows -> String {
        let title = papers.first?.heading.title ?? ""
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8"/>
            \(OutputKind.pageMark)
            <title>\(title.escaped)</title>
            <style>
            \(PaperPage.style)
            </style>
            </head>
            <body>

            """ + (try PaperText.each(papers, step) { $0.html }).joined() + "</body>\n</html>\n"
    }

    private static let style = """
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
        """
}

extension Paper {
    fileprivate var html: String {
        let classes = [isWide ? "wide" : "", isBlank ? "blank" : ""].filter { !$0.isEmpty }.joined(separator: " ")
        return "<section\(classes.isEmpty ? "" : " class=\"\(classes)\"")>\n<h1>\(heading.title.escaped)</h1>\n"
            + lines.map { line in
                line.right.isEmpty
                    ? "<p>\(line.left.escaped)</p>\n"
                    : "<p class=\"line\"><span>\(line.left.escaped)</span><span>\(line.right.escaped)</span></p>\n"
            }.joined()
            + tables.map { $0.html(on: paper) }.joined() + (bars?.svg ?? "") + block("sign", signing)
            + block("notes", foot) + "</section>\n"
    }

    private var paper: Int { isWide ? PaperTable.paper.wide : PaperTable.paper.upright }

    private func block(_ name: String, _ lines: [String]) -> String {
        lines.isEmpty
            ? "" : "<div class=\"\(name)\">\n" + lines.map { "<p>\($0.escaped)</p>\n" }.joined() + "</div>\n"
    }
}

extension PaperTable {
    /// - Parameter paper: the cells of a line, of which the table takes its part.
    fileprivate func html(on paper: Int) -> String {
        // Two cells for the room within the borders.
        let widths = columns.map { $0.width + 2 }
        let sum = widths.reduce(0, +)
        let part = sum * 100 / paper
        let shares = widths.map { "<col style=\"width:\(PaperTable.percent($0, of: sum))\"/>" }.joined()
        let header = columns.map { "<th>\($0.heading.escaped)</th>" }.joined()
        return (title.isEmpty ? "" : "<h2>\(title.escaped)</h2>\n")
            + "<table style=\"width:\(part > 80 ? 99 : part)%\">\n<colgroup>\(shares)</colgroup>\n"
            + (hasHeader ? "<thead><tr>\(header)</tr></thead>\n" : "") + "<tbody>\n"
            + rows.map { "<tr>\(cells($0))</tr>\n" }.joined()
            + totals.map { "<tr class=\"sum\">\(cells($0))</tr>\n" }.joined() + "</tbody>\n</table>\n"
    }

    private func cells(_ row: [PaperCell]) -> String {
        row.enumerated().map { "<td\(style($0.offset))>\($0.element.shown.escaped)</td>" }.joined()
    }

    private func style(_ place: Int) -> String {
        switch columns[place].kind {
        case .number, .percent: " class=\"figure\""
        case .day: " class=\"day\""
        case .text: hasHeader || place % 2 == 1 ? "" : " class=\"label\""
        }
    }

    /// `12.5%`.
    private static func percent(_ part: Int, of whole: Int) -> String {
        let tenths = part * 1_000 / max(whole, 1)
        return "\(tenths / 10).\(tenths % 10)%"
    }
}

extension PaperBars {
    /// A drawing 700 wide, a bar every 20.
    fileprivate var svg: String {
        let height = 30 + bars.count * 20
        let drawn = bars.enumerated().map { place, bar in
            let top = 30 + place * 20
            let length = Int(bar.share * 480)
            return """
                <text x="140" y="\(top + 12)" text-anchor="end">\(bar.name.escaped)</text>\
                <rect x="148" y="\(top)" width="\(length)" height="15" fill="#7f7f7f"/>\
                <text x="\(154 + length)" y="\(top + 12)">\(bar.shown.escaped)</text>

                """
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="700" height="\(height)" viewBox="0 0 700 \(height)" font-size="12">
            <text x="0" y="16" font-size="14">\(title.escaped)</text>

            """ + drawn.joined() + "</svg>\n"
    }
}

extension String {
    /// The text as HTML, without characters that would steer or deceive.
    fileprivate var escaped: String {
        PlainText.safe(self).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
