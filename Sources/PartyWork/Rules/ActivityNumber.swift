/// The numbers that zhibu gives to activities.
///
/// `CK6VPC-125`: the township's nine digits in six signs, then the township's running number. Unique when the ledgers of
/// several towns are joined, and short enough to read out: the signs leave out I, L, O and U (Crockford's base 32).
package enum ActivityNumber {
    /// The number of a township's nth activity.
    package static func text(township: Code, sequence: Int) -> String {
        "\(prefix(township))\(sequence)"
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
