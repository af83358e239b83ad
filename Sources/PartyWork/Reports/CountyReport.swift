/// The figures of the towns of a county at a date, each counted in a ledger of its own (SERVER section 4).
package struct CountyReport: Sendable, Hashable {
    package let asOf: Day
    /// What the towns share of their codes.
    package let scope: Scope
    /// The towns by code.
    package let towns: [Town]
    package let totals: StatusReport.Totals

    /// A town with its own totals.
    package struct Town: Sendable, Hashable {
        package let code: Code
        /// The name of its organization; empty for a ledger in which nothing is entered yet.
        package let name: String
        package let totals: StatusReport.Totals

        /// What lists call it: its code where it has no name yet.
        package var title: String { name.isEmpty ? code.digits : name }
    }

    /// All towns together, as a row below theirs.
    package var sum: Town { Town(code: Code(""), name: localized("全县", "All towns"), totals: totals) }

    /// Adds up the reports of the towns, each of its whole town.
    package init(asOf day: Day, scope: Scope, _ reports: [StatusReport]) {
        asOf = day
        self.scope = scope
        towns = reports.map { Town(code: Code($0.scope.prefix), name: $0.scopeName, totals: $0.totals) }
        totals = StatusReport.Totals(sum: towns.map(\.totals), asOf: day)
    }
}

extension StatusReport.Totals {
    /// The sum over towns that share nobody and nothing: a founder or a committee member of one is none of another.
    fileprivate init(sum towns: [Self], asOf day: Day) {
        func sum(_ count: (Self) -> Int) -> Int { towns.reduce(0) { $0 + count($1) } }
        self.init(
            branches: sum(\.branches), groups: sum(\.groups), villages: sum(\.villages),
            villagesDone: sum(\.villagesDone), visitsReceived: sum(\.visitsReceived),
            themeActivities: sum(\.themeActivities), themeActivitiesAsked: sum(\.themeActivitiesAsked),
            fiveOnes: Progress(done: sum(\.fiveOnes.done), ofYearly: sum(\.fiveOnes.target), asOf: day),
            members: towns.reduce(.none) { $0 + $1.members }, households: towns.reduce(.none) { $0 + $1.households },
            visitedThisMonth: sum(\.visitedThisMonth),
            cooperatives: StatusReport.CooperativeFigures(
                active: sum(\.cooperatives.active), memberFounded: sum(\.cooperatives.memberFounded),
                founders: sum(\.cooperatives.founders), householdsLed: sum(\.cooperatives.householdsLed)),
            committee: sum(\.committee), committeeDone: sum(\.committeeDone))
    }
}

extension GapsReport {
    /// The gaps of the towns of a county, in one order; what was asked for may differ from town to town.
    package init(asOf day: Day, scope: Scope, _ towns: [GapsReport]) {
        self.init(
            asOf: day, scope: scope, scopeName: "", gaps: towns.flatMap(\.gaps).sorted { $0.precedes($1) },
            requirements: towns.first?.requirements ?? .standard)
    }
}
