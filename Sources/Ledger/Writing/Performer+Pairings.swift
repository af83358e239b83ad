import PartyWork

/// Pairing and ending, by the rules of 双向全覆盖 and 不脱贫不脱钩 (CONTRACT section 2, pairing).
extension Performer {
    /// Pairs a helper with a household.
    func pair(_ household: Household.ID, _ helper: Person.ID, from day: Day) throws -> Outcome {
        let history = try history(household, candidates: [helper])
        let person = try person(helper)
        let pairing = try checked(try PairingRules.pairing(person, from: day, in: history, today: today))
        try refuseTaken(pairing)
        try entry.add(pairing)
        return Outcome(
            .paired(try pair(household, helper), from: day), key: pairing.key, warnings: warnings(helper: person))
    }

    /// Ends pairings one after the other, each by what the ones before it left; one refusal refuses all.
    func end(_ endings: [PairingEnding]) throws -> Outcome {
        if endings.isEmpty { throw Refusal.nothingChanged }
        var outcome = Outcome(.ended([]))
        var ends: [Deed.Ending] = []
        try db.each(endings) { ending in
            let (end, key, warnings) = try end(ending)
            ends.append(end)
            outcome.key = endings.count == 1 ? key : nil
            outcome.warnings += warnings
        }
        outcome.deed = .ended(ends)
        return outcome
    }

    private func end(_ ending: PairingEnding) throws -> (Deed.Ending, key: RecordKey, warnings: [String]) {
        let history = try history(ending.household, candidates: [ending.replacement].compactMap { $0 })
        let (ended, was, successor) = try PairingRules.ending(ending, in: history, today: today)
        if let fault = CellRules.fault(in: CellRules.trimmed(ending.sentence), limit: 200) {
            throw Refusal.faults([FieldFault(.endReason, fault)])
        }
        try entry.replace(was, with: try checked(ended), sentence: CellRules.trimmed(ending.sentence))
        let end = Deed.Ending(
            try pair(ended.household, ended.helper), on: ending.on, ending.reason,
            sentence: ending.reason == .enteredInError ? CellRules.trimmed(ending.sentence) : "",
            successor: ending.replacement.flatMap { history.people[$0]?.name } ?? "")
        guard let successor else { return (end, ended.key, []) }
        try refuseTaken(successor)
        try entry.add(try checked(successor))
        return (end, ended.key, try warnings(helper: person(successor.helper)))
    }

    /// Refuses a correction of a pairing that its ending would be refused for.
    func refuseGap(_ new: Pairing, was old: Pairing) throws {
        guard new != old else { return }
        if let day = new.endedOn, day > today, day != old.endedOn { throw Refusal.inFuture(.endedOn, day) }
        if new.endReason == .enteredInError {
            if old.endReason != .enteredInError { throw Refusal.sentenceMissing }
            return
        }
        guard new.endReason != .householdClosed, let day = new.endedOn else { return }
        let before = try history(new.household)
        let after = HouseholdHistory(
            household: before.household, cycles: before.cycles,
            pairings: before.pairings.filter { $0.key != old.key } + [new],
            people: before.people)
        if let gap = after.firstGap(from: day, to: today, unlike: before), !before.isGap(on: gap) {
            throw Refusal.leavesPoorHousehold(new.household, head: before.household.head, on: gap)
        }
    }

    /// What the rules need to know of a household.
    ///
    /// - Throws: `Refusal.notFound` for a household, or a candidate, who is nowhere.
    func history(_ id: Household.ID, candidates: [Person.ID] = []) throws -> HouseholdHistory {
        let key = RecordKey(id.text)
        let found: Household? = try db.record(key)
        if found == nil, !db.meetsUnknown { throw Refusal.notFound(.households, key) }
        let (pairings, cycles) = (try db.pairings(of: id), try db.cycles(of: id))
        var people: [Person.ID: Person] = [:]
        for helper in pairings.map(\.helper) + candidates where people[helper] == nil {
            people[helper] = try person(helper)
        }
        guard let household = found else { throw Refusal.notFound(.households, key) }
        return HouseholdHistory(household: household, cycles: cycles, pairings: pairings, people: people)
    }

    func person(_ id: Person.ID) throws -> Person {
        let key = RecordKey(id.text)
        let found: Person? = try db.record(key)
        if db.meetsUnknown { return found ?? Person(id: id, name: "", organization: "", category: .member) }
        guard let person = found else { throw Refusal.notFound(.people, key) }
        return person
    }

    private func warnings(helper: Person) -> [String] {
        helper.category == .resident ? [Warning.residentHelper(helper.name).text] : []
    }
}
