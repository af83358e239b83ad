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
    /// The rows behind a figure.
    case figure(Figure)
    case activities(ActivityFilter)
    /// The register of people, households or organizations that is in sight first.
    case registry(TableSchema)
    case journal
    /// A year of all branches by month.
    case months
    /// The month of a branch.
    case month(Code, Month)
    /// An entry of the journal with what it changed.
    case entry(Int)
    /// Widths, mouse and what else belongs to the terminal.
    case settings
    case checklists
    /// Whom a checklist asks.
    case checklist(Checklist.ID)
    case welcome
    /// Files to be imported.
    case importing
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
    /// What is asked of them besides; nil for nothing.
    package var only: Only?

    /// A condition that a figure of a month asks for.
    package enum Only: Hashable, Sendable {
        /// Counted in the month, whenever they were held.
        case counted
        /// Counted in the month, their papers missing.
        case papersMissing
        /// Counted in the month, and entered after it.
        case late
    }

    package init(
        organization: Code? = nil, organizationName: String = "", kinds: [ActivityKind] = [], month: Int? = nil,
        only: Only? = nil
    ) {
        self.only = only
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
    case months
    case checklists = 0

    /// What the tab line calls it.
    package var title: String {
        switch self {
        case .overview: localized("总览", "Overview")
        case .branch: localized("支部", "Branch")
        case .worklist: localized("待办", "Todo")
        case .pairing: localized("结对", "Pairing")
        case .cooperatives: localized("合作社", "Coops")
        case .activities: localized("活动", "Activities")
        case .registry: localized("名册", "Registry")
        case .journal: localized("流水", "Journal")
        case .months: localized("月报", "Months")
        case .checklists: localized("清单", "Lists")
        }
    }

    /// What an English tab line of 80 cells calls it.
    var shortTitle: String {
        switch self {
        case .pairing: "Pair"
        case .activities: "Activity"
        case .journal: "Log"
        case .overview, .branch, .worklist, .cooperatives, .registry, .months, .checklists: title
        }
    }

    /// What a tab line of 60 cells calls it.
    var abbreviation: String {
        switch self {
        case .overview: localized(title, "Over")
        case .branch: localized(title, "Br.")
        case .worklist: localized(title, "Todo")
        case .pairing: localized(title, "Pair")
        case .cooperatives: localized("社", "Coop")
        case .activities: localized(title, "Acts")
        case .registry: localized(title, "Reg.")
        case .journal: localized(title, "Log")
        case .months: localized(title, "Mon.")
        case .checklists: localized(title, "List")
        }
    }
}
