/// A record of any table, for the journal, undo and forms.
package enum AnyRecord: Hashable, Sendable {
    case organization(Organization)
    case person(Person)
    case household(Household)
    case pairing(Pairing)
    case cooperative(Cooperative)
    case activity(Activity)
    case householdCycle(HouseholdCycle)
    case post(Post)
    case visit(VisitDetails)
    case monthStep(MonthStep)
    case checklist(Checklist)
    case tick(Tick)
    case waiver(Waiver)
    case requirement(MethodTarget)

    /// The record itself.
    package var record: any LedgerRecord {
        switch self {
        case .organization(let record): record
        case .person(let record): record
        case .household(let record): record
        case .pairing(let record): record
        case .cooperative(let record): record
        case .activity(let record): record
        case .householdCycle(let record): record
        case .post(let record): record
        case .visit(let record): record
        case .monthStep(let record): record
        case .checklist(let record): record
        case .tick(let record): record
        case .waiver(let record): record
        case .requirement(let record): record
        }
    }

    package var table: Table { type(of: record).table }
    package var key: RecordKey { record.key }

    /// A blank record of a table.
    package static func blank(_ table: Table) -> AnyRecord { table.recordType.blank.wrapped }

    /// The texts of all filled columns.
    package var cells: [Column: String] {
        let record = record
        var cells: [Column: String] = [:]
        for column in table.columns {
            let text = record.text(column)
            if !text.isEmpty { cells[column] = text }
        }
        return cells
    }

    /// Reads a record from the texts of its columns, by the rules for cells and for the record alone.
    ///
    /// - Throws: every fault, at least one. Columns that are absent count as empty.
    package static func read(_ table: Table, from cells: [Column: String]) throws(RecordFaults) -> AnyRecord {
        try blank(table).setting(cells.merging(table.columns.map { ($0, "") }) { given, _ in given })
    }

    /// The record with some columns replaced.
    ///
    /// - Throws: every fault, at least one.
    package func setting(_ cells: [Column: String]) throws(RecordFaults) -> AnyRecord {
        try record.settingAny(cells)
    }
}

extension LedgerRecord {
    fileprivate func settingAny(_ cells: [Column: String]) throws(RecordFaults) -> AnyRecord {
        try setting(cells).wrapped
    }
}

/// Everything that is wrong with a record.
package struct RecordFaults: Error, Hashable, Sendable {
    package let faults: [FieldFault]

    package init(_ faults: [FieldFault]) {
        self.faults = faults
    }
}

extension LedgerRecord {
    /// The record with some columns replaced by trimmed cells, checked by the rules for cells and for the record alone.
    ///
    /// - Throws: every fault, at least one.
    package func setting(_ cells: [Column: String]) throws(RecordFaults) -> Self {
        var record = self
        var faults: [FieldFault] = []
        for column in Self.table.columns {
            guard let cell = cells[column] else { continue }
            if let fault = record.take(cell, into: column) { faults.append(FieldFault(column, fault)) }
        }
        faults += record.faults(unread: Set(faults.map(\.column)))
        if !faults.isEmpty { throw RecordFaults(faults) }
        return record
    }

    /// Takes one trimmed cell by all rules for a single cell. On a fault the column keeps what it had.
    package mutating func take(_ cell: String, into column: Column) -> Fault? {
        if cell.isEmpty {
            if Self.table.required.contains(column) { return .missing }
        } else if let fault = CellRules.fault(in: cell, of: column) {
            return fault
        }
        do throws(Fault) {
            try set(column, to: cell)
            return nil
        } catch {
            return error
        }
    }
}
