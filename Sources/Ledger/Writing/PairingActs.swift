import PartyWork

/// Pairing and ending, by the rules of 双向全覆盖 and 不脱贫不脱钩 (CONTRACT section 2, pairing).
extension Performer {
    /// Pairs a helper with a household.
    func pair(_ household: Household.ID, _ helper: Person.ID, from day: Day) throws -> Deed {
        let history = try history(household, candidates: [helper])
        let person = try person(helper)
        let pairing = try checked(try PairingRules.pairing(person, from: day, in: history, today: today))
        try refuseTaken(pairing)
        try entry.add(pairing)
        return Deed(
            summary: try localized(
                "结对 \(pair(household, helper))，自 \(day) 起", "paired \(pair(household, helper)), from \(day)"),
            key: pairing.key,
            warnings: warnings(helper: person))
    }

    /// Adds a pairing as a form gives it: an open one, by the rules of pairing.
    func add(_ pairing: Pairing) throws -> Deed {
        if pairing.endedOn != nil || pairing.endReason != nil {
            throw Refusal.faults([FieldFault(.endedOn, .without(.startedOn))])
        }
        return try pair(pairing.household, pairing.helper, from: pairing.startedOn)
    }

    /// Ends pairings one after the other, each by what the ones before it left; one refusal refuses all.
    func end(_ endings: [PairingEnding]) throws -> Deed {
        if endings.isEmpty { throw Refusal.nothingChanged }
        var deeds: [Deed] = []
        for ending in endings { deeds.append(try end(ending)) }
        guard deeds.count != 1 else { return deeds[0] }
        let ends = deeds.map(\.summary).joined(separator: localized("；", "; "))
        return Deed(
            summary: localized("结束 \(deeds.count) 户结对：\(ends)", "ended \(plural(deeds.count, "pairing")): \(ends)"),
            key: nil,
            warnings: deeds.flatMap(\.warnings))
    }

    private func end(_ ending: PairingEnding) throws -> Deed {
        let history = try history(ending.household, candidates: [ending.replacement].compactMap { $0 })
        let (ended, was, successor) = try PairingRules.ending(ending, in: history, today: today)
        if let fault = CellRules.fault(in: CellRules.trimmed(ending.sentence), limit: 200) {
            throw Refusal.faults([FieldFault(.endReason, fault)])
        }
        try entry.replace(was, with: try checked(ended), sentence: CellRules.trimmed(ending.sentence))
        let pair = try pair(ended.household, ended.helper)
        var deed = Deed(
            summary: localized(
                "结束结对 \(pair)，自 \(ending.on) 起，\(ending.reason.title)",
                "ended the pairing of \(pair), from \(ending.on), \(ending.reason.title)"),
            key: ended.key)
        if ending.reason == .enteredInError {
            deed.summary += localized("：", ": ") + CellRules.trimmed(ending.sentence)
        }
        if let id = ending.replacement, let helper = history.people[id] {
            deed.summary += localized("，由 \(helper.name) 接替", ", succeeded by \(helper.name)")
        }
        if let successor {
            try refuseTaken(successor)
            try entry.add(try checked(successor))
            deed.warnings += try warnings(helper: person(successor.helper))
        }
        return deed
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
        guard let household: Household = try db.record(key) else { throw Refusal.notFound(.households, key) }
        let pairings = try db.pairings(of: id)
        var people: [Person.ID: Person] = [:]
        for helper in pairings.map(\.helper) + candidates where people[helper] == nil {
            people[helper] = try person(helper)
        }
        return HouseholdHistory(
            household: household, cycles: try db.cycles(of: id), pairings: pairings, people: people)
    }

    func person(_ id: Person.ID) throws -> Person {
        let key = RecordKey(id.text)
        guard let person: Person = try db.record(key) else { throw Refusal.notFound(.people, key) }
        return person
    }

    private func warnings(helper: Person) -> [String] {
        helper.category == .resident ? [Warning.residentHelper(helper.name).text] : []
    }
}
