import PartyWork

extension PostgreSQLStore {
    /// A backup of a town is a ledger in a file of SQLite, with its journal.
    func backup(to path: String, for code: Code?, progress: ((_ bytes: Int, _ share: Double?) throws -> Void)?) throws {
        let bytes = 256
        try SQLiteStore.writeBackup(to: path) { temporary in
            try fill(temporary, parting: code) { rows, all in
                try progress?(rows * bytes, Double(rows) / Double(max(1, all)))
            }
            let finding = try SQLiteConnection(LedgerFile.literal(temporary)).finding { try progress?(0, nil) }
            if let finding { throw LedgerError.corrupt(path: path, detail: finding) }
        }
    }

    private func fill(_ file: String, parting code: Code?, _ progress: (_ rows: Int, _ all: Int) throws -> Void) throws
    {
        let copy = try SQLiteStore(path: file, file: LedgerFile.literal(file), busyTimeout: 0)
        try reading { source in
            guard try isWhole(source, parting: code != nil) else { throw try refusal(.administer, source) }
            for table in source.tables where table.isMade { try copy.writing { try $0.make(table) } }
            try copy.loading { target, load in
                let tables = try target.copiedTables()
                let all = try tables.reduce(0) { try $0 + source.number("SELECT count(*) FROM \($1.name)") }
                try load.deferIndexes(of: target.tables)
                do {
                    _ = try TownCopy(tables: tables).run(from: source, to: target, load) { try progress($0, all) }
                } catch let difference as TownCopy.Difference {
                    throw LedgerError.copyDiffers(path: path, detail: difference.table)
                }
                return ((), commits: true)
            }
        }
        if let code { try copy.writing { try $0.part(for: code) } }
    }

    /// Whether a backup holds all of the town: of rows that are not shown nothing would be in it, and its journal would not fit.
    ///
    /// It is the administrator's; a copy to work in elsewhere is made by whoever sees all there is.
    private func isWhole(_ source: Session, parting: Bool) throws -> Bool {
        let sight = """
            sees('\(Right.telephones)') AND (sees('\(Right.restricted)') OR cardinality(restricted_registers()) = 0)
            """
        let right = "covers(ranges('\(Right.administer)'))"
        return try source.number("SELECT count(*) WHERE \(right)\(parting ? " OR \(sight)" : "")") > 0
    }
}
