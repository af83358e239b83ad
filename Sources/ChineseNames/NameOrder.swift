import PartyWork

/// Where a name stands among others: character for character by pinyin or by strokes, a surname by its reading as one, numbers by
/// value; equal names by code point.
///
/// Files and JSON stay in the order of code points (CONTRACT, `export`).
package struct NameOrder: Comparable, Sendable {
    private let weights: [UInt64]
    private let name: String

    /// What has the name.
    package enum Kind: Sendable {
        /// A person, whose name begins with a surname and holds no numbers: 张三 stands under S.
        case person
        /// A village, a group, a cooperative, anything with a title: 第二组 stands before 第十组.
        case thing
    }

    /// What characters are ordered by.
    package enum Collation: Sendable {
        case pinyin
        /// 笔画, as official lists do: by their number, then 横竖撇点折.
        case strokes
    }

    /// The place of a name.
    package init(_ name: String, _ kind: Kind, by collation: Collation = .pinyin) {
        self.name = name
        let letters = FoldedText(name).letters
        let table = CharacterOrder.of(collation)
        var weights: [UInt64] = []
        var place = 0
        if kind == .person, collation == .pinyin {
            weights = Surname.readings(of: letters).enumerated().map { table.weight(letters[$0], read: $1) }
            place = weights.count
        }
        while place < letters.count {
            if kind == .thing, let number = NumberInName(letters, at: place) {
                weights.append(CharacterOrder.number(number.value))
                place = number.end
            } else {
                weights.append(table.weight(letters[place]))
                place += 1
            }
        }
        self.weights = weights
    }

    package static func < (one: NameOrder, other: NameOrder) -> Bool {
        if one.weights != other.weights { return one.weights.lexicographicallyPrecedes(other.weights) }
        return one.name.unicodeScalars.lexicographicallyPrecedes(other.name.unicodeScalars)
    }

    package static func == (one: NameOrder, other: NameOrder) -> Bool { one.name.hasSameCodePoints(as: other.name) }
}

/// The order of characters; built from its table at the first sort.
final class CharacterOrder: Sendable {
    private static let pinyin = CharacterOrder(PinyinTable.groups, isCounted: false)
    private static let strokes = CharacterOrder(StrokeTable.groups, isCounted: true)

    private let weights: [UInt32: UInt64]
    /// The number of each syllable with its tone.
    private let syllables: [Substring: UInt64]

    static func of(_ collation: NameOrder.Collation) -> CharacterOrder { collation == .pinyin ? pinyin : strokes }

    /// Signs, numbers, letters, Han in order, Han without; the weight of the first is the code point itself.
    private enum Rank: UInt64 {
        case sign, number, letter, known, unknown

        func weight(_ value: UInt64) -> UInt64 { rawValue << 56 | value }
    }

    /// Reads groups of a key and the characters under it; of one syllable they are ordered by code point, of one number
    /// of strokes as they stand.
    private init(_ groups: String, isCounted: Bool) {
        var weights: [UInt32: UInt64] = [:]
        var syllables: [Substring: UInt64] = [:]
        for text in groups.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let key = text.prefix(while: \.isASCII)
            let group = syllables[key] ?? UInt64(syllables.count)
            syllables[key] = group
            for scalar in text[key.endIndex...].unicodeScalars {
                let place = isCounted ? UInt64(weights.count) : UInt64(scalar.value)
                weights[scalar.value] = Rank.known.weight(group << 24 | place)
            }
        }
        (self.weights, self.syllables) = (weights, syllables)
    }

    /// The weight of a character, folded as ``FoldedText/letters``.
    func weight(_ letter: UInt32) -> UInt64 {
        if let weight = weights[letter] { return weight }
        switch letter {
        case 0x61...0x7A, 0xC0..<0x2000: return Rank.letter.weight(UInt64(letter))
        case 0x3400...: return Rank.unknown.weight(UInt64(letter))
        default: return Rank.sign.weight(UInt64(letter))
        }
    }

    /// The weight of a character that is read in another way than usual; nil says as usual.
    func weight(_ letter: UInt32, read syllable: Substring?) -> UInt64 {
        guard let syllable, let group = syllables[syllable] else { return weight(letter) }
        return Rank.known.weight(group << 24 | UInt64(letter))
    }

    /// The weight of a number.
    static func number(_ value: UInt64) -> UInt64 { Rank.number.weight(min(value, 1 << 50)) }
}

/// A number inside a title, written in digits or in Chinese.
struct NumberInName {
    let value: UInt64
    /// Where the text goes on.
    let end: Int

    /// Chinese numerals are meant as a number after 第 and before what is counted or numbered; 一心村 and 三家台村 are just names.
    private static let counted = Set("组队村社区片号户期批次届年月日季周支党班栋单室楼层段街路巷条".unicodeScalars.map(\.value))
    private static let numerals: [UInt32: (value: UInt64, isUnit: Bool)] = {
        var numerals: [UInt32: (value: UInt64, isUnit: Bool)] = [:]
        for (value, scalar) in "〇一二三四五六七八九".unicodeScalars.enumerated() {
            numerals[scalar.value] = (UInt64(value), false)
        }
        for (scalar, value) in zip("零两".unicodeScalars, [0, 2] as [UInt64]) { numerals[scalar.value] = (value, false) }
        for (scalar, value) in zip("十百千".unicodeScalars, [10, 100, 1000] as [UInt64]) {
            numerals[scalar.value] = (value, true)
        }
        return numerals
    }()

    /// The number that begins at a place of a folded name; nil if none does.
    init?(_ letters: [UInt32], at place: Int) {
        func run(_ belongs: (UInt32) -> Bool) -> ArraySlice<UInt32> { letters[place...].prefix(while: belongs) }
        let digits = run { (0x30...0x39).contains($0) }
        if !digits.isEmpty {
            value = digits.reduce(0) { min($0, 1 << 50) * 10 + UInt64($1 - 0x30) }
            end = digits.endIndex
            return
        }
        let words = run { NumberInName.numerals[$0] != nil }
        let isAfterOrdinal = place > 0 && letters[place - 1] == 0x7B2C
        let isCounted = words.endIndex < letters.count && NumberInName.counted.contains(letters[words.endIndex])
        guard !words.isEmpty, isAfterOrdinal || isCounted else { return nil }
        value = NumberInName.value(words)
        end = words.endIndex
    }

    /// 二十三, 一百零五, and a numeral a digit: 二〇一六.
    private static func value(_ words: ArraySlice<UInt32>) -> UInt64 {
        let numerals = words.compactMap { NumberInName.numerals[$0] }
        if !numerals.contains(where: \.isUnit) { return numerals.reduce(0) { min($0, 1 << 50) * 10 + $1.value } }
        var (sum, digit): (UInt64, UInt64) = (0, 0)
        for numeral in numerals {
            if numeral.isUnit {
                sum += max(digit, 1) * numeral.value
                digit = 0
            } else {
                digit = numeral.value
            }
        }
        return sum + digit
    }
}
