/// The rules for the earlier cycles of a household (户状态): each lies after 识别日期, before the cycle that stands in the
/// household's own row, and outside the others.
package enum CycleRules {
    /// What is wrong with a cycle.
    ///
    /// - Parameter others: the household's other cycles.
    package static func faults(
        in cycle: HouseholdCycle, of household: Household, besides others: [HouseholdCycle]
    ) -> [FieldFault] {
        var faults: [FieldFault] = []
        if cycle.liftedOn < household.identifiedOn {
            faults.append(FieldFault(.liftedOn, .before(.identifiedOn, household.identifiedOn)))
        }
        if let liftedOn = household.liftedOn, liftedOn < cycle.returnedOn {
            faults.append(FieldFault(.returnedOn, .notBeforeLastLift(liftedOn)))
        }
        if let other = others.first(where: { cycle.overlaps($0) }) {
            faults.append(FieldFault(.liftedOn, .overlaps(from: other.liftedOn, until: other.returnedOn)))
        }
        return faults
    }

    /// The first thing wrong among all cycles of a household; nil if nothing is.
    package static func fault(among cycles: [HouseholdCycle], of household: Household) -> FieldFault? {
        for (place, cycle) in cycles.enumerated() {
            let fault = faults(in: cycle, of: household, besides: Array(cycles.prefix(place))).first
            if let fault { return fault }
        }
        return nil
    }

    /// What is wrong with a household's own row where its earlier cycles stand already; nil if nothing is.
    package static func fault(in household: Household, with cycles: [HouseholdCycle]) -> FieldFault? {
        let cut = cycles.first { !faults(in: $0, of: household, besides: []).isEmpty }
        return cut.map { FieldFault(.liftedOn, .cutsCycle(from: $0.liftedOn, until: $0.returnedOn)) }
    }

    /// The household lifted once more: the days on which it was lifted and returned before become an earlier cycle.
    ///
    /// - Throws: a `Refusal` where it never returned, or the day lies before that.
    package static func liftAgain(
        _ household: Household, on day: Day
    ) throws(Refusal) -> (after: Household, cycle: HouseholdCycle) {
        guard let lifted = household.liftedOn, let returned = household.returnedOn, returned > lifted else {
            throw .faults([FieldFault(.returnedOn, .missing)])
        }
        if day < returned { throw .faults([FieldFault(.liftedOn, .before(.returnedOn, returned))]) }
        var after = household
        after.liftedOn = day
        after.returnedOn = nil
        return (after, HouseholdCycle(household: household.id, liftedOn: lifted, returnedOn: returned))
    }
}

extension Household {
    /// Whether it was lifted and has returned since, so that lifting it begins another cycle.
    package var hasReturned: Bool { liftedOn.flatMap { lifted in returnedOn.map { $0 > lifted } } ?? false }
}

extension HouseholdCycle {
    fileprivate func overlaps(_ other: HouseholdCycle) -> Bool {
        liftedOn < other.returnedOn && other.liftedOn < returnedOn
    }
}
