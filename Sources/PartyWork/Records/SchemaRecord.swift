/// A row of a table that has no type of its own: its cells, read by what its columns hold.
package struct SchemaRecord: LedgerRecord {
    package let table: TableSchema
    private var cells: [String]

    package init(_ table: TableSchema) {
        self.table = table
        cells = table.fields.map(\.blank)
    }

    package var key: RecordKey { RecordKey(parts: zip(table.fields, cells).compactMap { $0.isKey ? $1 : nil }) }

    package func text(_ column: Column) -> String { place(column).map { cells[$0] } ?? "" }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        guard let place = place(column) else { return }
        cells[place] = try table.fields[place].normalized(cell)
    }

    /// Puts a text where the rules are known to hold.
    mutating func put(_ text: String, in column: Column) { if let place = place(column) { cells[place] = text } }

    package func faults(unread: Set<Column>) -> [FieldFault] { [] }

    package var references: [Reference] {
        zip(table.fields, cells).flatMap { field, cell in field.references(of: cell) }
    }

    package func said(_ caption: [String]) -> String { "\(table.rowTitle) \(caption.at(0))" }

    private func place(_ column: Column) -> Int? { table.columns.firstIndex(of: column) }
}

extension ColumnSchema {
    /// What an empty cell is saved as: a flag that nobody set is 否.
    fileprivate var blank: String {
        if case .flag = place { YesNo.no.rawValue } else { "" }
    }

    /// A trimmed cell as exports write it.
    ///
    /// - Throws: what is wrong with it.
    func normalized(_ cell: String) throws(Fault) -> String {
        if cell.isEmpty { return blank }
        switch kind {
        case .day: return try CellRules.day(cell).cellText
        case .number(let range): return String(try CellRules.number(cell, in: range))
        case .list: return try CellRules.items(cell).joined(separator: ";")
        case .month:
            guard Month(cell) != nil else { throw .notAMonth(cell) }
            return cell
        case .word(let list):
            guard list.words.contains(where: { $0.hasSameCodePoints(as: cell) }) else {
                throw .unknownWord(cell, choices: list.words)
            }
            return cell
        case .text, .code, .reference: return cell
        }
    }

    /// What a cell names elsewhere.
    func references(of cell: String) -> [Reference] {
        if cell.isEmpty { return [] }
        return switch kind {
        case .reference(let referent): referent.target(cell).map { [Reference(column, $0)] } ?? []
        case .list(let referent):
            cell.split(separator: ";").compactMap { referent.target(String($0)).map { Reference(column, $0) } }
        case .text, .day, .month, .number, .word, .code: []
        }
    }
}

extension ColumnSchema.Referent {
    /// What must exist for a key to be valid; nil where that depends on the rest of the row.
    fileprivate func target(_ key: String) -> Reference.Target? {
        switch self {
        case .organization(let demand): .organization(Code(key), demand)
        case .person: .person(Person.ID(key))
        case .household: .household(Household.ID(key))
        case .checklist: .checklist(Checklist.ID(key), isTicked: false)
        case .cooperative: .cooperative(Cooperative.ID(key))
        case .activity, .subject, .register, .name: nil
        }
    }
}
