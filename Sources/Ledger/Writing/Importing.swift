import GRDB
import PartyWork

extension Ledger {
    /// Runs an import: one transaction and one journal entry for all files of a call (CONTRACT section 1).
    ///
    /// - Parameters:
    ///   - instant: The moment in UTC, for the journal.
    ///   - dryRun: Takes everything back at the end.
    ///   - body: Writes rows through the session; says what to give back, whether to save, and the journal's sentence. If
    ///     it throws, nothing is saved. It may not use the ledger otherwise.
    /// - Throws: What `body` throws; a `LedgerError`.
    package func importing<T>(
        by officer: Officer, at instant: String, dryRun: Bool,
        _ body: (any ImportSession) throws -> (result: T, commit: Bool, summary: String)
    ) throws -> T {
        try withConnection { db in
            try ImportWriter.tuned(db) {
                try db.transaction(.immediate) {
                    let writer = try ImportWriter(db)
                    let (result, commit, summary) = try body(writer)
                    guard commit, !dryRun else { return (result, .rollback) }
                    try writer.close(by: officer, at: instant, summary: summary)
                    return (result, .commit)
                }
            }
        }
    }
}
