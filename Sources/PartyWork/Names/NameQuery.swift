/// What an officer types to find a name: Han, pinyin in full or begun, initials, or a mixture (`东河`, `donghe`, `dh`,
/// `东h` for 东河村); digits and letters for codes. Words apart by spaces must all be found, in any order.
///
/// Each character of a name is met by itself or by the beginning of any of its readings, and a word's characters stand next
/// to each other in the name. Full-width and capital letters are as good as plain ones.
package struct NameQuery: Sendable, Hashable {
    private let words: [QueryWord]

    /// A query as typed.
    package init(_ text: String) {
        words = FoldedText(text).points.split(separator: FoldedText.space).map { QueryWord(Array($0)) }
    }

    /// Whether nothing is looked for, so that everything is found.
    package var isEmpty: Bool { words.isEmpty }

    /// Whether a text holds all words.
    package func finds(_ text: String) -> Bool {
        if isEmpty { return true }
        let name = FoldedText(text).points
        return words.allSatisfy { $0.place(in: name) != nil }
    }

    /// Where the words stand in a name and how well they fit; nil if one is missing.
    package func match(_ text: String) -> NameMatch? {
        let name = FoldedText(text).points
        var rank = NameMatch.best
        var characters: [Range<Int>] = []
        for word in words {
            guard let place = word.place(in: name) else { return nil }
            rank = max(rank, place.rank(in: name.count))
            characters.append(place.characters)
        }
        return NameMatch(characters: characters, rank: rank)
    }

    /// The code points of a text that any of the words met, for it to be marked; of several places the first.
    package func marks(in text: String) -> [Range<Int>] {
        let name = FoldedText(text).points
        return words.compactMap { $0.place(in: name)?.characters }
    }
}

/// How a query fits a name.
package struct NameMatch: Sendable, Hashable {
    /// The code points of the name that each word met.
    package let characters: [Range<Int>]
    /// 0 for the whole name written out; the higher the worse: begun or abbreviated, only the name's start, only its middle.
    package let rank: Int

    static let best = 0
    /// Worse than any match: for what was found elsewhere than in the name.
    package static let elsewhere = 6
}

/// A text as it is compared: code points, full-width signs as ASCII, small letters, ü as v.
struct FoldedText {
    let points: [UInt32]

    static let space = UInt32(0x20)

    init(_ text: String) {
        points = text.unicodeScalars.map { FoldedText.fold($0) }
    }

    private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        let point = scalar.value
        switch point {
        case 0x41...0x5A: return point + 0x20
        case 0..<0x80: return point
        case 0xFC, 0xDC: return 0x76
        case 0x3000, 0xA0: return space
        case 0x2E80..<0xF900: return point
        case 0xFF21...0xFF3A: return point - 0xFEC0
        case 0xFF01...0xFF5E: return point - 0xFEE0
        default:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? lower.first?.value ?? point : point
        }
    }
}
