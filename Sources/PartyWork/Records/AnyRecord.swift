/// A record of any table, for the journal, undo and forms.
package enum AnyRecord: Hashable, Sendable {
    case organization(Organization)
    case person(Person)
    case household(Household)
    case pairing(Pairing)
    case cooperative(Cooperative)
    case activity(Activity)
    case monthStep(MonthStep)

    /// The record itself.
    package var record: any LedgerRecord {
        switch self {
        case .organization(let record): record
        case .person(let record): record
        case .household(let record): record
        case .pairing(let record): record
        case .cooperative(let record): record
        case .activity(let record): record
        case .monthStep(let record): record
        }
    }

    package var table: Table { type(of: record).table }
    package var key: RecordKey { record.key }

    /// Wraps a record of one of the tables; nil for any other conforming type.
    package init?(_ record: any LedgerRecord) {
        switch record {
        case let record as Organization: self = .organization(record)
        case let record as Person: self = .person(record)
        case let record as Household: self = .household(record)
        case let record as Pairing: self = .pairing(record)
        case let record as Cooperative: self = .cooperative(record)
        case let record as Activity: self = .activity(record)
        case let record as MonthStep: self = .monthStep(record)
        default: return nil
        }
    }

    /// A blank record of a table.
    package static func blank(_ table: Table) -> AnyRecord {
        switch table {
        case .organizations: .organization(.blank)
        case .people: .person(.blank)
        case .households: .household(.blank)
        case .pairings: .pairing(.blank)
        case .cooperatives: .cooperative(.blank)
        case .activities: .activity(.blank)
        case .monthSteps: .monthStep(.blank)
        }
    }

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
        switch self {
        case .organization(let record): .organization(try record.setting(cells))
        case .person(let record): .person(try record.setting(cells))
        case .household(let record): .household(try record.setting(cells))
        case .pairing(let record): .pairing(try record.setting(cells))
        case .cooperative(let record): .cooperative(try record.setting(cells))
        case .activity(let record): .activity(try record.setting(cells))
        case .monthStep(let record): .monthStep(try record.setting(cells))
        }
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
