import PartyWork

extension Desk {
    /// What bringing a copy back would change.
    ///
    /// - Throws: a `Refusal` for a copy of another ledger; a `LedgerError` where the file cannot be written.
    package func review(merging order: MergeOrder) throws -> MergeReview { try rehearsing { try $0.merging(order).0 } }
}
