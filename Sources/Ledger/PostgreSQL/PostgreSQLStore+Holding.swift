import PartyWork

extension PostgreSQLStore {
    /// Who kept the town's lock for so long that it was waited for in vain; one who has kept it for minutes is ended now.
    ///
    /// - Returns: Nil where nobody does any more, and to whom the server does not say.
    /// - Throws: `PostgreSQLError` for a line that is lost.
    func holder() throws -> LedgerError? {
        do {
            return try session.statement("SELECT name, since, is_ended FROM free_town()").first { row in
                // By the computer's clock, as all that is told of instants.
                let since = localTime(row.text(1), offset: Clock.offset()).suffix(5)
                return .held(path: path, by: row.text(0), since: String(since), isEnded: row.flag(2))
            }
        } catch let error as PostgreSQLError where !error.isOfConnection {
            return nil
        }
    }
}
