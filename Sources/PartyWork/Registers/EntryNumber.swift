/// The numbers that zhibu gives to entries: `CK6VPC-K7M-R17`, the township's sign and the ledger's part as activities have them, and a
/// running number over all registers of the township (REGISTERS section 7).
package enum EntryNumber {
    /// The number of a township's nth entry in a ledger with a part of its own.
    package static func text(township: Code, part: String, sequence: Int) -> String {
        "\(ActivityNumber.prefix(township))\(part)-R\(sequence)"
    }

    /// The township's part and the running number of what `text` wrote, with or without the ledger's part; nil for a number of another kind.
    package static func parts(of number: String) -> (prefix: String, sequence: Int)? {
        guard let mark = number.utf8.lastIndex(of: UInt8(ascii: "R")) else { return nil }
        return ActivityNumber.parts(of: String(number[..<mark]) + number[number.utf8.index(after: mark)...])
    }
}
