import PartyWork

/// The registers in use with their figures.
struct RegistersQuery: Query {
    let scope: Scope
    let asOf: Day
    let isRestrictedSeen: Bool

    func answer(from ledger: any LedgerReading) throws -> RegistersOverview {
        RegistersOverview(
            book: try ledger.registers(),
            report: try ledger.registers(nil, asOf: asOf, scope: scope, isRestrictedSeen: isRestrictedSeen))
    }
}

/// The registers there are, and the figures of those in use.
struct RegistersOverview: Sendable {
    let book: RegisterBook
    let report: RegisterReport
}

/// The registers there are.
struct RegisterBookQuery: Query {
    func answer(from ledger: any LedgerReading) throws -> RegisterBook { try ledger.registers() }
}

/// The entries of a register that pass a filter, and which of them fulfil a condition.
struct EntriesQuery: Query {
    let register: String
    var condition = ""
    var filter = ""
    let scope: Scope
    let asOf: Day
    var isRestrictedSeen = false

    func answer(from ledger: any LedgerReading) throws -> RegisterSheet {
        try ledger.sheet(
            of: register, where: condition, filter: filter, asOf: asOf, scope: scope, isRestrictedSeen: isRestrictedSeen
        )
    }
}

/// How many entries of a register fulfil a condition.
struct ConditionTrialQuery: Query {
    let condition: String
    let register: String
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> ConditionTrial {
        try ledger.trial(of: condition, in: register, asOf: asOf, scope: scope)
    }
}

/// An entry's card.
struct EntryQuery: Query {
    let register: String
    let number: String
    let asOf: Day
    let today: Day
    let isRestrictedSeen: Bool

    func answer(from ledger: any LedgerReading) throws -> EntryCard {
        try ledger.entry(
            number, of: register, asOf: asOf, today: today, isRestrictedSeen: isRestrictedSeen)
    }
}

/// What registers hold of something.
struct SubjectEntriesQuery: Query {
    let subject: EntrySubject
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> SubjectEntries {
        try ledger.entries(about: subject, asOf: asOf)
    }
}

/// The open entries that are overdue or due soon.
struct DueEntriesQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> DueList {
        try ledger.dueEntries(asOf: asOf, scope: scope, isRestrictedSeen: false)
    }
}
