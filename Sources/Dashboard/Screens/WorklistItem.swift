import PartyWork

/// A gap with the name of its organization.
struct WorklistItem: Sendable, Hashable {
    let gap: Gap
    /// Nothing for a branch or group that owes something itself and is named already.
    let unit: String
    /// Who follows it up; nil where nobody was given it.
    let followUp: FollowUp?
    /// Who and until when; empty where nobody was given it.
    let following: String
    /// Whether the officer's day is over.
    let isLate: Bool
    /// The last day on which it is in time; nil where there is none.
    let due: Day?
    /// By how many days it is overdue, or how many are left: `61 天`, `剩 3 天`; nothing where neither is known.
    let lateness: String

    init(_ gap: Gap, _ names: [Code: String], _ followUp: FollowUp? = nil, asOf day: Day) {
        self.followUp = followUp
        following = followUp?.said(on: day) ?? ""
        isLate = followUp?.isLate(on: day) ?? false
        let name = names[gap.organization] ?? gap.organization.digits
        self.gap = gap
        due = gap.due(asOf: day)
        lateness = due.map { WorklistItem.lateness($0, gap.state, asOf: day) } ?? ""
        unit = name == gap.name ? "" : name
    }

    private static func lateness(_ due: Day, _ state: Gap.State, asOf day: Day) -> String {
        let days = abs(day.days(through: due) - 1)
        if state != .overdue { return localized("剩 \(days) 天", "\(days) left") }
        // A year is overdue on its last day already.
        return days == 0 ? "" : localized("\(days) 天", plural(days, "day"))
    }
}

extension Gap {
    /// What it is about: whom, which item, which month.
    var about: String {
        switch subject {
        case .household(let id): localized("户 \(id)", "household \(id)")
        case .member: localized("党员", "member")
        case .visitor: localized("到村调研", "visits to villages")
        case .branch: localized("党员活动", "of the members")
        case .item(_, let kind): kind.title
        case .partyDay(_, let period):
            period.span.period == .month
                ? localized("\(period.span.last.month) 月", "month \(period.span.last.month)") : period.span.title
        case .obligation(let obligation): obligation.checklist.name
        case .entry(let row): row.entry.register.name
        }
    }
}
