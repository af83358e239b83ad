/// The rules for moving between branches (任职, 党员关系).
package enum PostRules {
    /// What a move leaves: the person in the other branch, and the membership of the former one that ends on the day.
    ///
    /// - Parameters:
    ///   - memberships: the person's memberships as kept so far; an open one of the former branch is ended.
    ///   - since: the first day in the former branch, where no open membership says so.
    /// - Throws: a `Refusal` where the day lies in the future or before the membership began, or the branch is the same.
    package static func move(
        _ person: Person, to branch: Code, on day: Day, since: Day, memberships: [Post], today: Day
    ) throws(Refusal) -> (after: Person, was: Post?, ended: Post) {
        if day > today { throw .inFuture(.endedOn, day) }
        if branch == person.organization { throw .faults([FieldFault(.organization, .unchanged)]) }
        let was = memberships.last { $0.organization == person.organization && $0.endedOn == nil }
        var ended =
            was ?? Post(holder: person.id, organization: person.organization, kind: .membership, startedOn: since)
        if day < ended.startedOn { throw .faults([FieldFault(.endedOn, .before(.startedOn, ended.startedOn))]) }
        ended.endedOn = day
        var after = person
        after.organization = branch
        return (after, was, ended)
    }

    /// Where a person belongs on a day: a member to the branch of the dated membership that holds, of several the one that began
    /// last; else to 组织编码 (CONTRACT section 2, member side).
    package static func organization(of person: Person, _ posts: [Post], on day: Day) -> Code {
        let held = posts.filter { $0.holder == person.id && $0.kind == .membership && $0.isHeld(on: day) }
        let last = held.max { ($0.startedOn, $0.organization) < ($1.startedOn, $1.organization) }
        return person.category.isPartyMember ? last?.organization ?? person.organization : person.organization
    }

    /// Since when a person has been in the branch of today, as far as is known: since the last move, else since 到岗日期.
    package static func memberSince(_ person: Person, _ memberships: [Post]) -> Day? {
        let open = memberships.last { $0.organization == person.organization && $0.endedOn == nil }
        return open?.startedOn ?? memberships.compactMap(\.endedOn).max() ?? person.arrivedOn
    }
}
