/// A figure of a branch's month (月报): counted while the month is open, kept as signed once it is accepted.
package enum MonthFigure: Int, CaseIterable, Hashable, Sendable {
    case partyDay
    case themeActivity
    case researchVisit
    case homeVisit
    case activist
    case suggestion
    case hazard
    case dispute
    case deed
    /// Of the activities counted, those whose papers are missing.
    case papersMissing
    /// Of the activities counted, those entered after the month was over (补录).
    case late
    case householdsCovered
    case householdsInScope
    case householdsVisited
    case membersCovered
    case membersInScope

    /// The kind of activity it counts; nil for all others.
    package var kind: ActivityKind? {
        switch self {
        case .partyDay: .partyDay
        case .themeActivity: .themeActivity
        case .researchVisit: .researchVisit
        case .homeVisit: .homeVisit
        case .activist: .activist
        case .suggestion: .suggestion
        case .hazard: .hazard
        case .dispute: .dispute
        case .deed: .deed
        case .papersMissing, .late, .householdsCovered, .householdsInScope, .householdsVisited, .membersCovered,
            .membersInScope:
            nil
        }
    }

    /// The figure of a kind of activity.
    package init(_ kind: ActivityKind) { self = MonthFigure.allCases.first { $0.kind == kind } ?? .partyDay }

    /// The column that keeps it as signed; its header is what officers call it.
    package var column: Column {
        switch self {
        case .partyDay: .partyDays
        case .themeActivity: .themeActivities
        case .researchVisit: .researchVisits
        case .homeVisit: .homeVisits
        case .activist: .activists
        case .suggestion: .suggestions
        case .hazard: .hazards
        case .dispute: .disputes
        case .deed: .deeds
        case .papersMissing: .papersMissing
        case .late: .lateEntries
        case .householdsCovered: .householdsCovered
        case .householdsInScope: .householdsInScope
        case .householdsVisited: .householdsVisited
        case .membersCovered: .membersCovered
        case .membersInScope: .membersInScope
        }
    }

    /// The SQL column that keeps it.
    var sql: String {
        switch self {
        case .partyDay: "party_days"
        case .themeActivity: "theme_activities"
        case .researchVisit: "research_visits"
        case .homeVisit: "home_visits"
        case .activist: "activists"
        case .suggestion: "suggestions"
        case .hazard: "hazards"
        case .dispute: "disputes"
        case .deed: "deeds"
        case .papersMissing: "papers_missing"
        case .late: "late_entries"
        case .householdsCovered: "households_covered"
        case .householdsInScope: "households_in_scope"
        case .householdsVisited: "households_visited"
        case .membersCovered: "members_covered"
        case .membersInScope: "members_in_scope"
        }
    }

    /// What officers call it.
    package var title: String { column.title }
}

/// The figures of a branch's month.
package struct MonthFigures: Hashable, Sendable {
    private var values = [Int](repeating: 0, count: MonthFigure.allCases.count)

    /// All of them 0.
    package init() {}

    package subscript(figure: MonthFigure) -> Int {
        get { values[figure.rawValue] }
        set { values[figure.rawValue] = newValue }
    }

    /// The activities counted, of all kinds.
    package var activities: Int { ActivityKind.allCases.reduce(0) { $0 + self[MonthFigure($1)] } }

    package var households: Coverage { Coverage(covered: self[.householdsCovered], inScope: self[.householdsInScope]) }

    package var members: Coverage { Coverage(covered: self[.membersCovered], inScope: self[.membersInScope]) }

    /// How far the month's own work has come.
    package var work: MonthWork {
        if activities == 0 { return .none }
        return self[.partyDay] > 0 && self[.papersMissing] == 0 ? .whole : .partly
    }
}

/// How far a branch's work of a month has come, for a glance over a year of all branches (our reading).
package enum MonthWork: String, Sendable, Hashable {
    /// Nothing counted.
    case none
    /// Something counted, but no 主题党日, or papers are missing.
    case partly
    /// 主题党日 held, all papers there.
    case whole

    /// One character, to be read without colour.
    package var sign: String {
        switch self {
        case .none: localized("未", "-")
        case .partly: localized("部", "/")
        case .whole: localized("全", "+")
        }
    }

    /// What the sign means.
    package var title: String {
        switch self {
        case .none: localized("没有活动", "no activity")
        case .partly: localized("缺党日或材料", "party day or papers missing")
        case .whole: localized("齐全", "complete")
        }
    }
}
