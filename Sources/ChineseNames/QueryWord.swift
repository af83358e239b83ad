import PartyWork

/// A word of a query, and how it is found in a name.
struct QueryWord: Sendable, Hashable {
    /// The word, folded.
    private let points: [UInt32]
    /// From each place of the word on eight letters, as ``Readings/Syllable`` has them; 0xFF for what is no letter.
    private let windows: [UInt64]

    init(_ points: [UInt32]) {
        self.points = points
        windows = points.indices.map { start in
            (0..<8).reversed().reduce(0) { letters, offset in
                let at = start + offset
                let isLetter = at < points.count && (0x61...0x7A).contains(points[at])
                return letters << 8 | (isLetter ? UInt64(points[at]) : 0xFF)
            }
        }
    }

    /// Where a word stands in a name.
    struct Hit {
        let characters: Range<Int>
        /// Whether every character was met by itself or by a whole syllable, none by the beginning of one.
        let isWhole: Bool

        /// How well that is in a name of so many code points, see ``NameMatch/rank``.
        func rank(in count: Int) -> Int {
            let position = characters.lowerBound > 0 ? 2 : characters.upperBound < count ? 1 : 0
            return position * 2 + (isWhole ? 0 : 1)
        }
    }

    /// The first place in a folded name; nil if there is none.
    func hit(in name: FoldedText) -> Hit? {
        // A set of places in the word is a bit each. Nobody types a longer word; a pasted one is compared as it stands.
        guard points.count < UInt64.bitWidth else { return literalHit(in: name) }
        for start in name.points.indices {
            if let hit = hit(in: name, from: start) { return hit }
        }
        return nil
    }

    private func literalHit(in name: FoldedText) -> Hit? {
        name.points.firstRange(of: points).map { Hit(characters: $0, isWhole: true) }
    }

    /// Goes through the name from a character on, with all places of the word that may have been reached.
    private func hit(in name: FoldedText, from start: Int) -> Hit? {
        var reached = Reached(any: 1, whole: 1)
        for at in start..<name.points.count {
            reached = next(name.points[at], name.letters[at], from: reached)
            if reached.any >> points.count != 0 {
                return Hit(characters: start..<at + 1, isWhole: reached.whole >> points.count != 0)
            }
            if reached.any == 0 { return nil }
        }
        return nil
    }

    /// The places of the word that a part of the name may lead to.
    private struct Reached {
        var any: UInt64 = 0
        /// Those to which whole syllables lead.
        var whole: UInt64 = 0
    }

    private func next(_ point: UInt32, _ letter: UInt32, from before: Reached) -> Reached {
        let readings = Readings.shared
        let syllables = readings.range(of: letter)
        var after = Reached()
        var left = before.any
        while left != 0 {
            let place = left.trailingZeroBitCount
            left &= left - 1
            let wasWhole = before.whole >> place & 1
            if points[place] == point {
                after.any |= 1 << (place + 1)
                after.whole |= wasWhole << (place + 1)
            }
            for number in syllables {
                let syllable = readings[number]
                let common = syllable.common(with: windows[place])
                after.any |= (1 << common - 1) << (place + 1)
                if common == syllable.count { after.whole |= wasWhole << (place + common) }
            }
        }
        return after
    }
}
