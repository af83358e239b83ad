import Glibc

/// The fifteen digits that a spreadsheet keeps of a number, rounded as it shows them: half away from zero, on the decimal digits.
struct DecimalDigits {
    private var digits: [UInt8]
    /// How many of the digits stand before the point; may be less than none.
    private var point: Int

    /// - Parameter number: not negative.
    init(_ number: Double) {
        var text = [CChar](repeating: 0, count: 32)
        let count = withVaList([number]) { vsnprintf(&text, text.count, "%.14e", $0) }
        let bytes = text.prefix(Int(count)).map(UInt8.init(bitPattern:))
        let mantissa = bytes.prefix { $0 != UInt8(ascii: "e") }
        let exponent = Int(String(decoding: bytes.dropFirst(mantissa.count + 1), as: UTF8.self)) ?? 0
        digits = mantissa.filter { (0x30...0x39).contains($0) }.map { $0 - 0x30 }
        point = exponent + 1
        trim()
    }

    var isZero: Bool { digits.isEmpty }

    /// Multiplies by a power of ten.
    mutating func shift(_ places: Int) { if !isZero { point += places } }

    /// Keeps so many decimals.
    mutating func round(decimals: Int) {
        let kept = point + decimals
        guard kept < digits.count else { return }
        guard kept >= 0 else {
            (digits, point) = ([], 0)
            return
        }
        let isUp = digits[kept] >= 5
        digits.removeSubrange(kept...)
        if isUp {
            var at = kept - 1
            while at >= 0, digits[at] == 9 {
                digits[at] = 0
                at -= 1
            }
            if at >= 0 {
                digits[at] += 1
            } else {
                digits.insert(1, at: 0)
                point += 1
            }
        }
        trim()
    }

    /// The digits before the point; none for zero.
    var whole: [Character] {
        guard point > 0 else { return [] }
        return (0..<point).map { character(at: $0) }
    }

    /// The digit at a place behind the point, counted from 0.
    func decimal(_ place: Int) -> Character { character(at: point + place) }

    /// Whether nothing but zeros stand from a place behind the point on.
    func isZero(from place: Int) -> Bool { point + place >= digits.count }

    private func character(at index: Int) -> Character {
        digits.indices.contains(index) ? Character(Unicode.Scalar(digits[index] + 0x30)) : "0"
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }
}
