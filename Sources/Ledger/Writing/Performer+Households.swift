import PartyWork

/// What happens to a household as a whole (`HouseholdRules`): one entry, however many rows.
extension Performer {
    /// Writes a change, if the household still is what the officer saw.
    func change(_ change: HouseholdChange) throws -> Outcome {
        try requireStanding(change.household.wrapped)
        let history = try history(change.household.id, candidates: change.candidates)
        let other: HouseholdHistory? =
            if case .merged(let id, _) = change.event { try self.history(id) } else { nil }
        let village: Organization? =
            if case .moved(let code) = change.event { try db.record(RecordKey(code.digits)) } else { nil }
        let plan = try HouseholdRules.plan(change, in: history, beside: other, village: village, today: today)
        let remark = try HouseholdRemark(change, other?.household, name: db.organizationName)
        let deed = try deed(change, remark, plan)
        let note = "\(change.on) \(remark.kind.rawValue) \(remark.text)"
        for row in plan.rows { try write(row.before, row.after.record, note: note) }
        for row in plan.rows { try refuseOverlap(row.after.record) }
        let twins = try plan.rows.filter { $0.after.table == .households }.flatMap {
            try twinWarnings(of: $0.after, was: $0.before)
        }
        return Outcome(deed, key: change.household.key, warnings: plan.warnings.map(\.text) + twins)
    }

    private func write(_ before: AnyRecord?, _ after: some LedgerRecord, note: String) throws {
        let new = try checked(after)
        // The day of what has no column for it (a head, a village) stands with the household's row in the journal.
        let sentence = new.table == .households ? note : ""
        guard let before else {
            try refuseTaken(new)
            return try entry.add(new, sentence: sentence)
        }
        try entry.replace(before.record, with: new, sentence: sentence)
    }

    private func deed(_ change: HouseholdChange, _ remark: HouseholdRemark, _ plan: HouseholdPlan) throws -> Deed {
        let pairings = plan.rows.filter { $0.after.table == .pairings }
        let begun = pairings.count { $0.before == nil }
        return .household(
            HouseholdDeed(
                try caption(change.household), on: change.on, remark, ended: pairings.count - begun, begun: begun))
    }
}
