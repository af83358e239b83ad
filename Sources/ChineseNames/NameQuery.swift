import PartyWork

/// What an officer types to find a name: Han, pinyin in full or begun, initials, or a mixture (`东河`, `donghe`, `dh`,
/// `东h` for 东河村); digits and letters for codes.
///
/// Words apart by spaces must all be found, in any order.
///
/// Each character of a name is met by itself or by the beginning of any of its readings, and a word's characters stand next
/// to each other in the name. Both are compared by one skeleton (``FoldedText``): blanks, dots, width and other forms of a
/// character make no difference.
package struct NameQuery: Sendable, Hashable {
    private let words: [QueryWord]

    private init(words: [QueryWord]) { self.words = words }

    /// A query as typed.
    package init(_ text: String) {
        words = text.unicodeScalars.split { FoldedText.isBlank($0.value) }
            .map { FoldedText(String($0)).points }.filter { !$0.isEmpty }.map { QueryWord($0) }
    }

    /// Whether nothing is looked for, so that everything is found.
    package var isEmpty: Bool { words.isEmpty }

    /// Whether a text holds all words.
    package func finds(_ text: String) -> Bool { finds([text]) }

    /// Whether all words are found in texts that belong together, each word within one of them.
    package func finds(_ texts: [String]) -> Bool { isEmpty || finds(FoldedText(texts)) }

    /// Whether all words are found in texts that were folded before.
    package func finds(_ text: FoldedText) -> Bool { words.allSatisfy { $0.hit(in: text) != nil } }

    /// The words that none of some texts holds.
    package func missing(in texts: [String]) -> NameQuery {
        let folded = FoldedText(texts)
        return NameQuery(words: words.filter { $0.hit(in: folded) == nil })
    }

    /// Whether a text holds any of the words.
    package func touches(_ text: String) -> Bool {
        let folded = FoldedText(text)
        return words.contains { $0.hit(in: folded) != nil }
    }

    /// Where the words stand in a name and how well they fit; nil if one is missing.
    package func match(_ text: String) -> NameMatch? {
        let name = FoldedText(text)
        var rank = NameMatch.best
        var characters: [Range<Int>] = []
        for word in words {
            guard let hit = word.hit(in: name) else { return nil }
            rank = max(rank, hit.rank(in: name.points.count))
            characters.append(hit.characters)
        }
        return NameMatch(characters: FoldedText.unfold(characters, in: text), rank: rank)
    }

    /// The code points of a text that any of the words met, for it to be marked; of several places the first.
    package func marks(in text: String) -> [Range<Int>] {
        let name = FoldedText(text)
        return FoldedText.unfold(words.compactMap { $0.hit(in: name)?.characters }, in: text)
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
