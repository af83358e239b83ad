import PartyWork

/// Imports CSV files, workbooks and folders of them into a ledger (CONTRACT section 1).
package struct Importer {
    /// Called now and then with the number of rows looked at so far, and how much of all files that is, 0 to 1; by throwing it
    /// ends the import.
    package typealias Progress = (_ rows: Int, _ share: Double?) throws -> Void

    var order: ImportOrder
    let today: Day
    /// What officers said of headers before.
    let remembered: HeaderMappings
    /// Whether the rows are to be told one by one, and namesakes looked for.
    let isReview: Bool
    let progress: Progress?

    /// - Parameters:
    ///   - today: dates after it are warned of.
    ///   - remembered: what officers said of headers before.
    ///   - isReview: whether the rows are to be told one by one, and namesakes looked for, before anything is saved.
    package init(
        _ order: ImportOrder, today: Day, remembered: HeaderMappings = HeaderMappings(), isReview: Bool = false,
        progress: Progress? = nil
    ) {
        self.order = order
        self.today = today
        self.remembered = remembered
        self.isReview = isReview
        self.progress = progress
    }

    /// - Parameters:
    ///   - paths: files and folders, as given.
    ///   - update: whether rows that differ from what is saved replace it; they are bad otherwise.
    package init(paths: [String], update: Bool, today: Day, progress: Progress? = nil) {
        self.init(ImportOrder(paths: paths, changedRows: update ? .save : .refuse), today: today, progress: progress)
    }

    /// Whether a column of a table has a name, by which a value can be given for it.
    package static func knows(_ name: String, in table: TableSchema) -> Bool { table.field(called: name) != nil }

    /// Checks all files together and writes their rows into the session, which the caller commits if the report is
    /// accepted and abandons otherwise.
    ///
    /// - Throws: what the session or `progress` throws; whatever is wrong with the files is in the report.
    package func run(into session: any ImportSession) throws -> ImportReport {
        let run = try ImportRun(session, self)
        var files: [SourceFile] = []
        for path in order.paths { files += try run.open(path) }
        run.checkNames(of: order.given)
        for file in files { run.meter.expect(file.size) }
        try run.definitions.open(session)
        try importRows(of: TableSchema.definitions, files, run)
        let entries = try run.openEntries()
        for file in entries { run.meter.expect(file.size) }
        files = (files + entries).sorted { $0.number < $1.number }
        run.cycles.isOpen =
            try !session.wasEmpty(.householdCycles) || files.contains { $0.header.table == .householdCycles }
        run.names.isOpen = files.contains { $0.header.namesThings }
        run.names.hasHouseholds = files.contains { $0.header.namesHouseholds }
        run.names.hasCooperatives = files.contains { $0.header.reads(.cooperative) }
        run.numbers.isOpen = files.contains { $0.header.numbered != nil }
        let rest = session.tables.filter { !TableSchema.definitions.contains($0) }.flatMap {
            $0 == .entries ? run.book.registers.fromAbove.map(\.table) : [$0]
        }
        try importRows(of: rest, files, run)
        return try run.finish()
    }

    private func importRows(of tables: [TableSchema], _ files: [SourceFile], _ run: ImportRun) throws {
        for table in tables {
            for file in files where file.header.table == table { try run.importRows(of: file, table) }
            try run.resolveDeferred(after: table)
            if table == .households { try run.importHelpers() }
        }
    }
}
