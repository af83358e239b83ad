import PartyWork

extension Ledger {
    /// The figures of a scope by month over two years up to a day.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func trend(in scope: Scope, asOf day: Day) throws -> TrendReport {
        try reading(in: scope) { db in
            let parameters = Parameters(scope, trend: TrendReport.days(upTo: day))
            var report = TrendReport(asOf: day)
            try db.each(.monthlyActivities, parameters) { row in
                report.add(row.integer(3), to: MonthFigure(try row.word(2, ActivityKind.self)), try row.place)
            }
            try db.each(.monthlyHouseholds, parameters) { row in
                report.add(row.integer(2), to: .householdsInScope, try row.place)
                report.add(row.integer(3), to: .householdsCovered, try row.place)
            }
            try db.each(.monthlyMembers, parameters) { row in
                report.add(row.integer(2), to: .membersInScope, try row.place)
                report.add(row.integer(3), to: .membersCovered, try row.place)
            }
            let signed: [MonthStep] = try db.all(.signedMonthsOfScope, parameters) { try $0.record() }
            for step in signed { report.sign(step) }
            return report
        }
    }
}

extension Session {
    /// Hears each row of a statement.
    fileprivate func each(_ query: NamedSQL, _ parameters: Parameters, _ hear: (Statement) throws -> Void) throws {
        _ = try all(query, parameters) { try hear($0) }
    }
}

extension Statement {
    /// The month and the branch that a row begins with.
    fileprivate var place: TrendReport.Place {
        get throws { TrendReport.Place(month: Month(try day(0)), branch: Code(text(1))) }
    }
}
