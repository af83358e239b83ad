import GRDB

extension Ledger {
    /// A number that is another as soon as another process has written to the file; our own writes leave it.
    ///
    /// - Throws: `LedgerError`.
    package func version() throws -> Int {
        try reading { try Connection.number($0, "PRAGMA data_version") }
    }
}
