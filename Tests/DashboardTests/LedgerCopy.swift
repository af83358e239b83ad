import GRDB

@testable import Ledger

extension Ledger {
    /// The same rows in a ledger of its own, for tests that write. Importing the sample town anew takes ten times as long.
    func copy() throws -> Ledger {
        let copy = try Ledger.inMemory()
        try withConnection { rows in try copy.withConnection { try rows.backup(to: $0) } }
        return copy
    }
}
