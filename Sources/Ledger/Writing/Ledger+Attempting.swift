import PartyWork

/// On a server what somebody attempts and may not do is kept, for whoever oversees the town (SERVER section 1).
extension Ledger {
    /// Runs what somebody attempts; where a right is missing the engine keeps that, in a transaction of its own, and the refusal goes on.
    ///
    /// - Parameter kind: what is attempted; nil for looking at something.
    /// - Throws: What the body throws; a `LedgerError` where the attempt cannot be kept.
    package func attempting<T>(_ kind: ActKind? = nil, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let refusal as Refusal {
            try keep(refusal, of: kind)
            throw refusal
        }
    }

    /// Keeps an attempt that was refused for want of a right; nothing for any other refusal.
    func keep(_ refusal: Refusal, of kind: ActKind?) throws {
        if let missing = refusal.missing { try store.keep(refused: kind, missing.right, at: missing.place) }
    }

    /// What was refused for want of a right, the newest first; nothing in a file, where rights guard against mistakes only.
    ///
    /// - Throws: `LedgerError`.
    package func refusedAttempts() throws -> [RefusedAttempt] { try store.refusedAttempts() }
}
