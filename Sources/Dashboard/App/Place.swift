import PartyWork

/// Where the officer can go. A new screen is one file and one case here.
package enum Place: Hashable, Sendable {
    case overview
    case branch(Code)
    case worklist
    case pairing
    /// The households and members of a branch, gaps first.
    case pairingList(Code, name: String, side: PairingSide)
    case household(Household.ID)
    case person(Person.ID)
    /// The households of a helper, to be handed over.
    case handOver(Person.ID)
    case cooperatives
    case activities(ActivityFilter)
    /// The register of people, households or organizations that is in sight first.
    case registry(Table)
    case journal
    /// Widths, mouse and what else belongs to the terminal.
    case settings
    case welcome
}

/// The two sides of the coverage.
package enum PairingSide: Hashable, Sendable {
    case households
    case members
}

/// Which activities a list shows.
package struct ActivityFilter: Hashable, Sendable {
    /// The organization; nil for the whole scope.
    package var organization: Code?
    package var organizationName: String
    package var kinds: [ActivityKind]
    /// The month of the as-of date's year; nil for the year.
    package var month: Int?

    package init(
        organization: Code? = nil, organizationName: String = "", kinds: [ActivityKind] = [], month: Int? = nil
    ) {
        self.organization = organization
        self.organizationName = organizationName
        self.kinds = kinds
        self.month = month
    }
}

/// The screens one digit away.
package enum Tab: Int, CaseIterable, Sendable, Hashable {
    case overview = 1
    case branch
    case worklist
    case pairing
    case cooperatives
    case activities
    case registry
    case journal

    /// What the tab line calls it.
    package var title: String {
        switch self {
        case .overview: "总览"
        case .branch: "支部"
        case .worklist: "待办"
        case .pairing: "结对"
        case .cooperatives: "合作社"
        case .activities: "活动"
        case .registry: "名册"
        case .journal: "流水"
        }
    }
}
