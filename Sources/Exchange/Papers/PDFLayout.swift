import Papers
import PartyWork

/// Lays a paper out as blocks from top to bottom.
struct PDFLayout {
    private let paper: Paper
    private let output: PDFOutput
    private let width: Double
    private let height: Double
    private(set) var blocks: [PDFBlock] = []

    private static let title = PDFText.Style(font: .title, size: 22)
    private static let heading = PDFText.Style(font: .heading, size: 12)
    private static let line = PDFText.Style(font: .body, size: 10.5)
    private static let note = PDFText.Style(font: .body, size: 9)

    init(_ paper: Paper, _ output: PDFOutput) {
        self.paper = paper
        self.output = output
        (width, height) = PaperPDF.Sheet.room(isWide: paper.isWide)
    }

    /// Lays out the whole paper.
    mutating func lay() {
        let own = paper.heading
        add(own.title, PDFLayout.title, .centre, below: 8, keepsNext: true)
        let lines = ["\(own.place)　　\(own.period)", own.subject, own.rule.isEmpty ? "" : "口径：\(own.rule)", own.made]
        for text in lines where !text.isEmpty { add(text, PDFLayout.line, below: 2, keepsNext: true) }
        for table in paper.tables { lay(table) }
        draw()
        for (place, line) in paper.foot.enumerated() { add(line, PDFLayout.note, above: place == 0 ? 8 : 1) }
        sign()
    }

    private mutating func add(
        _ text: String, _ style: PDFText.Style, _ side: PDFText.Side = .left, above: Double = 0, below: Double = 0,
        keepsNext: Bool = false
    ) {
        let text = PDFText(PlainText.safe(text), style, side, y: above, width: width)
        let page = PageBlock(height: above + output.height(of: text) + below, keepsNext: keepsNext)
        blocks.append(PDFBlock(page: page, texts: [text]))
    }

    /// Signatures stand on no page of their own.
    private mutating func sign() {
        guard !paper.signatures.isEmpty else { return }
        blocks[blocks.count - 1].page.keepsNext = true
        let places = paper.signatures.map { "\($0)（签字）：__________" }.joined(separator: "    ")
        add(places, PDFLayout.line, above: 22, keepsNext: true)
        add("日期：______ 年 ____ 月 ____ 日", PDFLayout.line, above: 12)
    }

    // MARK: - Tables

    private mutating func lay(_ table: PaperTable) {
        let form = PDFTable(table, width: width, isBlank: paper.isBlank)
        if table.title.isEmpty {
            blocks.append(PDFBlock(page: PageBlock(height: 6, keepsNext: true)))
        } else {
            add(table.title, PDFLayout.heading, above: 10, below: 3, keepsNext: true)
        }
        let header = table.hasHeader ? blocks.count : nil
        if table.hasHeader {
            var block = form.header(output)
            block.page.keepsNext = true
            blocks.append(block)
        }
        let room = height - (header.map { blocks[$0].page.height } ?? 0)
        for row in table.rows { append(form.rows(row, isTotal: false, room, output), header) }
        // The last row goes with the totals, so that none of them stands alone.
        for total in table.totals {
            blocks[blocks.count - 1].page.keepsNext = true
            append(form.rows(total, isTotal: true, room, output), header)
        }
    }

    private mutating func append(_ rows: [PDFBlock], _ header: Int?) {
        for var row in rows {
            row.page.header = header
            blocks.append(row)
        }
    }

    // MARK: - The chart

    private mutating func draw() {
        guard let bars = paper.bars else { return }
        add(bars.title, PDFLayout.heading, above: 10, below: 3, keepsNext: true)
        for (place, bar) in bars.bars.enumerated() {
            let length = bar.share * (width - 170)
            let name = PDFText(PlainText.safe(bar.name), PDFLayout.note, .right, y: 1, width: 100)
            let shown = PDFText(PlainText.safe(bar.shown), PDFLayout.note, x: 112 + length, y: 1, width: 0)
            let box = PDFBlock.Box(x: 106, y: 2, width: length, height: 10, grey: 0.5)
            let page = PageBlock(
                height: max(15, output.height(of: name) + 2), keepsNext: place < bars.bars.count - 1)
            blocks.append(PDFBlock(page: page, boxes: [box], texts: [name, shown]))
        }
    }
}
