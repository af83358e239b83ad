/// The key of a person, household, cooperative or activity, as it stands in the files.
///
/// Identifiers are compared by code points (CONTRACT section 1), not by Unicode canonical equivalence as `String` is.
package struct Identifier<Subject>: Sendable {
    /// The identifier as written, trimmed.
    package let text: String

    /// Takes a text that is trimmed already.
    package init(_ text: String) { self.text = text }
}

extension Identifier: Hashable, Comparable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    package static func == (left: Self, right: Self) -> Bool { left.text.hasSameCodePoints(as: right.text) }

    package static func < (left: Self, right: Self) -> Bool { left.text.precedesByCodePoint(right.text) }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    package var description: String { text }

    package init(stringLiteral value: String) { self.init(value) }

    package init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(String.self)) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension String {
    /// Equality by code points: UTF-8 is equal exactly when the code points are.
    package func hasSameCodePoints(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        var (left, right) = (self, other)
        return left.withUTF8 { left in right.withUTF8 { right in left.hasSameBytes(as: right) } }
    }

    /// Order by code points: UTF-8 bytes sort as code points do.
    package func precedesByCodePoint(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Equality with as many bytes.
    fileprivate func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        for place in indices where self[place] != other[place] { return false }
        return true
    }
}
