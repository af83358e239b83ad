/// What an account may do in a ledger on a day; one value that acts, queries and screens ask (SERVER section 1).
///
/// In a ledger without officers everybody may do everything.
package struct Permission: Sendable, Hashable {
    /// The login name of whom it speaks.
    package let account: String
    /// The officers of the ledger whose rows hold; nil for a ledger without officers.
    private let officers: [OfficerGrant]?
    /// Whether the account's committee member is the secretary of the township, who sees restricted registers.
    private let isTownSecretary: Bool

    /// The permission of a ledger without officers.
    package static let everything = Permission()

    private init() {
        account = ""
        officers = nil
        isTownSecretary = false
    }

    /// The permission of an account.
    ///
    /// - Parameters:
    ///   - rows: All rows of the table, of whomever; none for a ledger without officers.
    ///   - leads: Whether the committee member of a row is the serving secretary of the township.
    package init(
        of account: String, on day: Day, _ rows: [OfficerGrant], leads: (OfficerGrant) throws -> Bool
    ) rethrows {
        let holding = rows.filter { $0.holds(on: day) }
        self.account = account
        officers = rows.isEmpty ? nil : holding
        isTownSecretary = try holding.contains { try $0.account == account && $0.role == .committee && leads($0) }
    }

    /// Whether the ledger has officers, so that anything is limited at all.
    package var isLimited: Bool { officers != nil }

    /// The rows of the account that hold.
    package var grants: [OfficerGrant] { (officers ?? []).filter { $0.account == account } }

    /// The account's name as officers know it; nil for a ledger without officers, and for an account without a row.
    package var name: String? { grants.first?.name }

    // MARK: - What may be done

    /// Whether a right is there, in any range.
    package func allows(_ right: Right) -> Bool { !isLimited || !ranges(of: right).isEmpty }

    /// Whether a right is there for what lies in an organization; nil stands for what belongs to the whole ledger.
    package func allows(_ right: Right, at code: Code?) -> Bool {
        guard let code else { return allows(right) }
        return !isLimited || ranges(of: right).contains { code.isWithin($0) }
    }

    /// The ranges in which the account has a right.
    private func ranges(of right: Right) -> [String] {
        grants.filter { grant in
            grant.role.rights.contains(right) || (right == .restricted && isTownSecretary && grant.role == .committee)
        }.map(\.range)
    }

    /// Where screens begin: the branch of an account that is a branch's secretary and nothing else; nil elsewhere.
    package var home: Scope? {
        let reading = grants.filter { $0.role.rights.contains(.read) }
        guard let first = reading.first, reading.allSatisfy({ $0.role == .secretary }) else { return nil }
        return Scope(first.range)
    }

    // MARK: - What is refused

    /// Why a right is not there; nil if it is.
    package func refusal(_ right: Right) -> Refusal? { allows(right) ? nil : missing(right) }

    /// Why a right is not there for what lies in an organization; nil if it is.
    package func refusal(_ right: Right, at code: Code?) -> Refusal? {
        if allows(right, at: code) { return nil }
        guard allows(right), let code else { return missing(right) }
        let holders = holders(of: right, at: code)
        return .outsideRange(right, code, holders: holders, administrators: administrators(besides: holders))
    }

    /// Why the ledger may not be opened at all; nil if it may.
    package var refusalOfOpening: Refusal? {
        if !isLimited || !grants.isEmpty { return nil }
        return .notAnOfficer(account: account, administrators: holders(of: .administer, at: nil))
    }

    private func missing(_ right: Right) -> Refusal {
        let holders = holders(of: right, at: nil)
        return refusalOfOpening
            ?? .notPermitted(right, holders: holders, administrators: administrators(besides: holders))
    }

    /// Whom to ask for a right that nobody has.
    private func administrators(besides holders: [String]) -> [String] {
        holders.isEmpty ? self.holders(of: .administer, at: nil) : []
    }

    /// Who has a right: names, each once.
    private func holders(of right: Right, at code: Code?) -> [String] {
        var seen: Set<String> = []
        return (officers ?? []).filter { officer in
            officer.role.rights.contains(right) && (code.map { $0.isWithin(officer.range) } ?? true)
                && seen.insert(officer.name).inserted
        }.map(\.name)
    }
}
