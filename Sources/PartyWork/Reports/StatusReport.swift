/// The figures of a scope at a date: what the overview, `zhibu status` and the township summary show
/// (CONTRACT sections 2 and 4).
package struct StatusReport: Sendable, Hashable {
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    /// The branches existing at the date whose code starts with the scope, by code.
    package let branches: [BranchStatus]
    /// What else the totals count: branches that are not there at the date and still have something, and the townships' own.
    package let others: [BranchStatus]
    /// The serving committee members, by id.
    package let committee: [CommitteeStatus]
    package let totals: Totals
    /// What was asked for.
    package let requirements: Requirements

    /// The lines of the lists and papers that people read: with them the rows add up to the totals.
    package var lines: [BranchStatus] { branches + others }

    /// How an organization stands to the date.
    package enum Standing: Sendable, Hashable, CaseIterable {
        case existing
        case dissolved
        case notFounded
        /// The township itself, where members and cooperatives may stand without a branch.
        case township

        /// The word where it is no branch of the date; nil for one that is.
        package var absence: String? { self == .existing ? nil : title }

        /// The standing as officers call it.
        package var title: String {
            switch self {
            case .existing: localized("在册", "existing")
            case .dissolved: localized("已撤销", "dissolved")
            case .notFounded: localized("未成立", "not founded")
            case .township: localized("镇本级", "township")
            }
        }
    }

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
        /// Whether it is a branch of the date; if not, nothing is asked of it.
        package var standing = Standing.existing
        /// The disputes and deeds left open in one that is no longer there.
        package var open = 0

        /// The name, and for one that is no branch of the date why: `店子槽村（已撤销）`.
        package var title: String { standing.absence.map { localized("\(name)（\($0)）", "\(name) (\($0))") } ?? name }
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
        /// The visits and theme activities of all branches, which `zhibu status` does not print.
        package let visitsReceived: Int
        package let themeActivities: Int
        package let themeActivitiesAsked: Int
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
            others: BranchStatus.others(tallies, counts, byBranch, asked),
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

    /// Those with something left in them, the townships last.
    fileprivate static func others(
        _ tallies: Tallies, _ counts: ActivityCounts, _ figures: BranchIndex, _ asked: Asked
    ) -> [Self] {
        let lines = tallies.others.filter { $0.keeps || $0.open > 0 || figures.has($0.code) }
            .map { Self($0, counts, figures, asked, asOf: tallies.asOf) }
        return lines.filter { $0.standing != .township } + lines.filter { $0.standing == .township }
    }

    /// One of which nothing is asked but what its groups, where they are still there, owe.
    fileprivate init(
        _ other: Tallies.OtherTally, _ counts: ActivityCounts, _ figures: BranchIndex, _ asked: Asked, asOf day: Day
    ) {
        let code = other.code
        let groups = counts.groups[code] ?? []
        self.init(
            code: code, name: other.name, kind: other.kind, groups: groups.count, visitsReceived: 0,
            themeActivity: Progress(done: 0, target: 0, state: .notApplicable),
            fiveOnes: counts.fiveOnes(of: groups, each: asked.fiveOnes, asOf: day), partyDayMonths: [], partyDays: [],
            households: figures.households[code]?.coverage ?? .none, members: figures.members[code]?.coverage ?? .none,
            visitedThisMonth: figures.households[code]?.visited ?? 0, cooperatives: figures.cooperatives(code),
            standing: other.standing, open: other.open)
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
            visitsReceived: branches.reduce(0) { $0 + $1.visitsReceived },
            themeActivities: branches.reduce(0) { $0 + $1.themeActivity.done },
            themeActivitiesAsked: branches.reduce(0) { $0 + $1.themeActivity.target },
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

    /// Whether anything of an organization is counted.
    func has(_ code: Code) -> Bool { households[code] != nil || members[code] != nil || cooperatives[code] != nil }

    func cooperatives(_ code: Code) -> StatusReport.CooperativeFigures {
        let tally = cooperatives[code]
        return StatusReport.CooperativeFigures(
            active: tally?.active ?? 0, memberFounded: tally?.memberFounded ?? 0, founders: founders[code] ?? 0,
            householdsLed: tally?.householdsLed ?? 0)
    }
}
