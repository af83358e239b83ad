import PartyWork

extension NamedSQL {
    /// The entries after one by which copies were brought back.
    static let merges = NamedSQL(
        "merges", "SELECT j.id, j.summary FROM journal j WHERE j.id > :entry AND j.action = 'merge' ORDER BY j.id")
}

/// Bringing a copy of the ledger back (RowMerge): its rows are written by the rules of this one, as one entry.
extension Performer {
    /// Brings a copy back; refuses while anything is to be chosen, or a rule stands in the way.
    func merge(_ order: MergeOrder) throws -> Outcome {
        let (review, outcome) = try merging(order)
        guard review.isSettled else {
            throw Refusal.unsettledMerge(review.count(.conflict) + review.count(.refused))
        }
        guard review.changesAnything else { throw Refusal.nothingChanged }
        return outcome
    }

    /// Writes what of a copy can be written, and tells of every row that it changed.
    func merging(_ order: MergeOrder) throws -> (MergeReview, Outcome) {
        let copy = order.copy
        try refuseForeign(copy.parting)
        let from = try mergedEntry(of: copy)
        let place = try names.organizationName(copy.parting.code)
        let run = MergeRun(performer: self, order: order)
        let changes = copy.changes(after: from)
        try db.expect(rows: changes.count)
        try run.read(changes)
        try run.write()
        let review = MergeReview(
            place: place, officers: copy.officers(after: from), entries: copy.entries.count { $0.id > from },
            rows: run.rows, remarks: run.remarks)
        let deed = MergeDeed(
            copy: copy.parting.mark, after: from, upTo: copy.entries.last?.id ?? from,
            seal: copy.entries.last?.seal ?? "", place: place, officers: review.officers, rows: run.counts(db.tables))
        return (review, Outcome(.merged(deed), warnings: run.warnings))
    }

    private func refuseForeign(_ parting: Parting) throws {
        if try db.parting()?.mark == parting.mark { throw Refusal.ownCopy }
        guard try db.seal(of: parting.entry) == parting.seal else { throw Refusal.foreignCopy }
    }

    /// The last entry of a copy's journal that was brought back and stands: what an undo took back, and what another copy of the
    /// copy did, does not count.
    private func mergedEntry(of copy: PartedCopy) throws -> Int {
        let undone = try db.undoneEntries()
        let seals = Dictionary(copy.entries.map { ($0.id, $0.seal) }) { first, _ in first }
        let deeds = try db.all(.merges, Parameters().with("entry", copy.parting.entry)) {
            ($0.integer(0), Deed(kept: $0.text(1), of: db.tables))
        }
        return deeds.reduce(copy.parting.entry) { last, merge in
            guard undone[merge.0] == nil, case .merged(let deed)? = merge.1, deed.copy == copy.parting.mark,
                deed.after <= last, seals[deed.upTo] == deed.seal
            else { return last }
            return max(last, deed.upTo)
        }
    }
}
