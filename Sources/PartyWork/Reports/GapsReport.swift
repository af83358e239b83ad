/// Every unmet obligation of a scope at a date: the worklist, and what `zhibu gaps` prints (CONTRACT section 4).
package struct GapsReport: Sendable, Hashable {
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    /// Overdue, uncovered households, behind, uncovered members, due soon; then by organization, then by subject.
    package let gaps: [Gap]
    /// What was asked for.
    package var requirements = Requirements.standard
    /// Who follows up what.
    package var followUps = FollowUps()
}

/// One unmet obligation.
package struct Gap: Sendable, Hashable {
    package let state: State
    /// The organization of the subject: 村编码 of a household, 组织编码 of a person, the branch or group itself.
    package let organization: Code
    package let subject: Subject
    /// The name of the household's head, the person, the branch or the group.
    package let name: String
    package let done: Int
    package let target: Int

    package var kind: Kind { subject.kind }

    /// The officers' own checklist that asks for it; nil in what `zhibu gaps` prints.
    package var checklist: Checklist? { obligation?.checklist }

    package var obligation: Obligation? {
        if case .obligation(let obligation) = subject { obligation } else { nil }
    }

    /// What is missing something, and of what is asked several times which.
    package enum Subject: Sendable, Hashable {
        case household(Household.ID)
        case member(Person.ID)
        /// A committee member who visits villages.
        case visitor(Person.ID)
        case branch(Code)
        case partyDay(Code, AskedPeriod)
        case item(Code, ActivityKind)
        case obligation(Obligation)
        /// An open entry of a register that is overdue or due soon.
        case entry(EntryRow)

        package var kind: Kind {
            switch self {
            case .household: .household
            case .member: .member
            case .visitor: .visits
            case .branch: .themeActivity
            case .partyDay: .partyDay
            case .item: .fiveOnes
            case .obligation: .checklist
            case .entry: .entry
            }
        }

        /// What stands for it in files (CONTRACT section 4): `H0001`, `422801100211/2016-05`, `42280110021101/办实事`.
        package var token: String {
            switch self {
            case .household(let id): id.text
            case .member(let id), .visitor(let id): id.text
            case .branch(let code): code.digits
            case .partyDay(let code, let period): "\(code)/\(period.token)"
            case .item(let code, let kind): "\(code)/\(kind.rawValue)"
            case .obligation(let obligation): "\(obligation.checklist.id)/\(obligation.id)"
            case .entry(let row): "\(row.entry.register.name)/\(row.entry.number)"
            }
        }

        /// What is missing without whom from and when, as a follow-up names it (`FollowUp.matter`).
        var matter: String {
            switch self {
            case .household, .member: FollowUp.pairing
            case .visitor: ActivityKind.researchVisit.rawValue
            case .branch: ActivityKind.themeActivity.rawValue
            case .partyDay: ActivityKind.partyDay.rawValue
            case .item(_, let kind): kind.rawValue
            case .obligation(let obligation):
                if case .entry(let number) = obligation.subject {
                    "\(obligation.checklist.id)/\(number)"
                } else {
                    obligation.checklist.id.text
                }
            case .entry: token
            }
        }
    }

    /// What is asked for; the raw value is the JSON's word.
    package enum Kind: String, Sendable, CaseIterable {
        case household
        case member
        case visits
        case themeActivity
        case fiveOnes
        case partyDay
        /// Asked by a checklist of the officers' own; only in the worklist.
        case checklist
        /// An entry of a register with a deadline; only in the worklist.
        case entry

        /// The kind as officers call it.
        package var title: String {
            switch self {
            case .household: localized("户无帮扶人", "No helper")
            case .member: localized("党员未结对", "Not paired")
            case .visits: Requirement.visits.title
            case .themeActivity: Requirement.themeActivity.title
            case .fiveOnes: Requirement.fiveOnesTitle
            case .partyDay: Requirement.partyDay.title
            case .checklist: localized("清单", "Checklist")
            case .entry: localized("登记簿", "Register")
            }
        }

        /// The figure from which it is missing; nil for what a checklist asks and for entries.
        package var figure: Figure.Kind? {
            switch self {
            case .household: .households
            case .member: .members
            case .visits: .visits
            case .themeActivity: .themeActivities
            case .fiveOnes: .fiveOnes
            case .partyDay: .partyDays
            case .checklist, .entry: nil
            }
        }

        /// The method that asks for it, by its figure; nil for what none asks for.
        package var method: Method? { figure?.method }
    }

    /// How urgent; the raw value is the JSON's word.
    package enum State: String, Sendable, CaseIterable {
        case overdue
        case behind
        case dueSoon = "due-soon"
        case uncovered

        /// The state as officers call it.
        package var title: String {
            switch self {
            case .overdue: ProgressState.overdue.title
            case .behind: ProgressState.behind.title
            case .dueSoon: ProgressState.dueSoon.title
            case .uncovered: localized("缺口", "gap")
            }
        }
    }

    /// 0 for the most urgent.
    fileprivate var rank: Int {
        switch (state, kind) {
        case (.overdue, _): 0
        case (.uncovered, .household): 1
        case (.behind, _): 2
        case (.uncovered, _): 3
        case (.dueSoon, _): 4
        }
    }
}

/// A household or member without a pairing that covers it.
package struct Uncovered<Subject>: Sendable, Hashable {
    package let id: Identifier<Subject>
    package let name: String
    package let organization: Code

    package init(_ id: Identifier<Subject>, name: String, organization: Code) {
        self.id = id
        self.name = name
        self.organization = organization
    }
}

extension GapsReport {
    /// Finds the gaps in the counts of a scope; the uncovered come from the same predicates as the coverage.
    package init(
        _ tallies: Tallies, households: [Uncovered<Household>], members: [Uncovered<Person>],
        followUps: FollowUps = FollowUps()
    ) {
        let counts = ActivityCounts(tallies)
        let status = StatusReport(tallies)
        var gaps = households.map { Gap($0) { .household($0) } } + members.map { Gap($0) { .member($0) } }
        gaps += status.committee.compactMap { Gap($0) }
        for branch in status.branches {
            gaps += [Gap(themeActivityOf: branch)].compactMap { $0 }
            gaps += Gap.partyDays(of: branch)
        }
        gaps += Gap.fiveOnes(tallies, counts)
        self.init(
            asOf: tallies.asOf, scope: tallies.scope, scopeName: tallies.scopeName,
            gaps: gaps.sorted { $0.precedes($1) }, requirements: tallies.requirements, followUps: followUps)
    }
}

extension GapsReport {
    /// The gaps with what officers' checklists ask besides, and the entries that are overdue or due soon: the worklist.
    package func adding(_ obligations: [Obligation], _ entries: [EntryRow]) -> GapsReport {
        if obligations.isEmpty, entries.isEmpty { return self }
        let own = obligations.compactMap { Gap($0) } + entries.compactMap { Gap($0) }
        return GapsReport(
            asOf: asOf, scope: scope, scopeName: scopeName, gaps: (gaps + own).sorted { $0.precedes($1) },
            requirements: requirements, followUps: followUps)
    }

    /// Who follows up one of the gaps; nil where nobody was given it.
    package func followUp(of gap: Gap) -> FollowUp? { followUps.of(gap, asOf: asOf) }
}

extension Gap {
    fileprivate init?(_ row: EntryRow) {
        guard let due = row.due, due.state != .onTrack else { return nil }
        self.init(
            state: due.state == .overdue ? .overdue : .dueSoon, organization: row.place, subject: .entry(row),
            name: row.entry.told ?? row.entry.number, done: 0, target: 1)
    }

    fileprivate init?(_ obligation: Obligation) {
        self.init(
            .obligation(obligation), obligation.progress, organization: obligation.organization, name: obligation.name)
    }

    /// Whether it stands before another: the more urgent, then by organization, then by subject.
    package func precedes(_ other: Gap) -> Bool {
        if rank != other.rank { return rank < other.rank }
        if organization != other.organization { return organization < other.organization }
        return subject.token.precedesByCodePoint(other.subject.token)
    }

    fileprivate init<Whom>(_ uncovered: Uncovered<Whom>, _ subject: (Identifier<Whom>) -> Subject) {
        self.init(
            state: .uncovered, organization: uncovered.organization, subject: subject(uncovered.id),
            name: uncovered.name, done: 0, target: 1)
    }

    private init?(_ subject: Subject, _ progress: Progress, organization: Code, name: String) {
        guard progress.state.needsAction, let state = State(rawValue: progress.state.rawValue) else { return nil }
        self.init(
            state: state, organization: organization, subject: subject, name: name, done: progress.done,
            target: progress.target)
    }

    fileprivate init?(_ member: StatusReport.CommitteeStatus) {
        self.init(.visitor(member.id), member.visits, organization: member.organization, name: member.name)
    }

    fileprivate init?(themeActivityOf branch: StatusReport.BranchStatus) {
        self.init(.branch(branch.code), branch.themeActivity, organization: branch.code, name: branch.name)
    }

    fileprivate static func partyDays(of branch: StatusReport.BranchStatus) -> [Gap] {
        branch.partyDays.compactMap { period in
            Gap(.partyDay(branch.code, period), period.progress, organization: branch.code, name: branch.name)
        }
    }

    /// One gap per missing item; behind where the branch's sum is behind (CONTRACT section 4).
    fileprivate static func fiveOnes(_ tallies: Tallies, _ counts: ActivityCounts) -> [Gap] {
        let day = tallies.asOf
        let asked = tallies.requirements.fiveOnes(on: day)
        let items = Array(zip(asked, ActivityKind.fiveOnes))
        let each = asked.first?.target ?? 0
        let behind = Set(
            counts.groups.filter { counts.fiveOnes(of: $0.value, each: each, asOf: day).state == .behind }.keys)
        return tallies.organizations.filter { $0.kind == .group && tallies.scope.contains($0.code) }.flatMap { group in
            let isBehind = group.code.branch.map { behind.contains($0) } ?? false
            return items.compactMap { item, kind -> Gap? in
                let progress = item.progress(counts.count(group.code, kind), asOf: day)
                return Gap(
                    .item(group.code, kind), progress.part(of: isBehind ? .behind : nil), organization: group.code,
                    name: group.name)
            }
        }
    }
}
