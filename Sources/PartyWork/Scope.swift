/// What a figure, a screen or a list covers: every organization whose code starts with a prefix (CONTRACT section 2).
package struct Scope: Hashable, Sendable, CustomStringConvertible {
    /// 1 to 14 ASCII digits.
    package let prefix: String

    /// Nil unless the text is 1 to 14 ASCII digits.
    package init?(_ prefix: String) {
        guard (1...14).contains(prefix.utf8.count), Code(prefix).isNumeric else { return nil }
        self.prefix = prefix
    }

    /// The organization and everything below it.
    package init(_ code: Code) { prefix = code.digits }

    package var description: String { prefix }

    /// Whether an organization lies in the scope.
    package func contains(_ code: Code) -> Bool { code.isWithin(prefix) }

    /// The first text after every code in the scope, for a half-open range `prefix ..< end` on an index.
    ///
    /// `:` follows `9`, so the prefix with `:` appended follows all its continuations by digits.
    package var end: String { prefix + ":" }

    /// The scope widened to the whole branch where it lies inside one.
    package var widenedToBranch: Scope { prefix.utf8.count > 12 ? Scope(Code(String(prefix.prefix(12)))) : self }

    /// The scope of a request that names none: the only township; of several, their county's six digits if shared, else
    /// four, else two (CONTRACT section 2).
    ///
    /// Nil for no township, and for several that share nothing.
    package static func standard(townships: [Code]) -> Scope? {
        guard let first = townships.first else { return nil }
        guard townships.count > 1 else { return Scope(first) }
        let shared = [6, 4, 2].lazy.map { String(first.digits.prefix($0)) }
            .first { prefix in townships.allSatisfy { $0.isWithin(prefix) } }
        return shared.flatMap { Scope($0) }
    }
}
