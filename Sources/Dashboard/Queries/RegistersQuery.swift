import PartyWork

/// The registers with their figures.
struct RegistersQuery: Query {
    let scope: Scope
    let asOf: Day
    let isRestrictedSeen: Bool

    func answer(from ledger: any LedgerReading) throws -> RegistersOverview {
        let book = try ledger.registers()
        func lines(_ name: String?) throws -> [RegisterReport.Line] {
            try ledger.registers(name, asOf: asOf, scope: scope, isRestrictedSeen: isRestrictedSeen).lines
        }
        let retired = book.registers.filter { $0.isRetired(on: asOf) }
        return RegistersOverview(
            book: book, lines: try lines(nil), retired: try retired.flatMap { try lines($0.name) })
    }
}

/// The registers there are, and the figures of those in use and of those that were.
struct RegistersOverview: Sendable {
    let book: RegisterBook
    let lines: [RegisterReport.Line]
    let retired: [RegisterReport.Line]
}

/// The registers there are.
struct RegisterBookQuery: Query {
    func answer(from ledger: any LedgerReading) throws -> RegisterBook { try ledger.registers() }
}

/// The registers there are, asked for the definition of one of them.
struct DefinitionQuery: Query {
    let register: String

    func answer(from ledger: any LedgerReading) throws -> RegisterBook {
        let book = try ledger.registers()
        if book[register] == nil { throw Refusal.notFound(.registers, RecordKey(register)) }
        return book
    }
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
