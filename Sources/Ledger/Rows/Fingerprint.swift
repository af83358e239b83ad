/// 64 bits that stand for a row's texts (FNV-1a): the journal keeps one for each imported row, so that `check` sees a
/// row changed behind the program's back, and undo does not delete one.
///
/// It finds accidents, not forgers.
struct Fingerprint: Equatable, Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    /// Reads what `description` wrote; nil for anything else.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
        self.value = value
    }

    /// Takes in the next column's text.
    mutating func add(_ text: String) {
        var text = text
        value = text.withUTF8 { bytes in
            var value = value
            for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
            // A byte that no text has parts one column from the next.
            return (value ^ 0xFF) &* 0x100_0000_01B3
        }
    }

    /// Sixteen hexadecimal digits.
    var text: String { String(decoding: digits, as: UTF8.self) }

    /// The digits of `text` as bytes.
    var digits: [UInt8] {
        (0..<16).map { place in
            let digit = UInt8(value >> (60 - 4 * UInt64(place)) & 15)
            return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        }
    }
}
