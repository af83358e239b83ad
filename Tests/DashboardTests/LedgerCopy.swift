import PartyWork

@testable import Ledger

extension Ledger {
    /// The same rows in a ledger of its own, for tests that write; importing the sample town anew takes ten times as long.
    func copy() throws -> Ledger {
        try taken(to: Ledger.inMemory())
    }

    /// A copy to be worked in elsewhere, whose numbers are its own.
    func copy(for code: Code) throws -> Ledger {
        let copy = try taken(to: .inMemory(part: "ABC"))
        try copy.store.writing { try $0.part(for: code) }
        return copy
    }

    private func taken(to copy: Ledger) throws -> Ledger {
        guard let rows = store as? SQLiteStore, let new = copy.store as? SQLiteStore else { return copy }
        try rows.withSession { _ in try new.withSession { _ in try new.connection.take(rows.connection) } }
        return copy
    }
}
