import PartyWork

extension Ledger {
    /// The registers that officers defined.
    ///
    /// - Throws: `LedgerError`.
    package func registers() throws -> RegisterBook { try reading { try $0.registers() } }

    /// Registers with their figures over a scope at a date.
    ///
    /// - Parameters:
    ///   - name: the only one; nil for all that are in use at the date.
    ///   - isRestrictedSeen: whether figures and branches of restricted registers are told.
    /// - Throws: `Refusal.notFound` for a name that is none; `Refusal.emptyScope`; `LedgerError`.
    package func registers(
        _ name: String?, asOf day: Day, scope: Scope, isRestrictedSeen: Bool
    ) throws -> RegisterReport {
        try reading { db in
            try db.requireOrganization(in: scope)
            let book = try db.registers()
            let shown = try name.map { [try book.register($0)] } ?? book.registers.filter { !$0.isRetired(on: day) }
            return RegisterReport(
                asOf: day, scope: scope, scopeName: try db.organizationName(Code(scope.prefix)),
                lines: try shown.map { register in
                    let sql = RegisterSQL(register, in: book)
                    let isSeen = isRestrictedSeen || !register.isRestricted
                    return RegisterReport.Line(
                        register, try db.tallies(sql, scope, day),
                        figures: isSeen ? try db.figures(sql, scope, day) : nil)
                })
        }
    }

    /// The entries of a register that exist in a scope at a date and satisfy a condition.
    ///
    /// - Throws: `Refusal.notFound` for a name that is none; `Refusal.restricted`; `Refusal.emptyScope`; a `ConditionFault`;
    ///   `LedgerError`.
    package func entries(
        of name: String, where condition: String, asOf day: Day, scope: Scope, isRestrictedSeen: Bool
    ) throws -> EntryList {
        try reading { db in
            try db.requireOrganization(in: scope)
            let book = try db.registers()
            let register = try book.register(name)
            if register.isRestricted, !isRestrictedSeen { throw Refusal.restricted(register.name) }
            let condition = try Condition(condition, of: register)
            return EntryList(
                asOf: day, scope: scope, scopeName: try db.organizationName(Code(scope.prefix)), register,
                rows: try db.entries(RegisterSQL(register, in: book), condition, scope, day))
        }
    }

    /// The open entries of registers in use that are overdue or due soon.
    ///
    /// - Throws: `Refusal.emptyScope`; `LedgerError`.
    package func dueEntries(asOf day: Day, scope: Scope, isRestrictedSeen: Bool) throws -> DueList {
        try reading { db in
            try db.requireOrganization(in: scope)
            let book = try db.registers()
            let rows = try book.registers.filter { register in
                !register.isRetired(on: day) && (isRestrictedSeen || !register.isRestricted)
                    && register.hasDeadlines
            }.flatMap { try db.lateEntries(RegisterSQL($0, in: book), scope, day) }
            return DueList(
                asOf: day, scope: scope, scopeName: try db.organizationName(Code(scope.prefix)), rows: rows)
        }
    }
}

extension RegisterBook {
    /// The register of a name.
    ///
    /// - Throws: `Refusal.notFound`.
    func register(_ name: String) throws -> RegisterDefinition {
        guard let register = self[name] else { throw Refusal.notFound(.registers, RecordKey(name)) }
        return register
    }
}

extension Session {
    /// The entries that exist, by branch and state.
    fileprivate func tallies(_ sql: RegisterSQL, _ scope: Scope, _ day: Day) throws -> [RegisterTally] {
        try all(sql.tally(on: day), Parameters(scope, asOf: day)) { row in
            RegisterTally(
                branch: Code(row.text(0)), state: row.text(1), count: row.integer(2), overdue: row.integer(3),
                dueSoon: row.integer(4))
        }
    }

    /// What the figures of a register come to.
    fileprivate func figures(
        _ sql: RegisterSQL, _ scope: Scope, _ day: Day
    ) throws -> [RegisterReport.FigureValue] {
        guard let query = try sql.figures() else { return [] }
        return try first(query, Parameters(scope, asOf: day)) { row in
            sql.register.figures.enumerated().map { place, figure in
                let column = Int32(2 * place)
                let high = Int128(row.integer(column)) * 1_000_000
                return RegisterReport.FigureValue(
                    figure: figure, value: Amount(hundredths: high + Int128(row.integer(column + 1))))
            }
        } ?? []
    }

    fileprivate func entries(
        _ sql: RegisterSQL, _ condition: Condition, _ scope: Scope, _ day: Day
    ) throws -> [EntryRow] {
        try all(sql.list(condition), Parameters(scope, asOf: day)) { try $0.entryRow(of: sql.register, asOf: day) }
    }

    fileprivate func lateEntries(_ sql: RegisterSQL, _ scope: Scope, _ day: Day) throws -> [EntryRow] {
        try all(sql.late(on: day), Parameters(scope, asOf: day)) { try $0.entryRow(of: sql.register, asOf: day) }
    }
}

extension Statement {
    /// The entry of a row with its place, state and the day since which it holds.
    func entryRow(of register: RegisterDefinition, asOf day: Day) throws -> EntryRow {
        let entry = Entry(try record(StoredEntry.self), of: register)
        let state = optionalText(.after(.entries, 1))
        return EntryRow(
            entry, place: Code(text(.after(.entries))),
            try state.map { EntryRow.Standing(state: $0, since: try self.day(.after(.entries, 2))) }, asOf: day)
    }
}
