import PartyWork
import TerminalUI

// What forms of the ledger's tables ask, and how records take it. A column is one kind of key.

extension FieldKey {
    /// The key of a column's field.
    init(_ column: PartyWork.Column) { self.init(column.header) }

    /// Why something is done, in a sentence of the officer's.
    static let reason = FieldKey("原因")
    /// Who helps after a pairing has ended.
    static let successor = FieldKey("接替人")
    /// Who helps a household from a day on.
    static let helpers = FieldKey("帮扶人")
    /// The household that another joins.
    static let joined = FieldKey("并入户")
    /// The sentence that ending a pairing may ask for.
    static let sentence = FieldKey("结束说明")
}

extension Answers {
    /// What stands in a column's field.
    subscript(column: PartyWork.Column) -> String { self[FieldKey(column)] }

    /// The cells of a table, as far as the form asks for them.
    func cells(of table: TableSchema) -> [PartyWork.Column: String] {
        let asked = table.columns.filter { has(FieldKey($0)) }
        return Dictionary(asked.map { ($0, self[$0]) }) { first, _ in first }
    }

    /// What stands in a field that must be filled.
    func filled(_ key: FieldKey) throws(FieldErrors) -> String {
        if self[key].isEmpty { throw FieldErrors(key, .missing) }
        return self[key]
    }

    /// The day in a column's field, which must be filled.
    func day(_ column: PartyWork.Column) throws(FieldErrors) -> Day {
        do throws(Fault) {
            guard let day = try CellRules.day(self[column]) else { throw .missing }
            return day
        } catch {
            throw FieldErrors(FieldKey(column), error)
        }
    }

    /// A text of the officer's, checked as a cell is.
    func text(_ key: FieldKey) throws(FieldErrors) -> String {
        if let fault = CellRules.fault(in: self[key]) { throw FieldErrors(key, fault) }
        return self[key]
    }

    /// The reason that must be given.
    func reason() throws(FieldErrors) -> String {
        _ = try filled(.reason)
        return try text(.reason)
    }

    /// The people chosen in a field.
    func people(_ key: FieldKey) -> [Person.ID] { self[key].split(separator: ";").map { Person.ID(String($0)) } }
}

extension FieldErrors {
    /// What is wrong with one field.
    init(_ key: FieldKey, _ fault: Fault) { self.init([FieldError(key, fault.text)]) }

    /// What is wrong with columns.
    init(_ faults: [FieldFault]) {
        self.init(faults.map { FieldError(FieldKey($0.column), $0.fault.text, sentence: $0.text) })
    }

    /// What a record says, its faults as those of the fields.
    static func of<Value>(_ value: () throws(RecordFaults) -> Value) throws(FieldErrors) -> Value {
        do throws(RecordFaults) {
            return try value()
        } catch {
            throw FieldErrors(error.faults)
        }
    }
}

extension LedgerRecord {
    /// The record with the answers to its columns, checked by the rules for cells and for the record alone.
    func setting(_ answers: Answers) throws(FieldErrors) -> Self {
        try FieldErrors.of { () throws(RecordFaults) in try setting(answers.cells(of: table)) }
    }
}

extension AnyRecord {
    /// A record made of the answers to the columns of a table, and of cells that are known.
    static func read(
        _ table: TableSchema, from answers: Answers, _ known: [PartyWork.Column: String] = [:]
    ) throws(FieldErrors) -> AnyRecord {
        let cells = answers.cells(of: table).merging(known) { $1 }
        return try FieldErrors.of { () throws(RecordFaults) in try read(table, from: cells) }
    }

    /// The record with cells replaced, its faults as those of the fields.
    func filled(_ cells: [PartyWork.Column: String]) throws(FieldErrors) -> AnyRecord {
        try FieldErrors.of { () throws(RecordFaults) in try setting(cells) }
    }
}

extension Act {
    /// The correction of a record by the answers to its columns.
    static func correct(_ record: AnyRecord, _ answers: Answers) throws(FieldErrors) -> Act {
        .correct(from: record, to: try record.filled(answers.cells(of: record.table)))
    }

    /// The correction of a record by the answers to its columns.
    static func correct(_ record: some LedgerRecord, _ answers: Answers) throws(FieldErrors) -> Act {
        try correct(AnyRecord(record), answers)
    }
}
