/// 整数 or 金额: a decimal number of up to two places, exact (REGISTERS section 2, cells of fields).
package struct Amount: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number in hundredths; of a sum it may be larger than any cell's.
    package let hundredths: Int128

    package init(hundredths: Int128) {
        self.hundredths = hundredths
    }

    /// No number of a cell goes beyond, to either side.
    private static let largest: Int128 = 999_999_999_999_00

    /// Reads a cell: digits, a minus before them where it is below 0, up to two digits after a point; nil for anything else.
    ///
    /// - Parameter isWhole: whether a point is none of it.
    package init?(_ cell: String, isWhole: Bool = false) {
        let text = cell.utf8.first == UInt8(ascii: "-") ? cell.utf8.dropFirst() : cell.utf8[...]
        let parts = text.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = Amount.number(parts[0]), parts.count == 1 || !isWhole else { return nil }
        var hundredths = whole * 100
        if parts.count == 2 {
            guard parts[1].count <= 2, let digits = Amount.number(parts[1]) else { return nil }
            hundredths += parts[1].count == 1 ? digits * 10 : digits
        }
        guard hundredths <= Amount.largest else { return nil }
        self.hundredths = cell.utf8.first == UInt8(ascii: "-") ? -hundredths : hundredths
    }

    /// The number of some digits, at least one; one beyond every limit where they are too many.
    private static func number(_ digits: Substring.UTF8View) -> Int128? {
        guard !digits.isEmpty else { return nil }
        var value: Int128 = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = min(value * 10 + Int128(digit - 0x30), largest + 1)
        }
        return value
    }

    package static func < (one: Amount, other: Amount) -> Bool { one.hundredths < other.hundredths }

    /// The shortest form: `12`, `12.5`, `0`.
    package var description: String {
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(sign)\(whole).\(digits)"
    }
}
