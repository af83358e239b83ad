/// The rules of ticking and waiving in a checklist.
package enum ChecklistRules {
    /// Checks a tick against its checklist: not in the future, not before the checklist begins, nor for what recurs after
    /// it has ended.
    package static func check(_ tick: Tick, of checklist: Checklist, today: Day) throws(Refusal) {
        if tick.on > today { throw .inFuture(.heldOn, tick.on) }
        if tick.on < checklist.startsOn {
            throw .faults([FieldFault(.heldOn, .before(.startedOn, checklist.startsOn))])
        }
        if let end = checklist.endsOn, checklist.period != .once, tick.on > end {
            throw .checklistOver(checklist.name, on: end)
        }
    }

    /// Refuses what would make ticks and waivers speak of others than they were meant for.
    package static func check(_ new: Checklist, was old: Checklist, hasMarks: Bool) throws(Refusal) {
        guard hasMarks else { return }
        if new.subject != old.subject || new.askedRegister != old.askedRegister { throw .checklistInUse(.subject) }
        if new.counts != nil, old.isTicked { throw .checklistInUse(.countedKind) }
        if !new.isTicked, old.isTicked { throw .checklistInUse(.countedRegister) }
    }
}

extension Checklist {
    /// The parts of a scope in which organizations are asked, none within another.
    package func scopes(within scope: Scope) -> [Scope] {
        if organizations.isEmpty { return [scope] }
        let parts = organizations.compactMap { code in
            if scope.contains(code) { return Scope(code) }
            return Code(scope.prefix).isWithin(code.digits) ? scope : nil
        }
        let distinct = Set(parts)
        return distinct.filter { part in
            !distinct.contains { $0 != part && $0.contains(Code(part.prefix)) }
        }.sorted { $0.prefix < $1.prefix }
    }
}
