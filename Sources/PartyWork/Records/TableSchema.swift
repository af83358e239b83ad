/// A table of the ledger as one value: what it is called, and what its columns hold, are asked for and lie in.
///
/// Import, export, forms, templates, the journal, undo and `check` read it, so that a table is added by making one. Those of the
/// program stand beside their records; others can be made while the program runs. Tables are equal when their names are.
package final class TableSchema: Sendable {
    /// The name of its file, and the one by which the journal keeps it.
    package let name: String
    /// The name of its sheet in a workbook, by which an import knows it; in Chinese as all of a file.
    package let sheetName: String
    private let one: String
    private let many: String
    /// The SQL table.
    package let sql: String
    /// Which of its files are written and tried.
    package let files: Files
    /// Words by which the name of a sheet speaks of it.
    package let hints: [String]
    /// The columns in the order of the files, which is the order of exports, forms and journal entries.
    package let fields: [ColumnSchema]
    /// The columns of `fields`.
    package let columns: [Column]
    /// The columns that must be in a file's header and filled in every row.
    package let required: [Column]
    /// The columns that tell one row from another.
    package let key: [Column]
    private let makeBlank: @Sendable (TableSchema) -> any LedgerRecord

    /// How a table comes and goes as a file.
    package enum Files: Sendable, Hashable {
        /// One of the six of CONTRACT section 1: always written, and tried before all others.
        case contract
        /// Written only where the table has rows.
        case further
        /// None: kept by the program alone.
        case none
    }

    /// A table.
    ///
    /// - Parameters:
    ///   - english: one row of it in English, and several where an `s` is not enough.
    ///   - blank: a record of it in which nothing is filled in yet.
    package init(
        _ name: String, _ sheetName: String, english one: String, _ many: String? = nil, sql: String,
        files: Files = .further, hints: [String] = [], _ fields: [ColumnSchema],
        blank: @escaping @Sendable (TableSchema) -> any LedgerRecord = { SchemaRecord($0) }
    ) {
        self.name = name
        self.sheetName = sheetName
        self.one = one
        self.many = many ?? one + "s"
        self.sql = sql
        self.files = files
        self.hints = hints
        self.fields = fields
        columns = fields.map(\.column)
        required = fields.filter(\.isRequired).map(\.column)
        key = fields.filter(\.isKey).map(\.column)
        makeBlank = blank
    }

    /// What an officer calls the table.
    package var title: String { localized(sheetName, many) }

    /// What an officer calls one row of it.
    package var rowTitle: String { localized(sheetName, one) }

    /// The name of the table's file in an export folder.
    package var fileName: String { name + ".csv" }

    /// Whether it has no type of its own: officers made it while the program ran.
    package var isMade: Bool { blank is SchemaRecord }

    /// A record of the table in which nothing is filled in yet.
    package var blank: any LedgerRecord { makeBlank(self) }

    /// What a column of the table holds; nil for one of other tables.
    package subscript(column: Column) -> ColumnSchema? { fields.first { $0.column == column } }
}

extension TableSchema: Hashable {
    package static func == (left: TableSchema, right: TableSchema) -> Bool {
        left === right || left.name.hasSameCodePoints(as: right.name)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension TableSchema {
    /// The tables of the program, in the order in which they refer to those before them.
    package static let builtIn: [TableSchema] = [
        .organizations, .people, .households, .pairings, .cooperatives, .activities, .householdCycles, .householdPlaces,
        .cooperativePlaces, .posts, .visits,
        .monthSteps, .registers, .registerFields, .registerStates, .registerGates, .registerFigures, .entries, .steps,
        .checklists, .ticks, .waivers, .requirements, .officers, .followUps, .mapPlaces,
    ]
}

extension TableSchema {
    /// The six of CONTRACT section 1, for what speaks of them where there is no ledger.
    package static let six = builtIn.contract
}

extension [TableSchema] {
    /// The six of the contract; their files are always written, and always tried first.
    package var contract: [TableSchema] { filter { $0.files == .contract } }

    /// The tables beside the six: a file is written only of one that has rows.
    package var further: [TableSchema] { filter { $0.files == .further } }

    /// The tables that come and go as files.
    package var withFiles: [TableSchema] { filter { $0.files != .none } }

    /// The table of a name; nil if there is none.
    package func named(_ name: some StringProtocol) -> TableSchema? { first { $0.name == name } }

    /// A column of any of the tables by its header.
    package func column(_ header: String) -> Column? {
        for table in self {
            if let column = table.columns.first(where: { $0.header.hasSameCodePoints(as: header) }) { return column }
        }
        return nil
    }
}
