import PartyWork

/// Acts on what repeats: visits with their details, members who move. Each changes several rows at once.
extension Performer {
    /// Adds a visit and what it found, measured and brought about.
    func record(_ visit: Activity, _ details: VisitDetails) throws -> Outcome {
        let outcome = try add(visit)
        guard !details.isEmpty, let key = outcome.key else { return outcome }
        var details = details
        details.activity = Activity.ID(key.text)
        try entry.add(try checked(details))
        return outcome
    }

    /// Corrects a visit and its details, if both are still what the officer saw; details emptied are taken away.
    func correct(_ from: Activity, _ to: Activity, _ seen: VisitDetails?, _ becoming: VisitDetails) throws -> Outcome {
        var outcome = Outcome(.edited(try caption(from), []), key: from.key)
        if from == to {
            try requireStanding(from.wrapped)
        } else {
            outcome = try correct(from.wrapped, to.wrapped)
        }
        let saved: VisitDetails? = try db.record(from.key)
        if saved != seen { throw Refusal.changedMeanwhile(.activities, from.key) }
        let new = try checked(becoming)
        if new == saved || (saved == nil && new.isEmpty) {
            if from == to { throw Refusal.nothingChanged }
            return outcome
        }
        switch saved {
        case nil: try entry.add(new)
        case let saved? where new.isEmpty: try entry.remove(saved)
        case let saved?: try entry.replace(saved, with: new)
        }
        if case .edited(let visit, let edits) = outcome.deed {
            let details = Deed.Edit(from: saved ?? VisitDetails(activity: from.id), to: new)
            outcome.deed = .edited(visit, edits + [details].compactMap { $0 })
        }
        return outcome
    }

    /// Moves a member to another branch, and keeps the membership of the former (任职, 党员关系).
    func move(_ person: Person, to branch: Code, on day: Day, since: Day) throws -> Outcome {
        try requireStanding(person.wrapped)
        let posts: [Post] = try db.all(.postsOfPerson, Parameters().with("id", person.id.text)) { try $0.record() }
        let memberships = posts.filter { $0.kind == .membership }
        let (after, was, ended) = try PostRules.move(
            person, to: branch, on: day, since: since, memberships: memberships, today: today)
        let before = try caption(person)
        let new = try checked(after)
        try entry.replace(person, with: new)
        if let was {
            try entry.replace(was, with: try checked(ended))
        } else {
            try refuseTaken(ended)
            try entry.add(try checked(ended))
        }
        let target = try db.organizationName(new.organization)
        return Outcome(.moved(before, on: day, to: target, since: ended.startedOn), key: new.key)
    }

    // MARK: - Checks

    /// Refuses a household, or an earlier cycle of one, whose days reach into another cycle.
    func refuseOverlap(_ record: any LedgerRecord) throws {
        var faults: [FieldFault] = []
        if let household = record as? Household {
            faults = [CycleRules.fault(in: household, with: try db.cycles(of: household.id))].compactMap { $0 }
        } else if let cycle = record as? HouseholdCycle, let household = try household(of: cycle) {
            let others = try db.cycles(of: cycle.household).filter { $0.key != cycle.key }
            faults = CycleRules.faults(in: cycle, of: household, besides: others)
        }
        if !faults.isEmpty { throw Refusal.faults(faults) }
    }

    private func household(of cycle: HouseholdCycle) throws -> Household? {
        try db.record(RecordKey(cycle.household.text))
    }

    /// Refuses an act on a record that someone changed after the officer saw it.
    func requireStanding(_ seen: AnyRecord) throws {
        let found = try db.anyRecord(seen.table, seen.key)
        if db.meetsUnknown { return }
        guard let saved = found else { throw Refusal.notFound(seen.table, seen.key) }
        if saved.cells != seen.cells { throw Refusal.changedMeanwhile(seen.table, seen.key) }
    }
}

extension Session {
    /// A fault among the earlier cycles of a household, in a sentence.
    func sentence(_ fault: FieldFault, of household: Household) -> String {
        localized(
            "户“\(household.id)”的户状态\(fault.text)", "the earlier cycles of household \"\(household.id)\": \(fault.text)")
    }

    /// What is wrong with the earlier cycles of households: the household, and the first fault of each.
    func cycleFaults() throws -> [(household: Household, fault: FieldFault)] {
        var cycles: [Household.ID: [HouseholdCycle]] = [:]
        try visit(.householdCycles) { record in
            if let cycle = record.record as? HouseholdCycle { cycles[cycle.household, default: []].append(cycle) }
        }
        return try cycles.keys.sorted().compactMap { id in
            guard let household: Household = try record(RecordKey(id.text)),
                let fault = CycleRules.fault(among: cycles[id] ?? [], of: household)
            else { return nil }
            return (household, fault)
        }
    }
}
