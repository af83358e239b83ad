/// How a file or a sheet of a call was understood, and what became of its rows; for previews and the import screen.
package struct ImportSource: Hashable, Sendable {
    /// The file or sheet, at its header.
    package let place: FilePlace
    /// The table; of a header that lacks something the one that comes nearest; nil for a sheet that is none.
    package let table: TableSchema?
    /// Whether its rows are looked at: not those of a header that lacks something, or of a sheet that is none.
    package let isRead: Bool
    /// The columns, in the order of the file.
    package private(set) var columns: [FileColumn]
    /// What identifies the header, for corrections.
    package private(set) var shape: HeaderShape
    /// What an officer said of the header, now or before; nil if it was understood without.
    package let mapping: HeaderMapping?
    /// Whether that was said before, and not in this call.
    package let isRemembered: Bool
    /// Whether the header makes a table by the contract's own names, so that nothing is remembered of it.
    package let isContract: Bool
    /// How the file was understood; nil where it is written as the contract says.
    package let manner: FileManner?
    /// The columns that the file lacks and the officer gave a value.
    package let given: [GivenColumn]
    /// The required columns of the table that neither the file has nor anything else makes up for.
    package let missing: [Column]
    /// The header that the officer takes this one for the true one of; nil for most.
    package private(set) var former: HeaderShape?
    /// Its first rows, for a review: below the header, or from the top of what is no table yet.
    package var samples: [SampleRow] = []
    /// How many rows got a number of the ledger's.
    package var numbered = 0
    /// Rows new, changed and unchanged.
    package var counts = ImportCounts()
    /// Rows with anything wrong.
    package var rejected = 0

    package init(
        _ place: FilePlace, table: TableSchema?, isRead: Bool, columns: [FileColumn], shape: HeaderShape,
        mapping: HeaderMapping? = nil, isRemembered: Bool = false, isContract: Bool = false,
        manner: FileManner? = nil, given: [GivenColumn] = [], missing: [Column] = []
    ) {
        self.place = place
        self.table = table
        self.isRead = isRead
        self.columns = columns
        self.shape = shape
        self.mapping = mapping
        self.isRemembered = isRemembered
        self.isContract = isContract
        self.manner = manner
        self.given = given
        self.missing = missing
    }

    /// The source with another row as its header.
    package func headed(by row: SampleRow) -> ImportSource {
        var source = self
        source.former = shape
        source.shape = row.shape
        return source
    }

    /// The columns of the table that are neither there nor given.
    package var absent: [ColumnSchema] {
        let found = Set(columns.compactMap(\.column) + given.map(\.column))
        return (table?.fields ?? []).filter { !found.contains($0.column) }
    }

    /// Whether it is read with more leave than a file of the contract.
    package var isLenient: Bool { place.sheet != nil || manner != nil || !isContract }

    /// The columns that are not read, and are worth a word.
    package var leftOut: [FileColumn] { columns.filter(\.isLeftOut) }

    /// The columns that are read.
    package var taken: [FileColumn] { columns.filter { $0.column != nil } }

    /// Takes what was found in the cells of a column for what was said of it before.
    package mutating func reveal(_ kind: Sensitive, inColumn name: String) {
        for index in columns.indices where columns[index].name.hasSameCodePoints(as: name) {
            if columns[index].meaning == .unknown { columns[index].meaning = .sensitive(kind, isInCells: true) }
        }
    }
}

/// Rows of one table: new, changed with leave to change, equal to what is saved, and different but left as they are.
package struct ImportCounts: Hashable, Sendable {
    /// Rows whose key was not saved.
    package var new = 0
    /// Rows that replace a saved one.
    package var updated = 0
    /// Rows equal to the saved one.
    package var unchanged = 0
    /// Rows that differ from the saved one, which stays.
    package var left = 0

    /// All rows that are fine.
    package var all: Int { new + updated + unchanged + left }

    package init(new: Int = 0, updated: Int = 0, unchanged: Int = 0, left: Int = 0) {
        self.new = new
        self.updated = updated
        self.unchanged = unchanged
        self.left = left
    }

    package static func + (one: ImportCounts, other: ImportCounts) -> ImportCounts {
        ImportCounts(
            new: one.new + other.new, updated: one.updated + other.updated, unchanged: one.unchanged + other.unchanged,
            left: one.left + other.left)
    }
}

/// A column that a file lacks, and what the officer gave for it.
package struct GivenColumn: Hashable, Sendable {
    package let column: Column
    /// By what name it was given.
    package let value: GivenValue
    /// As it was given, the name of a sheet or file in its place.
    package let text: String

    package init(_ column: Column, _ value: GivenValue, _ text: String) {
        self.column = column
        self.value = value
        self.text = text
    }
}

/// One column of a saved row that a file gives another value.
package struct ColumnChange: Hashable, Sendable {
    package let column: Column
    package let old: String
    package let new: String

    package init(_ column: Column, old: String, new: String) {
        self.column = column
        self.old = old
        self.new = new
    }
}
