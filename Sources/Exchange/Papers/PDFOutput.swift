import CPango
import PartyWork

/// A PDF document on its way to a file, page by page; lengths are points from the upper left corner.
final class PDFOutput {
    let fonts: PDFFonts
    private let file: OutputFile
    private let document: OpaquePointer
    private var isOpen = true
    /// How many characters no installed font has.
    private(set) var unknown = 0
    private var lineHeights: [PDFText.Style: Double] = [:]

    /// Begins a document in a new file that only its owner may read.
    init(creating path: String, title: String, author: String) throws(FileFault) {
        guard cp_is_there() != 0 else { throw .noPDFLibrary }
        fonts = try PDFFonts.installed()
        file = try OutputFile(creating: path)
        guard let document = cp_open(file.descriptor, PlainText.safe(title), PlainText.safe(author)) else {
            throw .unwritable(0)
        }
        self.document = document
    }

    deinit {
        if isOpen { cp_close(document) }
    }

    /// Writes the end of the file.
    func close() throws(FileFault) {
        isOpen = false
        try PDFOutput.check(cp_close(document))
    }

    func beginPage(width: Double, height: Double) throws(FileFault) {
        try PDFOutput.check(cp_begin_page(document, width, height))
    }

    private static func check(_ number: Int32) throws(FileFault) { if number != 0 { throw .unwritable(number) } }

    /// Draws what stands in a block whose upper left corner is given.
    func draw(_ block: PDFBlock, x: Double, y: Double) {
        for box in block.boxes {
            let (width, height) = (box.width, box.height ?? block.page.height)
            if let grey = box.grey { cp_fill(document, grey, x + box.x, y + box.y, width, height) }
            if box.hasFrame { cp_frame(document, x + box.x, y + box.y, width, height) }
        }
        for text in block.texts {
            set(text) { set in
                unknown += Int(cp_unknown(set))
                cp_draw(document, set, x + text.x, y + text.y)
            }
        }
    }

    /// How high a text stands; what surely takes one line is not set for it, which thousands of rows would feel.
    func height(of text: PDFText) -> Double {
        text.isSurelyOneLine ? lineHeight(text.style) : set(text) { cp_height($0) }
    }

    func lineHeight(_ style: PDFText.Style) -> Double {
        if let known = lineHeights[style] { return known }
        let height = set(PDFText("国", style, width: 0)) { cp_height($0) }
        lineHeights[style] = height
        return height
    }

    /// The part of a text whose lines end above a height, and the rest.
    func split(_ text: PDFText, at height: Double) -> (head: String, rest: String) {
        let bytes = set(text) { cp_fitting($0, height) }
        let all = text.text.utf8
        let end = all.index(all.startIndex, offsetBy: bytes, limitedBy: all.endIndex) ?? all.endIndex
        return (String(text.text[..<end]), String(text.text[end...]))
    }

    private func set<Value>(_ text: PDFText, _ work: (OpaquePointer?) -> Value) -> Value {
        fonts[text.style.font].withCString { family in
            let style = cp_style(family: family, size: text.style.size, side: Int32(text.side.rawValue))
            let set = cp_set(document, text.text, style, text.width)
            defer { cp_free(set) }
            return work(set)
        }
    }
}
