import PartyWork

/// Entries of registers as screens show them.
extension Ledger {
    /// The entries of a register that exist in a scope at a date and pass a filter, by number, and which of them fulfil a condition;
    /// none of a restricted register that is not to be seen, and none where the filter cannot be read.
    ///
    /// - Throws: `Refusal.notFound` for a name that is none; `Refusal.emptyScope`; a `ConditionFault`; `LedgerError`.
    package func sheet(
        of name: String, where condition: String, filter: String, asOf day: Day, scope: Scope, isRestrictedSeen: Bool
    ) throws -> RegisterSheet {
        try reading { db in
            try db.requireOrganization(in: scope)
            let book = try db.registers()
            let register = try book.register(name)
            let sql = RegisterSQL(register, in: book)
            guard !register.isRestricted || isRestrictedSeen, let filter = Condition.readable(filter, of: register)
            else {
                return RegisterSheet(register, rows: [], selected: nil, below: [])
            }
            let rows = try db.shown(sql, sql.shown(filter), Parameters(scope, asOf: day), day)
            guard !condition.isEmpty else {
                return RegisterSheet(register, rows: rows, selected: nil, below: book.children(of: register))
            }
            let read = try Condition(condition, of: register)
            let numbers = try db.all(sql.numbers(read), Parameters(scope, asOf: day)) { $0.text(0) }
            return RegisterSheet(register, rows: rows, selected: Set(numbers), below: book.children(of: register))
        }
    }

    /// How many entries of a register that exist in a scope at a date fulfil a condition, and how many there are; none where it
    /// cannot be read.
    ///
    /// - Throws: `Refusal.notFound` for a name that is none; `LedgerError`.
    package func trial(
        of condition: String, in name: String, asOf day: Day, scope: Scope
    ) throws -> ConditionTrial {
        try reading { db in
            let book = try db.registers()
            let register = try book.register(name)
            guard try db.shows([register], in: scope) else { return .hidden }
            guard let read = Condition.readable(condition, of: register) else {
                return .counted(fitting: 0, of: 0)
            }
            let query = RegisterSQL(register, in: book).trial(read)
            return try db.first(query, Parameters(scope, asOf: day)) {
                .counted(fitting: $0.integer(1), of: $0.integer(0))
            } ?? .counted(fitting: 0, of: 0)
        }
    }

    /// Entries of each register that exist in a scope at a date, the greatest numbers first, so many at most; of restricted ones none.
    ///
    /// - Throws: `LedgerError`.
    package func entryNames(in scope: Scope, asOf day: Day, atMost limit: Int) throws -> [EntryName] {
        try reading { db in
            let book = try db.registers()
            return try book.registers.filter { !$0.isRestricted }.flatMap { register in
                let query = RegisterSQL(register, in: book).newest
                return try db.all(query, Parameters(asOf: day).with("limit", limit)) { row in
                    EntryName(
                        register: register.name, number: row.text(0), name: row.text(1), about: row.text(2),
                        place: Code(row.text(3)))
                }.filter { scope.contains($0.place) }
            }
        }
    }

    /// An entry with its steps, the states to which it may go, what hangs on it and who changed it.
    ///
    /// - Parameter today: The day on which the next steps are judged.
    /// - Throws: `Refusal.notFound`; `Refusal.restricted`; `LedgerError`.
    package func entry(
        _ number: String, of name: String, asOf day: Day, today: Day, isRestrictedSeen: Bool
    ) throws -> EntryCard {
        try reading { db in
            let book = try db.registers()
            let register = try book.register(name)
            if register.isRestricted, !isRestrictedSeen { throw Refusal.restricted(register.name) }
            let sql = RegisterSQL(register, in: book)
            let one = try db.shown(sql, sql.shownOne, Parameters(asOf: day).with("number", number), day)
            guard let shown = one.first else { throw Refusal.notFound(register.table, RecordKey(number)) }
            let steps = try db.steps(of: shown.entry.stored.key)
            let below = book.children(of: register)
            return EntryCard(
                shown, steps: steps, next: try db.nextSteps(of: shown.entry, steps, today: today, book),
                below: try below.flatMap { child in
                    let sql = RegisterSQL(child, in: book)
                    return try db.shown(sql, sql.shownAbout, Parameters(asOf: day).with("subject", number), day)
                }, registersBelow: below, changes: try db.journal(ofEntry: shown.entry.stored.key))
        }
    }

    /// What registers hold of something, those of restricted ones only counted, and that where they are shown to who asks.
    ///
    /// - Throws: `LedgerError`.
    package func entries(about subject: EntrySubject, asOf day: Day) throws -> SubjectEntries {
        try reading { db in
            let book = try db.registers()
            let registers = book.registers.filter { subject.isSubject(of: $0) }
            var (rows, restricted) = ([ShownEntry](), 0)
            for register in registers {
                let sql = RegisterSQL(register, in: book)
                let found = try db.shown(sql, sql.shownAbout, Parameters(asOf: day).with("subject", subject.key), day)
                if register.isRestricted { restricted += found.count } else { rows += found }
            }
            let isShown = try db.shows(registers, in: nil)
            return SubjectEntries(
                rows: rows, restricted: isShown ? restricted : nil,
                registers: registers.filter { !$0.isRetired(on: day) })
        }
    }
}

extension Session {
    fileprivate func shown(
        _ sql: RegisterSQL, _ query: NamedSQL, _ parameters: Parameters, _ day: Day
    ) throws -> [ShownEntry] {
        let referring = sql.referring
        return try all(query, parameters) { row in
            var names: [String: String] = [:]
            for (place, field) in referring.enumerated() {
                names[field.name] = row.optionalText(.after(.entries, 5 + place))
            }
            return ShownEntry(
                try row.entryRow(of: sql.register, asOf: day), about: row.text(.after(.entries, 3)),
                placeName: row.text(.after(.entries, 4)), names: names)
        }
    }

    /// The states that may follow the last step, each with what is missing for it today.
    fileprivate func nextSteps(
        of entry: Entry, _ steps: [EntryStep], today: Day, _ book: RegisterBook
    ) throws -> [NextStep] {
        guard let last = steps.last, let present = entry.register.state(last.state) else { return [] }
        return try present.next.compactMap { entry.register.state($0) }.map { state in
            NextStep(state, lacks: try lacks(of: entry, from: last, to: state, on: today, today: today, book))
        }
    }

    fileprivate func journal(ofEntry key: RecordKey) throws -> [JournalRow] {
        let undone = try undoneEntries()
        let separator = "\u{1F}"
        let parameters = Parameters().with("key", key.text).with("after", key.text + separator)
            .with("end", key.text + "\u{20}")
        return try all(.journalOfEntry, parameters) { $0.journalRow(undone, tables) }
    }
}
