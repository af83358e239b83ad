/// What an import would do, or did: each file as it was understood, and its rows.
package struct ImportReview: Hashable, Sendable {
    /// The files and sheets in the order given.
    package let sources: [ImportSource]
    /// The tables that a file can be taken for.
    package let known: [TableSchema]
    /// The tables that the files had, with what becomes of their rows.
    package let tables: [TableCounts]
    /// The rows, by kind and then as they stand in the files; of each kind the first ``shown``.
    package let rows: [ImportRow]
    /// How many rows there are of each kind.
    package let totals: [ImportRow.Kind: Int]
    /// Whether nothing is wrong, so that the whole may be saved.
    package let isAccepted: Bool
    /// How many rows have something wrong of a kind.
    package var faultKinds: [FaultKind: Int] = [:]
    /// How many rows can be left out; 0 where something is wrong that is no row's.
    package var leavable = 0
    /// How many rows are left out.
    package var left = 0
    /// The helpers whom nobody knows, each once.
    package var unknownHelpers: [String] = []
    /// How many rows look wrong, though no rule says so.
    package var doubtful = 0

    /// So many rows of a kind are told (PERFORMANCE, one set of numbers).
    package static let shown = 200

    /// A table and what becomes of its rows.
    package struct TableCounts: Hashable, Sendable {
        package let table: TableSchema
        package let counts: ImportCounts

        package init(_ table: TableSchema, _ counts: ImportCounts) {
            self.table = table
            self.counts = counts
        }
    }

    package init(
        sources: [ImportSource], known: [TableSchema], tables: [TableCounts], rows: [ImportRow],
        totals: [ImportRow.Kind: Int], isAccepted: Bool
    ) {
        self.sources = sources
        self.known = known
        self.tables = tables
        self.rows = rows
        self.totals = totals
        self.isAccepted = isAccepted
    }

    /// How many rows there are of a kind.
    package func count(_ kind: ImportRow.Kind) -> Int { totals[kind] ?? 0 }

    /// What all tables come to.
    package var counts: ImportCounts { tables.reduce(ImportCounts()) { $0 + $1.counts } }
}

/// A row of a file in a preview: where it stands, what it is called, what becomes of it and why.
package struct ImportRow: Hashable, Sendable {
    package let kind: Kind
    package let place: FilePlace
    /// Its key and name, `H0012 王五`; empty where the row, or the file, could not be read so far.
    package let name: String
    /// The reasons, or each changed column old → new; empty for a new or an unchanged row.
    package let text: String
    /// What is wrong with it, by kinds; none where it is no row that could be left out.
    package var kinds: [FaultKind] = []

    /// What becomes of a row.
    package enum Kind: Int, Hashable, Sendable, CaseIterable {
        case rejected
        /// It is left out.
        case left
        case changed
        case new
        case unchanged
        /// A row that is saved, and yet worth a word.
        case warned

        /// What an officer calls it.
        package var title: String {
            switch self {
            case .rejected: localized("不对", "Wrong")
            case .left: localized("留下", "Left out")
            case .changed: localized("不同", "Different")
            case .new: localized("新增", "New")
            case .unchanged: localized("不变", "Unchanged")
            case .warned: localized("提醒", "Warning")
            }
        }
    }

    package init(_ kind: Kind, _ place: FilePlace, name: String = "", text: String = "") {
        self.kind = kind
        self.place = place
        self.name = name
        self.text = text
    }
}
