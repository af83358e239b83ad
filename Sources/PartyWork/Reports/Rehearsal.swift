/// What an act would change, for the officer to read before it is done.
package struct Rehearsal: Sendable, Hashable {
    /// What the journal would tell.
    package let deed: Deed
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

    package init(_ deed: Deed, rows: [Row], warnings: [String] = []) {
        self.deed = deed
        self.rows = rows
        self.warnings = warnings
    }
}
