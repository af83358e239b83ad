import GRDB

/// The steps from an empty file to the schema of this version. A step never changes once released; a new one is added.
///
/// `user_version` counts the steps taken, so that opening a current ledger asks for one number and runs no migrator.
enum Migrations {
    /// `PRAGMA application_id`: "zhib" in ASCII.
    static let applicationID = 0x7A68_6962

    /// The SQL of each step, the first first.
    private static let steps = [
        Migration1.sql, Migration2.sql, Migration3.sql, Migration4.sql, Migration5.sql, Migration6.sql,
    ]

    /// `PRAGMA user_version` of this version's schema: how many steps lead to it.
    static var current: Int { steps.count }

    /// Brings a ledger up to date. Two processes that start at once may both try: the second finds the work done.
    static func run(_ queue: DatabaseQueue) throws {
        do {
            try migrator.migrate(queue)
        } catch {
            let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
            guard version == current else { throw error }
        }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, sql) in steps.enumerated() {
            migrator.registerMigration("\(index + 1)") { db in
                try db.execute(sql: sql)
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }
}
