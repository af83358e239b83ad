import GRDB

/// How every connection to a ledger is set up.
enum Connection {
    /// The settings of a ledger's connection: foreign keys, a rollback journal and full safety (DESIGN, storage).
    static func configuration(path: String, isInMemory: Bool, busyTimeout: Double) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        let wait = BusyWait(limit: busyTimeout)
        configuration.busyMode = .callback { wait.goOn(after: $0) }
        configuration.label = "ledger"
        configuration.prepareDatabase { db in
            if !isInMemory { try refuseStranger(db, path: path) }
            try prepare(db, path: path)
        }
        return configuration
    }

    /// Sets what is kept per connection.
    private static func prepare(_ db: Database, path: String) throws {
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
        try db.execute(sql: "PRAGMA synchronous = EXTRA")
        try db.execute(sql: "PRAGMA trusted_schema = OFF")
        try db.execute(sql: "PRAGMA cell_size_check = ON")
        let synchronous = try number(db, "PRAGMA synchronous")
        if synchronous != 3 { throw LedgerError.unsafeWrites(path: path, synchronous: synchronous) }
    }

    /// Looks at the file's stamps before anything is changed: refuses a database that is not ours or comes from a later version; an empty file is a new ledger.
    private static func refuseStranger(_ db: Database, path: String) throws {
        if try stamp(db) != Migrations.applicationID {
            let isEmpty = try number(db, "SELECT count(*) FROM sqlite_schema") == 0
            // Read again, after the tables: another program may have made the ledger meanwhile, both in one transaction.
            let stamp = try stamp(db)
            guard stamp == Migrations.applicationID || (stamp == 0 && isEmpty) else {
                throw LedgerError.notALedger(path: path)
            }
        }
        let version = try number(db, "PRAGMA user_version")
        if version > Migrations.current { throw LedgerError.newerSchema(path: path) }
        if version < 0 { throw LedgerError.corrupt(path: path, detail: "user_version \(version)") }
    }

    private static func stamp(_ db: Database) throws -> Int { try number(db, "PRAGMA application_id") }

    /// The number that a pragma or a count gives.
    static func number(_ db: Database, _ sql: String) throws -> Int {
        try Prepared(db, sql).first { $0.integer(0) } ?? 0
    }
}
