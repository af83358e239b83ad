/// A branch's year: its figures, the activities behind them, and its months as signed.
package struct BranchYear: Sendable, Hashable {
    package let report: BranchReport
    /// Those counted from the first of the year to the date, newest first.
    package let activities: [ActivityRow]
    /// From January to the date's month.
    package let months: [MonthReport]

    package init(report: BranchReport, activities: [ActivityRow], months: [MonthReport]) {
        self.report = report
        self.activities = activities
        self.months = months
    }
}
