@testable import Ledger

extension Ledger {
    /// The same rows in a ledger of its own, for tests that write; importing the sample town anew takes ten times as long.
    func copy() throws -> Ledger {
        let copy = try Ledger.inMemory()
        guard let rows = store as? SQLiteStore, let new = copy.store as? SQLiteStore else { return copy }
        try rows.withSession { _ in try new.withSession { _ in try new.connection.take(rows.connection) } }
        return copy
    }
}
