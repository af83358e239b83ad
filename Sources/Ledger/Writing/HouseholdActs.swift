import PartyWork

/// What happens to a household as a whole (`HouseholdRules`): one entry, however many rows.
extension Performer {
    /// Writes a change, if the household still is what the officer saw.
    func change(_ change: HouseholdChange) throws -> Deed {
        try requireStanding(change.household.wrapped)
        let history = try history(change.household.id, candidates: change.candidates)
        let other: HouseholdHistory? =
            if case .merged(let id, _) = change.event { try self.history(id) } else { nil }
        let village: Organization? =
            if case .moved(let code) = change.event { try db.record(RecordKey(code.digits)) } else { nil }
        let plan = try HouseholdRules.plan(change, in: history, beside: other, village: village, today: today)
        let summary = try summary(change, other?.household, plan)
        let note = "\(change.on) \(change.event.kind.rawValue) \(try remark(change, other?.household))"
        for row in plan.rows { try write(row.before, row.after.record, note: note) }
        for row in plan.rows { try refuseOverlap(row.after.record) }
        let twins = try plan.rows.filter { $0.after.table == .households }.flatMap {
            try twinWarnings(of: $0.after, was: $0.before)
        }
        return Deed(summary: summary, key: change.household.key, warnings: plan.warnings.map(\.text) + twins)
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

    // MARK: - Sentences

    /// What the journal says: `分户 贫困户 H0001 张德富（甲村），自 2016-06-20 起：…；结束结对 1；新结对 1`.
    private func summary(_ change: HouseholdChange, _ other: Household?, _ plan: HouseholdPlan) throws -> String {
        let pairings = plan.rows.filter { $0.after.table == .pairings }
        let begun = pairings.count { $0.before == nil }
        let ended = pairings.count - begun
        var parts = [
            try localized(
                "\(change.event.kind.title) \(name(change.household))，自 \(change.on) 起",
                "\(change.event.kind.title): \(name(change.household)), from \(change.on)")
        ]
        let remark = try remark(change, other)
        if !remark.isEmpty { parts[0] += localized("：", ": ") + remark }
        if ended > 0 { parts.append(localized("结束结对 \(ended)", "\(plural(ended, "pairing")) ended")) }
        if begun > 0 { parts.append(localized("新结对 \(begun)", "\(plural(begun, "pairing")) begun")) }
        return parts.joined(separator: localized("；", "; "))
    }

    /// What besides its kind and day tells the change from others; the card's timeline shows it.
    private func remark(_ change: HouseholdChange, _ other: Household?) throws -> String {
        let household = change.household
        switch change.event {
        case .newHead(let head, _, let reason):
            return "\(household.head) → \(head)" + (reason.isEmpty ? "" : localized("（\(reason)）", " (\(reason))"))
        case .split(let part):
            return localized(
                "\(part.head)（\(part.id)）等 \(part.headcount) 人由 \(household.head)（\(household.id)）另立一户",
                "\(part.head) (\(part.id)), \(people(part.headcount)), from \(household.head) (\(household.id))")
        case .merged:
            let into = other.map { localized("\($0.head)（\($0.id)）", "\($0.head) (\($0.id))") } ?? ""
            return localized(
                "\(household.head)（\(household.id)）\(household.headcount) 人并入 \(into)",
                "\(household.head) (\(household.id)), \(people(household.headcount)), into \(into)")
        case .moved(let village):
            let from = try db.organizationName(household.village)
            let to = try db.organizationName(village)
            return localized("由\(from)迁到\(to)", "from \(from) to \(to)")
        case .lifted where household.hasReturned:
            return localized("再次脱贫，以前的经过转入户状态", "once more; the earlier cycle went to the household states")
        case .closed(let reason): return reason
        case .lifted, .returned: return ""
        }
    }

    private func people(_ count: Int) -> String { plural(count, "person", "people") }
}
