import PartyWork

/// Imports CSV files, workbooks and folders of them into a ledger (CONTRACT section 1).
package struct Importer {
    /// Called now and then with the number of rows looked at so far; by throwing it ends the import.
    package typealias Progress = (Int) throws -> Void

    private let paths: [String]
    private let update: Bool
    private let today: Day
    private let progress: Progress?

    /// - Parameters:
    ///   - paths: files and folders, as given.
    ///   - update: whether rows that differ from what is saved replace it; they are bad otherwise.
    ///   - today: dates after it are warned of.
    package init(paths: [String], update: Bool, today: Day, progress: Progress? = nil) {
        self.paths = paths
        self.update = update
        self.today = today
        self.progress = progress
    }

    /// Checks all files together and writes their rows into the session, which the caller commits if the report is
    /// accepted and abandons otherwise.
    ///
    /// - Throws: what the session or `progress` throws; whatever is wrong with the files is in the report.
    package func run(into session: any ImportSession) throws -> ImportReport {
        let run = try ImportRun(session: session, update: update, today: today, progress: progress)
        var files: [SourceFile] = []
        for path in paths { files += try run.open(path) }
        run.cycles.isOpen =
            try !session.wasEmpty(.householdCycles) || files.contains { $0.header.table == .householdCycles }
        run.names.isOpen = files.contains { $0.header.namesThings }
        for table in Table.allCases {
            let ofTable = files.filter { $0.header.table == table }
            for file in ofTable { try run.importRows(of: file, table) }
            try run.resolveDeferred(after: table)
        }
        return try run.finish()
    }
}
