/// The numbers that zhibu gives to activities.
///
/// `CK6VPC-125`: the township's nine digits in six signs, then the township's running number. Unique when the ledgers of
/// several towns are joined, and short enough to read out: the signs leave out I, L, O and U (Crockford's base 32).
package enum ActivityNumber {
    /// The number of a township's nth activity.
    package static func text(township: Code, sequence: Int) -> String {
        "\(prefix(township))\(sequence)"
    }

    /// The township's part and the running number of what `text` wrote; nil for a number of another kind.
    package static func parts(of number: String) -> (prefix: String, sequence: Int)? {
        guard number.utf8.count > 7, let hyphen = number.firstIndex(of: "-") else { return nil }
        let (prefix, rest) = (number[...hyphen], number[number.index(after: hyphen)...])
        guard prefix.utf8.count == 7, let sequence = Int(rest), sequence > 0, String(sequence) == rest else {
            return nil
        }
        return (String(prefix), sequence)
    }

    /// The part that all numbers of a township share, with its hyphen.
    package static func prefix(_ township: Code) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var rest = Int(township.digits) ?? 0
        var signs: [Character] = []
        for _ in 0..<6 {
            signs.append(alphabet[rest % 32])
            rest /= 32
        }
        return String(signs.reversed()) + "-"
    }
}
