/// What an officer wants imported, and how.
package struct ImportOrder: Hashable, Sendable {
    /// Files and folders, as given.
    package var paths: [String]
    /// What is to become of rows that differ from what is saved.
    package var changedRows: ChangedRows
    /// What the officer says of headers, before all that is remembered.
    package var corrections: [HeaderMapping]
    /// Which bad rows are to be left out.
    package var leaving = Leaving()
    /// The rows that are left out by now, and why.
    package var leftOut: [FilePlace: String] = [:]
    /// Whether helpers whom a list names and nobody knows become people of the ledger.
    package var addsPeople = false
    /// Values for columns that files lack.
    package var given: [GivenValue]
    /// Headers of which nothing from before counts any more.
    package private(set) var forgotten: Set<HeaderShape> = []

    /// What is to become of a row whose key is saved with other values.
    package enum ChangedRows: Hashable, Sendable {
        /// It is a bad row (CONTRACT section 1: `--update` was not given).
        case refuse
        /// It replaces what is saved (`--update`).
        case save
        /// What is saved stays; said, and no fault.
        case leave
    }

    package init(
        paths: [String], changedRows: ChangedRows = .refuse, corrections: [HeaderMapping] = [], given: [GivenValue] = []
    ) {
        self.paths = paths
        self.changedRows = changedRows
        self.corrections = corrections
        self.given = given
    }

    /// What the officer said of a header with these cells; nil if nothing.
    package func correction(of shape: HeaderShape) -> HeaderMapping? { corrections.last { $0.shape == shape } }

    /// Says something of a header, in place of what was said before.
    package mutating func correct(_ mapping: HeaderMapping) {
        forget(mapping.shape)
        forgotten.remove(mapping.shape)
        corrections.append(mapping)
    }

    /// Gives a column one value, in place of what was given for it in the same files before.
    package mutating func give(_ value: GivenValue) {
        takeBack(value.name, for: value.scope)
        given.append(value)
    }

    /// Takes back what was given for a column.
    package mutating func takeBack(_ name: String, for scope: GivenValue.Scope) {
        given.removeAll { $0.name == name && $0.scope == scope }
    }

    /// Takes back what was said of a header with these cells; it is read as if nothing had ever been said.
    package mutating func forget(_ shape: HeaderShape) {
        corrections.removeAll { $0.shape == shape }
        forgotten.insert(shape)
    }
}
