/// What the ledger knows of a household that a pairing rule needs.
package struct HouseholdHistory: Sendable {
    package let household: Household
    /// Its earlier cycles.
    package let cycles: [HouseholdCycle]
    package let pairings: [Pairing]
    /// The people named in the pairings and the rule's own candidates.
    package let people: [Person.ID: Person]

    package init(household: Household, cycles: [HouseholdCycle], pairings: [Pairing], people: [Person.ID: Person]) {
        self.household = household
        self.cycles = cycles
        self.pairings = pairings
        self.people = people
    }

    /// Whether on a day the household is poor and none of its pairings has a serving helper.
    package func isGap(on day: Day) -> Bool {
        household.state(on: day, earlier: cycles) == .poor
            && !pairings.contains { $0.isActive(on: day) && (people[$0.helper]?.serves(on: day) ?? false) }
    }

    /// The first day from `start` to `end` on which the household is a gap though it was none `before` a change; on
    /// `start` itself also if it was one.
    ///
    /// Coverage can change only on the days on which a pairing, a helper's service or the household's state does.
    package func firstGap(from start: Day, to end: Day, unlike before: HouseholdHistory) -> Day? {
        var days = [start, end, household.identifiedOn, household.liftedOn, household.returnedOn, household.closedOn]
        days += cycles.flatMap { [$0.liftedOn, $0.returnedOn] }
        for pairing in pairings {
            let helper = people[pairing.helper]
            days += [pairing.startedOn, pairing.endedOn, helper?.arrivedOn, helper?.leftOn]
        }
        return days.compactMap { $0 }.filter { $0 >= start && $0 <= end }.sorted()
            .first { isGap(on: $0) && ($0 == start || !before.isGap(on: $0)) }
    }
}

/// The rules for pairing and ending (双向全覆盖, 不脱贫不脱钩; CONTRACT section 2, pairing).
package enum PairingRules {
    /// The pairing of a helper with a household from a day.
    ///
    /// - Throws: a `Refusal` where the day is in the future, the household closed, the helper gone, or the two are paired
    ///   already.
    package static func pairing(
        _ helper: Person, from day: Day, in history: HouseholdHistory, today: Day
    ) throws(Refusal) -> Pairing {
        let household = history.household
        if day > today { throw .inFuture(.startedOn, day) }
        if let closedOn = household.closedOn, closedOn <= day {
            throw .householdClosed(head: household.head, closedOn: closedOn)
        }
        if let leftOn = helper.leftOn, leftOn <= day { throw .helperGone(name: helper.name, leftOn: leftOn) }
        let mine = history.pairings.filter { $0.helper == helper.id && $0.endReason != .enteredInError }
        if let other = mine.first(where: { $0.startedOn == day || $0.endedOn.map { $0 > day } ?? true }) {
            throw .alreadyPaired(head: household.head, helper: helper.name, since: other.startedOn)
        }
        return Pairing(household: household.id, helper: helper.id, startedOn: day)
    }

    /// The rows after a pairing has ended: the ended pairing, and the successor's if one is needed.
    ///
    /// - Throws: a `Refusal` where the day is in the future, the two are not paired on it, the reason lacks its sentence,
    ///   the successor cannot serve, or a `poor` household would be left without a serving helper.
    package static func ending(
        _ ending: PairingEnding, in history: HouseholdHistory, today: Day
    ) throws(Refusal) -> (ended: Pairing, was: Pairing, successor: Pairing?) {
        if ending.on > today { throw .inFuture(.endedOn, ending.on) }
        let theirs = history.pairings.filter { $0.helper == ending.helper && $0.isActive(on: ending.on) }
        // Files may bring two that overlap; who ends one means the one that has no end yet.
        guard let was = theirs.first(where: { $0.endedOn == nil }) ?? theirs.first else {
            let household = ending.household.text
            throw .notPaired(household: household, helper: ending.helper.text, on: ending.on)
        }
        if ending.reason == .enteredInError, CellRules.trimmed(ending.sentence).isEmpty { throw .sentenceMissing }
        var ended = was
        ended.endedOn = ending.on
        ended.endReason = ending.reason
        var pairings = history.pairings.filter { $0 != was } + [ended]
        let successor = try successor(ending, in: history, today: today)
        if let successor { pairings.append(successor) }
        let after = HouseholdHistory(
            household: history.household, cycles: history.cycles, pairings: pairings, people: history.people)
        if ending.reason != .householdClosed, ending.reason != .enteredInError,
            let day = after.firstGap(from: ending.on, to: today, unlike: history)
        {
            throw .leavesPoorHousehold(ending.household, head: history.household.head, on: day)
        }
        return (ended, was, successor)
    }

    private static func successor(
        _ ending: PairingEnding, in history: HouseholdHistory, today: Day
    ) throws(Refusal) -> Pairing? {
        guard let id = ending.replacement else { return nil }
        guard let helper = history.people[id] else { throw .notFound(.people, RecordKey(id.text)) }
        if id == ending.helper { throw .replacesSelf(name: helper.name) }
        let alreadyThere = history.pairings.contains { $0.helper == id && $0.isActive(on: ending.on) }
        return alreadyThere ? nil : try pairing(helper, from: ending.on, in: history, today: today)
    }
}
