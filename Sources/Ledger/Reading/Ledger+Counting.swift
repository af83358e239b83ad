import PartyWork

extension Ledger {
    /// Whether no table has a row.
    ///
    /// - Throws: `LedgerError`.
    package func isEmpty() throws -> Bool {
        try reading { db in try db.tables.contract.allSatisfy { try db.isEmpty($0) } }
    }

    /// The scope that a request names, or the standard one for nil (CONTRACT section 2, scope).
    ///
    /// - Throws: `Refusal.emptyScope` for a text that is no code prefix or covers no organization;
    ///   `Refusal.noStandardScope` for nil where there is no township, or several that share nothing.
    package func scope(_ text: String?) throws -> Scope {
        try reading { db in
            guard let text else {
                let townships = try db.all(.townships, Parameters()) { Code($0.text(0)) }
                guard let scope = Scope.standard(townships: townships) else { throw Refusal.noStandardScope }
                return scope
            }
            guard let scope = Scope(text) else { throw Refusal.emptyScope(text) }
            try db.requireOrganization(in: scope)
            return scope
        }
    }

    /// The figures of a scope at a day (CONTRACT sections 2 and 4).
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func status(asOf day: Day, scope: Scope) throws -> StatusReport {
        try reading { try $0.status(asOf: day, scope: scope) }
    }

    /// Every unmet obligation of a scope at a day (CONTRACT section 4).
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func gaps(asOf day: Day, scope: Scope) throws -> GapsReport {
        try reading { try $0.gaps(asOf: day, scope: scope) }
    }
}

extension Session {
    /// The figures of a scope at a day.
    func status(asOf day: Day, scope: Scope) throws -> StatusReport {
        StatusReport(try tallies(asOf: day, scope: scope))
    }

    /// Every unmet obligation of a scope at a day.
    func gaps(asOf day: Day, scope: Scope) throws -> GapsReport {
        let parameters = Parameters(scope, asOf: day)
        return GapsReport(
            try tallies(asOf: day, scope: scope), households: try all(.uncoveredHouseholds, parameters, Uncovered.init),
            members: try all(.uncoveredMembers, parameters, Uncovered.init), followUps: try followUps())
    }

    /// Who follows up what, in the whole ledger: what is given is little.
    private func followUps() throws -> FollowUps {
        FollowUps(try statement(Layout.of(.followUps).statements.selectAll).rows { try $0.record() })
    }

    /// Refuses a scope that covers no organization.
    func requireOrganization(in scope: Scope) throws {
        let isThere = try first(.scopeExists, Parameters(scope)) { _ in true } ?? false
        if !isThere, !meetsUnknown { throw Refusal.emptyScope(scope.prefix) }
    }

    /// The name of an organization; empty if there is none with the code.
    func organizationName(_ code: Code) throws -> String {
        try first(.organizationName, Parameters().with("code", code.digits)) { $0.text(0) } ?? ""
    }

    /// All counts of a scope at a day.
    ///
    /// - Parameter village: Whose assigned committee members stand for the township's whole committee.
    func tallies(asOf day: Day, scope: Scope, assignedTo village: Code? = nil) throws -> Tallies {
        try requireOrganization(in: scope)
        let exact = Parameters(scope, asOf: day)
        let branches = Parameters(scope.widenedToBranch, asOf: day)
        var tallies = Tallies(asOf: day, scope: scope, scopeName: try organizationName(Code(scope.prefix)))
        tallies.organizations = try all(.organizations, branches) { row in
            .init(code: Code(row.text(0)), name: row.text(1), kind: try row.word(2))
        }
        tallies.activities = try all(.activityTally, branches) { row in
            .init(organization: Code(row.text(0)), kind: try row.word(1), month: row.integer(2), count: row.integer(3))
        }
        tallies.households = try all(.householdCoverage, exact) { row in
            .init(
                village: Code(row.text(0)), coverage: Coverage(covered: row.integer(2), inScope: row.integer(1)),
                visited: row.integer(3))
        }
        tallies.members = try all(.memberCoverage, exact) { row in
            .init(organization: Code(row.text(0)), coverage: Coverage(covered: row.integer(2), inScope: row.integer(1)))
        }
        tallies.cooperatives = try all(.cooperatives, exact) { row in
            .init(
                organization: Code(row.text(0)), active: row.integer(1), memberFounded: row.integer(2),
                householdsLed: row.integer(3))
        }
        tallies.founders = try all(.founders, exact) { row in
            .init(organization: Code(row.text(0)), founder: Person.ID(row.text(1)))
        }
        tallies.others = try all(.others, exact) { row in
            let kind = try row.word(2, OrganizationKind.self)
            return .init(
                code: Code(row.text(0)), name: row.text(1), kind: kind,
                standing: kind == .township ? .township : row.flag(3) ? .dissolved : .notFounded, open: row.integer(4),
                keeps: row.flag(5))
        }
        tallies.requirements = try requirements()
        tallies.committee = try committee(asOf: day, scope: scope, assignedTo: village)
        return tallies
    }

    private func committee(asOf day: Day, scope: Scope, assignedTo village: Code?) throws -> [Tallies.CommitteeTally] {
        let township = Parameters(scope.widenedToTownship, asOf: day)
        let parameters = village.map { township.with("code", $0.digits) } ?? township
        return try all(village == nil ? .committee : .assignedCommittee, parameters) { row in
            .init(
                id: Person.ID(row.text(0)), name: row.text(1), organization: Code(row.text(2)), visits: row.integer(3))
        }
    }
}

extension Scope {
    /// The scope widened to the township where it lies inside one: its committee is that of every scope below
    /// (CONTRACT section 4, committee).
    var widenedToTownship: Scope { prefix.utf8.count > 9 ? Scope(Code(prefix).township) : self }
}

extension Uncovered {
    init(_ row: Statement) { self.init(Identifier(row.text(0)), name: row.text(1), organization: Code(row.text(2))) }
}

extension Statement {
    /// A word of a closed list.
    ///
    /// - Throws: `Damage` for any other text, which the schema's checks would not have let in.
    func word<W: Word>(_ column: Int32, _: W.Type = W.self) throws -> W {
        let text = text(column)
        // Not `W(rawValue:)`, which compares by canonical equivalence and takes a microsecond for Chinese.
        for word in W.allCases where word.rawValue.hasSameCodePoints(as: text) { return word }
        throw Damage(localized("“\(text)”不在可选项中", "\"\(text)\" is not among the words allowed"))
    }

    /// A day.
    ///
    /// - Throws: `Damage` for any other text.
    func day(_ column: Int32) throws -> Day {
        let text = text(column)
        guard let day = Day(text) else { throw Damage(localized("“\(text)”不是日期", "\"\(text)\" is no date")) }
        return day
    }

    /// A day; nil for NULL.
    func optionalDay(_ column: Int32) throws -> Day? { try optionalText(column) == nil ? nil : day(column) }
}
