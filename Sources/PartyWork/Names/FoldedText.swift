/// A text as names are compared, everywhere: in searches, pickers and the palette, when a file names somebody, when
/// names are near.
///
/// Left out are blanks, dots and signs that select a variant; width, case and other forms of a character are folded
/// (``NameFolds``). Names are stored as typed and only compared this way.
package struct FoldedText: Sendable, Hashable {
    /// The skeleton, a code point a character.
    package let points: [UInt32]
    /// The characters before their other forms were folded: whoever types a reading means this one.
    package let letters: [UInt32]

    /// Stands between texts that belong together; no word holds it.
    static let separator: UInt32 = 0

    /// A single text.
    package init(_ text: String) { self.init([text]) }

    /// Texts that belong together, each a word's whole room.
    package init(_ texts: [String]) {
        let folds = NameFolds.shared
        var points: [UInt32] = []
        var letters: [UInt32] = []
        for (number, text) in texts.enumerated() {
            if number > 0 {
                points.append(FoldedText.separator)
                letters.append(FoldedText.separator)
            }
            for scalar in text.unicodeScalars where !FoldedText.isLeftOut(scalar.value) {
                let letter = folds.letter(FoldedText.plain(scalar))
                letters.append(letter)
                points.append(folds.form(letter))
            }
        }
        self.points = points
        self.letters = letters
    }

    /// Where ranges of a folded text stand in the text itself, in its code points.
    package static func unfold(_ ranges: [Range<Int>], in text: String) -> [Range<Int>] {
        if ranges.isEmpty { return [] }
        let kept = text.unicodeScalars.enumerated().filter { !isLeftOut($0.element.value) }.map(\.offset)
        return ranges.map { $0.isEmpty ? 0..<0 : kept[$0.lowerBound]..<kept[$0.upperBound - 1] + 1 }
    }

    /// Small letters in ASCII's width, ü as v.
    private static func plain(_ scalar: Unicode.Scalar) -> UInt32 {
        let point = scalar.value
        switch point {
        case 0x41...0x5A: return point + 0x20
        case 0..<0x80: return point
        case 0xFC, 0xDC: return 0x76
        case 0x2E80..<0xF900: return point
        case 0xFF21...0xFF3A: return point - 0xFEC0
        case 0xFF01...0xFF5E: return point - 0xFEE0
        default:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? lower.first?.value ?? point : point
        }
    }

    // MARK: - What is left out

    /// Whether a code point parts words.
    package static func isBlank(_ point: UInt32) -> Bool {
        switch point {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a code point makes no difference: a blank, a dot, what is not seen, a variation selector.
    static func isLeftOut(_ point: UInt32) -> Bool {
        switch point {
        case 0x4E00..<0xA000: false
        case 0xAD, 0x34F, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
            0xE0100...0xE01EF:
            true
        default: isBlank(point) || dots.contains(point)
        }
    }

    /// What stands between the parts of a name in other languages of the country, in every form met in lists.
    private static let dots = Set("·•・･‧∙⋅●◦⸱⸰᛫⦁˙·ꞏ𐄁⚫.．﹒。｡-－﹣‐‑‒–—―−".unicodeScalars.map(\.value))
}
