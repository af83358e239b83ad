/// Something a picker offers: a key with what is known of it.
package struct Candidate: Hashable, Sendable {
    package let key: String
    package let name: String
    /// What tells it from others of its name.
    package let detail: String

    package init(key: String, name: String, detail: String = "") {
        self.key = key
        self.name = name
        self.detail = detail
    }

    /// Its name, or its key where no more is known yet.
    package var called: String { name.isEmpty ? key : name }
}

extension [Candidate] {
    /// Those that a query finds by key, name or detail.
    package func found(by query: some TextQuery) -> [Candidate] {
        query.isEmpty ? self : filter { query.finds([$0.key, $0.name, $0.detail]) }
    }

    /// Those first whose name a query fits best, else in the order they had.
    package func ranked<Query: TextQuery>(by query: Query) -> [Candidate] {
        if query.isEmpty { return self }
        var ranks = [[Candidate]](repeating: [], count: Query.elsewhere + 1)
        for candidate in self { ranks[query.rank(in: candidate.name) ?? Query.elsewhere].append(candidate) }
        return Array(ranks.joined())
    }
}
