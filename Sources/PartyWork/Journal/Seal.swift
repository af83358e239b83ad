/// The seal of the journal as papers carry it: the number of an entry and the first 100 bits of that entry's seal, which stands for
/// all entries up to it (SERVER section 2): `1284-7K3QF-0ZB6M-…`.
package struct Seal: Sendable, Hashable {
    /// The entry that was the last of the journal.
    package let entry: Int
    /// Twenty digits of `alphabet`.
    private let digits: String

    /// The digits of Base32 without I, L, O and U, which are misread (Crockford).
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let length = 20
    static let group = 5

    /// Shortens the seal of an entry.
    package init(entry: Int, bytes: some Sequence<UInt8>) {
        self.entry = entry
        var digits: [UInt8] = []
        var (bits, count) = (0, 0)
        for byte in bytes where digits.count < Seal.length {
            (bits, count) = (bits << 8 | Int(byte), count + 8)
            while count >= 5, digits.count < Seal.length {
                count -= 5
                digits.append(Seal.alphabet[bits >> count & 31])
            }
            bits &= 1 << count - 1
        }
        self.digits = String(decoding: digits, as: UTF8.self)
    }

    /// Reads what a paper carries: small letters, O for 0, I and L for 1, and other marks between the groups are understood.
    ///
    /// - Returns: nil for a text that has no number, or not all of the digits.
    package init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: true) { !$0.isLetter && !$0.isNumber }
        guard let first = parts.first, let entry = Int(first), entry > 0 else { return nil }
        let digits = parts.dropFirst().joined().uppercased().utf8.map(Seal.meant)
        guard digits.count == Seal.length, digits.allSatisfy(Seal.alphabet.contains) else { return nil }
        self.entry = entry
        self.digits = String(decoding: digits, as: UTF8.self)
    }

    /// The first group of digits.
    package var firstGroup: String { String(digits.prefix(Seal.group)) }

    private static func meant(_ digit: UInt8) -> UInt8 {
        switch digit {
        case UInt8(ascii: "O"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        // Any other character stands for itself, or for nothing.
        case let other: other
        }
    }
}

extension Seal: CustomStringConvertible {
    /// The number and the digits in groups of five.
    package var description: String {
        stride(from: 0, to: Seal.length, by: Seal.group).reduce(String(entry)) { text, place in
            "\(text)-\(digits.dropFirst(place).prefix(Seal.group))"
        }
    }
}
