import PartyWork

/// What a screen or a pane must know: a query, and what it makes of the answer.
struct Need<Owner> {
    let query: AnyQuery
    /// Whether the screen is shown without it.
    private(set) var isLater = false
    private let accept: (inout Owner, Answered) -> Void

    init<Q: Query>(_ query: Q, take: @escaping (inout Owner, Q.Answer) -> Void) {
        self.init(AnyQuery(query)) { owner, answered in
            if let answer = answered.answer(to: query) { take(&owner, answer) }
        }
    }

    private init(_ query: AnyQuery, take: @escaping (inout Owner, Answered) -> Void) {
        self.query = query
        accept = take
    }

    /// The need as one that keeps the screen not waiting.
    var later: Need {
        var need = self
        need.isLater = true
        return need
    }

    /// Takes an answer, if it is one to the query.
    func take(_ answered: Answered, for owner: inout Owner) { accept(&owner, answered) }

    /// The need as one of what its owner is part of.
    func lifted<Whole>(_ change: @escaping (inout Whole, (inout Owner) -> Void) -> Void) -> Need<Whole> {
        var need = Need<Whole>(query) { whole, answered in change(&whole) { accept(&$0, answered) } }
        need.isLater = isLater
        return need
    }
}

extension Array {
    /// The queries, each once.
    func queries<Owner>() -> [AnyQuery] where Element == Need<Owner> {
        reduce(into: []) { if !$0.contains($1.query) { $0.append($1.query) } }
    }
}
