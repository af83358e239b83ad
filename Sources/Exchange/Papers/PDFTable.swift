import Papers
import PartyWork

/// Makes blocks of the rows of a table: how wide its columns are, and how their texts stand.
struct PDFTable {
    private let table: PaperTable
    private let widths: [Double]
    private let size: Double
    private let padding: (side: Double, top: Double)
    private let isBlank: Bool

    private static let most = 10.0
    private static let least = 7.0
    /// How high a row is that is filled in by hand: 6 mm.
    private static let written = 17.0

    /// A table wider than the paper gets smaller letters, and narrower columns where they would be too small; one that nearly fills it
    /// fills it.
    ///
    /// - Parameter air: what part of the room above and below a text is left.
    init(_ table: PaperTable, width: Double, air: Double, isBlank: Bool) {
        self.table = table
        padding = (side: 2.5, top: 1.5 * air)
        self.isBlank = isBlank
        // A Han character takes two cells, and two more are room within the borders.
        let natural = table.columns.map { Double($0.width + 2) * PDFTable.most / 2 }
        let sum = natural.reduce(0, +)
        let scale = sum > width * 0.8 ? width / sum : 1
        widths = natural.map { $0 * scale }
        size = min(PDFTable.most, max(PDFTable.least, PDFTable.most * scale))
    }

    func header(_ output: PDFOutput) -> PDFBlock {
        let texts = table.columns.indices.map {
            text(table.columns[$0].heading, PDFText.Style(font: .heading, size: size), .centre, $0)
        }
        var block = framed(texts, output, grey: 0.9)
        // Headings stand in the middle of their height.
        for place in block.texts.indices {
            block.texts[place].y = (block.page.height - output.height(of: block.texts[place])) / 2
        }
        return block
    }

    /// The blocks of a row: more than one only where it is higher than a page has room.
    func rows(_ row: [PaperCell], isTotal: Bool, _ room: Double, _ output: PDFOutput) -> [PDFBlock] {
        var texts = row.indices.map { place in
            let kind = table.columns[place].kind
            let isLabel = isTotal || !table.hasHeader && place % 2 == 0
            let style = PDFText.Style(font: isLabel ? .heading : .body, size: size)
            let side: PDFText.Side = kind.isFigure ? .right : kind == .day ? .centre : .left
            return text(row[place].shown, style, side, place)
        }
        var blocks: [PDFBlock] = []
        var block = framed(texts, output)
        while block.page.height > room {
            let parts = texts.map { output.split($0, at: room - 2 * padding.top) }
            guard parts.contains(where: { !$0.head.isEmpty }) else { break }
            for place in texts.indices { texts[place].text = parts[place].head }
            blocks.append(framed(texts, output))
            for place in texts.indices { texts[place].text = parts[place].rest }
            block = framed(texts, output)
        }
        return blocks + [block]
    }

    private func text(_ text: String, _ style: PDFText.Style, _ side: PDFText.Side, _ place: Int) -> PDFText {
        PDFText(
            PlainText.safe(text), style, side, x: left(place) + padding.side, y: padding.top,
            width: widths[place] - 2 * padding.side)
    }

    private func left(_ place: Int) -> Double { widths[..<place].reduce(0, +) }

    private func framed(_ texts: [PDFText], _ output: PDFOutput, grey: Double? = nil) -> PDFBlock {
        let line = output.lineHeight(PDFText.Style(font: .body, size: size))
        let highest = texts.reduce(line) { max($0, $1.text.isEmpty ? 0 : output.height(of: $1)) }
        let boxes = widths.indices.map {
            PDFBlock.Box(x: left($0), width: widths[$0], grey: grey, hasFrame: true)
        }
        let height = max(highest + 2 * padding.top, isBlank ? PDFTable.written : 0)
        return PDFBlock(page: PageBlock(height: height), boxes: boxes, texts: texts.filter { !$0.text.isEmpty })
    }
}
