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
                lines: try shown.split(by: RegisterSQL.most).flatMap { registers in
                    let sql = registers.map { RegisterSQL($0, in: book) }
                    let tallies = try db.tallies(sql, scope, day)
                    let isShown = try db.shows(shown, in: scope)
                    let seen = sql.filter { isRestrictedSeen && isShown || !$0.register.isRestricted }
                    let figures = try db.figures(seen, scope, day)
                    return registers.enumerated().map { number, register in
                        RegisterReport.Line(
                            register, isShown || !register.isRestricted ? tallies[number] ?? [] : nil,
                            figures: figures[Identifier(register.name)], asOf: day)
                    }
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

extension Array {
    /// The elements in order, so many together.
    fileprivate func split(by most: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: most).map { self[$0..<Swift.min($0 + most, count)] }
    }
}

extension RegisterSQL {
    /// So many registers stand in one statement: an engine takes 500 parts, and each has two.
    fileprivate static let most = 200
}

extension Session {
    /// The entries of each of some registers that exist, by place and state.
    fileprivate func tallies(_ registers: [RegisterSQL], _ scope: Scope, _ day: Day) throws -> [Int: [RegisterTally]] {
        let tallies = try all(RegisterSQL.tally(registers, on: day), Parameters(scope, asOf: day)) { row in
            (
                number: row.integer(0),
                RegisterTally(
                    place: Code(row.text(1)), state: row.text(2), count: row.integer(3), overdue: row.integer(4),
                    dueSoon: row.integer(5))
            )
        }
        return Dictionary(grouping: tallies, by: \.number).mapValues { $0.map(\.1) }
    }

    /// What the figures of each of some registers come to.
    fileprivate func figures(
        _ registers: [RegisterSQL], _ scope: Scope, _ day: Day
    ) throws -> [Identifier<RegisterDefinition>: [RegisterReport.FigureValue]] {
        var figures: [Identifier<RegisterDefinition>: [RegisterReport.FigureValue]] = [:]
        for sql in registers { figures[Identifier(sql.register.name)] = [] }
        guard let query = try RegisterSQL.figures(registers) else { return figures }
        let read = try all(query, Parameters(scope, asOf: day)) { row in
            let register = registers[row.integer(0)].register
            return (
                register,
                register.figures.enumerated().map { place, figure in
                    let column = Int32(1 + 2 * place)
                    let high = Int128(row.integer(column)) * 1_000_000
                    return RegisterReport.FigureValue(
                        figure: figure, value: Amount(hundredths: high + Int128(row.integer(column + 1))))
                }
            )
        }
        for (register, values) in read { figures[Identifier(register.name)] = values }
        return figures
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
        let entry = try entry(of: register)
        let state = optionalText(.after(.entries, 1))
        return EntryRow(
            entry, place: Code(text(.after(.entries))),
            try state.map { EntryRow.Standing(state: $0, since: try self.day(.after(.entries, 2))) }, asOf: day)
    }
}
