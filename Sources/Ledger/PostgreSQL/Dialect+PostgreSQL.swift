import PartyWork

extension Dialect {
    /// What PostgreSQL says in its own way, within the schema of a town.
    ///
    /// An act begins with the town's one lock, so that what it read still holds when it writes (SERVER section 3, writing), and is let go
    /// where its program is frozen. Without a town, as whoever makes towns works, columns are read as they are: their views come last. NOTIFY follows the commit: within the transaction it would queue all towns of the server.
    static func postgreSQL(_ town: Code?) -> Dialect {
        Dialect(
            beginReading: ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"],
            beginWriting: [
                "BEGIN ISOLATION LEVEL READ COMMITTED", "SET LOCAL idle_in_transaction_session_timeout = '2s'",
                "SELECT hold_town()",
            ],
            commit: ["COMMIT"] + (town.map { ["NOTIFY \(PostgreSQLSchema.name(of: $0))"] } ?? []),
            words: town == nil ? [] : TownPolicies.words,
            own: ownStatements, making: PostgreSQLSchema.translated)
    }

    /// The journal grows and rows go by functions of the server alone, which keep the rights.
    ///
    /// Restricted entries are hidden by the server's policies (`TownPolicies`), so that it says itself whether it hides any.
    ///
    /// The newest of each: as a correlated list the server would reckon it once for each pair of rows (POSTGRES.md, the same SQL).
    private static let ownStatements = [JournalFunctions.own, RowRemoval.own, RowRemoval.reaching].reduce([
        NamedSQL.gapsAmong.sql: NamedSQL.gaps(
            "q.number - 1 FROM json_array_elements(:asked) WITH ORDINALITY q (value, number)", id: "q.value ->> 0",
            day: "(q.value ->> 1)"),
        NamedSQL.restrictedSight.sql:
            "SELECT :scope LIKE ANY (sights('\(Right.restricted)')) OR sees('\(Right.restricted)')",
        NamedSQL.recentActivityNames.sql: """
        SELECT t.id, t.title, t.organization, t.held_on FROM organization o CROSS JOIN LATERAL (
            SELECT a.id, a.title, a.organization, a.held_on FROM activity a
            WHERE a.organization = o.code AND a.held_on BETWEEN :first AND :day ORDER BY a.held_on DESC, a.id DESC LIMIT 5) t
        WHERE \(Predicate.isInScope("o.code")) ORDER BY t.held_on DESC, t.id DESC
        """,
    ]) { $0.merging($1) { first, _ in first } }
}
