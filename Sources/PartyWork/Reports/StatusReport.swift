/// The figures of a scope at a date: what the overview, `zhibu status` and the township summary show
/// (CONTRACT sections 2 and 4).
package struct StatusReport: Sendable, Hashable {
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    /// The branches existing at the date whose code starts with the scope, by code.
    package let branches: [BranchStatus]
    /// The serving committee members, by id.
    package let committee: [CommitteeStatus]
    package let totals: Totals
    /// What was asked for.
    package let requirements: Requirements

    /// The figures of one branch.
    package struct BranchStatus: Sendable, Hashable {
        package let code: Code
        package let name: String
        package let kind: OrganizationKind
        package let groups: Int
        package let visitsReceived: Int
        package let themeActivity: Progress
        package let fiveOnes: Progress
        /// The months of the year with at least one 主题党日, ascending.
        package let partyDayMonths: [Int]
        /// The periods in which one is asked for, those that have begun, each with what became of it.
        package let partyDays: [AskedPeriod]
        package let households: Coverage
        package let members: Coverage
        package let visitedThisMonth: Int
        package let cooperatives: CooperativeFigures
    }

    /// A committee member's visits.
    package struct CommitteeStatus: Sendable, Hashable {
        package let id: Person.ID
        package let name: String
        package let organization: Code
        package let visits: Progress
    }

    /// The cooperatives of a branch or of the whole scope.
    package struct CooperativeFigures: Sendable, Hashable {
        package let active: Int
        package let memberFounded: Int
        package let founders: Int
        package let householdsLed: Int
    }

    /// The figures of the whole scope, counted and not added up from the branches.
    package struct Totals: Sendable, Hashable {
        package let branches: Int
        package let groups: Int
        package let villages: Int
        package let villagesDone: Int
        package let fiveOnes: Progress
        package let members: Coverage
        package let households: Coverage
        package let visitedThisMonth: Int
        package let cooperatives: CooperativeFigures
        package let committee: Int
        package let committeeDone: Int
    }
}

extension StatusReport {
    /// Judges the counts of a scope.
    package init(_ tallies: Tallies) {
        let counts = ActivityCounts(tallies)
        let visits = tallies.requirements.requirement(.visits, on: tallies.asOf)
        let committee = tallies.committee.map { member in
            CommitteeStatus(
                id: member.id, name: member.name, organization: member.organization,
                visits: visits.progress(member.visits, asOf: tallies.asOf))
        }
        let asked = Asked(tallies.requirements, asOf: tallies.asOf)
        let byBranch = BranchIndex(tallies)
        let branches = tallies.organizations
            .filter { $0.kind.isBranch && tallies.scope.contains($0.code) }
            .map { BranchStatus($0, counts, byBranch, asked, asOf: tallies.asOf) }
        self.init(
            asOf: tallies.asOf, scope: tallies.scope, scopeName: tallies.scopeName, branches: branches,
            committee: committee, totals: Totals(tallies, branches, committee, counts),
            requirements: tallies.requirements)
    }
}

extension StatusReport.BranchStatus {
    fileprivate init(
        _ branch: Tallies.OrganizationTally, _ counts: ActivityCounts, _ figures: BranchIndex, _ asked: Asked,
        asOf day: Day
    ) {
        let code = branch.code
        let groups = counts.groups[code] ?? []
        let held = counts.months(code, .partyDay)
        self.init(
            code: code, name: branch.name, kind: branch.kind, groups: groups.count,
            visitsReceived: counts.count(code, .researchVisit),
            themeActivity: asked.theme.progress(
                counts.count(code, .themeActivity), of: branch.kind, asOf: day),
            fiveOnes: counts.fiveOnes(of: groups, each: asked.fiveOnes, asOf: day),
            partyDayMonths: held, partyDays: asked.partyDays.map { AskedPeriod($0, held: held, asOf: day) },
            households: figures.households[code]?.coverage ?? .none,
            members: figures.members[code]?.coverage ?? .none,
            visitedThisMonth: figures.households[code]?.visited ?? 0,
            cooperatives: figures.cooperatives(code))
    }
}

extension StatusReport.Totals {
    fileprivate init(
        _ tallies: Tallies, _ branches: [StatusReport.BranchStatus], _ committee: [StatusReport.CommitteeStatus],
        _ counts: ActivityCounts
    ) {
        let villages = branches.filter { $0.kind == .village }
        let groups = tallies.organizations.filter { $0.kind == .group && tallies.scope.contains($0.code) }
        self.init(
            branches: branches.count,
            groups: groups.count,
            villages: villages.count,
            villagesDone: villages.count(where: \.themeActivity.isMet),
            fiveOnes: counts.fiveOnes(
                of: groups.map(\.code), each: tallies.requirements.target(of: .fiveOnes, on: tallies.asOf).count,
                asOf: tallies.asOf),
            members: tallies.members.reduce(.none) { $0 + $1.coverage },
            households: tallies.households.reduce(.none) { $0 + $1.coverage },
            visitedThisMonth: tallies.households.reduce(0) { $0 + $1.visited },
            cooperatives: StatusReport.CooperativeFigures(
                active: tallies.cooperatives.reduce(0) { $0 + $1.active },
                memberFounded: tallies.cooperatives.reduce(0) { $0 + $1.memberFounded },
                founders: Set(tallies.founders.map(\.founder)).count,
                householdsLed: tallies.cooperatives.reduce(0) { $0 + $1.householdsLed }),
            committee: committee.count,
            committeeDone: committee.count(where: \.visits.isMet))
    }
}

/// What is asked of branches at a date, looked up once for all of them.
private struct Asked {
    let theme: Requirement
    let fiveOnes: Int
    let partyDays: [Span]

    init(_ requirements: Requirements, asOf day: Day) {
        theme = requirements.requirement(.themeActivity, on: day)
        fiveOnes = requirements.target(of: .fiveOnes, on: day).count
        partyDays = requirements.partyDays(asOf: day)
    }
}

/// The tallies that have one row per branch, by branch.
private struct BranchIndex {
    let households: [Code: Tallies.HouseholdTally]
    let members: [Code: Tallies.MemberTally]
    private let cooperatives: [Code: Tallies.CooperativeTally]
    private let founders: [Code: Int]

    init(_ tallies: Tallies) {
        households = Dictionary(uniqueKeysWithValues: tallies.households.map { ($0.village, $0) })
        members = Dictionary(uniqueKeysWithValues: tallies.members.map { ($0.organization, $0) })
        cooperatives = Dictionary(uniqueKeysWithValues: tallies.cooperatives.map { ($0.organization, $0) })
        founders = tallies.founders.reduce(into: [:]) { $0[$1.organization, default: 0] += 1 }
    }

    func cooperatives(_ code: Code) -> StatusReport.CooperativeFigures {
        let tally = cooperatives[code]
        return StatusReport.CooperativeFigures(
            active: tally?.active ?? 0, memberFounded: tally?.memberFounded ?? 0, founders: founders[code] ?? 0,
            householdsLed: tally?.householdsLed ?? 0)
    }
}
