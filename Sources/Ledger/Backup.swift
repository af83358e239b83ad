import GRDB
import Glibc

extension Ledger {
    /// Copies the ledger, while it is in use, into a new file of mode 0600, and checks the copy before it gets its name.
    ///
    /// - Parameter progress: Told now and then how many bytes were copied, and how much of the whole that is, 0 to 1; nil while the
    ///   copy is checked. If it throws, the copy is given up and removed.
    /// - Throws: `LedgerError.fileExists` when there is a file of the name, which is never replaced; other `LedgerError`s; what
    ///   `progress` throws.
    package func backup(to path: String, progress: ((_ bytes: Int, _ share: Double?) throws -> Void)? = nil) throws {
        var status = stat()
        if lstat(path, &status) == 0 { throw LedgerError.fileExists(path: path) }
        let temporary = "\(path).\(getpid()).part"
        try LedgerFile.createEmpty(temporary, mode: 0o600)
        do {
            try withConnection { db in
                let whole = try BackupCopy.size(of: db)
                try db.attended(
                    by: {
                        try progress?(BackupCopy.size(temporary), Double(BackupCopy.size(temporary)) / Double(whole))
                    }
                ) {
                    try db.execute(sql: "VACUUM INTO ?", arguments: [temporary])
                }
            }
            try BackupCopy.verify(temporary, progress)
            try LedgerFile.synchronize(file: temporary)
            guard rename(temporary, unlessThere: path) else {
                throw errno == EEXIST
                    ? LedgerError.fileExists(path: path) : LedgerError.cannotCreate(path: path, errno: errno)
            }
        } catch {
            unlink(temporary)
            throw error
        }
        try LedgerFile.synchronize(folder: LedgerFile.folder(of: path))
    }

    /// Gives a file its name unless that is taken; false with `errno` otherwise.
    private func rename(_ old: String, unlessThere new: String) -> Bool {
        if link(old, new) == 0 { return unlink(old) == 0 }
        // FAT, as on a memory stick, has no links; there a moment remains in which another could take the name.
        guard errno == EPERM || errno == ENOTSUP else { return false }
        var status = stat()
        if lstat(new, &status) == 0 {
            errno = EEXIST
            return false
        }
        return Glibc.rename(old, new) == 0
    }
}

/// A copy on its way to becoming a backup.
private enum BackupCopy {
    /// The bytes that a database has in use, at least one.
    static func size(of db: Database) throws -> Int {
        let pages = try Connection.number(db, "PRAGMA page_count") - Connection.number(db, "PRAGMA freelist_count")
        return max(1, pages * (try Connection.number(db, "PRAGMA page_size")))
    }

    /// The bytes of a file so far.
    static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Reads the whole copy and its stamps; `progress` may end that.
    ///
    /// - Throws: `LedgerError.corrupt` when it is not what a ledger must be.
    static func verify(_ path: String, _ progress: ((Int, Double?) throws -> Void)?) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let copy = try DatabaseQueue(path: path, configuration: configuration)
        let bytes = size(path)
        let findings = try copy.read { db in
            try db.attended(by: { try progress?(bytes, nil) }) {
                try Connection.number(db, "PRAGMA application_id") == Migrations.applicationID
                    ? Prepared(db, "PRAGMA integrity_check").rows { $0.text(0) } : ["application_id"]
            }
        }
        try copy.close()
        if findings != ["ok"] { throw LedgerError.corrupt(path: path, detail: findings.joined(separator: "; ")) }
    }
}
