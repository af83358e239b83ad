import PartyWork

/// Many rows by one act: one transaction, one entry, one undo.
extension Performer {
    /// Does acts one after the other, each by what the ones before it left; one refusal refuses all.
    func together(_ acts: [Act]) throws -> Outcome {
        guard let kind = acts.first?.kind else { throw Refusal.nothingChanged }
        try db.expect(rows: acts.count)
        var outcomes: [Outcome] = []
        try db.each(acts) { outcomes.append(try perform($0)) }
        if acts.count == 1, outcomes.count == 1 { return outcomes[0] }
        return Outcome(
            .together(kind, outcomes.count, outcomes.prefix(Performer.namedDeeds).map(\.deed)),
            warnings: unique(outcomes.flatMap(\.warnings)))
    }

    private static let namedDeeds = 3

    private func unique(_ warnings: [String]) -> [String] {
        var seen: Set<String> = []
        return warnings.filter { seen.insert($0).inserted }
    }
}
