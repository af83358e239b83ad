/// A mark of an act's own, kept with its journal entry and never given twice; by it the ledger tells whether the act is
/// there: after an error, and when the same is sent again.
package struct ActMark: Sendable, Hashable {
    /// Thirty-two hexadecimal digits.
    package let text: String

    /// A new mark of 128 random bits.
    package static func random() -> ActMark { ActMark(bits: (0..<2).map { _ in UInt64.random(in: .min ... .max) }) }

    /// Reads what `text` wrote; nil for what is no mark.
    package init?(_ text: String) {
        guard text.utf8.count == 32, text.utf8.allSatisfy({ ActMark.digits.contains($0) }) else { return nil }
        self.text = text
    }

    private init(bits: [UInt64]) {
        text = bits.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
