/// Bodies are gone through for what they ask before they are answered, so that a screen is one round trip and an act two wherever a question
/// does not depend on an answer, or did the last time (SERVER section 3, slow lines).
extension PostgreSQLStore {
    /// How often what depends on answers is looked into; then the rest is asked one by one.
    private static let mostRounds = 6
    /// How often an act is done by what was answered the time before.
    private static let mostTries = 3

    func looking<Part, Answer>(
        at parts: [Part], _ body: (Session, Part) throws -> Answer, tell: (Part, Result<Answer, any Error>) -> Void
    ) throws {
        try withSession { db in
            // What is within another looking is foreseen there.
            if connection.foresight != nil {
                for part in parts { tell(part, Result { try body(db, part) }) }
                return
            }
            if db.isInTransaction { return try foresee(parts, db, body, tell) }
            try db.transaction(.reading) { (try foresee(parts, db, body, tell), commits: false) }
        }
    }

    private func foresee<Part, Answer>(
        _ parts: [Part], _ db: Session, _ body: (Session, Part) throws -> Answer,
        _ tell: (Part, Result<Answer, any Error>) -> Void
    ) throws {
        connection.foresee(supposing: nil)
        defer { connection.endForesight() }
        var outcomes: [Result<Answer, any Error>?] = parts.map { _ in nil }
        var told = 0
        func know(_ place: Int, _ outcome: Result<Answer, any Error>) {
            outcomes[place] = outcome
            while told < parts.count, let outcome = outcomes[told] {
                tell(parts[told], outcome)
                told += 1
            }
        }
        for _ in 0..<Self.mostRounds where told < parts.count {
            connection.beginGathering()
            for (place, part) in parts.enumerated() where outcomes[place] == nil {
                let (outcome, isKnown) = connection.gather { Result { try body(db, part) } }
                if isKnown { know(place, outcome) } else { db.beginAnew() }
            }
            if try !connection.askWanted() { try begin(db, again: db.connection.dialect.beginReading) }
            if connection.foresight?.wanted.isEmpty ?? true { break }
        }
        for (place, part) in parts.enumerated() where outcomes[place] == nil {
            know(place, Result { try body(db, part) })
        }
    }

    func acting<T>(commits: Bool, _ body: (Session) throws -> T) throws -> T {
        try withSession { db in
            try db.transaction(.writing) {
                defer { connection.endForesight() }
                var replies: PostgreSQLForesight.Replies? = [:]
                for _ in 0..<Self.mostTries where replies != nil {
                    try gather(db, supposing: replies, body)
                    let outcome = Result { try body(db) }
                    if try connection.supposedRightly() { return (try outcome.get(), commits: commits) }
                    // What the act wrote changes what it asked afterwards: the next time it goes on by that.
                    replies = connection.foresight?.answered
                    try begin(db, again: db.connection.dialect.beginWriting)
                    db.beginAnew()
                }
                // Now it is waited for.
                try gather(db, supposing: nil, body)
                return (try body(db), commits: commits)
            }
        }
    }

    /// Goes through a body that writes until all is asked that does not depend on what it writes.
    private func gather<T>(
        _ db: Session, supposing replies: PostgreSQLForesight.Replies?, _ body: (Session) throws -> T
    ) throws {
        connection.foresee(supposing: replies)
        for _ in 0..<Self.mostRounds where connection.foresight != nil {
            connection.beginGathering()
            _ = connection.gather { Result { try body(db) } }
            db.beginAnew()
            if connection.foresight?.wanted.isEmpty == true { break }
            if try !connection.askWanted() { try begin(db, again: db.connection.dialect.beginWriting) }
        }
    }

    /// Begins the transaction once more, because a question failed that might not have been asked; now each is asked when its turn comes.
    private func begin(_ db: Session, again statements: [String]) throws {
        try db.statement("ROLLBACK").run()
        connection.endForesight()
        connection.begin(statements)
    }
}
