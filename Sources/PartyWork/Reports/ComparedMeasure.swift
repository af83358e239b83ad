/// A measure of a branch that is compared between two days; gaps count what is missing, so that more of them is worse.
package enum ComparedMeasure: CaseIterable, Sendable, Hashable {
    case themeActivity
    case fiveOnes
    case partyDays
    case householdGap
    case memberGap
    case visited
    case visitsReceived

    /// What officers call it where there is little room.
    package var title: String {
        switch self {
        case .themeActivity: localized("主题活动", "Theme")
        case .fiveOnes: localized("五个一", "Five ones")
        case .partyDays: localized("缺党日", "No p.days")
        case .householdGap: localized("户缺口", "H. gap")
        case .memberGap: localized("党员缺口", "M. gap")
        case .visited: localized("走访", "Home")
        case .visitsReceived: localized("受访", "Visits")
        }
    }

    /// Whether more of it is worse.
    package var isGap: Bool {
        switch self {
        case .partyDays, .householdGap, .memberGap: true
        case .themeActivity, .fiveOnes, .visited, .visitsReceived: false
        }
    }

    /// Its rank among what officers ask for: where there is no room, those of the largest give way first.
    package var rank: Int {
        switch self {
        case .fiveOnes, .partyDays, .householdGap, .memberGap: 0
        case .themeActivity: 1
        case .visited: 2
        case .visitsReceived: 3
        }
    }

    /// How much of it a branch has on the date of its report (CONTRACT section 2).
    package func number(_ branch: StatusReport.BranchStatus) -> Int {
        switch self {
        case .themeActivity: branch.themeActivity.done
        case .fiveOnes: branch.fiveOnes.done
        case .partyDays: branch.partyDays.count(where: \.isMissing)
        case .householdGap: branch.households.gap
        case .memberGap: branch.members.gap
        case .visited: branch.visitedThisMonth
        case .visitsReceived: branch.visitsReceived
        }
    }
}
