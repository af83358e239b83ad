import CSQLite
import Glibc
import PartyWork

/// A call of SQLite that failed; its English and its statements stay out: officers are told by `LedgerError`.
struct SQLiteError: Error {
    /// The extended code.
    let code: Int32
    /// Of the system call that failed, if one did.
    var errno: Int32 = 0

    init(code: Int32, errno: Int32 = 0) {
        self.code = code
        self.errno = errno
    }

    /// What a call on a connection gave.
    init(_ code: Int32, on handle: OpaquePointer?) {
        self.init(code: code, errno: handle.map { sqlite3_system_errno($0) } ?? 0)
    }

    /// Whether a copy failed by what it was made of, and not by its own file.
    var isOfReading: Bool {
        [SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_BUSY, SQLITE_LOCKED].contains(primary)
            || [Extended.read, Extended.shortRead].contains(code)
    }

    /// Why a file of ours could not be written, as `errno` says it; 0 if SQLite did not say.
    var reason: Int32 { errno != 0 ? errno : primary == SQLITE_FULL ? ENOSPC : primary == SQLITE_NOMEM ? ENOMEM : 0 }

    /// The code without what extends it.
    var primary: Int32 { code & 0xFF }

    /// Whether it may come of a journal that could not be rolled back and deleted.
    fileprivate var isOfRecovery: Bool {
        [SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_IOERR].contains(primary)
    }

    /// What sqlite3.h defines by shifting, which Swift does not import.
    enum Extended {
        static let noMemory = SQLITE_IOERR | 12 << 8
        static let read = SQLITE_IOERR | 1 << 8
        static let shortRead = SQLITE_IOERR | 2 << 8
    }
}

extension LedgerError {
    /// Any error on the way to the ledger or from it.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as LedgerError: self = error
        case let error as SQLiteError: self = LedgerError(error, path: path)
        case let error as PostgreSQLError: self = LedgerError(error, path: path)
        case let damage as Damage: self = .corrupt(path: path, detail: damage.detail)
        case let misuse as Statement.Misuse: self = .failed(path: path, detail: misuse.detail)
        default: self = .failed(path: path, detail: "\(error)")
        }
    }

    /// What SQLite reported, as an officer needs to know it: its statements and its English stay out.
    init(_ error: SQLiteError, path: String) {
        switch error.primary {
        case SQLITE_BUSY, SQLITE_LOCKED:
            self = Obstacle.locking(path).map { .locksRefused(path: path, errno: $0) } ?? .locked(path: path)
        case _ where Obstacle.isForeignJournal(of: path) && error.isOfRecovery:
            self = .stickyFolder(path: path, folder: LedgerFile.folder(of: path))
        case SQLITE_READONLY, SQLITE_PERM: self = .readOnly(path: path)
        case _ where error.primary == SQLITE_FULL || [EDQUOT, EFBIG].contains(error.errno):
            self = .diskFull(path: path, folder: Obstacle.fullFolder(for: path))
        case SQLITE_NOMEM: self = .outOfMemory(path: path)
        case SQLITE_IOERR where error.code == SQLiteError.Extended.noMemory: self = .outOfMemory(path: path)
        case SQLITE_IOERR: self = .inputOutput(path: path, code: error.code)
        case SQLITE_NOTADB: self = .notALedger(path: path)
        case SQLITE_CORRUPT: self = .corrupt(path: path, detail: "SQLite \(error.code)")
        // A statement that this schema does not have tables for, and what a later trigger or view wants.
        case SQLITE_ERROR, SQLITE_SCHEMA, SQLITE_MISMATCH:
            self = .corrupt(
                path: path,
                detail: localized(
                    "表的结构与本程序的不同（SQLite \(error.code)）", "its tables are not this program's (SQLite \(error.code))"))
        case SQLITE_CANTOPEN: self = .cannotOpen(path: path, errno: Obstacle.opening(path))
        default: self = .failed(path: path, detail: "SQLite \(error.code)")
        }
    }
}
