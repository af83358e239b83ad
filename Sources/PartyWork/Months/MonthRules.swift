/// Which step of a month may be taken when, and what a signed month locks.
package enum MonthRules {
    /// The days at a month's end from which on it may be reported, as many as 主题党日 is due soon (CONTRACT section 4).
    private static let reportingDays = 7

    /// The first day on which a step may be taken; a month is signed on its last day at the earliest, from which on the
    /// year's figures are final too (CONTRACT section 2, overdue).
    package static func firstDay(_ step: MonthStep.Kind, of month: Month) -> Day {
        switch step {
        case .submit: month.last.adding(days: 1 - reportingDays)
        case .accept, .giveBack, .reopen: month.last
        }
    }

    /// Why a step may not be taken on a day in the state a month is in; nil if it may.
    ///
    /// - Parameter branch: the branch's name, for the refusal.
    package static func refusal(
        _ step: MonthStep.Kind, of month: Month, branch: String, in state: MonthState, on today: Day
    ) -> Refusal? {
        if !state.next.contains(step) { return .stepOutOfOrder(branch: branch, month, state, step) }
        let first = firstDay(step, of: month)
        // What was reported early may be given back at once.
        return today < first && step != .giveBack ? .monthNotOver(month, step, from: first) : nil
    }

    /// Whether writing a household changes what counts for its helpers in a month: whether it is kept at its end.
    package static func countsForHelpers(_ old: Household?, _ new: Household?, in month: Month) -> Bool {
        let states: Set<HouseholdState?> = [.poor, .lifted]
        // An earlier cycle only turns poor into lifted, which is all the same to the helper.
        func isKept(_ household: Household?) -> Bool {
            states.contains(household?.state(on: month.last, earlier: []) ?? nil)
        }
        return isKept(old) != isKept(new)
    }

    // MARK: - What is locked

    /// Whether an earlier cycle of a household, written beside its others, changes what counts in a month.
    package static func counts(
        _ old: HouseholdCycle?, _ new: HouseholdCycle?, of household: Household, beside others: [HouseholdCycle],
        in month: Month
    ) -> Bool {
        func isPoor(_ cycle: HouseholdCycle?) -> Bool {
            Optional(household).isPoor(in: month, earlier: others + [cycle].compactMap { $0 })
        }
        return isPoor(old) != isPoor(new)
    }

    /// Whether writing a record changes what counts in a month: nil stands for a record that is not there.
    ///
    /// 备注, 材料 and the day on which a hazard was put right count nothing. What has no date in the contract's columns
    /// (a household's village) holds for all time and is let through: a signed month keeps its figures all the same. For
    /// people and their memberships see `CountedMember`.
    ///
    /// - Parameter cycles: the earlier cycles of the household that is written.
    package static func counts(
        _ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?, earlier cycles: [HouseholdCycle] = [], in month: Month
    ) -> Bool {
        switch (old, new) {
        case (let old as Activity?, let new as Activity?) where old != nil || new != nil:
            (old?.counted(in: month) ?? [:]) != (new?.counted(in: month) ?? [:])
        case (let old as Pairing?, let new as Pairing?) where old != nil || new != nil:
            (old?.isActive(on: month.last) ?? false) != (new?.isActive(on: month.last) ?? false)
        case (let old as Household?, let new as Household?) where old != nil || new != nil:
            old.isPoor(in: month, earlier: cycles) != new.isPoor(in: month, earlier: cycles)
        // A branch that is not there on the month's last day is not among those of the month, nor is what it signed.
        case (let old as Organization?, let new as Organization?) where old != nil || new != nil:
            (old?.exists(on: month.last) ?? false) != (new?.exists(on: month.last) ?? false)
        // Rows of other tables are no figure of a month: memberships are `CountedMember`'s, methods' numbers are asked by day.
        default: false
        }
    }
}

extension Activity {
    /// What of it counts in a month; empty if it does not count there.
    fileprivate func counted(in month: Month) -> [Column: String] {
        guard let day = countingDate, month.contains(day) else { return [:] }
        let free: Set<Column> = kind.countsWhenResolved ? [.note, .evidence] : [.note, .evidence, .resolvedOn]
        return AnyRecord(self).cells.filter { !free.contains($0.key) }
    }
}

extension Household? {
    /// Whether there is a household that counts as poor for a month; false for none.
    fileprivate func isPoor(in month: Month, earlier cycles: [HouseholdCycle]) -> Bool {
        self?.state(on: month.last, earlier: cycles) == .poor
    }
}
