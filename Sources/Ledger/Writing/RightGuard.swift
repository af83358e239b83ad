import PartyWork

/// Holds each row that is written to the rights and the range of whoever writes it (SERVER section 1).
struct RightGuard {
    private let db: Session
    private let permission: Permission

    /// Nil in a ledger without officers.
    init?(_ db: Session, _ permission: Permission) {
        guard permission.isLimited else { return nil }
        self.db = db
        self.permission = permission
    }

    /// Refuses to write a row that is, or would be, where the right for it does not reach; nil stands for a row that is not there.
    func check(_ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?) throws {
        for row in [old, new].compactMap({ $0 }) {
            if let refusal = try permission.refusal(row.right, at: place(of: row)) { throw refusal }
        }
    }

    /// The organization to which a row belongs; nil for what belongs to the whole ledger, and for what names nothing that is there.
    private func place(of row: any LedgerRecord) throws -> Code? {
        switch row {
        case let row as Organization: row.code
        case let row as Person: row.organization
        case let row as Household: row.village
        case let row as Cooperative: row.organization
        case let row as Activity: row.organization
        case let row as Post: row.organization
        case let row as MonthStep: row.organization
        case let row as OfficerGrant: Code(row.range)
        case let row as Pairing: try village(row.household)
        case let row as HouseholdCycle: try village(row.household)
        case let row as StoredEntry: try place(of: row)
        case let row as EntryStep:
            try db.record(RecordKey(row.register, row.entry), StoredEntry.self).flatMap { try place(of: $0) }
        case let row as Tick: try place(of: row.subject, in: row.checklist)
        case let row as Waiver: try place(of: row.subject, in: row.checklist)
        // Details of an activity belong where that does; checklists, requirements and definitions to the whole ledger.
        default: try activity(of: row)?.organization
        }
    }

    private func activity(of row: any LedgerRecord) throws -> Activity? {
        for case .activity(let id, _) in row.references.map(\.target) { return try db.record(RecordKey(id.text)) }
        return nil
    }

    private func village(_ id: Household.ID) throws -> Code? {
        try db.record(RecordKey(id.text), Household.self)?.village
    }

    private func place(of entry: StoredEntry) throws -> Code? {
        try db.registers()[entry.register].map { try db.place(of: Entry(entry, of: $0)) }
    }

    private func place(of subject: String, in checklist: Checklist.ID) throws -> Code? {
        guard let checklist: Checklist = try db.record(RecordKey(checklist.text)) else { return nil }
        return switch checklist.subject {
        case .branch, .group: Code(subject)
        case .member, .committeeMember: try db.record(RecordKey(subject), Person.self)?.organization
        case .household: try village(Household.ID(subject))
        case .entry:
            try checklist.askedRegister.flatMap { register in
                try db.record(RecordKey(register, subject), StoredEntry.self).flatMap { try place(of: $0) }
            }
        }
    }
}
