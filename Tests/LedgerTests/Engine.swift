import TestSupport

@testable import Ledger

extension Ledger {
    /// A ledger with nothing in it on the engine of the running test.
    ///
    /// - Parameter part: its own part of the numbers that it gives.
    static func fresh(part: String = "K7M") throws -> Ledger {
        switch TestEngine.current {
        case .sqlite: return try .inMemory(part: part)
        case .postgreSQL(let lease):
            let ledger = try Ledger.open(path: lease.address())
            try ledger.store.withSession { $0.partInReserve = part }
            return ledger
        }
    }
}

extension Ledger {
    /// The ledger as an account opens it: on a server under a login of its own.
    func opened(by account: String) throws -> Ledger {
        guard let store = store as? PostgreSQLStore else { return self }
        return try .open(path: PostgreSQLCluster.shared.get().address(of: store.town, as: account))
    }

    /// What tells the accounts of a test from those of others on the same server.
    var accountMark: String { (store as? PostgreSQLStore).map { " \($0.town)" } ?? "" }
}
