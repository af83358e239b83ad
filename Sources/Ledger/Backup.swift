import GRDB
import Glibc

extension Ledger {
    /// Copies the ledger, while it is in use, into a new file of mode 0600, and checks the copy before it gets its name.
    ///
    /// - Throws: `LedgerError.fileExists` when there is a file of the name, which is never replaced; other `LedgerError`s.
    package func backup(to path: String) throws {
        var status = stat()
        if lstat(path, &status) == 0 { throw LedgerError.fileExists(path: path) }
        let temporary = "\(path).\(getpid()).part"
        try LedgerFile.createEmpty(temporary, mode: 0o600)
        do {
            try withConnection { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [temporary])
            }
            try BackupCopy.verify(temporary)
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
    /// Reads the whole copy and its stamps.
    ///
    /// - Throws: `LedgerError.corrupt` when it is not what a ledger must be.
    static func verify(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let copy = try DatabaseQueue(path: path, configuration: configuration)
        let findings = try copy.read { db in
            try Connection.number(db, "PRAGMA application_id") == Migrations.applicationID
                ? Prepared(db, "PRAGMA integrity_check").rows { $0.text(0) } : ["application_id"]
        }
        try copy.close()
        if findings != ["ok"] { throw LedgerError.corrupt(path: path, detail: findings.joined(separator: "; ")) }
    }
}
