import Papers
import PartyWork

/// A column on paper: its heading, and what it says of a row.
struct PrintedColumn<Row: Sendable>: Sendable {
    let heading: String
    let cell: @Sendable (Row) -> PaperCell
}

extension PrintedColumn {
    /// How many are covered, of how many, and the rate.
    static func coverage(
        _ headings: (covered: String, inScope: String, rate: String), _ coverage: @escaping @Sendable (Row) -> Coverage
    ) -> [PrintedColumn] {
        [
            PrintedColumn(heading: headings.covered) { .number(coverage($0).covered) },
            PrintedColumn(heading: headings.inScope) { .number(coverage($0).inScope) },
            PrintedColumn(heading: headings.rate) { .rate(coverage($0)) },
        ]
    }

    /// How many are done, how many are asked for, and the state.
    static func progress(
        _ headings: (done: String, target: String, state: String), _ progress: @escaping @Sendable (Row) -> Progress
    ) -> [PrintedColumn] {
        [
            PrintedColumn(heading: headings.done) { .number(progress($0).done) },
            PrintedColumn(heading: headings.target) {
                progress($0).state == .notApplicable ? .empty : .number(progress($0).target)
            },
            PrintedColumn(heading: headings.state) { .text(progress($0).state.title) },
        ]
    }
}
