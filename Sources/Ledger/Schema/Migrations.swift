/// The steps from an empty file to the schema of this version. A step never changes once released; a new one is added.
///
/// `user_version` counts the steps taken, so that opening a current ledger asks for one number.
enum Migrations {
    /// `PRAGMA application_id`: "zhib" in ASCII.
    static let applicationID = 0x7A68_6962

    /// The SQL of each step, the first first.
    static let steps = [
        Migration1.sql, Migration2.sql, Migration3.sql, Migration4.sql, Migration5.sql, Migration6.sql, Migration7.sql,
        Migration8.sql,
        Migration9.sql, Migration10.sql,
    ]

    /// `PRAGMA user_version` of this version's schema: how many steps lead to it.
    static var current: Int { steps.count }

    /// Takes the steps that a ledger lacks, all in one transaction: a program that dies midway leaves it as it was.
    ///
    /// The steps are counted again under the lock of the transaction, for of two programs that start at once the second
    /// finds the work done.
    static func run(_ db: Session) throws {
        try db.transaction(.writing) {
            let taken = try db.number("PRAGMA user_version")
            for sql in steps.dropFirst(taken) { try db.execute(sql) }
            try db.execute("PRAGMA application_id = \(applicationID)")
            try db.execute("PRAGMA user_version = \(max(taken, current))")
            return ((), commits: true)
        }
    }
}
