import PartyWork

extension Ledger {
    /// Entries of a register as papers show them, those that exist in a scope at a date, by number.
    ///
    /// - Parameter choice: which of them.
    /// - Throws: `Refusal.notFound` for a register or number that is none; `Refusal.restricted`; a `ConditionFault`; `LedgerError`.
    package func entrySheets(_ choice: EntryChoice, in scope: Scope, asOf day: Day) throws -> [EntrySheet] {
        try snapshot {
            let list = try entries(
                of: choice.register, where: choice.condition, asOf: day, scope: scope,
                isRestrictedSeen: choice.isRestrictedSeen)
            let rows = list.rows.filter { choice.number?.hasSameCodePoints(as: $0.entry.number) ?? true }
            if rows.isEmpty, let number = choice.number {
                throw Refusal.notFound(.entries, RecordKey(choice.register, number))
            }
            return try reading { db in try rows.map { try db.sheet($0, asOf: day) } }
        }
    }
}

extension Session {
    fileprivate func sheet(_ row: EntryRow, asOf day: Day) throws -> EntrySheet {
        let entry = row.entry
        let texts = try zip(entry.register.fields, entry.values).map { try said($0.reference($1)?.target) ?? $1 }
        let subject = try said(entry.references.first?.target) ?? entry.subject
        return EntrySheet(
            row, subject: subject, texts: texts,
            steps: try steps(of: RecordKey(entry.register.name, entry.number)), asOf: day)
    }

    /// What a reference names, as `店子槽村（422801100211）`; nil for none.
    private func said(_ target: Reference.Target?) throws -> String? {
        switch target {
        case .person(let id): try "\(record(RecordKey(id.text), Person.self)?.name ?? "")（\(id)）"
        case .organization(let code, _): try "\(organizationName(code))（\(code.digits)）"
        case .household(let id): try "\(record(RecordKey(id.text), Household.self)?.head ?? "")（\(id)）"
        case .cooperative(let id):
            "\(try record(RecordKey(id.text), Cooperative.self)?.name ?? "")（\(id)）"
        case .entry(let number, let register):
            "\(try registers()[register].flatMap { try entry(number, of: $0) }?.heading ?? "")（\(number)）"
        case .activity, .checklist, .subject, nil: nil
        }
    }
}

extension Entry {
    /// What it is called on paper: what stands in its short fields of text and options.
    fileprivate var heading: String {
        zip(register.fields, values).filter { [.text, .option].contains($0.kind) && !$0.isPersonal && !$1.isEmpty }.map
        { $1 }
        .joined(separator: " ")
    }
}
