import PartyWork

/// Which activities a list shows.
package struct ActivityFilter: Hashable, Sendable {
    /// The organization; nil for the whole scope.
    package var organization: Code?
    package var organizationName: String
    package var kinds: [ActivityKind]
    /// The month of the as-of date's year; nil for the year.
    package var month: Int?
    /// What is asked of them besides; nil for nothing.
    package var only: Only?

    /// A condition that a figure of a month asks for.
    package enum Only: String, Hashable, Sendable {
        /// Counted in the month, whenever they were held.
        case counted
        /// Counted in the month, their papers missing.
        case papersMissing
        /// Counted in the month, and entered after it.
        case late
    }

    package init(
        organization: Code? = nil, organizationName: String = "", kinds: [ActivityKind] = [], month: Int? = nil,
        only: Only? = nil
    ) {
        self.only = only
        self.organization = organization
        self.organizationName = organizationName
        self.kinds = kinds
        self.month = month
    }
}

// MARK: - What outlives a run

extension ActivityFilter {
    /// The filter as words.
    var words: [String] {
        let words = [
            organization?.digits ?? "", organizationName, kinds.map(\.rawValue).joined(separator: ";"),
            month.map(String.init) ?? "",
        ]
        return words + (only.map { [$0.rawValue] } ?? [])
    }

    /// The filter that `words` described; nil for anything else.
    init?(words: [String]) {
        guard words.count == 4 || words.count == 5 else { return nil }
        self.init(
            organization: Code(word: words[0]), organizationName: words[1],
            kinds: words[2].split(separator: ";").compactMap { ActivityKind(rawValue: String($0)) },
            month: Int(words[3]).flatMap { (1...12).contains($0) ? $0 : nil },
            only: words.count == 5 ? Only(rawValue: words[4]) : nil)
    }
}
