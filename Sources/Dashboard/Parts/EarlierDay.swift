import PartyWork

/// The earlier days with which figures are compared most.
enum EarlierDay: Int, CaseIterable, Sendable {
    case monthBefore
    case quarterBefore
    case yearEnd
    case yearBefore

    var title: String {
        switch self {
        case .monthBefore: localized("上月底", "month before")
        case .quarterBefore: localized("三个月前", "3 months before")
        case .yearEnd: localized("去年底", "last year's end")
        case .yearBefore: localized("去年同日", "a year before")
        }
    }

    func day(before day: Day) -> Day {
        switch self {
        case .monthBefore: day.monthEnd(before: 1)
        case .quarterBefore: day.monthEnd(before: 3)
        case .yearEnd: day.firstOfYear.adding(days: -1)
        case .yearBefore: day.adding(months: -12)
        }
    }
}

extension Int {
    /// A difference with its sign: `+26`, `-1`, `=` for none.
    var signed: String { self == 0 ? "=" : self > 0 ? "+\(self)" : String(self) }
}

extension Day {
    /// The end of the month so many before its own.
    func monthEnd(before months: Int) -> Day { firstOfMonth.adding(months: -months).lastOfMonth }
}
