import PartyWork

/// Of when a paper is: what its title says of that, and the day to which it counts.
package struct PaperPeriod: Hashable, Sendable {
    /// `2016 年 5 月`, `2016 年`; empty for a paper of a day.
    package let title: String
    /// `截至 2016-06-30`; empty where it is filled in by hand.
    package let day: String

    /// A month, counted to a day.
    static func month(_ month: Month, until day: Day) -> PaperPeriod {
        PaperPeriod(title: month.title, day: "截至 \(day)")
    }

    /// A year, counted to a day: to the end of a quarter it is the part of the year that offices report on.
    static func year(until day: Day) -> PaperPeriod {
        let part = day == day.lastOfMonth ? [3: "一季度", 6: "上半年", 9: "前三季度"][day.month] ?? "" : ""
        return PaperPeriod(title: "\(day.year) 年\(part)", day: "截至 \(day)")
    }

    /// What holds on a day.
    static func day(_ day: Day) -> PaperPeriod { PaperPeriod(title: "", day: "截至 \(day)") }

    /// Some days, the first and the last.
    static func days(_ first: Day, _ last: Day) -> PaperPeriod { PaperPeriod(title: "", day: "\(first) 至 \(last)") }

    static let unknownMonth = PaperPeriod(title: "____ 年 ____ 月", day: "")
    static let unknownYear = PaperPeriod(title: "____ 年", day: "")
    static let unknownDay = PaperPeriod(title: "", day: "截至 ____ 年 ____ 月 ____ 日")

    /// The period with the month or the day in place of what is filled in by hand, where one is known.
    package func of(month: Month?, day: Day?) -> PaperPeriod {
        let title = month.map { month in Language.$current.withValue(.chinese) { month.title } }
        return PaperPeriod(title: title ?? self.title, day: day.map { "截至 \($0)" } ?? self.day)
    }
}
