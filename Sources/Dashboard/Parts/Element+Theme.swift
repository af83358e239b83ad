import PartyWork
import TerminalUI

extension Element {
    /// The element of a state.
    static func of(_ state: ProgressState) -> Element {
        switch state {
        case .done: .done
        case .onTrack: .onTrack
        case .dueSoon: .dueSoon
        case .behind: .behind
        case .overdue: .overdue
        case .notApplicable: .muted
        }
    }

    /// The element of a cell or tile that is filled by a state.
    static func cell(of state: ProgressState) -> Element {
        switch state {
        case .overdue: .cellMissing
        case .behind, .dueSoon: .cellBehind
        case .done, .onTrack, .notApplicable: .cellWhole
        }
    }

    /// The element of a cell or tile that is filled by a rate.
    static func cell(of coverage: Coverage) -> Element {
        switch of(coverage) {
        case .uncovered: .cellMissing
        case .behind: .cellBehind
        default: .cellWhole
        }
    }

    /// The element of a rate in words: below 95 % it is behind, below 90 % missing.
    static func of(_ coverage: Coverage) -> Element {
        switch coverage.permille ?? 1_000 {
        case ..<900: .uncovered
        case ..<950: .behind
        default: .text
        }
    }

    /// What fills the bar of a figure in a state.
    static func fill(of state: ProgressState) -> Element {
        switch state {
        case .done, .onTrack, .notApplicable: .bar
        case .dueSoon: .barDueSoon
        case .behind: .barBehind
        case .overdue: .barMissing
        }
    }

    /// The element of an activity's papers.
    static func of(_ evidence: Evidence) -> Element { evidence == .pending ? .pending : .text }

    /// The element of a gap's state.
    static func of(_ state: Gap.State) -> Element {
        switch state {
        case .overdue: .overdue
        case .behind: .behind
        case .dueSoon: .dueSoon
        case .uncovered: .uncovered
        }
    }
}

extension Bar {
    /// The bar of a figure that is to be reached in a span, with the span's pace on a day.
    init(_ progress: Progress, in span: Span, asOf day: Day) {
        self.init(
            done: progress.done, of: progress.target, pace: span.period == .year ? span.pace(on: day) : nil,
            fill: .fill(of: progress.state))
    }

    /// The bar of a figure of the year in a list, whose rows touch: without track.
    init(inRows progress: Progress, asOf day: Day) {
        let fill = Element.fill(of: progress.state)
        self.init(
            done: progress.done, of: progress.target, pace: Span.year(of: day).pace(on: day),
            fill: fill == .bar ? .barInRows : fill, rest: nil)
    }

    /// The bar of a figure of the town or of a branch.
    init(_ figure: ShownFigure, asOf day: Day) {
        let (done, target) = (figure.done, figure.target ?? 0)
        if let span = figure.span {
            self.init(Progress(done: done, of: target, in: span, asOf: day), in: span, asOf: day)
        } else {
            self.init(done: done, of: target, rest: figure.isCoverage ? .barMissing : .barTrack)
        }
    }

    /// The bar of a coverage: what is missing stands at its end.
    init(_ coverage: Coverage) { self.init(done: coverage.covered, of: coverage.inScope, rest: .barMissing) }
}
