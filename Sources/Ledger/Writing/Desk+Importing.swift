import PartyWork

extension Desk {
    /// Runs an import: one transaction and one journal entry for all files of a call (CONTRACT section 1).
    ///
    /// - Parameters:
    ///   - mark: The import's own, by which it is known after an error.
    ///   - dryRun: Takes everything back at the end.
    ///   - pulse: Asked now and then while the indexes are built; if it throws, nothing is saved.
    ///   - body: Writes rows through the session; says what to give back, whether to save, and what the journal tells. If
    ///     it throws, nothing is saved. It may not use the ledger otherwise.
    ///   - doubt: Hears of an error after which the import is saved all the same.
    /// - Throws: What `body` or `pulse` throws; a `LedgerError`, which says whether anything is saved.
    package func importing<T>(
        as mark: ActMark = .random(), dryRun: Bool, attendedBy pulse: (() throws -> Void)? = nil,
        doubt: (String) -> Void = { _ in },
        _ body: (any ImportSession) throws -> (result: T, commit: Bool, deed: Deed)
    ) throws -> T {
        var outcome: T?
        do {
            return try ledger.attempting(.imported) {
                try ledger.store.loading { db, load in
                    let permission = try db.permission(of: officer, on: clock.today())
                    if let refusal = permission.refusal(.keep) { throw refusal }
                    let writer = try ImportWriter(db, load, for: permission)
                    let (result, commit, deed) = try body(writer)
                    guard commit, !dryRun else { return (result, commits: false) }
                    try db.attended(by: pulse) {
                        try writer.close(
                            by: db.known(officer).called(permission.name), at: clock.instant(), as: mark, deed)
                    }
                    outcome = result
                    return (result, commits: true)
                }
            }
        } catch let error as LedgerError {
            let (result, sentence) = try ledger.settle(outcome, mark, after: error)
            doubt(sentence)
            return result
        }
    }
}
