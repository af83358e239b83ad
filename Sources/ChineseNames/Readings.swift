import PartyWork

/// How the characters of names are read, looked up by code point; built from the table at the first search, so that
/// nothing before the first paint waits for it.
final class Readings: Sendable {
    static let shared = Readings(ReadingTable.lines)

    /// For each code point the number of its set of readings; 0 is the empty set.
    private let sets: [UInt16]
    /// Where each set begins in `syllables`; it ends where the next begins.
    private let starts: [Int]
    private let syllables: [Syllable]

    /// A syllable without its tone, `zhuang` at the longest: a letter a byte, the first one lowest.
    struct Syllable: Hashable, Sendable {
        let letters: UInt64
        let count: Int

        init(_ text: some Collection<UInt8>) {
            letters = text.reversed().reduce(0) { $0 << 8 | UInt64($1) }
            count = text.count
        }

        /// How many of its letters, from the first on, stand at the beginning of a query's eight.
        func common(with window: UInt64) -> Int { min(count, (letters ^ window).trailingZeroBitCount >> 3) }
    }

    /// Reads lines of a syllable, a space and the characters that may be read so.
    init(_ lines: String) {
        var builder = Builder()
        var sets = [UInt16](repeating: 0, count: 0x32400)
        var starts = [0]
        var syllables: [Syllable] = []
        for line in lines.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
            let readings = Readings.spellings(line[..<space])
            for scalar in Substring(line[space...].dropFirst()).unicodeScalars {
                let point = Int(scalar.value)
                for reading in readings { sets[point] = builder.adding(reading, to: sets[point]) }
            }
        }
        for set in builder.sets {
            syllables += set
            starts.append(syllables.count)
        }
        (self.sets, self.starts, self.syllables) = (sets, starts, syllables)
    }

    /// Where the readings of a folded code point stand; empty for one that has none.
    func range(of point: UInt32) -> Range<Int> {
        guard point >= 0x3007, point < sets.count else { return 0..<0 }
        let set = Int(sets[Int(point)])
        return starts[set]..<starts[set + 1]
    }

    /// The reading at a place of ``range(of:)``.
    subscript(place: Int) -> Syllable { syllables[place] }

    /// ü is typed v or u.
    private static func spellings(_ syllable: Substring.UTF8View) -> [Syllable] {
        let v = UInt8(ascii: "v")
        guard syllable.contains(v) else { return [Syllable(syllable)] }
        return [Syllable(syllable), Syllable(syllable.map { $0 == v ? UInt8(ascii: "u") : $0 })]
    }

    /// Gives each set of readings a number; there are a thousand sets for forty thousand characters.
    private struct Builder {
        var sets: [[Syllable]] = [[]]
        private var larger: [Step: UInt16] = [:]

        private struct Step: Hashable {
            let set: UInt16
            let added: Syllable
        }

        mutating func adding(_ syllable: Syllable, to set: UInt16) -> UInt16 {
            if sets[Int(set)].contains(syllable) { return set }
            let step = Step(set: set, added: syllable)
            if let known = larger[step] { return known }
            sets.append(sets[Int(set)] + [syllable])
            larger[step] = UInt16(sets.count - 1)
            return UInt16(sets.count - 1)
        }
    }
}
