import PartyWork
import TerminalUI

/// The town's two years beside its figures: what is missing at each month's end, and what each month brought.
struct TrendGlance: Glance {
    let scope: Scope
    let asOf: Day
    /// What stands first: that of the figure under the cursor; nil where that is not told by months.
    let measure: TrendReport.Measure?
    private var report: TrendReport?

    init(_ scope: Scope, asOf day: Day, showing measure: TrendReport.Measure? = nil) {
        self.scope = scope
        asOf = day
        self.measure = measure
    }

    func needs(_ context: Context) -> [Need<Self>] {
        [Need(TrendQuery(scope: scope, asOf: asOf)) { $0.report = $1 }]
    }

    mutating func takeAnswers(of other: Self) { report = other.report }

    func page(_ context: Context) -> GlancePage? {
        guard let report else { return nil }
        let usual: [TrendReport.Measure] = [.householdGap, .homeVisits, .themeActivities, .partyDays]
        let measures = ([measure].compactMap(\.self) + usual.filter { $0 != measure }).prefix(usual.count)
        let height = context.breadth == .broadest ? 5 : 3
        let signed = report.months.count { report.signed(in: $0) > 0 }
        let said = localized("已接收的月份按签收的数字：\(signed) 个月", "Accepted months as signed: \(signed)")
        return GlancePage(
            sections: measures.map { .trend(report, $0, height: height) }
                + [.init(title: "", lines: [.text(said, .muted)])])
    }
}

extension GlancePage.Section {
    /// The columns of a measure over two years, or its last months; at the right the month a year before, the one before, and the running one.
    static func trend(
        _ report: TrendReport, _ measure: TrendReport.Measure, months: Int = TrendReport.length, height: Int
    ) -> Self {
        let values = report.values(measure)
        let (now, before) = (values.count - 1, values.count - 2)
        return Self(
            title: measure.title,
            remark: localized(
                "去年 \(values[now - 12])  上月 \(values[before])  本月 \(values[now])",
                "year ago \(values[now - 12])  before \(values[before])  now \(values[now])"),
            lines: [.chart(MonthChart(report, measure, height: height).last(months))])
    }
}
