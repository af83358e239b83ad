import PartyWork

/// Holds each row that is written to the rights and the range of whoever writes it (SERVER section 1).
final class RightGuard {
    private let db: Session
    private let permission: Permission
    /// The townships of the ledger; nil before they are asked for.
    private var townships: [Code]?

    /// Nil in a ledger without officers.
    init?(_ db: Session, _ permission: Permission) {
        guard permission.isLimited else { return nil }
        self.db = db
        self.permission = permission
    }

    /// Refuses to write a row that is, or would be, where the right for it does not reach; nil stands for a row that is not there.
    func check(_ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?) throws {
        for row in [old, new].compactMap({ $0 }) {
            let right = try isRestricted(row) ? .restricted : row.right
            if !saysItsPlace(row), try reachesAll(right) { continue }
            if let refusal = try permission.refusal(right, at: place(of: row)) { throw refusal }
        }
        if let old, let new, try opens(old, new), let refusal = permission.refusal(.restricted) { throw refusal }
    }

    /// Whether a right reaches all of the ledger: then where a row belongs is not looked for, which of many rows, each over the line,
    /// takes longer than all else.
    private func reachesAll(_ right: Right) throws -> Bool {
        let all = try townships ?? db.all(.townships, Parameters()) { Code($0.text(0)) }
        townships = all
        return !all.isEmpty && all.allSatisfy { permission.allows(right, at: $0) }
    }

    private func saysItsPlace(_ row: any LedgerRecord) -> Bool {
        if case .to = row.table.belonging { true } else { false }
    }

    /// Whether a restricted register that has entries is none any more: everybody would read them.
    private func opens(_ old: any LedgerRecord, _ new: any LedgerRecord) throws -> Bool {
        guard new.table == .registers, new.text(.secrecy) != Secrecy.restricted.rawValue else { return false }
        let book = try db.registers()
        let name = old.text(.register)
        func isRestricted(_ name: String) -> Bool { book[name]?.isRestricted ?? false }
        guard isRestricted(name), !isRestricted(new.text(.subject)) else { return false }
        return try db.first(.entriesOfRegister, Parameters().with("register", name)) { _ in true } ?? false
    }

    private func isRestricted(_ row: any LedgerRecord) throws -> Bool {
        guard row.table == .entries || row.table == .steps else { return false }
        return try db.registers()[row.text(.register)]?.isRestricted ?? false
    }

    /// The organization to which a row belongs; nil for what belongs to the whole ledger, and for what names nothing that is there.
    private func place(of row: any LedgerRecord) throws -> Code? {
        switch row.table.belonging {
        case .to(let column): Code(row.text(column))
        case .with(let column, _): try place(column, of: row)
        case .withSubject: try place(of: row.text(.subjectID), in: Checklist.ID(row.text(.checklistID)))
        case .entry: try (row as? StoredEntry).flatMap { try place(of: $0) }
        case .step:
            try db.record(RecordKey(row.text(.register), row.text(.entryNumber)), StoredEntry.self)
                .flatMap { try place(of: $0) }
        case .filled(let columns): try columns.first { !row.text($0).isEmpty }.flatMap { try place($0, of: row) }
        case .whole: nil
        }
    }

    /// Where what a column names belongs.
    private func place(_ column: Column, of row: any LedgerRecord) throws -> Code? {
        guard let table = row.table[column]?.target, table != .organizations else { return Code(row.text(column)) }
        return try db.anyRecord(table, RecordKey(row.text(column))).flatMap { try place(of: $0.record) }
    }

    private func place(of entry: StoredEntry) throws -> Code? {
        try db.registers()[entry.register].map { try db.place(of: Entry(entry, of: $0)) }
    }

    private func place(of subject: String, in checklist: Checklist.ID) throws -> Code? {
        guard let checklist: Checklist = try db.record(RecordKey(checklist.text)) else { return nil }
        let table: TableSchema? =
            switch checklist.subject {
            case .branch, .group: nil
            case .member, .committeeMember: .people
            case .household: .households
            case .entry: .entries
            }
        guard let table else { return Code(subject) }
        let key = checklist.askedRegister.map { RecordKey($0, subject) } ?? RecordKey(subject)
        return try db.anyRecord(table, key).flatMap { try place(of: $0.record) }
    }
}
