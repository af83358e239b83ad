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
