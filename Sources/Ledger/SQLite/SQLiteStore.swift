import Glibc
import PartyWork

/// A ledger in one file of SQLite: foreign keys, a rollback journal and full safety (DESIGN, storage).
final class SQLiteStore: Store, @unchecked Sendable {
    static let memory = ":memory:"

    let path: String
    let connection: SQLiteConnection
    private let session: Session
    private let lock = RecursiveLock()

    /// Opens a file, and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - file: The path as SQLite takes it.
    ///   - busyTimeout: How many seconds to wait for another process's lock.
    ///   - part: The part of numbers that it takes if it needs one; nil takes any.
    init(path: String, file: String, busyTimeout: Double, part: String? = nil) throws(LedgerError) {
        self.path = path
        do {
            connection = try SQLiteConnection(file)
            try connection.wait(BusyWait(limit: busyTimeout))
            session = Session(connection, TableSchema.builtIn)
            session.partInReserve = part
            // A file may well be called so; its path for SQLite has a folder before it.
            if file != SQLiteStore.memory { try SQLiteStore.refuseStranger(session, path: path) }
            try SQLiteStore.prepare(session, path: path)
            if try session.number("PRAGMA user_version") < Migrations.current { try Migrations.run(session) }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    func withSession<T>(_ body: (Session) throws -> T) throws -> T {
        try lock.whileLocked {
            do {
                return try body(session)
            } catch let error where error is SQLiteError || error is Damage || error is Statement.Misuse {
                throw LedgerError(error, path: path)
            }
        }
    }

    func loading<T>(_ body: (Session, any Load) throws -> (T, commits: Bool)) throws -> T {
        try withSession { db in try SQLiteLoad.run(db) { try body(db, $0) } }
    }

    /// A connection that failed to save is the one that is asked.
    func settled<T>(_ body: (Session) throws -> T) throws -> T { try reading(body) }

    func notice() throws -> any ChangeNotice { try SQLiteNotice(self) }

    /// Where the rollback journal is still there, whoever reads the ledger next takes the act back.
    var takesBack: Bool {
        var status = stat()
        return stat(path + "-journal", &status) == 0 && status.st_size > 0
    }

    var isShared: Bool { LedgerFile.isShared(path) }
    var keepsRights: Bool { false }

    var sharingRemark: String? {
        let folder = LedgerFile.folder(of: path)
        guard isShared, LedgerFile.isSticky(folder) else { return nil }
        return localized(
            "文件夹 \(folder) 设了粘滞位（如 3770）：谁中断了录入，别人就打不开台账；请管理员执行 chmod 2770",
            "The folder \(folder) is sticky (such as 3770): an interrupted write of one would shut out the others; have an "
                + "administrator run chmod 2770")
    }

    /// Looks at the file's stamps before anything is changed: refuses a database that is not ours or comes from a later version; an empty file is a new ledger.
    private static func refuseStranger(_ db: Session, path: String) throws {
        func stamp() throws -> Int { try db.number("PRAGMA application_id") }
        if try stamp() != Migrations.applicationID {
            let isEmpty = try db.number("SELECT count(*) FROM sqlite_schema") == 0
            // Read again, after the tables: another program may have made the ledger meanwhile, both in one transaction.
            let stamp = try stamp()
            guard stamp == Migrations.applicationID || (stamp == 0 && isEmpty) else {
                throw LedgerError.notALedger(path: path)
            }
        }
        let version = try db.number("PRAGMA user_version")
        if version > Migrations.current { throw LedgerError.newerSchema(path: path) }
        if version < 0 { throw LedgerError.corrupt(path: path, detail: "user_version \(version)") }
    }

    /// Sets what is kept per connection.
    ///
    /// The figures of a town read five hundred pages once each, so that keeping as much of them as SQLite does by itself
    /// serves nobody; whoever writes has it (`SQLiteConnection.dialect`).
    private static func prepare(_ db: Session, path: String) throws {
        try db.execute(
            """
            PRAGMA foreign_keys = ON; PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;
            PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
            PRAGMA cache_size = -512
            """)
        let synchronous = try db.number("PRAGMA synchronous")
        if synchronous != 3 { throw LedgerError.unsafeWrites(path: path, synchronous: synchronous) }
    }
}
