import Ledger

extension Ledger {
    /// The ledger of a file, opened for as long as the program runs.
    static func opened(at path: String) throws -> Ledger {
        try Resources.check()
        return try Ledger.open(path: path).keptOpen()
    }
}
