/// What an act would change, for the officer to read before it is done.
package struct Rehearsal: Sendable, Hashable {
    /// The sentence that the journal would keep.
    package let summary: String
    package let rows: [Row]
    package let warnings: [String]

    /// A row that would change, with what officers call it.
    package struct Row: Sendable, Hashable {
        package let name: String
        package let change: RowChange

        package init(name: String, change: RowChange) {
            self.name = name
            self.change = change
        }
    }

    package init(summary: String, rows: [Row], warnings: [String] = []) {
        self.summary = summary
        self.rows = rows
        self.warnings = warnings
    }
}
