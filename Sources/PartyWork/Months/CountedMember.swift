/// A person with the dated memberships (任职, 党员关系): what tells which branch counts the person (CONTRACT section 2, member side).
package struct CountedMember: Sendable, Hashable {
    /// Nil where there is no such person.
    package var person: Person?
    /// The memberships in any order.
    package var memberships: [Post]

    package init(_ person: Person?, memberships: [Post]) {
        self.person = person
        self.memberships = memberships
    }

    /// The branches that count the person on one day or another.
    package var branches: Set<Code> {
        Set(([person?.organization] + memberships.map(\.organization)).compactMap { $0?.branch })
    }

    /// The branch that counts the person among the members who must be paired on a day; nil for none.
    package func branch(on day: Day) -> Code? {
        guard let person, person.mustBePaired(on: day) else { return nil }
        return PostRules.organization(of: person, memberships, on: day).branch
    }

    /// The member after a row was written: nil stands for a row that is not there.
    package func writing(_ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?) -> CountedMember {
        if let row = old ?? new, row is Person { return CountedMember(new as? Person, memberships: memberships) }
        let others = memberships.filter { $0.key != old?.key }
        return CountedMember(person, memberships: others + [new as? Post].compactMap { $0 })
    }

    /// The member with another's category and exemption, which have no date.
    func judged(by other: Person?) -> CountedMember {
        guard var person, let other else { return self }
        person.category = other.category
        person.exemption = other.exemption
        return CountedMember(person, memberships: memberships)
    }
}

extension MonthRules {
    /// Whether a member counts for a branch at the end of a month before a change or after it, and not both.
    ///
    /// Category and exemption have no date in the contract's columns and hold for all time: what only they change is let
    /// through, and a signed month keeps its figures all the same. What else changes is judged by those before and by those after.
    package static func counts(_ old: CountedMember, _ new: CountedMember, in branch: Code, _ month: Month) -> Bool {
        [old.person, new.person].contains { facts in
            let was = old.judged(by: facts).branch(on: month.last)
            let becomes = new.judged(by: facts).branch(on: month.last)
            return (was == branch) != (becomes == branch)
        }
    }

    /// Whether writing a person changes what counts for the households helped in a month: whether the person serves at its end.
    package static func countsForHouseholds(_ old: Person?, _ new: Person?, in month: Month) -> Bool {
        (old?.serves(on: month.last) ?? false) != (new?.serves(on: month.last) ?? false)
    }
}

extension Person {
    /// Whether the person is on the member side of the coverage on a day (CONTRACT section 2, pairing).
    package func mustBePaired(on day: Day) -> Bool { serves(on: day) && category.isPartyMember && exemption.isEmpty }
}
