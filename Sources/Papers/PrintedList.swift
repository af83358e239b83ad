import PartyWork

/// A list as it is in sight, on its way to paper or into a file: exactly its rows and columns, in their order.
package struct PrintedList: Hashable, Sendable {
    package let title: String
    package let table: PaperTable
    /// By what it was narrowed and ordered, and how many rows it has.
    package let conditions: String
    /// The counting rule of its figures; empty for none.
    package let rule: String
    /// The rules of single columns, where there are several.
    package let notes: [String]
    package let scope: Scope
    /// What is drawn of the list's own rows; nil for nothing.
    package let chart: PaperChart?
    /// A table counted from the rows, with a chart of it, for a page of its own; nil for none.
    package let summary: Summary?

    /// Figures counted from a list's rows.
    package struct Summary: Hashable, Sendable {
        package let title: String
        package let table: PaperTable
        package let chart: PaperChart

        package init(title: String, table: PaperTable, chart: PaperChart) {
            self.title = title
            self.table = table
            self.chart = chart
        }
    }

    package init(
        title: String, table: PaperTable, conditions: String, rule: String, notes: [String] = [], scope: Scope,
        chart: PaperChart? = nil, summary: Summary? = nil
    ) {
        self.title = title
        self.table = table
        self.conditions = conditions
        self.rule = rule
        self.notes = notes
        self.scope = scope
        self.chart = chart
        self.summary = summary
    }

    /// The list as a paper, and behind it what was counted from it.
    package func papers(_ context: PaperContext) -> [Paper] {
        var list = paper(title, table, chart, context)
        list.notes = notes
        return [list] + (summary.map { [paper($0.title, $0.table, $0.chart, context)] } ?? [])
    }

    private func paper(_ title: String, _ table: PaperTable, _ chart: PaperChart?, _ context: PaperContext) -> Paper {
        Paper(
            title, in: context, period: context.period, subject: conditions, rule: rule, name: title, tables: [table],
            chart: chart, isWide: table.isWide)
    }
}

extension PaperTable {
    /// The cells of a line of A4: upright, and on its long side.
    package static let paper = (upright: 100, wide: 148)

    /// The cells of its columns with two between them.
    package var cells: Int { columns.reduce(-2) { $0 + $1.width + 2 } }

    /// Whether it needs the long side of the paper.
    package var isWide: Bool { cells > PaperTable.paper.upright }
}
