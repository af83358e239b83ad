/// How far a township has moved into its ledger (搬家): of each step what is there, and what is still missing.
///
/// It is counted from the ledger alone, so that whoever was interrupted goes on where the ledger stands.
package struct MovingIn: Sendable, Hashable {
    /// The organizations that exist, by kind.
    package var organizations: [Tally] = []
    /// The people who serve, and the committee members among them.
    package var people = 0
    package var committee = 0
    /// The households that are poor or lifted.
    package var households = 0
    package var cooperatives = 0
    /// The activities counted in the year.
    package var activities = 0
    /// The two coverages of the pairings.
    package var paired = Coverage.none
    package var members = Coverage.none

    /// An empty ledger's.
    package init() {}

    /// The organizations of a kind, and how many of them lack what belongs to them.
    package struct Tally: Sendable, Hashable {
        let kind: OrganizationKind
        let count: Int
        let withoutLeader: Int
        let withoutGroups: Int
        let withoutPeople: Int
        let withoutHouseholds: Int

        package init(
            _ kind: OrganizationKind, _ count: Int, withoutLeader: Int = 0, withoutGroups: Int = 0,
            withoutPeople: Int = 0, withoutHouseholds: Int = 0
        ) {
            self.kind = kind
            self.count = count
            self.withoutLeader = withoutLeader
            self.withoutGroups = withoutGroups
            self.withoutPeople = withoutPeople
            self.withoutHouseholds = withoutHouseholds
        }
    }

    /// The steps in the order in which one needs the other: a person belongs to an organization, a pairing has both its sides.
    package enum Step: Sendable, Hashable, CaseIterable {
        case organizations
        case people
        case households
        case pairings
        case cooperatives
        case activities

        /// The table that the step fills.
        package var table: TableSchema {
            switch self {
            case .organizations: .organizations
            case .people: .people
            case .households: .households
            case .pairings: .pairings
            case .cooperatives: .cooperatives
            case .activities: .activities
            }
        }

        /// The step as officers call it.
        package var title: String { self == .organizations ? localized("乡镇和村", "Township, villages") : table.title }
    }
}

// MARK: - What is there, and what is missing

extension MovingIn {
    private func count(_ kinds: OrganizationKind..., of number: (Tally) -> Int = { $0.count }) -> Int {
        organizations.filter { kinds.contains($0.kind) }.reduce(0) { $0 + number($1) }
    }

    private func branches(of number: (Tally) -> Int = { $0.count }) -> Int {
        organizations.filter { $0.kind.isBranch }.reduce(0) { $0 + number($1) }
    }

    /// What a step has filled so far; empty for nothing.
    package func there(_ step: Step) -> String {
        switch step {
        case .organizations where organizations.isEmpty: ""
        case .organizations:
            localized(
                "乡镇 \(count(.township))，支部 \(branches())，党小组 \(count(.group))",
                "\(plural(count(.township), "township")), \(branches()) branches, \(plural(count(.group), "group"))")
        case .people: people == 0 ? "" : localized("\(people) 人，班子成员 \(committee)", "\(people), committee \(committee)")
        case .households: households == 0 ? "" : localized("\(households) 户", "\(households)")
        case .pairings:
            paired.covered + members.covered == 0
                ? "" : localized("有帮扶人的贫困户 \(paired.fraction)", "households with a helper \(paired.fraction)")
        case .cooperatives: cooperatives == 0 ? "" : localized("\(cooperatives) 家", "\(cooperatives)")
        case .activities: activities == 0 ? "" : localized("今年 \(activities) 条", "\(activities) this year")
        }
    }

    /// What a step still lacks, the weightiest first; nothing for a step that is complete.
    package func missing(_ step: Step) -> [String] { lacks(step).compactMap { $0.count == 0 ? nil : $0.text } }

    private func lacks(_ step: Step) -> [(count: Int, text: String)] {
        func none(_ number: Int, _ text: @autoclosure () -> String) -> (Int, String) { (number == 0 ? 1 : 0, text()) }
        func some(_ number: Int, _ chinese: String, _ english: String) -> (Int, String) {
            (number, localized("\(chinese) \(number) 个", "\(english): \(number)"))
        }
        switch step {
        case .organizations:
            return [
                none(count(.township), localized("还没有乡镇党委", "no township yet")),
                none(branches(), localized("还没有支部", "no branch yet")),
                some(count(.village, of: \.withoutGroups), "没有党小组的村", "villages without a group"),
                some(count(.joint, of: \.withoutLeader), "没有牵头人的联合支部", "joint branches without a leader"),
            ]
        case .people:
            return [
                some(branches(of: \.withoutPeople), "没有一个人的支部", "branches without anyone"),
                none(committee, localized("还没有标出镇班子成员", "no committee member yet")),
            ]
        case .households:
            return [
                some(count(.village, of: \.withoutHouseholds), "没有户的村", "villages without a household"),
                none(households, localized("还没有户", "no household yet")),
            ]
        case .pairings:
            let (poor, free) = (paired.inScope - paired.covered, members.inScope - members.covered)
            return [
                some(poor, "没有帮扶人的贫困户", "poor households without a helper"),
                some(free, "没有结对的党员", "members without a pairing"),
                (
                    poor + free == 0 && paired.covered + members.covered == 0 ? 1 : 0,
                    localized("还没有结对", "no pairing yet")
                ),
            ]
        // Not every township has them, and what was done before this year need not be entered.
        case .cooperatives: return [none(cooperatives, localized("有就导入", "import them if there are any"))]
        case .activities: return [none(activities, localized("今年的还没有记", "none of this year yet"))]
        }
    }
}
