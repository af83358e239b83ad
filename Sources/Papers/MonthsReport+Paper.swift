import PartyWork

extension MonthsReport {
    /// 月报汇总: a row per branch, signed figures as signed.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let rows: [[PaperCell]] = branches.map { branch in
                let figures = branch.standingFigures
                let counts = MonthFigure.allCases.map { PaperCell.number(figures[$0]) }
                return [.text(branch.name), .text(branch.state.title)] + counts + [.text(branch.corrections())]
            }
            let figures = MonthFigure.allCases.map { PaperColumn.number($0.title, 4) }
            return Paper(
                "支部月报汇总", in: context, period: .month(month, until: asOf), rule: "已接收的按签收时的数字，以后的更正写在旁边", name: "月报",
                tables: [
                    PaperTable(
                        "", [PaperColumn("支部", 16), PaperColumn("月报", 6)] + figures + [PaperColumn("签收后更正", 24)],
                        rows: rows, blankRows: 20)
                ], isWide: true)
        }
    }
}
