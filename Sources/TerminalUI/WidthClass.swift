/// What a code point does in a line of cells.
enum WidthClass: UInt8 {
    /// One cell everywhere.
    case narrow
    /// Two cells everywhere: Han (Extensions H and I too), kana, Hangul, full-width forms, most emoji.
    case wide
    /// One cell or two, by the terminal's font: “ ” — … · ※ ① ● ○ ★ √ ×.
    case ambiguous
    /// A combining mark, drawn in the cell before it.
    case mark
    /// Nothing to see, and so never shown as it is: bidi controls, ZWSP, ZWJ, BOM, tags, fillers.
    case hidden
    /// Private use: rare characters of old Chinese systems, as wide as the ambiguous ones.
    case privateUse
    /// C0, C1, surrogates and noncharacters.
    case control
    /// A variation selector. It only chooses between pictures of the same character.
    case selector

    init(_ point: UInt32) {
        switch point {
        case 0x20...0x7E: self = .narrow
        case 0x4E00...0x9FFF: self = .wide
        case 0...0x10FFFF: self = WidthClass.lookUp(point)
        default: self = .control
        }
    }

    /// The class of the last run that begins at or before the code point.
    private static func lookUp(_ point: UInt32) -> WidthClass {
        let sought = point << 3 | 7
        var low = 0
        var high = WidthTable.runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if WidthTable.runs[middle] <= sought { low = middle } else { high = middle }
        }
        return WidthClass(rawValue: UInt8(WidthTable.runs[low] & 7)) ?? .control
    }
}
