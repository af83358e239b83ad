import PartyWork

extension Ledger {
    /// Everything that the screen of one branch shows.
    ///
    /// - Throws: `Refusal.notFound` for a code that is no branch.
    package func branch(_ code: Code, asOf day: Day) throws -> BranchReport {
        try reading { try $0.branchReport(code, asOf: day) }
    }
}

extension Ledger {
    /// The party groups of a scope that exist at a day, by code, with the same counts that the five ones are added up from.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func groups(in scope: Scope, asOf day: Day) throws -> [BranchReport.Group] {
        try reading { db in
            try db.groups(try db.tallies(asOf: day, scope: scope)).filter { scope.contains($0.code) }
        }
    }
}

extension Session {
    func branchReport(_ code: Code, asOf day: Day) throws -> BranchReport {
        let organization = try branch(code)
        let tallies = try tallies(asOf: day, scope: Scope(code), assignedTo: code)
        let status = StatusReport(tallies)
        var report = BranchReport(
            organization: organization, asOf: day, status: status.branches.first { $0.code == code },
            groups: try groups(tallies), committee: status.committee,
            months: try months(Scope(code), asOf: day),
            households: try first(.keptHouseholds, Parameters(Scope(code), asOf: day)) { $0.integer(0) } ?? 0,
            cooperatives: tallies.cooperatives.reduce(0) { $0 + $1.active })
        report.requirements = tallies.requirements
        return report
    }

    /// The groups of a branch or of several, with the counts of their five ones.
    fileprivate func groups(_ tallies: Tallies) throws -> [BranchReport.Group] {
        let counts = ActivityCounts(tallies)
        let rows = try all(.openFiveOnes, Parameters(tallies.scope, asOf: tallies.asOf)) { row in
            (code: Code(row.text(0)), kind: try row.word(1, ActivityKind.self), count: row.integer(2))
        }
        let open = Dictionary(grouping: rows, by: \.code)
        return tallies.organizations.filter { $0.kind == .group }.map { group in
            BranchReport.Group(
                code: group.code, name: group.name,
                counts: ActivityKind.fiveOnes.map { counts.count(group.code, $0) },
                open: ActivityKind.fiveOnes.map { kind in
                    open[group.code]?.first { $0.kind == kind }?.count ?? 0
                })
        }
    }

    /// The months of the year up to the day, those without an activity too.
    fileprivate func months(_ scope: Scope, asOf day: Day) throws -> [BranchReport.Month] {
        let rows = try all(.recordedByMonth, Parameters(scope, asOf: day)) { row in
            (
                month: row.integer(0), kind: try row.word(1, ActivityKind.self), count: row.integer(2),
                pending: row.integer(3)
            )
        }
        return (1...day.month).map { month in
            let own = rows.filter { $0.month == month }
            return BranchReport.Month(
                month: month, counts: Dictionary(uniqueKeysWithValues: own.map { ($0.kind, $0.count) }),
                evidencePending: own.reduce(0) { $0 + $1.pending })
        }
    }
}
