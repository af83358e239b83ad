/// What an entry of the journal tells was done; it is kept as data, and said when it is read, in the reader's language (`text`).
///
/// Names are those of the day on which it was done; telephone numbers are masked before they come here.
package indirect enum Deed: Sendable, Hashable {
    /// Words, of an entry older than this.
    case words(String)
    case recorded(Caption)
    case added(Caption)
    case voided(Caption, reason: String)
    /// Columns of a row, and with a visit those of its details.
    case edited(Caption, [Edit])
    case paired(Pair, from: Day)
    case ended([Ending])
    /// A member, and the branch moved to; the membership of the former was held since a day.
    case moved(Caption, on: Day, to: String, since: Day)
    case household(HouseholdDeed)
    /// A step with a month of branches, by their names.
    case tookStep(MonthStep.Kind, Month, [String], reason: String)
    case ticked(Marked, on: Day)
    case waived(Marked, reason: String)
    case unmarked(Marked)
    /// A follow-up, taken back from whoever had it.
    case tookBack(Caption)
    /// What was printed with personal fields in full.
    case printed(String)
    /// Acts of one kind: how many, and the first of them.
    case together(ActKind, Int, [Deed])
    /// An entry taken back, or done again where the entry that took it back was.
    case undone(Int, Deed, isRedone: Bool, reason: String)
    /// The entry that had brought the sample in, taken back with so many acts after it.
    case cleared(Int, later: Int)
    /// How many rows of each table were written.
    case imported([ImportedRows])
    /// A record that went into another of its table, and how many rows named it.
    case joined(Caption, into: Caption, Int)
    /// A village that was merged into another on a day, and what went along.
    case absorbed(Caption, into: Caption, on: Day, [ImportedRows])
    case merged(MergeDeed)
}

/// A row as the journal's sentences call it.
package struct Caption: Sendable, Hashable {
    package let table: TableSchema
    /// What the table makes its name of (`LedgerRecord.caption`).
    package let words: [String]

    package init(_ table: TableSchema, _ words: [String]) {
        self.table = table
        self.words = words
    }

    /// What officers call the row.
    package var text: String { table.blank.said(words) }
}

extension Deed {
    /// The columns of a row that were changed.
    package struct Edit: Sendable, Hashable {
        package let table: TableSchema
        package let cells: [RowChange.Cell]

        package init(_ table: TableSchema, _ cells: [RowChange.Cell]) {
            self.table = table
            self.cells = cells
        }

        /// - Returns: nil where nothing was changed.
        package init?(from before: some LedgerRecord, to after: some LedgerRecord) {
            guard let change = RowChange(from: before.wrapped, to: after.wrapped), !change.cells.isEmpty else {
                return nil
            }
            self.init(change.table, change.cells)
        }
    }

    /// A household and a helper, by number and name.
    package struct Pair: Sendable, Hashable {
        package let head: String
        package let household: String
        package let helper: String

        package init(head: String, household: String, helper: String) {
            self.head = head
            self.household = household
            self.helper = helper
        }
    }

    /// How a pairing ended; `successor` is empty where nobody took over.
    package struct Ending: Sendable, Hashable {
        package let pair: Pair
        package let on: Day
        package let reason: PairingEndReason
        package let sentence: String
        package let successor: String

        package init(_ pair: Pair, on: Day, _ reason: PairingEndReason, sentence: String, successor: String) {
            self.pair = pair
            self.on = on
            self.reason = reason
            self.sentence = sentence
            self.successor = successor
        }
    }

    /// Whom a checklist was ticked or waived for: how many, and the names of the first.
    package struct Marked: Sendable, Hashable {
        package let checklist: String
        package let count: Int
        package let names: [String]

        package init(_ checklist: String, _ count: Int, _ names: [String]) {
            self.checklist = checklist
            self.count = count
            self.names = names
        }
    }

    /// So many rows of a table.
    package struct ImportedRows: Sendable, Hashable {
        package let table: TableSchema
        package let count: Int

        package init(_ table: TableSchema, _ count: Int) {
            self.table = table
            self.count = count
        }
    }
}

/// What happened to a household, as the journal tells it.
package struct HouseholdDeed: Sendable, Hashable {
    package let kind: HouseholdEvent.Kind
    package let household: Caption
    package let on: Day
    package let remark: HouseholdRemark
    /// How many pairings it ended, and how many it began.
    package let ended: Int
    package let begun: Int

    package init(_ household: Caption, on: Day, _ remark: HouseholdRemark, ended: Int, begun: Int) {
        kind = remark.kind
        self.household = household
        self.on = on
        self.remark = remark
        self.ended = ended
        self.begun = begun
    }
}

/// What was brought back of a copy, as the journal tells it.
package struct MergeDeed: Sendable, Hashable {
    /// The copy's own mark.
    package let copy: String
    /// The entry of the copy's journal after which it was brought back, the last that was, and what tells that one from others.
    package let after: Int
    package let upTo: Int
    package let seal: String
    /// What the copy was made for.
    package let place: String
    /// Who worked in it.
    package let officers: [String]
    package let rows: [Deed.ImportedRows]

    package init(
        copy: String, after: Int, upTo: Int, seal: String, place: String, officers: [String], rows: [Deed.ImportedRows]
    ) {
        self.copy = copy
        self.after = after
        self.upTo = upTo
        self.seal = seal
        self.place = place
        self.officers = officers
        self.rows = rows
    }
}

extension [String] {
    /// The text at a place; empty beyond the last.
    package func at(_ place: Int) -> String { place < count ? self[place] : "" }
}
