import Glibc
import PartyWork

extension Ledger {
    /// Makes a ledger what a copy of it is, and keeps what it was in a new file beside.
    ///
    /// The copy's pages are written over those of the file within one transaction, so that programs which have it open go on with the
    /// restored ledger. A file that cannot be copied any more, damaged or no ledger, is put aside as it is.
    ///
    /// - Throws: `LedgerError.corrupt` for a copy that is none or is damaged, `fileExists` where the file to be kept is there already,
    ///   other `LedgerError`s; the ledger is then as it was.
    package static func restore(_ path: String, from copy: String, keeping kept: String) throws {
        var status = stat()
        if lstat(kept, &status) == 0 { throw LedgerError.fileExists(path: kept) }
        do {
            let source = try SQLiteConnection(LedgerFile.literal(copy))
            try source.wait(BusyWait(limit: 5))
            if let finding = try source.finding({}) { throw LedgerError.corrupt(path: copy, detail: finding) }
            try LedgerFile.prepare(path)
            try putAside(path, as: kept)
            try LedgerFile.prepare(path)
            try overwrite(path, with: source)
        } catch let error as SQLiteError {
            throw LedgerError(error, path: path)
        }
    }

    /// Keeps the ledger of a path under another name: as a copy, or where none can be made as the file that it is.
    private static func putAside(_ path: String, as kept: String) throws {
        do {
            try Ledger.open(path: path).backup(to: kept)
        } catch LedgerError.corrupt, LedgerError.notALedger, LedgerError.inputOutput {
            // Its journal goes along: with it the file may still be mended.
            if rename(path + "-journal", kept + "-journal") != 0, errno != ENOENT {
                throw LedgerError.backupFailed(path: kept, errno: errno)
            }
            if rename(path, kept) != 0 { throw LedgerError.backupFailed(path: kept, errno: errno) }
        }
    }

    /// Numbers that were given after the copy was made may stand on paper, so the ledger goes on with a part of its own.
    private static func overwrite(_ path: String, with source: SQLiteConnection) throws {
        let ledger = try SQLiteConnection(LedgerFile.literal(path))
        try ledger.wait(BusyWait(limit: 5))
        try ledger.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA")
        try source.execute("BEGIN")
        try ledger.take(source)
        try source.execute("ROLLBACK")
        try ledger.execute("UPDATE ledger_part SET place = ''")
    }
}
