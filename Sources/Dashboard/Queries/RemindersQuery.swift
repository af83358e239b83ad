import PartyWork

/// What is still owed in a scope, as messages.
struct RemindersQuery: Query {
    let audience: Reminders.Audience
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> Reminders {
        try ledger.reminders(for: audience, asOf: asOf, scope: scope)
    }
}
