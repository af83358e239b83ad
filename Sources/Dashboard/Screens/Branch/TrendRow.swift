import PartyWork
import TerminalUI

/// A month of a branch among two years.
struct TrendRow: Sendable {
    let month: Month
    /// The measures, each with the largest of the two years.
    let values: [(value: Int, largest: Int)]
    /// What was missing a year before; nil where the two years do not reach back so far.
    let gapBefore: Int?
    let isSigned: Bool

    /// The rows of a branch, the newest month first.
    static func all(of report: TrendReport) -> [TrendRow] {
        let measures = TrendReport.Measure.allCases
        let largest = measures.map { report.values($0).max() ?? 0 }
        return report.months.reversed().map { month in
            TrendRow(
                month: month, values: zip(measures, largest).map { (report.value($0, in: month), $1) },
                gapBefore: report.yearBefore(month).map { report.value(.householdGap, in: $0) },
                isSigned: report.signed(in: month) > 0)
        }
    }

    func value(_ measure: TrendReport.Measure) -> Int { values[place(measure)].value }

    /// The bar of a measure, from zero.
    func bar(_ measure: TrendReport.Measure) -> Bar {
        let (value, largest) = values[place(measure)]
        return Bar(done: value, of: largest, fill: measure.isGap ? .barMissing : .bar)
    }

    private func place(_ measure: TrendReport.Measure) -> Int {
        TrendReport.Measure.allCases.firstIndex(of: measure) ?? 0
    }
}
