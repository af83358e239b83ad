import PartyWork

extension ActivityKind {
    /// The kind in four cells, for headings of narrow columns.
    var shortTitle: String {
        switch self {
        case .researchVisit: "调研"
        case .themeActivity: "主题"
        case .partyDay: "党日"
        case .homeVisit: "走访"
        case .activist: "积极"
        case .suggestion: "建议"
        case .hazard: "隐患"
        case .dispute: "纠纷"
        case .deed: "实事"
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
        case .unresolved: "未办结"
        case .evidencePending: "待补"
        case .counted: "计数中"
        case .voided: "作废"
        }
    }

    var element: Element {
        switch self {
        case .unresolved: .behind
        case .evidencePending: .dueSoon
        case .counted: .done
        case .voided: .muted
        }
    }

    static func < (left: ActivityStanding, right: ActivityStanding) -> Bool { left.rawValue < right.rawValue }
}

extension String {
    /// The name of a group without its branch's before it; any other name as it is.
    func name(in branch: String) -> String {
        let rest = hasPrefix(branch) ? dropFirst(branch.count) : self[...]
        return rest.isEmpty ? self : String(rest)
    }
}
