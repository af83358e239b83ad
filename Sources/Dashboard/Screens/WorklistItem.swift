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

    init(_ gap: Gap, _ names: [Code: String], _ followUp: FollowUp? = nil, asOf day: Day) {
        self.followUp = followUp
        following = followUp?.said(on: day) ?? ""
        isLate = followUp?.isLate(on: day) ?? false
        let name = names[gap.organization] ?? gap.organization.digits
        self.gap = gap
        unit = name == gap.name ? "" : name
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
