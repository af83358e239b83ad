/// Something dated in the life of a household or a person, as a card's timeline (经过) shows it.
package struct TimelineEvent: Sendable, Hashable {
    package let day: Day
    package let kind: Kind
    /// Who or what, and how.
    package let text: String
    /// What stands behind it.
    package let subject: Subject

    package init(_ day: Day, _ kind: Kind, _ text: String = "", _ subject: Subject = .none) {
        self.day = day
        self.kind = kind
        self.text = text
        self.subject = subject
    }

    /// What happened, in the officers' word.
    package enum Kind: String, Sendable {
        case identified = "识别"
        case lifted = "脱贫"
        case returned = "返贫"
        case closed = "销户"
        case headChanged = "户主变更"
        case split = "分户"
        case merged = "并户"
        case relocated = "迁移"
        case paired = "结对"
        case unpaired = "结束结对"
        case visited = "走访"
        case researched = "调研"
        case arrived = "到岗"
        case left = "离开"
        case appointed = "任职"
        case dismissed = "卸任"
        case joined = "入支部"
        case moved = "转支部"
    }

    /// What an event leads to.
    package enum Subject: Sendable, Hashable {
        case none
        case household(Household.ID)
        case person(Person.ID)
        case activity(ActivityRow)
        case post(PostRow)
    }
}

extension [TimelineEvent] {
    /// Those up to a date, all for nil; the newest first, of one day what came last first.
    fileprivate func newestFirst(asOf day: Day?) -> [TimelineEvent] {
        filter { event in day.map { event.day <= $0 } ?? true }.enumerated().sorted {
            ($0.element.day, $0.offset) > ($1.element.day, $1.offset)
        }.map(\.element)
    }
}

extension [TimelineEvent] {
    /// What the first change of a kind after a date took the place of; nil where nothing changed since.
    package func former(_ kind: TimelineEvent.Kind, asOf day: Day?) -> String? {
        guard let day else { return nil }
        return filter { $0.kind == kind && $0.day > day }.min { $0.day < $1.day }?.former
    }
}

extension TimelineEvent {
    /// The head or the village that a change took the place of, as its remark tells; nil for anything else.
    package var former: String? {
        let ends: [(String, String)] =
            switch kind {
            case .headChanged: [("", " → ")]
            case .relocated: [("由", "迁到"), ("from ", " to ")]
            // Of the others nothing was there before.
            default: []
            }
        return ends.lazy.compactMap { start, end in
            guard text.hasPrefix(start), let range = text.firstRange(of: end) else { return nil }
            return String(text[..<range.lowerBound].dropFirst(start.count))
        }.first
    }
}

extension HouseholdCard {
    /// The head on the card's date.
    package var head: String { changes.former(.headChanged, asOf: asOf) ?? row.household.head }

    /// The village's name on the card's date.
    package var villageName: String { changes.former(.relocated, asOf: asOf) ?? row.villageName }

    /// The household's row without the days after the card's date; for showing only: acts go by the row itself.
    package var household: Household { asOf.map { row.household.known(on: $0) } ?? row.household }

    /// The earlier cycles that had begun to be by the card's date.
    package var cycles: [HouseholdCycle] { row.cycles.filter { cycle in asOf.map { cycle.returnedOn <= $0 } ?? true } }

    /// Everything dated up to the card's date, the newest first: its states, helpers and visits.
    package var timeline: [TimelineEvent] {
        let household = row.household
        var events = [TimelineEvent(household.identifiedOn, .identified, household.cause)]
        for cycle in row.cycles {
            events.append(TimelineEvent(cycle.liftedOn, .lifted, cycle.remark))
            events.append(TimelineEvent(cycle.returnedOn, .returned))
        }
        if let day = household.liftedOn {
            events.append(TimelineEvent(day, .lifted, row.cycles.isEmpty ? "" : localized("再次脱贫", "lifted again")))
        }
        if let day = household.returnedOn { events.append(TimelineEvent(day, .returned)) }
        for pairing in pairings { events += pairing.events(pairing.helperName, .person(pairing.pairing.helper)) }
        events += changes
        events += visits.compactMap { $0.event($0.participantNames.listed) }
        if let day = household.closedOn { events.append(TimelineEvent(day, .closed, household.closedReasonTitle)) }
        return events.newestFirst(asOf: asOf)
    }
}

extension PersonCard {
    /// Everything dated up to the card's date, the newest first: service, branches, posts, households helped, visits made.
    package var timeline: [TimelineEvent] {
        let person = row.person
        var events: [TimelineEvent] = []
        if let day = person.arrivedOn { events.append(TimelineEvent(day, .arrived)) }
        events += moves + posts.filter { $0.post.kind != .membership }.flatMap(\.events)
        for pairing in pairings { events += pairing.events(pairing.head, .household(pairing.pairing.household)) }
        events += activities.compactMap { $0.event($0.head.isEmpty ? $0.organizationName : $0.head) }
        if let day = person.leftOn { events.append(TimelineEvent(day, .left, person.leftReason)) }
        return events.newestFirst(asOf: asOf)
    }

    /// The branches one after the other: each membership ends where the next begins, the last in the branch of today.
    private var moves: [TimelineEvent] {
        let memberships = posts.filter { $0.post.kind == .membership }
        return memberships.enumerated().flatMap { place, membership in
            let next = memberships.dropFirst(place + 1).first { $0.post.startedOn == membership.post.endedOn }
            let to = next?.organizationName ?? row.organizationName
            let isFirst = !memberships.contains { $0.post.endedOn == membership.post.startedOn }
            let joined = TimelineEvent(
                membership.post.startedOn, .joined, membership.organizationName, .post(membership))
            let moved = membership.post.endedOn.map {
                TimelineEvent(
                    $0, .moved,
                    localized(
                        "由 \(membership.organizationName) 转到 \(to)", "from \(membership.organizationName) to \(to)"),
                    .post(membership))
            }
            return (isFirst ? [joined] : []) + [moved].compactMap { $0 }
        }
    }
}

extension PairingRow {
    /// Its beginning and its end.
    fileprivate func events(_ other: String, _ subject: TimelineEvent.Subject) -> [TimelineEvent] {
        let reason = pairing.endReason?.title ?? ""
        let ended = endedOn.map { day in
            TimelineEvent(day, .unpaired, localized("\(other)（\(reason)）", "\(other) (\(reason))"), subject)
        }
        return [TimelineEvent(pairing.startedOn, .paired, other, subject)] + [ended].compactMap { $0 }
    }
}

extension PostRow {
    /// Its beginning and its end.
    fileprivate var events: [TimelineEvent] {
        let name = "\(organizationName) \(title)"
        let source = post.source.map { localized("（来源 \($0.title)）", " (from: \($0.title))") } ?? ""
        let dismissed = post.endedOn.map { TimelineEvent($0, .dismissed, name, .post(self)) }
        return [TimelineEvent(post.startedOn, .appointed, name + source, .post(self))] + [dismissed].compactMap { $0 }
    }
}

extension ActivityRow {
    /// A visit as an event; nil for an activity of another kind, or a voided one.
    fileprivate func event(_ who: String) -> TimelineEvent? {
        guard activity.voidedOn == nil else { return nil }
        let kind: TimelineEvent.Kind? =
            switch activity.kind {
            case .homeVisit: .visited
            case .researchVisit: .researched
            // A timeline tells of who was where; the rest are in the list of activities.
            default: nil
            }
        let what = localized("\(who)：\(activity.title)", "\(who): \(activity.title)")
        let text = [what, visit?.sentence ?? ""].filter { !$0.isEmpty }.joined(separator: localized("；", "; "))
        return kind.map { TimelineEvent(activity.heldOn, $0, text, .activity(self)) }
    }
}

extension VisitDetails {
    /// `发现 …；措施 …；成效 …`, `found …; did …; outcome …`, without what is empty.
    package var sentence: String {
        let parts = [
            (localized("发现", "found"), findings), (localized("措施", "did"), measures),
            (localized("成效", "outcome"), outcome),
        ]
        return parts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }.joined(separator: localized("；", "; "))
    }
}

extension TimelineEvent.Kind: Titled {
    package var english: String {
        switch self {
        case .identified: "identified"
        case .lifted: "lifted"
        case .returned: "returned"
        case .closed: "closed"
        case .headChanged: "new head"
        case .split: "split"
        case .merged: "merged"
        case .relocated: "moved"
        case .paired: "paired"
        case .unpaired: "unpaired"
        case .visited: "visited"
        case .researched: "researched"
        case .arrived: "arrived"
        case .left: "left"
        case .appointed: "appointed"
        case .dismissed: "stepped down"
        case .joined: "joined"
        case .moved: "moved"
        }
    }
}
