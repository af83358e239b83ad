/// Something on a page that no page's end cuts: a line, a row of a table, a bar.
struct PDFBlock {
    var page: PageBlock
    var boxes: [Box] = []
    var texts: [PDFText] = []

    /// An area within the block, as high as the block where nothing else is said.
    struct Box {
        var x = 0.0
        var y = 0.0
        var width: Double
        var height: Double?
        /// 0 black to 1 white.
        var grey: Double?
        var hasFrame = false
    }
}

/// A text within a block.
struct PDFText {
    var text: String
    var style: Style
    var side = Side.left
    var x = 0.0
    var y = 0.0
    /// The width of its lines; 0 for one line as long as it is.
    var width: Double

    struct Style: Hashable {
        let font: PDFFonts.Kind
        let size: Double
    }

    /// The side on which lines stand, by the numbers of pango.
    enum Side: Int {
        case left
        case centre
        case right
    }

    init(_ text: String, _ style: Style, _ side: Side = .left, x: Double = 0, y: Double = 0, width: Double) {
        self.text = text
        self.style = style
        self.side = side
        (self.x, self.y, self.width) = (x, y, width)
    }

    /// Whether it fits one line in whatever font: of digits, small letters and Han characters, which every font for Chinese has.
    var isSurelyOneLine: Bool {
        var room = width / style.size
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", "a"..."l", "n"..."v", "x"..."z", " ", "-", ".", ":": room -= 0.65
            case "\u{4E00}"..."\u{9FFF}", "A"..."Z", "m", "w", "%", "，", "、", "；", "：", "（", "）": room -= 1
            default: return false
            }
        }
        return room >= 0
    }
}
