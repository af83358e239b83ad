import GRDB
import PartyWork

extension Ledger {
    /// Runs an import: one transaction and one journal entry for all files of a call (CONTRACT section 1).
    ///
    /// - Parameters:
    ///   - instant: The moment in UTC, for the journal.
    ///   - dryRun: Takes everything back at the end.
    ///   - pulse: Asked now and then while the indexes are built; if it throws, nothing is saved.
    ///   - body: Writes rows through the session; says what to give back, whether to save, and the journal's sentence. If
    ///     it throws, nothing is saved. It may not use the ledger otherwise.
    /// - Throws: What `body` or `pulse` throws; a `LedgerError`.
    package func importing<T>(
        by officer: Officer, at instant: String, dryRun: Bool, attendedBy pulse: (() throws -> Void)? = nil,
        _ body: (any ImportSession) throws -> (result: T, commit: Bool, summary: String)
    ) throws -> T {
        try withConnection { db in
            try ImportWriter.tuned(db) {
                try db.transaction(.immediate) {
                    let writer = try ImportWriter(db)
                    let (result, commit, summary) = try body(writer)
                    guard commit, !dryRun else { return (result, .rollback) }
                    try db.attended(by: pulse) { try writer.close(by: officer, at: instant, summary: summary) }
                    return (result, .commit)
                }
            }
        }
    }
}
