import PartyWork

/// What printed papers need besides the readings of the screens.
extension Ledger {
    /// Where a paper about a scope is about.
    ///
    /// - Throws: `LedgerError`.
    package func place(_ scope: Scope) throws -> NamedScope {
        try reading { db in
            NamedScope(
                town: try db.organizationName(Code(scope.prefix).township),
                name: try db.organizationName(Code(scope.prefix)), code: scope.prefix)
        }
    }

    /// A branch's year up to a day: figures, what counted, its months as signed.
    ///
    /// - Throws: `Refusal.notFound` for a code that is no branch.
    package func year(of code: Code, asOf day: Day) throws -> BranchYear {
        try reading { db in
            let branch = try db.branch(code)
            return BranchYear(
                report: try db.branchReport(code, asOf: day),
                activities: try db.all(.yearActivities, Parameters(Scope(code), asOf: day)) {
                    try $0.activityRow(asOf: day)
                },
                months: try Month.upTo(day).map { try db.monthReport(branch, $0, asOf: day) })
        }
    }

    /// The year's months of every branch of a scope up to a day, branch by branch.
    ///
    /// - Throws: `Refusal.emptyScope`.
    package func monthsOfYear(in scope: Scope, asOf day: Day) throws -> [[MonthReport]] {
        try reading(in: scope) { db in
            let reports = try Month.upTo(day).flatMap { try db.monthReports($0, in: scope, asOf: day) }
            let branches = Dictionary(grouping: reports, by: \.code)
            return branches.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// The households of a scope that are poor or lifted on a day, with who helps each.
    ///
    /// - Throws: `Refusal.emptyScope`.
    package func pairingRoll(in scope: Scope, asOf day: Day) throws -> PairingRoll {
        let helpers = try reading { db in
            try db.all(.rollHelpers, Parameters(scope, asOf: day)) { row in
                (
                    Household.ID(row.text(0)),
                    PairingRoll.Helper(
                        id: Person.ID(row.text(1)), name: row.text(2), post: row.text(3), phone: row.text(4),
                        organizationName: row.text(5), startedOn: try row.day(6))
                )
            }
        }
        return PairingRoll(try households(in: scope, asOf: day), helpers)
    }

    /// A helper with the cards of the households helped on a day.
    ///
    /// - Throws: `Refusal.notFound`.
    package func helperSheet(_ id: Person.ID, asOf day: Day) throws -> HelperSheet {
        try reading { db in
            let card = try db.personCard(id, asOf: day)
            let active = card.pairings.filter { $0.isActive && ($0.state == .poor || $0.state == .lifted) }
            return HelperSheet(
                card: card, households: try active.map { try db.householdCard($0.pairing.household, asOf: day) })
        }
    }
}

extension Month {
    /// The months of a day's year up to the day's own.
    fileprivate static func upTo(_ day: Day) -> [Month] {
        (1...day.month).compactMap { Month(year: day.year, month: $0) }
    }
}
