/// The rules for what happens to a household as a whole, and what follows from it.
///
/// What has no day in the contract's columns (a head, the number of people, the village) holds for all time, as a
/// correction does; the journal keeps the day. Poverty, closing and pairings are dated.
package enum HouseholdRules {
    /// Why something cannot have happened to a household at all; nil if it can.
    package static func obstacle(to kind: HouseholdEvent.Kind, _ household: Household) -> HouseholdObstacle? {
        if let day = household.closedOn { return .closed(on: day) }
        let isLifted = household.isLifted
        switch kind {
        case .split: return household.headcount > 1 ? nil : .indivisible
        case .lifted: return isLifted ? household.liftedOn.map { .lifted(on: $0) } : nil
        case .returned: return isLifted ? nil : .poor
        case .newHead, .merged, .moved, .closed: return nil
        }
    }

    /// Why a household cannot be merged into another as both stand now; nil if it can.
    package static func obstacle(toMerging household: Household, into other: Household) -> HouseholdObstacle? {
        if other.id == household.id { return .itself }
        if let day = other.closedOn { return .otherClosed(head: other.head, on: day) }
        return other.isLifted && !household.isLifted ? .poorIntoLifted(head: other.head) : nil
    }

    /// What a change writes.
    ///
    /// - Parameters:
    ///   - other: the household to merge with; nil for any other event.
    ///   - village: the village moved to; nil for any other event.
    /// - Throws: a `Refusal` where the event cannot have happened, its day lies in the future or before the last change of
    ///   state, a field breaks a rule, or a poor household would lose its last serving helper (不脱贫不脱钩).
    package static func plan(
        _ change: HouseholdChange, in history: HouseholdHistory, beside other: HouseholdHistory? = nil,
        village: Organization? = nil, today: Day
    ) throws(Refusal) -> HouseholdPlan {
        if let obstacle = obstacle(to: change.event.kind, history.household) { throw .household(obstacle) }
        try checkDay(change, history, today)
        let run = Run(change: change, history: history, today: today)
        switch change.event {
        case .newHead(let head, let headcount, _): return try run.newHead(head, headcount)
        case .split(let part): return try run.split(part)
        case .merged(let id, let helpersFollow):
            guard let other else { throw .notFound(.households, RecordKey(id.text)) }
            return try run.merge(into: other, helpersFollow: helpersFollow)
        case .moved(let code):
            guard let village else { throw .faults([FieldFault(.village, .nowhere(code.digits))]) }
            return try run.move(to: village)
        case .lifted: return try run.lift()
        case .returned: return try run.comeBack()
        case .closed(let reason): return try run.close(reason)
        }
    }

    private static func checkDay(_ change: HouseholdChange, _ history: HouseholdHistory, _ today: Day) throws(Refusal) {
        let column = change.event.kind.dayColumn
        if change.on > today { throw .inFuture(column, change.on) }
        try check(change.on, column, after: history)
        // A household poor again on the day it was lifted would never have been lifted.
        if change.event == .returned, let lifted = history.household.liftedOn, change.on == lifted {
            throw .faults([FieldFault(column, .before(.liftedOn, lifted))])
        }
    }

    /// Refuses a day before the last change of a household's state.
    fileprivate static func check(_ day: Day, _ column: Column, after history: HouseholdHistory) throws(Refusal) {
        let household = history.household
        var states: [(Column, Day?)] = [
            (.identifiedOn, household.identifiedOn), (.liftedOn, household.liftedOn),
            (.returnedOn, household.returnedOn),
        ]
        states += history.cycles.map { (.returnedOn, $0.returnedOn) }
        let last = states.compactMap { column, day in day.map { (column: column, day: $0) } }.max { $0.day < $1.day }
        if let last, day < last.day { throw .faults([FieldFault(column, .before(last.column, last.day))]) }
    }
}

extension Household {
    /// Whether the last change of its state lifted it.
    fileprivate var isLifted: Bool { liftedOn != nil && !hasReturned }
}

// MARK: - The seven

/// One change, its household and the day on the clock.
private struct Run {
    let change: HouseholdChange
    let history: HouseholdHistory
    let today: Day

    private var household: Household { history.household }
    private var column: Column { change.event.kind.dayColumn }

    func newHead(_ head: String, _ headcount: Int) throws(Refusal) -> HouseholdPlan {
        if household.head == head { throw .faults([FieldFault(.head, .unchanged)]) }
        var after = household
        after.head = head
        after.headcount = headcount
        return try plan(after)
    }

    func split(_ part: HouseholdEvent.Part) throws(Refusal) -> HouseholdPlan {
        let range = 1...household.headcount - 1
        guard range.contains(part.headcount) else {
            throw .faults([FieldFault(.headcount, .notANumber(String(part.headcount), range: range))])
        }
        var rest = household
        rest.headcount -= part.headcount
        var new = Household(
            id: part.id, head: part.head, village: household.village, headcount: part.headcount,
            cause: household.cause, identifiedOn: change.on)
        // It counts from its first day on, so that no figure of an earlier day shifts.
        if household.isLifted { new.liftedOn = change.on }
        let alone = HouseholdHistory(household: new, cycles: [], pairings: [], people: history.people)
        let staffing = try HouseholdStaffing(
            part.helpers, for: alone, from: change.on, ending: .reassigned, column, today: today)
        try requireHelper(new, [], staffing.pairings(after: alone))
        var plan = try plan(rest, ending: .reassigned, first: AnyRecord(new))
        plan.add(staffing)
        return plan
    }

    func merge(into other: HouseholdHistory, helpersFollow: Bool) throws(Refusal) -> HouseholdPlan {
        let target = other.household
        if let obstacle = HouseholdRules.obstacle(toMerging: household, into: target) { throw .household(obstacle) }
        try HouseholdRules.check(change.on, column, after: other)
        var joined = target
        joined.headcount += household.headcount
        var plan = try close(HouseholdEvent.Kind.merged.rawValue)
        plan.replace(AnyRecord(target), with: AnyRecord(joined))
        guard helpersFollow else { return plan }
        let serving = history.openPairings.map(\.helper).filter { history.people[$0]?.serves(on: change.on) ?? false }
        let helpers = other.openPairings.map(\.helper)
        let people = other.people.merging(history.people) { $1 }
        let known = HouseholdHistory(household: target, cycles: other.cycles, pairings: other.pairings, people: people)
        let following = serving.filter { !helpers.contains($0) }
        plan.add(
            try HouseholdStaffing(
                helpers + following, for: known, from: change.on, ending: .reassigned, column, today: today))
        return plan
    }

    func move(to village: Organization) throws(Refusal) -> HouseholdPlan {
        if village.code == household.village { throw .faults([FieldFault(.village, .unchanged)]) }
        guard village.exists(on: change.on) else { throw .household(.noVillage(name: village.name, on: change.on)) }
        guard village.code.township == household.village.township else {
            throw .household(.otherTownship(village: village.name))
        }
        var after = household
        after.village = village.code
        return try plan(after, ending: .reassigned)
    }

    func lift() throws(Refusal) -> HouseholdPlan {
        guard household.hasReturned else {
            var after = household
            after.liftedOn = change.on
            return try plan(after, ending: .lifted)
        }
        let (after, cycle) = try CycleRules.liftAgain(household, on: change.on)
        // The cycle first: from then on the household's own row may forget it without changing any day.
        return try plan(after, ending: .lifted, first: AnyRecord(cycle))
    }

    func comeBack() throws(Refusal) -> HouseholdPlan {
        var after = household
        after.returnedOn = change.on
        let staffing = try staffing(ending: .reassigned)
        var plan = HouseholdPlan()
        plan.replace(AnyRecord(household), with: AnyRecord(after))
        plan.add(staffing)
        let since = HouseholdHistory(
            household: after, cycles: history.cycles, pairings: staffing.pairings(after: history),
            people: history.people)
        // A return is a fact, whether or not a helper is at hand: it is saved, and the gap is shown.
        if since.isGap(on: change.on) { plan.warn(.returnedUncovered(head: household.head)) }
        return plan
    }

    func close(_ reason: String) throws(Refusal) -> HouseholdPlan {
        var after = household
        after.closedOn = change.on
        after.closedReason = reason
        var plan = HouseholdPlan()
        plan.replace(AnyRecord(household), with: AnyRecord(after))
        plan.add(
            try HouseholdStaffing([], for: history, from: change.on, ending: .householdClosed, column, today: today))
        return plan
    }

    // MARK: Helpers

    private func plan(
        _ after: Household, ending reason: PairingEndReason = .reassigned, first: AnyRecord? = nil
    ) throws(Refusal) -> HouseholdPlan {
        let staffing = try staffing(ending: reason)
        try requireHelper(after, history.cycles, staffing.pairings(after: history))
        var plan = HouseholdPlan()
        if let first { plan.add(first) }
        plan.replace(AnyRecord(household), with: AnyRecord(after))
        plan.add(staffing)
        return plan
    }

    private func staffing(ending reason: PairingEndReason) throws(Refusal) -> HouseholdStaffing {
        guard let helpers = change.helpers else { return HouseholdStaffing() }
        return try HouseholdStaffing(helpers, for: history, from: change.on, ending: reason, column, today: today)
    }

    /// 不脱贫不脱钩: what was covered before stays covered.
    private func requireHelper(
        _ household: Household, _ cycles: [HouseholdCycle], _ pairings: [Pairing]
    ) throws(Refusal) {
        let after = HouseholdHistory(
            household: household, cycles: cycles, pairings: pairings, people: history.people)
        if let gap = after.firstGap(from: change.on, to: today, unlike: history), !history.isGap(on: gap) {
            throw .leavesPoorHousehold(household.id, head: household.head, on: gap)
        }
    }
}
