import PartyWork

/// The registers of a ledger, and where their entries are.
extension Session {
    /// The rows that define registers.
    func definitions() throws -> [DefinitionRow] {
        try TableSchema.definitions.flatMap { table in
            try statement(Layout.of(table).statements.selectAll).rows { try $0.record(from: DefinitionRow(table)) }
        }
    }

    /// The checklists that officers defined, by number.
    func ownChecklists() throws -> [Checklist] {
        try statement(Layout.of(.checklists).statements.selectAll).rows { try $0.record() }
    }

    /// The entry of a register under a number; nil if there is none.
    func entry(_ number: String, of register: RegisterDefinition) throws -> Entry? {
        try record(RecordKey(register.name, number), StoredEntry.self).map { Entry($0, of: register) }
    }

    /// The steps of an entry, by number.
    func steps(of entry: RecordKey) throws -> [EntryStep] {
        let statement = try statement(
            Layout.of(.steps).statements.select + " WHERE t.register = ? AND t.entry = ? ORDER BY t.position")
        try statement.bindKey(entry, from: 1)
        return try statement.rows { try $0.record() }
    }

    // MARK: - What follows from entries

    /// Forgets what follows from an entry, because its steps are others by now.
    private func forgetEntry(_ key: RecordKey) throws {
        try forget("register = ? AND number = ?", key.parts)
    }

    /// Forgets where the entries about a subject are, because it belongs elsewhere by now.
    private func forgetEntries(about subject: RecordKey) throws { try forget("subject = ?", [subject.text]) }

    /// Forgets what follows from the entries of a register, because its definition says so otherwise by now.
    private func forgetEntries(of register: String) throws { try forget("register = ?", [register]) }

    private func forget(_ condition: String, _ values: [String]) throws {
        try run("UPDATE entry SET place = '' WHERE \(condition) AND place <> ''", values.map { .text($0) })
        entriesAreStale = true
    }

    /// Forgets what follows otherwise by now, because a row was written; what follows from an entry that was written itself is not
    /// known anyway.
    func followEntries(_ before: (any LedgerRecord)?, _ after: (any LedgerRecord)?) throws {
        guard let record = after ?? before else { return }
        func changed(_ columns: Column...) -> Bool {
            columns.contains { (before?.text($0) ?? "") != (after?.text($0) ?? "") }
        }
        switch record.table {
        case .entries: entriesAreStale = true
        case .steps: try forgetEntry(RecordKey(record.text(.register), record.text(.entryNumber)))
        case .people, .cooperatives: if before != nil, changed(.organization) { try forgetEntries(about: record.key) }
        case .households: if before != nil, changed(.village) { try forgetEntries(about: record.key) }
        case .registers:
            forgetRegisters()
            if changed(.placeField) { try forgetEntries(of: record.key.text) }
        case .registerFields, .registerStates, .registerFigures:
            forgetRegisters()
            if changed(.kind, .dueField, .field, .condition) { try forgetEntries(of: record.text(.register)) }
        case .registerGates: forgetRegisters()
        // Nothing else says anything of entries.
        default: break
        }
    }

    /// Finds what follows from the entries of which it is not known, and from those that hang on them.
    func refreshEntries() throws {
        entriesAreStale = false
        if try isEmpty(.entries) { return }
        let book = try registers()
        for register in book.fromAbove {
            for child in book.children(of: register) {
                try run(
                    """
                    UPDATE entry SET place = '' WHERE register = ? AND place <> ''
                        AND subject IN (SELECT a.number FROM entry a WHERE a.register = ? AND a.place = '')
                    """, [.text(child.name), .text(register.name)])
            }
            let derived = RegisterSQL(register, in: book).derived("entry").map { "\($0.column) = \($0.value)" }
            try run(
                "UPDATE entry SET \(derived.joined(separator: ", ")) WHERE register = ? AND place = ''",
                [.text(register.name)])
        }
    }

    /// Finds what follows from entries that were written in the transaction under way, before it is read there.
    func refreshStaleEntries() throws { if entriesAreStale { try refreshEntries() } }

    // MARK: - What is in use

    /// How many entries, or steps, use what a definition would take away.
    func count(_ use: DefinitionUse) throws -> Int {
        let quoted = { (text: String) in RegisterSQL.quoted(text) }
        func entries(_ register: String, _ condition: String) -> String {
            "SELECT count(*) FROM entry t WHERE t.register = \(quoted(register)) AND \(condition)"
        }
        let sql: String =
            switch use {
            case .entries(let register): entries(register, "1 = 1")
            case .entriesSince(let register, let day): entries(register, "t.registered_on >= '\(day)'")
            case .filled(let register, let field): entries(register, "\(RegisterSQL.value(field)) IS NOT NULL")
            case .filledSince(let register, let field, let day):
                entries(register, "\(RegisterSQL.value(field)) IS NOT NULL AND t.registered_on >= '\(day)'")
            case .values(let register, let field, let values):
                entries(register, "\(RegisterSQL.value(field)) IN (\(values.map(quoted).joined(separator: ", ")))")
            case .below(let register, let field, let bound):
                entries(register, "\(RegisterSQL.number(field)) < \(bound)")
            case .above(let register, let field, let bound):
                entries(register, "\(RegisterSQL.number(field)) > \(bound)")
            case .state(let register, let state):
                """
                SELECT count(*) FROM entry_step s WHERE s.register = \(quoted(register)) AND s.state = \(quoted(state))
                """
            case .transitions(let register, let from, let to):
                """
                SELECT count(*) FROM entry_step s JOIN entry_step n
                    ON n.register = s.register AND n.entry = s.entry AND n.position = s.position + 1
                WHERE s.register = \(quoted(register)) AND s.state = \(quoted(from))
                    AND n.state IN (\(to.map(quoted).joined(separator: ", ")))
                """
            }
        return try number(sql)
    }
}
