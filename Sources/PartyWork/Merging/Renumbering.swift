/// The other keys that rows of a copy get where the ledger has given theirs to something else, and all that name them.
package struct Renumbering: Sendable {
    private var keys: [TableSchema: [String: String]] = [:]

    package init() {}

    /// Whether no row gets another.
    package var isEmpty: Bool { keys.isEmpty }

    /// Gives a row another key.
    package mutating func give(_ new: String, to old: RecordKey, of table: TableSchema) {
        keys[table, default: [:]][old.text] = new
    }

    /// The record under its new key, naming others by theirs.
    ///
    /// - Throws: `RecordFaults` where a rule does not let it.
    package func applied(to record: AnyRecord) throws(RecordFaults) -> AnyRecord {
        if isEmpty { return record }
        var cells: [Column: String] = [:]
        for field in record.table.fields {
            let old = record.record.text(field.column)
            let new = text(old, of: field, in: record.table)
            if !new.hasSameCodePoints(as: old) { cells[field.column] = new }
        }
        return cells.isEmpty ? record : try record.setting(cells)
    }

    private func text(_ old: String, of field: ColumnSchema, in table: TableSchema) -> String {
        let known = known(to: field, in: table)
        if known.isEmpty { return old }
        return field.isList
            ? old.split(separator: ";").map { known[String($0)] ?? String($0) }.joined(separator: ";")
            : known[old] ?? old
    }

    /// The new keys that a column may hold.
    private func known(to field: ColumnSchema, in table: TableSchema) -> [String: String] {
        if table.key == [field.column] { return keys[table] ?? [:] }
        // Whom a checklist asks is a person, a household or an organization, whose keys are unlike.
        if case .reference(.subject) = field.kind {
            return (keys[.people] ?? [:]).merging(keys[.households] ?? [:]) { first, _ in first }
        }
        return field.target.flatMap { keys[$0] } ?? [:]
    }
}
