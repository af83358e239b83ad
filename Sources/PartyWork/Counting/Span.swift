/// The days in which a requirement asks for its number: a month, a quarter, a year, or from a day until the day by which
/// it is due.
package struct Span: Hashable, Sendable {
    package let period: Requirement.Period
    /// The first day that counts.
    package let first: Day
    /// The last day on which it is in time.
    package let last: Day

    package init(_ period: Requirement.Period, first: Day, last: Day) {
        self.period = period
        self.first = first
        self.last = last
    }

    /// The year of a day.
    package static func year(of day: Day) -> Span { Span(.year, first: day.firstOfYear, last: day.lastOfYear) }

    /// The month of a day.
    package static func month(of day: Day) -> Span { Span(.month, first: day.firstOfMonth, last: day.lastOfMonth) }

    /// The quarter of a day.
    package static func quarter(of day: Day) -> Span {
        let first = day.firstOfMonth.adding(months: -((day.month - 1) % 3))
        return Span(.quarter, first: first, last: first.adding(months: 2).lastOfMonth)
    }

    /// The last day of the period in which a day lies; the day itself of what is asked once.
    static func end(of period: Requirement.Period, at day: Day) -> Day {
        switch period {
        case .once: day
        case .month: day.lastOfMonth
        case .quarter: quarter(of: day).last
        case .year: day.lastOfYear
        }
    }

    /// The last day whose facts count at a date: what is asked once may be done late, what recurs belongs to its period.
    package func lastCounted(asOf day: Day) -> Day { period == .once ? day : min(last, day) }

    /// The day on which those who are asked are looked for: the period's end, or the date while it runs.
    package func judged(asOf day: Day) -> Day { min(last, day) }

    /// What officers call it: `6 月`, `2 季度`, `2016 年`, `7-01 前`; in English `2016-06`, `Q2`, `2016`, `by 07-01`.
    package var title: String {
        let quarter = (last.month + 2) / 3
        let day = last.description.dropFirst(5)
        return switch period {
        case .once: localized("\(day) 前", "by \(day)")
        case .month: localized("\(last.month) 月", Month(last).description)
        case .quarter: localized("\(quarter) 季度", "Q\(quarter)")
        case .year: localized("\(last.year) 年", String(last.year))
        }
    }

    /// How much of it has passed by the end of a day, in thousandths.
    package func pace(on day: Day) -> Int {
        if day < first { return 0 }
        return day >= last ? 1_000 : first.days(through: day) * 1_000 / first.days(through: last)
    }

    /// How many days before its end what is open is due soon: thirty of a year (CONTRACT section 2), the last seven of a
    /// month (CONTRACT section 4, partyDay); for a quarter fifteen, our reading.
    private var window: Int {
        switch period {
        case .once, .year: 30
        case .quarter: 15
        case .month: 6
        }
    }

    /// The state of a count against a number asked for.
    ///
    /// The year is overdue on its last day already, and is behind by the days that have passed (CONTRACT section 2);
    /// shorter spans are judged alike, a span of any other end only after it.
    func state(_ count: Int, of target: Int, asOf day: Day) -> ProgressState {
        if target == 0 { return .notApplicable }
        if count >= target { return .done }
        if day > last || (period == .year && day == day.lastOfYear) { return .overdue }
        if day < last, day >= first, count < target * first.days(through: day) / first.days(through: last) {
            return .behind
        }
        return day.days(through: last) - 1 <= window ? .dueSoon : .onTrack
    }
}

extension Day {
    /// How many days there are from this one to another, both included.
    package func days(through last: Day) -> Int { last.ordinal - ordinal + 1 }

    /// The days since the beginning of the calendar.
    private var ordinal: Int {
        let years = year - 1
        return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear
    }
}
