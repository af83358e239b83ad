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
