/// SplitMix64: random, and the same in every run.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// A generator that gives the same numbers for the same seed.
    package init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// Words as they stand in a ledger, with whatever else gets into one.
    package mutating func hostileText() -> String {
        let pieces = [
            "村", "龙凤镇", "a", "“", "—", "\u{1B}]52;c;AA\u{7}", "\u{9B}", "\u{202E}", "\u{FEFF}", "\u{200B}", "\t", "\n",
            "\r",
            "\u{301}", "\u{2EBF0}", "😀", "\u{E000}", " ", "①", "\u{FE0F}", "\u{200D}", "\u{E0041}", "한",
            "\u{1100}\u{1161}",
        ]
        return (0..<Int.random(in: 0...12, using: &self)).map { _ in element(of: pieces) }.joined()
    }

    /// One of some values.
    package mutating func element<Value>(of values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &self)]
    }
}
