import PartyWork
import TerminalUI

extension ActivityKind {
    /// The kind in four cells, for headings of narrow columns.
    var shortTitle: String {
        switch self {
        case .researchVisit: localized("调研", "res.")
        case .themeActivity: localized("主题", "theme")
        case .partyDay: localized("党日", "day")
        case .homeVisit: localized("走访", "home")
        case .activist: localized("积极", "activ.")
        case .suggestion: localized("建议", "sugg.")
        case .hazard: localized("隐患", "haz.")
        case .dispute: localized("纠纷", "disp.")
        case .deed: localized("实事", "deed")
        }
    }
}

/// What an activity is worth at a date, worst first.
enum ActivityStanding: Int, Sendable, Comparable {
    case unresolved
    case evidencePending
    case counted
    case voided

    /// The standing of an activity at a date (CONTRACT section 2, window).
    init(_ activity: Activity, asOf day: Day) {
        if activity.voidedOn != nil {
            self = .voided
        } else if activity.countingDate.map({ $0 > day }) ?? true {
            self = .unresolved
        } else {
            self = activity.evidence == .pending ? .evidencePending : .counted
        }
    }

    /// The standing as officers call it.
    var title: String {
        switch self {
        case .unresolved: localized("未办结", "open")
        case .evidencePending: localized("待补", "papers")
        case .counted: localized("计数中", "counted")
        case .voided: localized("作废", "void")
        }
    }

    var element: Element {
        switch self {
        case .unresolved, .evidencePending: .pending
        case .counted: .text
        case .voided: .muted
        }
    }

    static func < (left: ActivityStanding, right: ActivityStanding) -> Bool { left.rawValue < right.rawValue }
}
