import PartyWork

extension Ledger {
    /// Entries of a register as papers show them, those that exist in a scope at a date, by number.
    ///
    /// - Parameter choice: which of them.
    /// - Throws: `Refusal.notFound` for a register or number that is none; `Refusal.restricted`; a `ConditionFault`; `LedgerError`.
    package func entrySheets(_ choice: EntryChoice, in scope: Scope, asOf day: Day) throws -> [EntrySheet] {
        try snapshot {
            let sheet = try sheet(
                of: choice.register, where: choice.condition, filter: "", asOf: day, scope: scope,
                isRestrictedSeen: choice.isRestrictedSeen)
            if sheet.register.isRestricted, !choice.isRestrictedSeen { throw Refusal.restricted(sheet.register.name) }
            let rows = sheet.rows.filter { row in
                (sheet.selected?.contains(row.entry.number) ?? true)
                    && (choice.number?.hasSameCodePoints(as: row.entry.number) ?? true)
            }
            if rows.isEmpty, let number = choice.number {
                throw Refusal.notFound(.entries, RecordKey(choice.register, number))
            }
            return try reading { db in
                try rows.map { EntrySheet($0, steps: try db.steps(of: $0.entry.stored.key), asOf: day) }
            }
        }
    }
}
