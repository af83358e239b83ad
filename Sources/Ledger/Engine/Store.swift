/// Where the rows of a ledger are kept: opens the engine, and gives its session to one thread at a time.
protocol Store: AnyObject, Sendable {
    /// Runs a body with the session, outside of any transaction unless called from within one.
    ///
    /// - Throws: What the body throws, errors of the engine as `LedgerError`.
    func withSession<T>(_ body: (Session) throws -> T) throws -> T
    /// Copies the ledger into a new file of SQLite (`Ledger.backup`).
    func backup(to path: String, progress: ((_ bytes: Int, _ share: Double?) throws -> Void)?) throws
}

extension Store {
    /// Runs a body on one consistent state, that of the reading it is in where it is in one; it cannot write, for whatever it did
    /// is rolled back.
    func reading<T>(_ body: (Session) throws -> T) throws -> T {
        try withSession { db in
            if db.isInTransaction { return try body(db) }
            return try db.transaction(.reading) { (try body(db), commits: false) }
        }
    }

    /// Runs a body in a transaction that no other process can disturb; all of it is saved, or nothing if it throws.
    func writing<T>(_ body: (Session) throws -> T) throws -> T {
        try withSession { db in try db.transaction(.writing) { (try body(db), commits: true) } }
    }
}
