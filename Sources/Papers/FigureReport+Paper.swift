import PartyWork

extension FigureReport {
    /// The rows behind a figure, or those missing from it.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let columns = figure.kind.columns.map { column in
                PaperColumn(column.title, column.width.upperBound, column.holds == .number ? .number : .text)
            }
            let table = PaperTable(
                "", [PaperColumn("计入否", 8)] + columns,
                rows: shown.map { row in [.text(row.word(figure.kind))] + row.cells.map { PaperCell($0) } },
                blankRows: nil)
            return Paper(
                figure.kind.title, in: context, period: context.period,
                subject: [figure.subjectName, value, sideTitle].filter { !$0.isEmpty }.joined(separator: "  "),
                rule: figure.kind.rule(requirements, on: asOf), name: figure.kind.title, tables: [table],
                isWide: table.isWide)
        }
    }
}

extension PaperCell {
    fileprivate init(_ cell: FigureCell) {
        self =
            switch cell {
            case .number(let number): .number(number)
            case .day(let day): PaperCell(day)
            case .text, .word, .names, .helpers, .progress, .state, .period, .item, .next, .kind, .what:
                .text(cell.shown)
            }
    }
}
