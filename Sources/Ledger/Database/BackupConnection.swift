import GRDB
import GRDBSQLite
import Glibc

/// A connection to the copy that a backup makes; SQLite's own calls, because only they copy a ledger that may only be read.
final class BackupConnection {
    private let handle: OpaquePointer

    /// Writing or reading the copy failed.
    struct Failure: Error {
        /// Of the system call that failed, 0 if SQLite did not say.
        let errno: Int32
    }

    /// So many pages lie between two looks.
    private static let pages: Int32 = 256

    /// Opens an empty file. The copy is put on the disk as a whole when it is done, and needs no journal.
    init(_ path: String) throws {
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE, nil)
        guard let handle else { throw Failure(errno: ENOMEM) }
        self.handle = handle
        guard code == SQLITE_OK else { throw failure(code) }
        for pragma in ["PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"] {
            let code = sqlite3_exec(handle, pragma, nil, nil, nil)
            guard code == SQLITE_OK else { throw failure(code) }
        }
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    /// Copies all pages of a database in whose transaction we are.
    ///
    /// - Parameter step: told how many pages are copied; may end the copying by throwing.
    /// - Throws: `Failure` of the copy, a `DatabaseError` of the ledger, what `step` throws.
    func take(from db: Database, _ step: (_ pages: Int) throws -> Void) throws {
        guard let backup = sqlite3_backup_init(handle, "main", db.sqliteConnection, "main") else {
            throw failure(sqlite3_errcode(handle))
        }
        defer { sqlite3_backup_finish(backup) }
        while true {
            let code = sqlite3_backup_step(backup, BackupConnection.pages)
            guard code == SQLITE_OK || code == SQLITE_DONE else { throw reason(code) }
            try step(Int(sqlite3_backup_pagecount(backup) - sqlite3_backup_remaining(backup)))
            if code == SQLITE_DONE { return }
        }
    }

    /// What is wrong with the copy; nil for nothing.
    ///
    /// - Parameter pulse: asked now and then; may end the checking by throwing.
    func finding(_ pulse: () throws -> Void) throws -> String? {
        guard try first("PRAGMA application_id", pulse) == String(Migrations.applicationID) else {
            return "application_id"
        }
        let answer = try first("PRAGMA integrity_check(1)", pulse)
        return answer == "ok" ? nil : "integrity_check"
    }

    /// The error may be of the ledger, which was being read, or of the copy.
    private func reason(_ code: Int32) -> any Error {
        let result = ResultCode(rawValue: code)
        let ofReading: [ResultCode] = [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ]
        let ofLedger: [ResultCode] = [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_BUSY, .SQLITE_LOCKED]
        if ofLedger.contains(result.primaryResultCode) || ofReading.contains(result) {
            return DatabaseError(resultCode: result)
        }
        return failure(code)
    }

    private func failure(_ code: Int32) -> Failure {
        let number = sqlite3_system_errno(handle)
        return Failure(
            errno: number != 0 ? number : code & 0xFF == SQLITE_FULL ? ENOSPC : code & 0xFF == SQLITE_NOMEM ? ENOMEM : 0
        )
    }

    private func first(_ sql: String, _ pulse: () throws -> Void) throws -> String? {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
        guard code == SQLITE_OK else { throw failure(code) }
        defer { sqlite3_finalize(statement) }
        return try withoutActuallyEscaping(pulse) { pulse in
            try handle.attended(by: pulse) {
                let code = sqlite3_step(statement)
                guard code == SQLITE_ROW else { throw failure(code) }
                return sqlite3_column_text(statement, 0).map { String(cString: $0) }
            }
        }
    }
}
