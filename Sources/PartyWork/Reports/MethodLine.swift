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
    /// The row in effect; the contract's numbers where there is none.
    package let target: MethodTarget
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
            line(.visits, ChecklistSubject.committeeMember.title, visits),
            line(.themeActivity, OrganizationKind.village.title, themes),
            line(.fiveOnes, ChecklistSubject.group.title, items),
            line(
                .partyDay, ChecklistSubject.branch.title,
                branches.flatMap { $0.partyDays.map { ($0.progress.state, 1) } }),
        ]
    }

    private func line(_ method: Method, _ subject: String, _ states: [(ProgressState, Int)]) -> MethodLine {
        MethodLine(
            method, subject: subject, requirements.target(of: method, on: asOf),
            ChecklistFigures(states.filter { $0.0 != .notApplicable }))
    }
}

extension ChecklistReport {
    /// How often poor households are visited, as a method: the running list that says so, or nothing asked.
    package var homeVisits: MethodLine {
        let running = lines.last {
            $0.checklist.isMethod && $0.checklist.startsOn <= asOf && !$0.checklist.isOver(on: asOf)
        }
        return MethodLine(
            .homeVisits, subject: ChecklistSubject.household.title, requirements.target(of: .homeVisits, on: asOf),
            running?.figures ?? ChecklistFigures())
    }
}

extension MethodLine {
    fileprivate init(_ method: Method, subject: String, _ target: MethodTarget, _ figures: ChecklistFigures) {
        let isItems = method == .fiveOnes && target.count > 0
        self.init(
            method: method, title: method.title, subject: subject,
            asks: isItems
                ? localized("\(target.period.rawValue)各 \(target.count) 次", "\(target.count) of each a year")
                : target.asks,
            rule: target.requirement.rule, figures: figures, target: target)
    }
}

extension ChecklistFigures {
    fileprivate init(_ states: [(ProgressState, Int)]) {
        self.init()
        for (state, number) in states where number > 0 { add(.asked(state), number) }
    }
}
