/// Every unmet obligation of a scope at a date: the worklist, and what `zhibu gaps` prints (CONTRACT section 4).
package struct GapsReport: Sendable, Hashable {
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    /// Overdue, uncovered households, behind, uncovered members, due soon; then by organization, then by subject.
    package let gaps: [Gap]
    /// What was asked for.
    package var requirements = Requirements.standard
}

/// One unmet obligation.
package struct Gap: Sendable, Hashable {
    package let kind: Kind
    package let state: State
    /// The organization of the subject: 村编码 of a household, 组织编码 of a person, the branch or group itself.
    package let organization: Code
    /// What is missing it: a 户编号, a 人员编号, a branch, a branch and month, a group and item.
    package let subject: String
    /// The name of the household's head, the person, the branch or the group.
    package let name: String
    package let done: Int
    package let target: Int
    /// The officers' own checklist that asks for it; nil in what `zhibu gaps` prints.
    package var checklist: Checklist?

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
            }
        }

        /// The figure from which it is missing; nil for what a checklist asks.
        package var figure: Figure.Kind? {
            switch self {
            case .household: .households
            case .member: .members
            case .visits: .visits
            case .themeActivity: .themeActivities
            case .fiveOnes: .fiveOnes
            case .partyDay: .partyDays
            case .checklist: nil
            }
        }
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

    /// The month of a partyDay gap, 1 to 12; of a longer period its last.
    package var month: Int? {
        guard kind == .partyDay, let token = subject.split(separator: "/").last else { return nil }
        if token.utf8.count == 4 { return 12 }
        return token.contains("Q") ? Int(token.suffix(1)).map { $0 * 3 } : Int(token.suffix(2))
    }
    /// The period of a partyDay gap as officers call it: `5 月`, `2 季度`, `2016 年`.
    package var periodTitle: String {
        guard let month, let token = subject.split(separator: "/").last else { return "" }
        if token.utf8.count == 4 { return localized("\(token) 年", String(token)) }
        return token.contains("Q")
            ? localized("\(month / 3) 季度", "Q\(month / 3)") : localized("\(month) 月", "month \(month)")
    }
    /// The item of a fiveOnes gap.
    package var item: ActivityKind? {
        kind == .fiveOnes ? subject.split(separator: "/").last.flatMap { ActivityKind(rawValue: String($0)) } : nil
    }
}

/// A household or member without a pairing that covers it.
package struct Uncovered: Sendable, Hashable {
    package let subject: String
    package let name: String
    package let organization: Code

    package init(subject: String, name: String, organization: Code) {
        self.subject = subject
        self.name = name
        self.organization = organization
    }
}

extension GapsReport {
    /// Finds the gaps in the counts of a scope; the uncovered come from the same predicates as the coverage.
    package init(_ tallies: Tallies, households: [Uncovered], members: [Uncovered]) {
        let counts = ActivityCounts(tallies)
        let status = StatusReport(tallies)
        var gaps = households.map { Gap(.household, $0) } + members.map { Gap(.member, $0) }
        gaps += status.committee.compactMap { Gap($0) }
        for branch in status.branches {
            gaps += [Gap(themeActivityOf: branch)].compactMap { $0 }
            gaps += Gap.partyDays(of: branch)
        }
        gaps += Gap.fiveOnes(tallies, counts)
        self.init(
            asOf: tallies.asOf, scope: tallies.scope, scopeName: tallies.scopeName,
            gaps: gaps.sorted { $0.precedes($1) }, requirements: tallies.requirements)
    }
}

extension GapsReport {
    /// The gaps with what officers' checklists ask besides: the worklist.
    package func adding(_ obligations: [Obligation]) -> GapsReport {
        if obligations.isEmpty { return self }
        let own = obligations.compactMap { Gap($0) }
        return GapsReport(
            asOf: asOf, scope: scope, scopeName: scopeName, gaps: (gaps + own).sorted { $0.precedes($1) },
            requirements: requirements)
    }
}

extension Gap {
    fileprivate init?(_ obligation: Obligation) {
        self.init(
            .checklist, obligation.progress, organization: obligation.organization,
            subject: "\(obligation.checklist.id)/\(obligation.id)", name: obligation.name)
        checklist = obligation.checklist
    }

    fileprivate func precedes(_ other: Gap) -> Bool {
        if rank != other.rank { return rank < other.rank }
        if organization != other.organization { return organization < other.organization }
        return subject.precedesByCodePoint(other.subject)
    }

    fileprivate init(_ kind: Kind, _ uncovered: Uncovered) {
        self.init(
            kind: kind, state: .uncovered, organization: uncovered.organization, subject: uncovered.subject,
            name: uncovered.name, done: 0, target: 1)
    }

    private init?(
        _ kind: Kind, _ progress: Progress, organization: Code, subject: String, name: String
    ) {
        guard progress.state.needsAction, let state = State(rawValue: progress.state.rawValue) else { return nil }
        self.init(
            kind: kind, state: state, organization: organization, subject: subject, name: name, done: progress.done,
            target: progress.target)
    }

    fileprivate init?(_ member: StatusReport.CommitteeStatus) {
        self.init(
            .visits, member.visits, organization: member.organization, subject: member.id.text, name: member.name)
    }

    fileprivate init?(themeActivityOf branch: StatusReport.BranchStatus) {
        self.init(
            .themeActivity, branch.themeActivity, organization: branch.code, subject: branch.code.digits,
            name: branch.name)
    }

    fileprivate static func partyDays(of branch: StatusReport.BranchStatus) -> [Gap] {
        branch.partyDays.compactMap { period in
            Gap(
                .partyDay, period.progress, organization: branch.code, subject: "\(branch.code)/\(period.token)",
                name: branch.name)
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
                    .fiveOnes, progress.part(of: isBehind ? .behind : nil), organization: group.code,
                    subject: "\(group.code)/\(kind.rawValue)", name: group.name)
            }
        }
    }
}
