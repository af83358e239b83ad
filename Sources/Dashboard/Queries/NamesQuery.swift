import PartyWork

/// Everything in a scope that has a name.
struct NamesQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> [NamedThing] { try ledger.names(in: scope, asOf: asOf) }
}
