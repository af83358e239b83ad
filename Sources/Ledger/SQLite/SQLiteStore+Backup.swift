import Glibc
import PartyWork

extension SQLiteStore {
    func backup(to path: String, for code: Code?, progress: ((_ bytes: Int, _ share: Double?) throws -> Void)?) throws {
        try SQLiteStore.writeBackup(to: path) { try copy(to: $0, for: path, parting: code, progress) }
    }

    /// Writes a new file of mode 0600, which gets its name when it is whole and on the disk.
    ///
    /// - Parameter fill: makes a ledger of the empty file of a name.
    static func writeBackup(to path: String, _ fill: (_ temporary: String) throws -> Void) throws {
        try LedgerFile.refuseSideFile(path)
        var status = stat()
        if lstat(path, &status) == 0 { throw LedgerError.fileExists(path: path) }
        BackupCopy.sweep(beside: path)
        let temporary = BackupCopy.temporary(for: path)
        defer { BackupCopy.remove(temporary) }
        do {
            try LedgerFile.createEmpty(temporary, mode: 0o600)
            try fill(temporary)
            try LedgerFile.synchronize(file: temporary)
            guard rename(temporary, unlessThere: path) else {
                if errno == EEXIST { throw LedgerError.fileExists(path: path) }
                throw LedgerError.backupFailed(path: path, errno: errno)
            }
        } catch LedgerError.cannotCreate(_, let number) {
            throw LedgerError.backupFailed(path: path, errno: number)
        } catch let error as SQLiteError {
            throw LedgerError.backupFailed(path: path, errno: error.reason)
        }
        do {
            try LedgerFile.synchronize(folder: LedgerFile.folder(of: path))
        } catch LedgerError.cannotCreate(_, let number) {
            throw LedgerError.backupUnsettled(path: path, errno: number)
        }
    }

    /// SQLite's own copying of pages; `VACUUM INTO` fails for a ledger that may only be read (SQLite 3.40, generated columns).
    private func copy(
        to temporary: String, for copied: String, parting code: Code?, _ progress: ((Int, Double?) throws -> Void)?
    ) throws {
        let copy = try SQLiteConnection(LedgerFile.literal(temporary))
        // The copy is put on the disk as a whole when it is done, and needs no journal.
        try copy.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        let bytes = try reading { db in
            let page = try db.number("PRAGMA page_size")
            let pages = try db.number("PRAGMA page_count")
            // Reading anything keeps writers out until the last page is copied.
            _ = try db.number("SELECT count(*) FROM sqlite_schema")
            do {
                try copy.take(connection) { done in try progress?(done * page, Double(done) / Double(max(1, pages))) }
            } catch let error as SQLiteError where !error.isOfReading {
                throw LedgerError.backupFailed(path: copied, errno: error.reason)
            }
            return pages * page
        }
        if let code { try Session(copy).part(for: code) }
        let finding = try copy.finding { try progress?(bytes, nil) }
        if let finding { throw LedgerError.corrupt(path: path, detail: finding) }
    }

    /// Gives a file its name unless that is taken; false with `errno` otherwise.
    private static func rename(_ old: String, unlessThere new: String) -> Bool {
        if link(old, new) == 0 { return true }
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

/// The name of a copy on its way to becoming a backup.
private enum BackupCopy {
    private static let ending = ".part"

    static func temporary(for path: String) -> String { "\(path).\(getpid())\(ending)" }

    static func remove(_ temporary: String) {
        unlink(temporary)
        unlink(temporary + "-journal")
    }

    /// Removes what killed programs of this user left of backups of the same name.
    static func sweep(beside path: String) {
        let folder = LedgerFile.folder(of: path)
        let start = path.split(separator: "/").last.map { $0 + "." } ?? ""
        guard let entries = opendir(folder) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(start), name.hasSuffix(ending),
                let process = pid_t(name.dropFirst(start.count).dropLast(ending.count)),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            remove(folder + "/" + name)
        }
    }
}
