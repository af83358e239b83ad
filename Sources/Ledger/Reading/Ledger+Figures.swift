import PartyWork

extension Ledger {
    /// A figure with the rows behind it and those missing from it, read in one transaction.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization, `Refusal.notFound`; `LedgerError`.
    package func figure(_ figure: Figure, in scope: Scope, asOf day: Day) throws -> FigureReport {
        try snapshot { try FigureReport(figure, in: scope, asOf: day, from: self) }
    }

    /// The activities of a kind that count on the branches of a scope in the year up to the day, newest first: the rows of the
    /// activity tally.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func counted(_ kind: ActivityKind, in scope: Scope, asOf day: Day) throws -> [ActivityRow] {
        try reading(in: scope) { db in
            let parameters = Parameters(scope, asOf: day).with("kind", kind.rawValue)
            return try db.all(.countedActivities, parameters) { try $0.activityRow(asOf: day) }
        }
    }

    /// The visits of a committee member that count in the year up to the day, newest first: the rows of the committee's tally.
    ///
    /// - Throws: `LedgerError`.
    package func countedVisits(of person: Person.ID, asOf day: Day) throws -> [ActivityRow] {
        try reading { db in
            let parameters = Parameters(asOf: day).with("id", person.text)
            return try db.all(.countedVisits, parameters) { try $0.activityRow(asOf: day) }
        }
    }
}
