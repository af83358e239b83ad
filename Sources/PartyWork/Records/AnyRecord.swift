/// A record of any table, for the journal, undo and forms.
package struct AnyRecord: Sendable {
    /// The record itself.
    package let record: any LedgerRecord

    package init(_ record: any LedgerRecord) { self.record = record }

    package var table: TableSchema { record.table }
    package var key: RecordKey { record.key }

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
    package static func read(_ table: TableSchema, from cells: [Column: String]) throws(RecordFaults) -> AnyRecord {
        try AnyRecord(table.blank).setting(cells.merging(table.columns.map { ($0, "") }) { given, _ in given })
    }

    /// The record with some columns replaced.
    ///
    /// - Throws: every fault, at least one.
    package func setting(_ cells: [Column: String]) throws(RecordFaults) -> AnyRecord { try record.settingAny(cells) }
}

extension AnyRecord: Hashable {
    package static func == (left: AnyRecord, right: AnyRecord) -> Bool { left.record.isEqual(to: right.record) }
    package func hash(into hasher: inout Hasher) { record.hash(into: &hasher) }
}

extension LedgerRecord {
    fileprivate func settingAny(_ cells: [Column: String]) throws(RecordFaults) -> AnyRecord {
        try setting(cells).wrapped
    }

    fileprivate func isEqual(to other: any LedgerRecord) -> Bool { other as? Self == self }
}

/// Everything that is wrong with a record.
package struct RecordFaults: Error, Hashable, Sendable {
    package let faults: [FieldFault]

    package init(_ faults: [FieldFault]) { self.faults = faults }
}

extension LedgerRecord {
    /// The record with some columns replaced by trimmed cells, checked by the rules for cells and for the record alone.
    ///
    /// - Throws: every fault, at least one.
    package func setting(_ cells: [Column: String]) throws(RecordFaults) -> Self {
        var record = self
        var faults: [FieldFault] = []
        for field in table.fields {
            guard let cell = cells[field.column] else { continue }
            if let fault = record.take(cell, into: field) { faults.append(FieldFault(field.column, fault)) }
        }
        faults += record.faults(unread: Set(faults.map(\.column)))
        if !faults.isEmpty { throw RecordFaults(faults) }
        return record
    }

    /// Takes one trimmed cell by all rules for a single cell; on a fault the column keeps what it had.
    package mutating func take(_ cell: String, into field: ColumnSchema) -> Fault? {
        if cell.isEmpty {
            if field.isRequired { return .missing }
        } else if let fault = CellRules.fault(in: cell, of: field) {
            return fault
        }
        do throws(Fault) {
            try set(field.column, to: cell)
            return nil
        } catch {
            return error
        }
    }
}
