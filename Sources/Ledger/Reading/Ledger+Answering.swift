import PartyWork

extension Ledger: LedgerReading {
    /// Answers queries of one state of the ledger, in their order, and tells of each what comes of it as soon as that is known.
    package func answer(_ queries: [AnyQuery], tell: (AnyQuery, Result<Answered, any Error>) -> Void) {
        var waiting = queries[...]
        do {
            try snapshot {
                while let query = waiting.popFirst() { tell(query, Result { try query.answered(from: self) }) }
            }
        } catch {
            // Where the reading does not begin nothing is answered; how it ends says nothing of what was read.
            for query in waiting { tell(query, .failure(error)) }
        }
    }
}
