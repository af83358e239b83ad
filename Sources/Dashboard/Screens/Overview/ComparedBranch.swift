import PartyWork
import TerminalUI

/// A branch with its figures on two days.
struct ComparedBranch: Sendable {
    /// Nil for all branches together.
    private let branch: StatusReport.BranchStatus?
    /// For each measure the number of the first day, nil where the branch was none then, and that of the second.
    private let numbers: [(before: Int?, now: Int)]

    /// What is compared of it.
    enum Measure: CaseIterable, Sendable {
        case themeActivity
        case fiveOnes
        case partyDays
        case householdGap
        case memberGap
        case visited
        case visitsReceived

        var title: String {
            switch self {
            case .themeActivity: localized("主题活动", "Theme")
            case .fiveOnes: localized("五个一", "Five ones")
            case .partyDays: localized("缺党日", "No p.days")
            case .householdGap: localized("户缺口", "H. gap")
            case .memberGap: localized("党员缺口", "M. gap")
            case .visited: localized("走访", "Home")
            case .visitsReceived: localized("受访", "Visits")
            }
        }

        /// Whether more of it is worse.
        var isGap: Bool {
            switch self {
            case .partyDays, .householdGap, .memberGap: true
            case .themeActivity, .fiveOnes, .visited, .visitsReceived: false
            }
        }

        /// What gives way where there is no room, the largest first.
        var dropOrder: Int {
            switch self {
            case .fiveOnes, .partyDays, .householdGap, .memberGap: 0
            case .themeActivity: 1
            case .visited: 2
            case .visitsReceived: 3
            }
        }

        fileprivate func number(_ branch: StatusReport.BranchStatus) -> Int {
            switch self {
            case .themeActivity: branch.themeActivity.done
            case .fiveOnes: branch.fiveOnes.done
            case .partyDays: branch.partyDays.count(where: \.isMissing)
            case .householdGap: branch.households.gap
            case .memberGap: branch.members.gap
            case .visited: branch.visitedThisMonth
            case .visitsReceived: branch.visitsReceived
            }
        }
    }

    init(_ branch: StatusReport.BranchStatus, before: StatusReport.BranchStatus?) {
        self.branch = branch
        numbers = Measure.allCases.map { measure in (before.map { measure.number($0) }, measure.number(branch)) }
    }

    var name: String { branch?.title ?? localized("合计", "Total") }
    var code: Code { branch?.code ?? "" }

    /// All branches together.
    init(sumOf branches: [ComparedBranch]) {
        branch = nil
        numbers = Measure.allCases.indices.map { place in
            let all = branches.map { $0.numbers[place] }
            return (before: all.reduce(0) { $0 + ($1.before ?? 0) }, now: all.reduce(0) { $0 + $1.now })
        }
    }

    private func numbers(_ measure: Measure) -> (before: Int?, now: Int) {
        numbers[Measure.allCases.firstIndex(of: measure) ?? 0]
    }

    /// How much more there is of a measure.
    func difference(_ measure: Measure) -> Int { numbers(measure).now - (numbers(measure).before ?? 0) }

    /// `12 3 -9`, `3 3 =`; of one that was none on the first day `- 3`.
    func text(_ measure: Measure) -> String {
        let (before, now) = numbers(measure)
        guard let before else { return "- \(now)" }
        return "\(before) \(now) " + (now == before ? "=" : now > before ? "+\(now - before)" : "\(now - before)")
    }

    /// What got worse stands out.
    func element(_ measure: Measure) -> Element {
        measure.isGap && difference(measure) > 0 ? .uncovered : .text
    }
}
