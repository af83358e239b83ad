import PartyWork
import TerminalUI

/// A branch with its figures on two days.
struct ComparedBranch: Sendable {
    /// Nil for all branches together.
    private let branch: StatusReport.BranchStatus?
    /// For each measure the number of the first day, nil where the branch was none then, and that of the second.
    private let numbers: [(before: Int?, now: Int)]

    init(_ branch: StatusReport.BranchStatus, before: StatusReport.BranchStatus?) {
        self.branch = branch
        numbers = ComparedMeasure.allCases.map { measure in (before.map { measure.number($0) }, measure.number(branch))
        }
    }

    var name: String { branch?.title ?? localized("合计", "Total") }
    var code: Code { branch?.code ?? "" }

    /// All branches together.
    init(sumOf branches: [ComparedBranch]) {
        branch = nil
        numbers = ComparedMeasure.allCases.indices.map { place in
            let all = branches.map { $0.numbers[place] }
            return (before: all.reduce(0) { $0 + ($1.before ?? 0) }, now: all.reduce(0) { $0 + $1.now })
        }
    }

    private func numbers(_ measure: ComparedMeasure) -> (before: Int?, now: Int) {
        numbers[ComparedMeasure.allCases.firstIndex(of: measure) ?? 0]
    }

    /// How much more there is of a measure.
    func difference(_ measure: ComparedMeasure) -> Int { numbers(measure).now - (numbers(measure).before ?? 0) }

    /// `12 3 -9`, `3 3 =`; of one that was none on the first day `- 3`.
    func text(_ measure: ComparedMeasure) -> String {
        let (before, now) = numbers(measure)
        guard let before else { return "- \(now)" }
        return "\(before) \(now) " + (now - before).signed
    }

    /// What got worse stands out, what stayed as it was steps back.
    func element(_ measure: ComparedMeasure) -> Element {
        let difference = difference(measure)
        return difference == 0 ? .muted : measure.isGap && difference > 0 ? .uncovered : .text
    }
}
