/// 工作法: what is asked of everyone without a checklist of the officers' own.
///
/// How many can be set by day (``MethodTarget``).
package enum Method: String, Word {
    case visits = "专题调研"
    case themeActivity = "主题活动"
    case fiveOnes = "五个一"
    case partyDay = "主题党日"
    /// Visits to poor households; asked for only where officers set how often.
    case homeVisits = "帮扶走访"

    package var english: String {
        switch self {
        case .visits: "research visits"
        case .themeActivity: "theme activities"
        case .fiveOnes: "five ones"
        case .partyDay: "party days"
        case .homeVisits: "home visits"
        }
    }

    /// The method as officers call it.
    package var title: String {
        switch self {
        case .visits: Requirement.visits.title
        case .themeActivity: Requirement.themeActivity.title
        case .fiveOnes: Requirement.fiveOnesTitle
        case .partyDay: Requirement.partyDay.title
        case .homeVisits: localized(rawValue, english)
        }
    }

    /// What is asked for where no row says otherwise: the contract's numbers (CONTRACT section 2).
    package var standard: (count: Int, period: Requirement.Period) {
        switch self {
        case .visits, .themeActivity: (4, .year)
        case .fiveOnes: (1, .year)
        case .partyDay: (1, .month)
        case .homeVisits: (0, .month)
        }
    }

    /// The periods it can be asked in; of the first three the contract counts a year.
    package var periods: [Requirement.Period] {
        switch self {
        case .visits, .themeActivity, .fiveOnes: [.year]
        case .partyDay, .homeVisits: [.month, .quarter, .year]
        }
    }

    /// How many can be asked for; 0 asks for nothing.
    ///
    /// A period has a 主题党日 or has none, however many were held in it.
    package var counts: ClosedRange<Int> { self == .partyDay ? 0...1 : 0...99 }

    /// What it asks, as a figure of a scope.
    package var figure: Figure.Kind {
        switch self {
        case .visits: .visitors
        case .themeActivity: .themeVillages
        case .fiveOnes: .fiveOnes
        case .partyDay: .partyDays
        // Where nothing is asked for, the households with their last visits.
        case .homeVisits: .visited
        }
    }
}
