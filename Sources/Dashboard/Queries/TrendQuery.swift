import PartyWork

/// The figures of a scope by month over two years.
struct TrendQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> TrendReport { try ledger.trend(in: scope, asOf: asOf) }
}
