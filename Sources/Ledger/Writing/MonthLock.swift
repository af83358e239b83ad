import GRDB
import PartyWork

/// What the signed months of branches lock. A month is looked up when a row first asks for its branch, so that a ledger
/// without any costs one look at an empty table.
final class MonthLock {
    private let db: Database
    private var signed: [Code: [Signature]] = [:]

    /// Who signed a month, and when.
    private struct Signature {
        let month: Month
        let officer: String
        let on: Day
    }

    /// Nil where no month was ever reported.
    init?(_ db: Database) throws {
        if try db.isEmpty(.monthSteps) { return nil }
        self.db = db
    }

    /// Refuses to write a row that changes what counts in a signed month; nil stands for a row that is not there.
    func check(_ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?) throws {
        if let refusal = try refusal(old, new) { throw refusal }
    }

    /// Why a row may not be written; nil if it may.
    func refusal(_ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?) throws -> Refusal? {
        let rows = [old, new].compactMap { $0 }
        if (old ?? new) is MethodTarget { return try refusal(rows.compactMap { $0 as? MethodTarget }) }
        if let cycle = (old ?? new) as? HouseholdCycle { return try refusal(old, new, of: cycle.household) }
        let cycles = try ((old ?? new) as? Household).map { try db.cycles(of: $0.id) } ?? []
        let own = try first(rows.flatMap { try branches(of: $0) }) {
            MonthRules.counts(old, new, earlier: cycles, in: $0)
        }
        return try own ?? refusalBeyond(old, new)
    }

    /// The same for what is asked of months: 主题党日 is judged in each, the other methods only over years, which are not signed.
    private func refusal(_ rows: [MethodTarget]) throws -> Refusal? {
        guard let start = rows.filter({ $0.method == .partyDay }).map(\.startsOn).min() else { return nil }
        let later = Parameters().with("month", Month(start).description)
        return try db.first(.signedSince, later) { Code($0.text(0)) }.flatMap { branch in
            try first([branch]) { $0.first >= start }
        }
    }

    /// The same for an earlier cycle of a household.
    private func refusal(
        _ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?, of id: Household.ID
    ) throws -> Refusal? {
        guard let household: Household = try db.record(RecordKey(id.text)) else { return nil }
        let written = Set([old, new].compactMap { $0?.key })
        let others = try db.cycles(of: id).filter { !written.contains($0.key) }
        return try first([household.village]) {
            MonthRules.counts(
                old as? HouseholdCycle, new as? HouseholdCycle, of: household, beside: others, in: $0)
        }
    }

    /// The same for the other side of the pairings of a household or a person.
    private func refusalBeyond(_ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?) throws -> Refusal? {
        switch old ?? new {
        case let household as Household:
            try first(pairings(.pairingsOfHousehold, household.id.text)) {
                try branch($0.helper)
            } where: {
                MonthRules.countsForHelpers(old as? Household, new as? Household, in: $0)
            }
        case let person as Person:
            try first(pairings(.pairingsOfPerson, person.id.text)) {
                try village($0.household)
            } where: {
                MonthRules.counts(old, new, in: $0)
            }
        default: nil
        }
    }

    private func first(
        _ pairings: [Pairing], _ branch: (Pairing) throws -> Code?, where changes: (Month) -> Bool
    ) throws -> Refusal? {
        for pairing in pairings {
            let found = try branch(pairing).flatMap { branch in
                try first([branch]) { pairing.isActive(on: $0.last) && changes($0) }
            }
            if let found { return found }
        }
        return nil
    }

    /// The first signed month of some branches for which a test holds.
    private func first(_ branches: [Code], where changes: (Month) -> Bool) throws -> Refusal? {
        for branch in branches {
            guard let signature = try signatures(branch).first(where: { changes($0.month) }) else { continue }
            return .monthLocked(
                branch: try db.organizationName(branch), branch, signature.month, officer: signature.officer,
                on: signature.on)
        }
        return nil
    }

    private func signatures(_ branch: Code) throws -> [Signature] {
        if let known = signed[branch] { return known }
        let found = try db.all(.signedMonths, Parameters().with("code", branch.digits)) { row in
            guard let month = Month(row.text(0)) else {
                throw Damage(localized("“\(row.text(0))”不是月份", "\"\(row.text(0))\" is no month"))
            }
            return Signature(month: month, officer: row.text(1), on: try row.day(2))
        }
        signed[branch] = found
        return found
    }

    // MARK: - In whose figures a row counts

    private func branches(of record: any LedgerRecord) throws -> [Code] {
        switch record {
        case let record as Activity:
            let visited = record.kind == .homeVisit ? record.household : nil
            return try [record.organization.branch, visited.flatMap { try village($0) }].compactMap { $0 }
        case let record as Pairing:
            return try [village(record.household), branch(record.helper)].compactMap { $0 }
        case let record as Household: return [record.village]
        case let record as Organization: return record.kind.isBranch ? [record.code] : []
        case let record as Person:
            return [record.category.isPartyMember ? record.organization.branch : nil].compactMap { $0 }
        default: return []
        }
    }

    private func pairings(_ query: NamedSQL, _ id: String) throws -> [Pairing] {
        try db.all(query, Parameters().with("id", id)) { try $0.record() }
    }

    private func village(_ id: Household.ID) throws -> Code? {
        try db.record(RecordKey(id.text), Household.self)?.village
    }

    private func branch(_ id: Person.ID) throws -> Code? {
        try db.record(RecordKey(id.text), Person.self)?.organization.branch
    }
}

extension Database {
    /// Keeps the day on which an activity was entered, beside the day on which it was held.
    func note(entryOf activity: Activity, on day: Day) throws {
        try run(
            """
            INSERT INTO activity_entry (activity, entered_on) VALUES (?, ?)
            ON CONFLICT (activity) DO UPDATE SET entered_on = excluded.entered_on
            """, [.text(activity.id.text), .text(day.description)])
    }
}
