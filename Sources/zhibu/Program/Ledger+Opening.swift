import Ledger

extension Ledger {
    /// The ledger of a file, where the system has enough left for it.
    static func opened(at path: String) throws -> Ledger {
        try Resources.check()
        return try Ledger.open(path: path)
    }
}
