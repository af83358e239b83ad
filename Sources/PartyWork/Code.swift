/// The code of an organization: ASCII digits that nest, as the statistical division codes do (CONTRACT section 1).
///
/// A township has 9 digits, a branch 12 and a party group 14. The parent of a branch is its first 9 digits, of a group
/// its first 12. Any prefix of a code is a scope.
package struct Code: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The digits.
    package let digits: String

    /// Takes any text; whether it is the code of a kind of organization is `OrganizationKind.accepts`.
    package init(_ digits: String) { self.digits = digits }

    package init(stringLiteral value: String) { self.init(value) }

    package var description: String { digits }

    package static func == (left: Code, right: Code) -> Bool { left.digits.hasSameCodePoints(as: right.digits) }
    package static func < (left: Code, right: Code) -> Bool { left.digits.precedesByCodePoint(right.digits) }

    /// Where the code stands in the nesting, by its length; nil if it is no code.
    package var level: Level? {
        guard isNumeric else { return nil }
        return Level(rawValue: digits.utf8.count)
    }

    /// Whether there is nothing but ASCII digits.
    package var isNumeric: Bool { !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    /// The organization directly above; nil for a township.
    package var parent: Code? {
        switch level {
        case .group: prefix(12)
        case .branch: prefix(9)
        case .township, nil: nil
        }
    }

    /// The township the organization belongs to: the first nine digits.
    package var township: Code { prefix(9) }

    /// The branch the organization is or belongs to: the first twelve digits; nil for a township.
    package var branch: Code? { digits.utf8.count >= 12 ? prefix(12) : nil }

    /// Whether this code is the other or lies below it.
    package func isWithin(_ prefix: String) -> Bool { digits.utf8.starts(with: prefix.utf8) }

    private func prefix(_ count: Int) -> Code { Code(String(decoding: digits.utf8.prefix(count), as: UTF8.self)) }

    /// The three levels of organizations, by the number of digits.
    package enum Level: Int, Sendable {
        case township = 9
        case branch = 12
        case group = 14
    }
}

extension Code: Codable {
    package init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(String.self)) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }
}
