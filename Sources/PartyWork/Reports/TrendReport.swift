/// The figures of a scope by month over two years: each of the month's end, by today's knowledge, and of a branch's month that was
/// accepted as signed.
package struct TrendReport: Sendable, Hashable {
    package let asOf: Day
    /// The oldest first, the running one last.
    package let months: [Month]
    private var figures: [Place: MonthFigures] = [:]
    private var signed: Set<Place> = []

    /// So many months.
    package static let length = 24

    /// A month of a branch.
    package struct Place: Sendable, Hashable {
        package let month: Month
        package let branch: Code

        package init(month: Month, branch: Code) {
            self.month = month
            self.branch = branch
        }
    }

    /// Two years up to a day in which nothing was counted yet.
    package init(asOf day: Day) {
        asOf = day
        months = TrendReport.days(upTo: day).map { Month($0) }
    }

    /// The days of which its months speak: the last of each, of the running one the day.
    package static func days(upTo day: Day) -> [Day] {
        (0..<length).reversed().map { back in
            back == 0 ? day : day.firstOfMonth.adding(months: -back).lastOfMonth
        }
    }

    /// Adds to a figure of a month of a branch.
    package mutating func add(_ count: Int, to figure: MonthFigure, _ place: Place) {
        figures[place, default: MonthFigures()][figure] += count
    }

    /// Takes the figures of an acceptance instead of what is counted today.
    package mutating func sign(_ step: MonthStep) {
        guard let kept = step.figures else { return }
        let place = Place(month: step.month, branch: step.organization)
        figures[place] = kept
        signed.insert(place)
    }
}

// MARK: - What it says

extension TrendReport {
    /// What has a trend: what is missing, and what each month brought; never the year's sum, which would saw every January.
    package enum Measure: String, Titled, CaseIterable, Sendable {
        case householdGap = "户缺口"
        case memberGap = "党员缺口"
        case homeVisits = "走访"
        case visitsReceived = "受访"
        case themeActivities = "主题活动"
        case partyDays = "主题党日"

        package var english: String {
            switch self {
            case .householdGap: "household gap"
            case .memberGap: "member gap"
            case .homeVisits: "home visits"
            case .visitsReceived: "visits received"
            case .themeActivities: "theme"
            case .partyDays: "party days"
            }
        }

        /// Whether more of it is worse.
        package var isGap: Bool { self == .householdGap || self == .memberGap }
    }

    /// A measure of all months: a number for each, the oldest first.
    package func values(_ measure: Measure) -> [Int] { months.map { value(measure, in: $0) } }

    /// A measure of a month; of 主题党日 how many branches held one.
    package func value(_ measure: Measure, in month: Month) -> Int {
        let branches = figures.lazy.filter { $0.key.month == month }.map(\.value)
        return switch measure {
        case .householdGap: branches.reduce(0) { $0 + $1.households.gap }
        case .memberGap: branches.reduce(0) { $0 + $1.members.gap }
        case .homeVisits: branches.reduce(0) { $0 + $1[.homeVisit] }
        case .visitsReceived: branches.reduce(0) { $0 + $1[.researchVisit] }
        case .themeActivities: branches.reduce(0) { $0 + $1[.themeActivity] }
        case .partyDays: branches.count { $0[.partyDay] > 0 }
        }
    }

    /// How many branches' figures of a month are as signed.
    package func signed(in month: Month) -> Int { signed.count { $0.month == month } }

    /// The month a year before; nil for one that it does not reach back to.
    package func yearBefore(_ month: Month) -> Month? {
        let before = Month(month.first.adding(months: -12))
        return months.contains(before) ? before : nil
    }
}
