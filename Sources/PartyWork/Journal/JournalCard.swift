/// An entry of the journal with what it changed.
package struct JournalCard: Sendable, Hashable {
    package let row: JournalRow
    /// The rows it changed, in the order in which that was done.
    package let changes: [RowChange]
    /// How many more there are than are listed here.
    package let unlisted: Int

    package init(row: JournalRow, changes: [RowChange], unlisted: Int) {
        self.row = row
        self.changes = changes
        self.unlisted = unlisted
    }

    /// Whether no key takes it back, though it is one's own and of today: an import, a copy brought back, or what accepted months.
    package var isTakenBackByNumber: Bool { row.kind == .imported || row.kind == .merge || opensMonths }

    /// Whether taking it back would open signed months: it accepted them, or took a reopening back.
    ///
    /// Then a reason is asked for.
    package var opensMonths: Bool { changes.contains(where: \.opensMonth) }
}

/// What an entry of the journal did to one row.
package struct RowChange: Sendable, Hashable {
    package let table: TableSchema
    package let key: RecordKey
    /// What officers know the row by; empty for an imported one, of which the journal keeps the key only.
    package let name: String
    package let kind: Kind
    /// The columns that changed, in the contract's order.
    package let cells: [Cell]

    /// What became of the row.
    package enum Kind: String, Sendable, Hashable {
        case added = "新增"
        case changed = "修改"
        case removed = "删除"
    }

    /// A column before and after; empty where there was nothing.
    package struct Cell: Sendable, Hashable {
        package let column: Column
        package let before: String
        package let after: String

        package init(_ column: Column, before: String, after: String) {
            self.column = column
            self.before = before
            self.after = after
        }
    }

    /// Whether taking it back would open a signed month.
    fileprivate var opensMonth: Bool {
        guard table == .monthSteps else { return false }
        func has(_ step: MonthStep.Kind, _ text: KeyPath<Cell, String>) -> Bool {
            cells.contains { $0.column == .step && $0[keyPath: text] == step.rawValue }
        }
        return kind == .added && has(.accept, \.after) || kind == .removed && has(.reopen, \.before)
    }

    /// What taking it back does to the row.
    package var reversed: RowChange { RowChange(reversing: self) }

    private init(reversing change: RowChange) {
        table = change.table
        key = change.key
        name = change.name
        kind =
            switch change.kind {
            case .added: .removed
            case .changed: .changed
            case .removed: .added
            }
        cells = change.cells.map { Cell($0.column, before: $0.after, after: $0.before) }
    }

    /// A row that an import brought in.
    package init(imported key: RecordKey, into table: TableSchema) {
        self.table = table
        self.key = key
        name = ""
        kind = .added
        cells = []
    }

    /// The change from one state of a row to another; nil where there was or is none.
    ///
    /// Telephone numbers are masked.
    package init?(from before: AnyRecord?, to after: AnyRecord?) {
        guard let record = after ?? before else { return nil }
        table = record.table
        key = record.key
        name = record.record.label
        kind = before == nil ? .added : after == nil ? .removed : .changed
        let table = record.table
        var columns = record.record.shownColumns
        for column in before?.record.shownColumns ?? [] where !columns.contains(column) { columns.append(column) }
        cells = columns.compactMap { column in
            let (old, new) = (before?.record.text(column) ?? "", after?.record.text(column) ?? "")
            if old.hasSameCodePoints(as: new) { return nil }
            let isPersonal = table[column]?.isPersonal ?? false
            return Cell(
                column, before: isPersonal ? Person.masked(old) : old, after: isPersonal ? Person.masked(new) : new)
        }
    }
}
