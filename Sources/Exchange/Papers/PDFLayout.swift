import Papers
import PartyWork

/// Lays a paper out as blocks from top to bottom.
struct PDFLayout {
    private let paper: Paper
    private let output: PDFOutput
    private let width: Double
    private let height: Double
    /// What part of the room between things is left.
    private let air: Double
    private(set) var blocks: [PDFBlock] = []

    private static let title = PDFText.Style(font: .title, size: 22)
    private static let heading = PDFText.Style(font: .heading, size: 12)
    private static let line = PDFText.Style(font: .body, size: 10.5)
    private static let note = PDFText.Style(font: .body, size: 9)
    /// So many rows of a table stay on one page.
    private static let short = 10

    /// - Parameter isTight: whether things stand a little nearer, which may save a page.
    init(_ paper: Paper, _ output: PDFOutput, isTight: Bool = false) {
        self.paper = paper
        self.output = output
        air = isTight ? 0.5 : 1
        (width, height) = PaperPDF.Sheet.room(isWide: paper.isWide)
    }

    /// Lays out the whole paper.
    mutating func lay() {
        add(paper.heading.title, PDFLayout.title, .centre, below: 8, keepsNext: true)
        for line in paper.lines { add(line.left, line.right) }
        for table in paper.tables { lay(table) }
        draw()
        sign()
        addFoot()
    }

    /// What is small at the end stands on no page of its own; on the long side of the paper two lines stand beside each other.
    private mutating func addFoot() {
        var rest = paper.foot[...]
        while let line = rest.popFirst() {
            blocks[blocks.count - 1].page.keepsNext = true
            let above = rest.count == paper.foot.count - 1 ? 10.0 : 1
            if let next = rest.first, paper.isWide,
                let both = pair(line, next, PDFLayout.note, .left, at: width / 2, above: above * air)
            {
                blocks.append(both)
                rest.removeFirst()
            } else {
                add(line, PDFLayout.note, above: above)
            }
        }
    }

    /// Two texts side by side, or below each other where they have no room.
    private mutating func add(_ left: String, _ right: String) {
        if !right.isEmpty, var both = pair(left, right, PDFLayout.line, .right, at: width * 0.6) {
            both.page.height += 2
            both.page.keepsNext = true
            blocks.append(both)
            return
        }
        for text in [left, right] where !text.isEmpty { add(text, PDFLayout.line, below: 2, keepsNext: true) }
    }

    /// Two texts of a line each beside each other; nil where one of them has no room.
    private func pair(
        _ left: String, _ right: String, _ style: PDFText.Style, _ side: PDFText.Side, at part: Double,
        above: Double = 0
    ) -> PDFBlock? {
        let texts = [
            PDFText(PlainText.safe(left), style, y: above, width: part - 8),
            PDFText(PlainText.safe(right), style, side, x: part, y: above, width: width - part),
        ]
        let line = output.lineHeight(style)
        guard texts.allSatisfy({ output.height(of: $0) < line * 1.5 }) else { return nil }
        return PDFBlock(page: PageBlock(height: above + line), texts: texts)
    }

    private mutating func add(
        _ text: String, _ style: PDFText.Style, _ side: PDFText.Side = .left, above: Double = 0, below: Double = 0,
        keepsNext: Bool = false
    ) {
        let text = PDFText(PlainText.safe(text), style, side, y: above * air, width: width)
        let page = PageBlock(height: (above + below) * air + output.height(of: text), keepsNext: keepsNext)
        blocks.append(PDFBlock(page: page, texts: [text]))
    }

    /// Signatures stand on no page of their own.
    private mutating func sign() {
        guard let last = paper.signing.last else { return }
        blocks[blocks.count - 1].page.keepsNext = true
        for line in paper.signing.dropLast() { add(line, PDFLayout.line, above: 20, keepsNext: true) }
        add(last, PDFLayout.line, above: 12)
    }

    // MARK: - Tables

    private mutating func lay(_ table: PaperTable) {
        let form = PDFTable(table, width: width, air: air, isBlank: paper.isBlank)
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
        for (place, row) in table.rows.enumerated() {
            append(form.rows(row, isTotal: false, room, output), header)
            // A short table stays whole; of a long one no row stands alone on the last page.
            let isKept = table.rows.count <= PDFLayout.short || place >= table.rows.count - 3
            if isKept, place < table.rows.count - 1 { blocks[blocks.count - 1].page.keepsNext = true }
        }
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
                height: max(10 + 5 * air, output.height(of: name) + 2 * air), keepsNext: place < bars.bars.count - 1)
            blocks.append(PDFBlock(page: page, boxes: [box], texts: [name, shown]))
        }
    }
}
