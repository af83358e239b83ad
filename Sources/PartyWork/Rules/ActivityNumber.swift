/// The numbers that zhibu gives to activities.
///
/// `CK6VPC-K7M-125`: the township's nine digits in six signs, the ledger's own part, the township's running number. Unique when ledgers
/// of several towns, or two copies of one ledger, are joined, and short enough to read out: the signs leave out I, L, O and U
/// (Crockford's base 32). Numbers given by earlier versions have no part of the ledger's: `CK6VPC-125`.
package enum ActivityNumber {
    private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// The number of a township's nth activity in a ledger with a part of its own.
    package static func text(township: Code, part: String, sequence: Int) -> String {
        "\(prefix(township))\(part)-\(sequence)"
    }

    /// The township's part and the running number of what `text` wrote, now or in earlier versions; nil for a number of another kind.
    package static func parts(of number: String) -> (prefix: String, sequence: Int)? {
        let parts = number.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 && isPart(parts[1]), parts[0].utf8.count == 6,
            let sequence = Int(parts[parts.count - 1]), sequence > 0, String(sequence) == parts[parts.count - 1]
        else { return nil }
        return (parts[0] + "-", sequence)
    }

    /// The part that all numbers of a township share, with its hyphen.
    package static func prefix(_ township: Code) -> String {
        var rest = Int(township.digits) ?? 0
        var text: [Character] = []
        for _ in 0..<6 {
            text.append(signs[rest % 32])
            rest /= 32
        }
        return String(text.reversed()) + "-"
    }

    /// A part for a ledger, one of 21,504; it begins with a letter, which tells it from a running number, and not with
    /// R, with which the numbers of registers go on.
    ///
    /// - Parameter known: one that it may not be.
    package static func randomPart(besides known: String? = nil) -> String {
        let first = signs.filter { $0.isLetter && $0 != "R" }
        let part = String([first, signs, signs].compactMap { $0.randomElement() })
        return part == known ? randomPart(besides: known) : part
    }

    private static func isPart(_ text: Substring) -> Bool {
        text.count == 3 && text.first?.isLetter == true && text.allSatisfy(signs.contains)
    }
}
