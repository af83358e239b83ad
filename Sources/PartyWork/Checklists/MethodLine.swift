/// A built-in method in the list of checklists: what it asks, and its figures, which are those of the overview.
package struct MethodLine: Sendable, Hashable {
    package let method: Method
    package let title: String
    /// Of whom it is asked, as officers say it.
    package let subject: String
    /// How many: `每年 4 次`.
    package let asks: String
    package let rule: String
    package let figures: ChecklistFigures

    /// What is asked for.
    package enum Method: Sendable, CaseIterable {
        case visits
        case themeActivity
        case fiveOnes
        case partyDay
    }
}

extension StatusReport {
    /// The 四四五 method and 主题党日 as lists beside the officers' own: the same counts, judged the same way.
    package var methods: [MethodLine] {
        let visits = committee.map { ($0.visits.state, 1) }
        let themes = branches.filter { $0.kind == .village }.map { ($0.themeActivity.state, 1) }
        let items = branches.filter { $0.fiveOnes.target > 0 }.flatMap { branch in
            let (done, target) = (branch.fiveOnes.done, branch.fiveOnes.target)
            return [(ProgressState.done, done), (branch.fiveOnes.state, target - done)]
        }
        return [
            MethodLine(.visits, .visits, ChecklistSubject.committeeMember.title, visits),
            MethodLine(.themeActivity, .themeActivity, OrganizationKind.village.title, themes),
            MethodLine(
                method: .fiveOnes, title: Requirement.fiveOnesTitle, subject: ChecklistSubject.group.title,
                asks: localized("每年各 1 次", "1 of each a year"), rule: Requirement.fiveOnesRule,
                figures: ChecklistFigures(items)),
            MethodLine(.partyDay, .partyDay, ChecklistSubject.branch.title, branches.flatMap { partyDays(of: $0) }),
        ]
    }

    private func partyDays(of branch: BranchStatus) -> [(ProgressState, Int)] {
        (1...asOf.month).map { month in
            let isHeld = branch.partyDayMonths.contains(month)
            return (isHeld ? .done : Requirement.stateOfMissing(month: month, asOf: asOf) ?? .onTrack, 1)
        }
    }
}

extension MethodLine {
    fileprivate init(
        _ method: Method, _ requirement: Requirement, _ subject: String, _ states: [(ProgressState, Int)]
    ) {
        self.init(
            method: method, title: requirement.title, subject: subject,
            asks: requirement.period.asks(requirement.target), rule: requirement.rule,
            figures: ChecklistFigures(states))
    }
}

extension ChecklistFigures {
    fileprivate init(_ states: [(ProgressState, Int)]) {
        self.init()
        for (state, number) in states where number > 0 { add(.asked(state), number) }
    }
}
