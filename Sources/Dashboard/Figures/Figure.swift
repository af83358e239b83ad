import PartyWork

/// A figure that a screen shows, as something to be opened: what is counted, of whom, and which of its rows are wanted.
package struct Figure: Hashable, Sendable {
    package let kind: Kind
    package var subject = Subject.scope
    package var shows = Shows.all

    /// Of whom it speaks.
    package enum Subject: Hashable, Sendable {
        /// Everything in the scope that is set, or else in the ledger.
        case scope
        case branch(Code, name: String)
        case person(Person.ID, name: String)
        /// The cooperatives of a trade; empty for those that name none.
        case trade(String)
        /// The month of a branch.
        case month(Code, name: String, Month)
    }

    /// Which of its rows are shown first.
    package enum Shows: Int, CaseIterable, Sendable {
        case all
        /// Those that are missing from it.
        case missing
        /// Those that count.
        case counted
    }

    /// What is counted.
    package enum Kind: String, Sendable, CaseIterable {
        /// Committee members who made their four visits.
        case visitors
        /// The visits of one committee member.
        case visits
        /// The visits that a branch received; no target.
        case visitsReceived
        /// Villages that held their four theme activities.
        case themeVillages
        /// The theme activities of one branch.
        case themeActivities
        /// Items of the five ones, by group.
        case fiveOnes
        /// Branches with a 主题党日 in the date's month.
        case partyDay
        /// Months with a 主题党日, up to the date's, of each branch.
        case partyDays
        case households
        case members
        case visited
        case cooperatives
        case memberFounded
        case founders
        case householdsLed
        /// What counted in a month of a branch, and what it lacks.
        case month
    }

    /// The figure, beginning with what is missing from it.
    var missing: Figure {
        var figure = self
        figure.shows = .missing
        return figure
    }
}

extension Figure.Kind {
    /// The figures of cooperatives, in the order of their columns.
    static let ofCooperatives: [Figure.Kind] = [.cooperatives, .memberFounded, .founders, .householdsLed]

    /// What screens call the figure.
    var title: String {
        switch self {
        case .visitors, .visits: Requirement.visits.title
        case .visitsReceived: localized("受访", "Visits received")
        case .themeVillages, .themeActivities: Requirement.themeActivity.title
        case .fiveOnes: localized("五个一", "Five ones")
        case .partyDay: localized("本月党日", "Party day")
        case .partyDays: Requirement.partyDay.title
        case .households: localized("户覆盖", "Households")
        case .members: localized("党员覆盖", "Members")
        case .visited: localized("本月走访", "Visited")
        case .cooperatives: localized("合作社", "Cooperatives")
        case .memberFounded: localized("党员领办", "Founded by members")
        case .founders: localized("领办党员", "Founders")
        case .householdsLed: localized("带动户次", "Households led")
        case .month: localized("月报", "Month")
        }
    }

    /// The title in twelve cells, for the head of the overview.
    var shortTitle: String {
        switch self {
        case .visitors: localized(title, "Research")
        case .themeVillages: localized(title, "Theme")
        default: title
        }
    }

    /// The counting rule in a sentence (口径).
    func rule(_ context: Context) -> String {
        switch self {
        case .visitors, .visits: context.rule(.visits)
        case .visitsReceived: Definition.visitsReceived
        case .themeVillages, .themeActivities: context.rule(.themeActivity)
        case .fiveOnes: context.rule(.fiveOnes)
        case .partyDay, .partyDays: context.rule(.partyDay)
        case .households: Definition.householdCoverage
        case .members: Definition.memberCoverage
        case .visited: Definition.visited
        case .cooperatives: Definition.cooperatives
        case .memberFounded: Definition.memberFounded
        case .founders: Definition.founders
        case .householdsLed: Definition.householdsLed
        case .month:
            localized(
                "当月计入的活动；缺＝没有的主题党日、待补的材料、月末无帮扶人的户和未结对的党员",
                "Activities counted in the month; lacking: the party day, papers, helpers of households, pairings")
        }
    }

    /// What a row that does not count is called.
    var gapWord: String {
        switch self {
        case .cooperatives: localized("不在册", "inactive")
        case .memberFounded: localized("非领办", "by others")
        case .householdsLed: localized("未带动", "leads none")
        case .visited: localized("未走访", "not visited")
        case .month: localized("缺", "lacking")
        case .households, .members: Gap.State.uncovered.title
        default: localized("未完成", "not done")
        }
    }

    /// Whether its rows that do not count are so many wanting: then the figure is written as `41/43`.
    var isShare: Bool {
        switch self {
        case .visitsReceived, .cooperatives, .founders, .householdsLed, .memberFounded, .month: false
        default: true
        }
    }
}

extension Figure {
    /// What must be asked to list its rows.
    func questions(_ context: Context) -> [Question] {
        let (scope, day) = (scope(context), context.asOf)
        return switch kind {
        case .visitors, .themeVillages, .partyDay, .partyDays: [.status(scope, asOf: day)]
        case .fiveOnes: [.status(scope, asOf: day), .groups(scope, asOf: day)]
        case .themeActivities, .visitsReceived: [.activities(scope, from: day.firstOfYear, to: day)]
        case .visits: visits(context)
        case .households, .visited: [.households(scope, asOf: day)]
        case .members: [.people(scope, asOf: day)]
        case .cooperatives, .memberFounded, .founders, .householdsLed: [.cooperatives(scope, asOf: day)]
        case .month: month(context)
        }
    }

    private func month(_ context: Context) -> [Question] {
        guard case .month(let code, _, let month) = subject else { return [] }
        return [.month(code, month, asOf: max(context.asOf, month.first))]
    }

    /// A code does not tell a joint branch, where visits count, from an office branch, where they do not.
    private func visits(_ context: Context) -> [Question] {
        guard case .person(let id, _) = subject else { return [] }
        return [.organizations(context.fullScope, asOf: context.asOf), .person(id, asOf: context.asOf)]
    }

    /// The scope whose rows it counts.
    func scope(_ context: Context) -> Scope {
        if case .branch(let code, _) = subject { Scope(code) } else { context.scope }
    }

    /// The branch or person it speaks of; empty for the scope, which the header names.
    var subjectName: String {
        switch subject {
        case .scope: ""
        case .branch(_, let name), .person(_, let name): name
        case .trade(let trade): trade.isEmpty ? localized("未填产业", "no trade") : trade
        case .month(_, let name, let month): "\(name) \(month.title)"
        }
    }
}
