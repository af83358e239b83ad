/// The figures of the towns of a county at a date.
package typealias CountyReport = CountyAnswer<StatusReport.Totals>

extension CountyReport {
    /// The towns that were asked, together.
    package var totals: StatusReport.Totals { StatusReport.Totals(sum: towns.compactMap(\.answer), asOf: asOf) }

    /// The totals as a row below the towns', which says where it is not of all of them.
    package var sum: Town {
        let left = leftOut.count
        let name =
            left == 0
            ? localized("全县", "All towns") : localized("全县 缺 \(left)", "All but \(left)")
        return Town(code: Code(""), name: name, .success(totals))
    }

    /// The answer with zeroes for towns in which nothing is entered yet.
    package var counted: CountyReport {
        CountyReport(
            asOf: asOf, scope: scope,
            towns: towns.map { town in
                let nothing = Tallies(asOf: asOf, scope: Scope(town.code), scopeName: "")
                return town.map { $0 ?? StatusReport(nothing).totals }
            })
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
