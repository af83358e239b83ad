import CSQLite

extension SQLiteConnection {
    /// So many pages lie between two looks.
    private static let pages: Int32 = 256

    /// Copies all pages of another database, in whose transaction we are, over this one.
    ///
    /// - Parameter step: told how many pages are copied; may end the copying by throwing.
    /// - Throws: an `SQLiteError` of either, what `step` throws.
    func take(_ other: SQLiteConnection, _ step: (_ pages: Int) throws -> Void = { _ in }) throws {
        guard let backup = sqlite3_backup_init(handle, "main", other.handle, "main") else {
            throw SQLiteError(sqlite3_extended_errcode(handle), on: handle)
        }
        defer { sqlite3_backup_finish(backup) }
        while true {
            let code = sqlite3_backup_step(backup, SQLiteConnection.pages)
            guard code == SQLITE_OK || code == SQLITE_DONE else { throw SQLiteError(code, on: handle) }
            try step(Int(sqlite3_backup_pagecount(backup) - sqlite3_backup_remaining(backup)))
            if code == SQLITE_DONE { return }
        }
    }

    /// What is wrong with a copy; nil for nothing.
    ///
    /// - Parameter pulse: asked now and then; may end the checking by throwing.
    func finding(_ pulse: () throws -> Void) throws -> String? {
        let db = Session(self)
        return try withoutActuallyEscaping(pulse) { pulse in
            try db.attended(by: pulse) {
                guard try db.number("PRAGMA application_id") == Migrations.applicationID else {
                    return "application_id"
                }
                let answer = try db.statement("PRAGMA integrity_check(1)").first { $0.text(0) }
                return answer == "ok" ? nil : "integrity_check"
            }
        }
    }
}
