/// From where a copy of a ledger parted, as the copy keeps it.
package struct Parting: Sendable, Hashable {
    /// The copy's own, by which it is known from other copies.
    package let mark: String
    /// For whom it was made.
    package let code: Code
    /// The last entry of the journal that both have.
    package let entry: Int
    /// What tells that entry from those of other ledgers.
    package let seal: String

    package init(mark: String, code: Code, entry: Int, seal: String) {
        self.mark = mark
        self.code = code
        self.entry = entry
        self.seal = seal
    }
}

/// What was done in a copy of a ledger since it parted.
package struct PartedCopy: Sendable, Hashable {
    package let parting: Parting
    /// The entries of its journal since then, in order.
    package let entries: [Entry]
    /// The rows that they changed, in the order in which they first did.
    package let rows: [Row]

    package init(_ parting: Parting, entries: [Entry], rows: [Row]) {
        self.parting = parting
        self.entries = entries
        self.rows = rows
    }

    /// An entry of the copy's journal.
    package struct Entry: Sendable, Hashable {
        package let id: Int
        package let officer: String
        package let seal: String

        package init(id: Int, officer: String, seal: String) {
            self.id = id
            self.officer = officer
            self.seal = seal
        }
    }

    /// A row with what it was before each entry that changed it, and what it is now; nil stands for no row.
    package struct Row: Sendable, Hashable {
        package let table: TableSchema
        package let key: RecordKey
        package let before: [State]
        package let now: AnyRecord?
        /// The day on which an activity was entered; nil where none is kept.
        package let enteredOn: Day?

        package init(_ table: TableSchema, _ key: RecordKey, before: [State], now: AnyRecord?, enteredOn: Day? = nil) {
            self.table = table
            self.key = key
            self.before = before
            self.now = now
            self.enteredOn = enteredOn
        }

        /// What the row was before an entry.
        package struct State: Sendable, Hashable {
            package let entry: Int
            package let record: AnyRecord?

            package init(entry: Int, _ record: AnyRecord?) {
                self.entry = entry
                self.record = record
            }
        }
    }

    /// The rows changed after an entry, each with what it was then; nil where the entry left none.
    package func changes(after entry: Int) -> [(row: Row, base: AnyRecord?)] {
        rows.compactMap { row in
            row.before.first { $0.entry > entry }.map { (row, $0.record) }
        }
    }

    /// Who made the entries after one, each once.
    package func officers(after entry: Int) -> [String] {
        var seen: Set<String> = []
        return entries.filter { $0.id > entry }.map(\.officer).filter { seen.insert($0).inserted }
    }
}

/// What an officer wants brought back of a copy.
package struct MergeOrder: Sendable, Hashable {
    package let copy: PartedCopy
    /// Which side holds where both changed the same and nothing else is chosen; nil asks.
    package var side: MergeSide?
    /// Which side holds for a row.
    package var choices: [RowName: MergeSide]

    package init(_ copy: PartedCopy, side: MergeSide? = nil, choices: [RowName: MergeSide] = [:]) {
        self.copy = copy
        self.side = side
        self.choices = choices
    }

    /// A row by its table and key.
    package struct RowName: Sendable, Hashable {
        package let table: TableSchema
        package let key: RecordKey

        package init(_ table: TableSchema, _ key: RecordKey) {
            self.table = table
            self.key = key
        }
    }

    /// The side that holds for a row; nil where nobody chose.
    package func side(of row: RowName) -> MergeSide? { choices[row] ?? side }
}

/// One of the two ledgers that a row is in.
package enum MergeSide: String, CaseIterable, Sendable, Hashable {
    case mine, theirs

    /// What officers call it.
    package var title: String {
        switch self {
        case .mine: localized("本台账", "this ledger")
        case .theirs: localized("副本", "the copy")
        }
    }
}
