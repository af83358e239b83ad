import PartyWork

// What more than one place asks. What one screen alone asks stands beside it.

/// The figures of a scope.
struct StatusQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> StatusReport { try ledger.status(asOf: asOf, scope: scope) }
}

/// What the built-in methods ask for, by day.
struct RequirementsQuery: Query {
    func answer(from ledger: any LedgerReading) throws -> Requirements { try ledger.requirements() }
}
