import PartyWork

/// What a screen or a pane must know: a query, and what it makes of the answer.
struct Need<Owner> {
    let query: AnyQuery
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

    /// Takes an answer, if it is one to the query.
    func take(_ answered: Answered, for owner: inout Owner) { accept(&owner, answered) }

    /// The need as one of what its owner is part of.
    func lifted<Whole>(_ change: @escaping (inout Whole, (inout Owner) -> Void) -> Void) -> Need<Whole> {
        Need<Whole>(query) { whole, answered in change(&whole) { accept(&$0, answered) } }
    }
}

extension Array {
    /// The queries, each once.
    func queries<Owner>() -> [AnyQuery] where Element == Need<Owner> {
        reduce(into: []) { if !$0.contains($1.query) { $0.append($1.query) } }
    }
}
