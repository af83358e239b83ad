import PartyWork

extension Ledger: LedgerReading {
    /// What all towns beside this one on its server that an officer may read today give to a question; nil for a file.
    ///
    /// - Throws: As `County.ask`.
    package func county<Answer: Sendable>(
        asOf day: Day, for officer: Officer, on today: Day,
        _ question: (_ town: any LedgerReading, Scope) throws -> Answer
    ) throws -> CountyAnswer<Answer>? {
        try store.county(asOf: day, for: officer, on: today, question)
    }

    /// Answers queries of one state of the ledger, in their order, and tells of each what comes of it as soon as that is known; what the
    /// rights of who asks do not reach is refused.
    ///
    /// - Parameter asking: Who asks, and when; nil asks for the program itself.
    package func answer(
        _ queries: [AnyQuery], to asking: (officer: Officer, day: Day)? = nil,
        tell: (AnyQuery, Result<Answered, any Error>) -> Void
    ) {
        var waiting = queries[...]
        var refused: [(query: AnyQuery, refusal: Refusal)] = []
        do {
            try store.looking(
                at: queries,
                { db, query in
                    let permission = try asking.map { try db.permission(of: $0.officer, on: $0.day) } ?? .everything
                    if let refusal = query.query.right.flatMap(permission.refusal) { return Told.refusal(refusal) }
                    return .answer(try query.answered(from: self))
                },
                tell: { query, outcome in
                    waiting = waiting.dropFirst()
                    switch outcome {
                    case .success(.answer(let answered)): tell(query, .success(answered))
                    case .success(.refusal(let refusal)): refused.append((query, refusal))
                    case .failure(let error): tell(query, .failure(error))
                    }
                })
        } catch {
            // Where the reading does not begin nothing is answered; how it ends says nothing of what was read.
            for query in waiting { tell(query, .failure(error)) }
        }
        // That it was asked is kept in a transaction of its own.
        for (query, refusal) in refused { tell(query, Result { try attempting { throw refusal } }) }
    }

    /// What comes of a query.
    private enum Told {
        case answer(Answered)
        case refusal(Refusal)
    }
}
