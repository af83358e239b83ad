import GRDB
import GRDBSQLite
import PartyWork

/// The domain kept in one SQLite file: rows in, figures out.
///
/// Every method is one transaction and blocks its thread; they may be called from any thread, but not from within each
/// other, except readings from within `snapshot`. The file is never opened, copied or renamed by other means while a ledger is open on it.
package final class Ledger: Sendable {
    /// Where the file is; `:memory:` for a ledger in memory.
    package let path: String

    /// Whether the file may be written by a group, so that roles in the program are guidance only.
    package let isShared: Bool

    /// Why officers of a group may come to be shut out, and what to do about it; nil where they may not.
    package var sharingRemark: String? {
        let folder = LedgerFile.folder(of: path)
        guard isShared, LedgerFile.isSticky(folder) else { return nil }
        return localized(
            "文件夹 \(folder) 设了粘滞位（如 3770）：谁中断了录入，别人就打不开台账；请管理员执行 chmod 2770",
            "The folder \(folder) is sticky (such as 3770): an interrupted write of one would shut out the others; have an "
                + "administrator run chmod 2770")
    }

    private let queue: DatabaseQueue

    static let memory = ":memory:"

    /// Opens a ledger; creates the file, and its folders, where there is none.
    ///
    /// - Parameters:
    ///   - path: The file. A new one has mode 0600, or 0660 in a folder that is setgid and writable by its group.
    ///   - busyTimeout: How many seconds to wait for another process's lock.
    /// - Throws: A `LedgerError` for what is no ledger, comes from a later version, is locked, or is not safe where it is.
    package static func open(path: String, busyTimeout: Double = 5) throws(LedgerError) -> Ledger {
        try LedgerFile.prepare(path)
        return try Ledger(path: path, file: LedgerFile.literal(path), busyTimeout: busyTimeout)
    }

    /// Keeps the file open until the program ends, which closes it as well.
    ///
    /// Closing it starts a thread of Dispatch, and a program that has no memory or descriptor left for one waits for ever.
    package func keptOpen() -> Ledger {
        _ = Unmanaged.passRetained(self)
        return self
    }

    /// A ledger that lives and dies with this value, for tests and trials.
    ///
    /// - Throws: A `LedgerError` only if SQLite is out of memory.
    package static func inMemory() throws(LedgerError) -> Ledger {
        try Ledger(path: memory, file: memory, busyTimeout: 0)
    }

    private init(path: String, file: String, busyTimeout: Double) throws(LedgerError) {
        self.path = path
        // A file may well be called so; its path for SQLite has a folder before it.
        let isInMemory = file == Ledger.memory
        do {
            queue = try DatabaseQueue(
                path: file,
                configuration: Connection.configuration(
                    path: path, isInMemory: isInMemory, busyTimeout: busyTimeout))
            isShared = !isInMemory && LedgerFile.isShared(path)
            let version = try queue.unsafeRead { try Connection.number($0, "PRAGMA user_version") }
            if version < Migrations.current { try queue.writeWithoutTransaction(Migrations.run) }
        } catch {
            throw LedgerError(any: error, path: path)
        }
    }

    // MARK: - One method, one transaction

    /// Runs a body whose readings all tell of one state of the ledger, whatever other programs write meanwhile. It cannot write.
    ///
    /// - Throws: what the body throws; `LedgerError`.
    package func snapshot<T>(_ body: () throws -> T) throws -> T {
        try reading { _ in try body() }
    }

    /// Runs a body on one consistent state of the ledger, that of the snapshot it is in where it is in one; it cannot write, for
    /// whatever it did is rolled back.
    ///
    /// GRDB's own `read` sets `PRAGMA query_only` and takes it back, and with each SQLite throws away every prepared
    /// statement of the connection, so that each reading would prepare all of its statements anew.
    func reading<T>(_ body: (Database) throws -> T) throws -> T {
        try withConnection { db in
            if db.isInsideTransaction { return try body(db) }
            return try db.transaction(.deferred) { (try body(db), .rollback) }
        }
    }

    /// Runs a body in a transaction that no other process can disturb; all of it is saved, or nothing if it throws.
    func writing<T>(_ body: (Database) throws -> T) throws -> T {
        try withConnection { db in
            try db.transaction(.immediate) { (try body(db), .commit) }
        }
    }

    /// Runs a body outside of any transaction, for what SQLite does not do inside one.
    func withConnection<T>(_ body: (Database) throws -> T) throws -> T {
        try queue.unsafeReentrantWrite { db in try explaining(db) { try body(db) } }
    }

    private func explaining<T>(_ db: Database, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path, errno: db.sqliteConnection.map { sqlite3_system_errno($0) } ?? 0)
        } catch let damage as Damage {
            throw LedgerError.corrupt(path: path, detail: damage.detail)
        }
    }
}

extension Database {
    /// Runs a body in a transaction, and commits or rolls back as the body says. One that writes begins at once.
    func transaction<T>(_ kind: TransactionKind, _ body: () throws -> (T, TransactionCompletion)) throws -> T {
        var result: Result<T, any Error> = .failure(DatabaseError(resultCode: .SQLITE_ABORT))
        try inTransaction(kind) {
            let (value, completion) = try body()
            result = .success(value)
            return completion
        }
        return try result.get()
    }
}

extension LedgerError {
    /// Any error on the way to an open ledger.
    fileprivate init(any error: any Error, path: String) {
        switch error {
        case let error as LedgerError: self = error
        case let error as DatabaseError: self = LedgerError(error, path: path)
        default: self = .failed(path: path, detail: "\(error)")
        }
    }
}
