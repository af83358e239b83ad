/// How SQLite takes the steps: `user_version` counts those taken, so that opening a current ledger asks for one number.
extension Migrations {
    /// `PRAGMA application_id`: "zhib" in ASCII.
    static let applicationID = 0x7A68_6962

    /// Takes the steps that a ledger lacks, all in one transaction: a program that dies midway leaves it as it was.
    ///
    /// The steps are counted again under the lock of the transaction, for of two programs that start at once the second
    /// finds the work done.
    static func run(_ db: Session) throws {
        try db.transaction(.writing) {
            let taken = try db.number("PRAGMA user_version")
            try take(after: taken, in: db) { try db.execute(steps[$0 - 1]) }
            try db.execute("PRAGMA application_id = \(applicationID)")
            try db.execute("PRAGMA user_version = \(max(taken, current))")
            return ((), commits: true)
        }
    }
}
