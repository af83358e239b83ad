import PartyWork

/// A column of the contract that refers to a row elsewhere, so that a broken reference can be named in the contract's
/// words.
///
/// The schema's own foreign keys forbid it; a test holds the two lists against each other.
struct ForeignKey: Sendable {
    /// The table and column that refer.
    let table: TableSchema
    let column: Column
    /// Where the reference is kept: an SQL table, the column with the key of the row that refers, and the reference.
    let child: String
    let owner: String
    let reference: String
    /// The SQL table and key column referred to.
    let parent: String
    let key: String
    /// Whether it names nothing where it is empty, which a foreign key of the schema cannot say.
    let mayBeEmpty: Bool

    /// The references of a table's column; nil where a column refers to nothing, or to rows of several tables.
    init?(_ table: TableSchema, _ field: ColumnSchema) {
        guard let parent = field.target else { return nil }
        // The code of an organization names its parent, whose own column the schema keeps beside it.
        let reference = if case .code = field.kind { "parent" } else { field.place.ownColumn ?? "" }
        self.table = table
        self.column = field.column
        self.parent = parent.sql
        key = parent.keyColumns[0]
        mayBeEmpty = field.isKey && !field.isRequired
        if case .list(let side, let owner, let item) = field.place {
            (child, self.owner, self.reference) = (side, owner, item)
        } else {
            child = table.sql
            self.reference = reference
            owner = table.keyColumns.first { $0 != reference } ?? table.keyColumns[0]
        }
    }

    /// The references of some tables.
    static func all(of tables: [TableSchema]) -> [ForeignKey] {
        tables.flatMap { table in table.fields.compactMap { ForeignKey(table, $0) } }
    }

    /// The rows whose reference points nowhere: the key of the row, and what it names.
    var broken: String {
        """
        SELECT c.\(owner), c.\(reference) FROM \(child) c LEFT JOIN \(parent) p ON p.\(key) = c.\(reference)
        WHERE c.\(reference) IS NOT NULL AND p.\(key) IS NULL\(mayBeEmpty ? " AND c.\(reference) <> ''" : "")
        """
    }

    /// Whether any row names one: a row of one column if so.
    var named: String { "SELECT 1 FROM \(child) c WHERE c.\(reference) = ? LIMIT 1" }

    /// `活动“A1”的「参加人员」仍指向“P1”`, `the activity "A1" still names "P1" (Participants)`.
    func sentence(_ owner: String, _ reference: String) -> String {
        localized(
            "\(table.title)“\(owner)”的「\(column.header)」仍指向“\(reference)”",
            "the \(table.rowTitle) \"\(owner)\" still names \"\(reference)\" (\(column.title))")
    }
}
