import PartyWork

extension PaperTable {
    /// What the table of months says of signed ones.
    static let monthsRule = "各月：已接收的月份按签收时的数字，以后的更正写在旁边；未接收的按现在的数字"

    /// 各月: a row per month, each the sum of one branch or of several; signed months as signed, later corrections beside.
    ///
    /// - Parameter branches: the months of each branch, from January on.
    static func months(_ title: String, _ branches: [[MonthReport]]) -> PaperTable {
        let all = branches.flatMap { $0 }
        let rows = Set(all.map(\.month)).sorted().map { month in all.filter { $0.month == month } }
        return PaperTable(
            title,
            [
                PaperColumn("月份", 16), PaperColumn("月报", 10), .number("主题党日", 8), .number("主题活动", 8),
                .number("专题调研", 8), .number("帮扶走访", 8), .number("五个一", 8), .number("合计", 8),
                .number("材料待补", 8), PaperColumn("签收后更正", 40),
            ],
            rows: rows.map(row), totals: rows.isEmpty ? [] : [total(rows.flatMap { $0 })], blankRows: 12)
    }

    private static func row(_ reports: [MonthReport]) -> [PaperCell] {
        let signed = reports.count { $0.state == .accepted }
        let standing = reports.count == 1 ? reports[0].state.title : "接收 \(signed)/\(reports.count)"
        return [.text("\(reports[0].month.number) 月"), .text(standing)] + figures(reports)
            + [.text(corrections(reports))]
    }

    private static func total(_ reports: [MonthReport]) -> [PaperCell] { ["合计", .empty] + figures(reports) + [.empty] }

    private static func figures(_ reports: [MonthReport]) -> [PaperCell] {
        let sums = reports.map(\.standingFigures)
        func sum(_ figures: [MonthFigure]) -> PaperCell {
            .number(sums.reduce(0) { total, own in figures.reduce(total) { $0 + own[$1] } })
        }
        return [
            sum([.partyDay]), sum([.themeActivity]), sum([.researchVisit]), sum([.homeVisit]),
            sum(ActivityKind.fiveOnes.map { MonthFigure($0) }), .number(sums.reduce(0) { $0 + $1.activities }),
            sum([.papersMissing]),
        ]
    }

    /// Before each correction the branch, where there are several.
    private static func corrections(_ reports: [MonthReport]) -> String {
        reports.filter { !$0.shifted.isEmpty }.map { report in
            (reports.count > 1 ? report.name + " " : "") + report.corrections()
        }.joined(separator: "；")
    }
}
