import Papers
import PartyWork

/// Papers as a PDF: A4 with the fonts and titles of GB/T 9704, as far as tables take them, headers on every page, and text that
/// can be searched and copied.
package enum PaperPDF {
    /// Writes the document as a new file.
    ///
    /// - Parameter step: called with how many papers are written; may end the writing by throwing.
    /// - Returns: what officers should know of its fonts, in sentences.
    /// - Throws: `FileFault`, or what `step` throws.
    package static func write(
        _ papers: [Paper], to path: String, author: String, step: (Int) throws -> Void = { _ in }
    ) throws -> [String] {
        let output = try PDFOutput(creating: path, title: papers.first?.heading.title ?? "", author: author)
        for (place, paper) in papers.enumerated() {
            try draw(paper, on: output)
            try step(place + 1)
        }
        try output.close()
        let unknown = output.unknown
        let boxes = localized(
            "有 \(unknown) 个字本机的字体里没有，印成了方框；装上含有生僻字的字体再写一次",
            "\(plural(unknown, "character")) stand as boxes, because no installed font has them; install one that does and write it again"
        )
        return [output.fonts.remark, unknown > 0 ? boxes : nil].compactMap(\.self)
    }

    /// A4 in points: its sides, and what is left white around the text.
    enum Sheet {
        static let short = 595.28
        static let long = 841.89
        static let side = 34.0
        static let top = 40.0
        /// Under the text, with the page's number.
        static let foot = 50.0

        static func size(isWide: Bool) -> (width: Double, height: Double) { isWide ? (long, short) : (short, long) }
        static func room(isWide: Bool) -> (width: Double, height: Double) {
            let size = size(isWide: isWide)
            return (size.width - 2 * side, size.height - top - foot)
        }
    }

    private static func draw(_ paper: Paper, on output: PDFOutput) throws(FileFault) {
        let size = Sheet.size(isWide: paper.isWide)
        let (blocks, pages) = laid(paper, output)
        for (number, places) in pages.enumerated() {
            try output.beginPage(width: size.width, height: size.height)
            var y = Sheet.top
            for place in places {
                output.draw(blocks[place], x: Sheet.side, y: y)
                y += blocks[place].page.height
            }
            let foot = PDFText(
                "第 \(number + 1) 页，共 \(pages.count) 页", PDFText.Style(font: .body, size: 9), .centre,
                width: size.width - 2 * Sheet.side)
            output.draw(PDFBlock(page: PageBlock(height: 12), texts: [foot]), x: Sheet.side, y: size.height - 38)
        }
    }

    /// So many pages at the most are set a little tighter, where that saves one.
    private static let few = 6

    private static func laid(_ paper: Paper, _ output: PDFOutput) -> (blocks: [PDFBlock], pages: [[Int]]) {
        func laid(isTight: Bool) -> (blocks: [PDFBlock], pages: [[Int]]) {
            var layout = PDFLayout(paper, output, isTight: isTight)
            layout.lay()
            let room = Sheet.room(isWide: paper.isWide).height
            return (layout.blocks, PageBreaks.pages(layout.blocks.map(\.page), height: room))
        }
        let loose = laid(isTight: false)
        guard (2...few).contains(loose.pages.count) else { return loose }
        let tight = laid(isTight: true)
        return tight.pages.count < loose.pages.count ? tight : loose
    }
}
