/// Something a method or a checklist asks for: how many, of whom, in each period.
///
/// An obligation is a requirement × a subject × a period (DESIGN, idea 1). The 四四五 method, 主题党日 and the checklists
/// that officers define are values of this one type.
package struct Requirement: Hashable, Sendable {
    /// A stable name, also the obligation's kind in the JSON of `zhibu gaps` (CONTRACT section 4).
    package let id: String
    /// What officers call it.
    package let title: String
    /// The rule in a sentence (口径).
    package let rule: String
    package let subject: Subject
    /// The activities that count towards it; nil where officers tick it.
    package let kind: ActivityKind?
    /// How many are asked for in each period.
    package let target: Int
    package let period: Period
    /// The day from which it is in effect; nil for always.
    package var startsOn: Day?
    /// The last day on which it is in effect, or by which it is due; nil for open.
    package var endsOn: Day?
    /// The organizations asked, with all below them; empty for all.
    package var organizations: [Code] = []

    /// Of whom it is asked.
    package enum Subject: Hashable, Sendable {
        /// Each serving committee member of the township.
        case committeeMember
        /// Each 村党组织.
        case village
        /// Each branch.
        case branch
        /// Each party group.
        case group
        /// Each serving member.
        case member
        /// Each poor household.
        case household
        /// Each open entry of a register.
        case entry

        /// Whether organizations of a kind are asked.
        package func includes(_ kind: OrganizationKind) -> Bool {
            switch self {
            case .committeeMember, .member, .household, .entry: false
            case .village: kind == .village
            case .branch: kind.isBranch
            case .group: kind == .group
            }
        }
    }

    /// How often.
    package enum Period: String, Word {
        case once = "一次"
        case month = "每月"
        case quarter = "每季"
        case year = "每年"

        /// How many are asked for in each: `每年 4 次`, `4 a year`.
        package func asks(_ count: Int) -> String { localized("\(rawValue) \(count) 次", "\(count) \(frequency)") }

        /// What a method asks for that an officer may set to nothing: `每年 4 次`, `不考核`.
        package func target(_ count: Int) -> String { count == 0 ? ProgressState.notApplicable.title : asks(count) }

        private var frequency: String {
            switch self {
            case .once: "in all"
            case .month: "a month"
            case .quarter: "a quarter"
            case .year: "a year"
            }
        }
    }

    /// The periods of the year of a date that have begun by it, as far as it is in effect; what is asked once belongs
    /// to every year up to the one in which it is due.
    package func spans(asOf day: Day) -> [Span] {
        periods(of: day.year).compactMap { span in
            let first = max(span.first, startsOn ?? span.first)
            let last = min(span.last, endsOn ?? span.last)
            return first <= min(last, day) ? Span(period, first: first, last: last) : nil
        }
    }

    private func periods(of year: Int) -> [Span] {
        guard let start = Day(year: year, month: 1, day: 1) else { return [] }
        switch period {
        case .once:
            let last = endsOn ?? start.lastOfYear
            return last < start ? [] : [Span(.once, first: startsOn ?? .earliest, last: last)]
        case .month: return (0..<12).map { .month(of: start.adding(months: $0)) }
        case .quarter: return (0..<4).map { .quarter(of: start.adding(months: $0 * 3)) }
        case .year: return [.year(of: start)]
        }
    }

    /// The progress of one subject over the running year at a date.
    package func progress(_ count: Int, asOf day: Day) -> Progress {
        Progress(done: count, ofYearly: target, asOf: day)
    }

    /// The progress of an organization: of a kind that is not asked for it the activities are only counted.
    func progress(_ count: Int, of kind: OrganizationKind, asOf day: Day) -> Progress {
        Progress(done: count, ofYearly: subject.includes(kind) ? target : 0, asOf: day)
    }
}

extension Requirement {
    /// Each committee member researches villages at least four times a year.
    package static var visits: Requirement {
        Requirement(
            id: "visits", title: localized("专题调研", "Research visits"),
            rule: localized(
                "镇班子成员每人每年到村（联合支部）专题调研不少于 4 次；一次多人同去，各计一次",
                "Each committee member: 4 research visits a year; a shared one counts for each"),
            subject: .committeeMember, kind: .researchVisit, target: 4, period: .year)
    }

    /// Each 村党组织 holds at least four theme activities a year.
    package static var themeActivity: Requirement {
        Requirement(
            id: "themeActivity", title: localized("主题活动", "Theme activities"),
            rule: localized(
                "每个村党组织每年开展党员主题活动不少于 4 次；联合支部、机关支部只计数不考核",
                "Each village branch: 4 theme activities a year; other branches only count them"),
            subject: .village, kind: .themeActivity, target: 4, period: .year)
    }

    /// Each party group does each of the five ones once a year.
    package static var fiveOnes: [Requirement] {
        ActivityKind.fiveOnes.map { kind in
            Requirement(
                id: "fiveOnes", title: kind.title, rule: fiveOnesRule(kind), subject: .group, kind: kind, target: 1,
                period: .year)
        }
    }

    /// What the five ones together are called.
    package static var fiveOnesTitle: String { localized("五个一", "Five ones") }

    /// The five ones as one figure of a branch.
    package static var fiveOnesRule: String {
        localized(
            "每个党小组每年各完成“五个一”一次；矛盾纠纷、办实事在办结后才计，安全隐患发现即计",
            "Each party group: each of the five once a year; disputes, deeds when resolved")
    }

    /// Each branch holds one 主题党日 a month (our reading).
    package static var partyDay: Requirement {
        Requirement(
            id: "partyDay", title: localized("主题党日", "Party days"),
            rule: localized(
                "每个支部每月开展主题党日 1 次（按月计，同月多次计一次）",
                "Each branch: a party day every month; several in a month count once"),
            subject: .branch, kind: .partyDay, target: 1, period: .month)
    }

    private static func fiveOnesRule(_ kind: ActivityKind) -> String {
        switch kind {
        case .activist: localized("每个党小组每年培养入党积极分子不少于 1 名", "Each party group: 1 activist trained a year")
        case .suggestion:
            localized(
                "每个党小组每年为村“两委”提合理化建议不少于 1 条",
                "Each party group: 1 suggestion a year to the village's two committees")
        case .hazard:
            localized(
                "每个党小组每年排查安全隐患不少于 1 处，发现即计",
                "Each party group: 1 hazard found a year; it counts when found")
        case .dispute:
            localized(
                "每个党小组每年化解矛盾纠纷不少于 1 起，办结才计，按办结日期",
                "Each party group: 1 dispute resolved a year; it counts when resolved")
        case .deed:
            localized(
                "每个党小组每年帮助贫困户办实事不少于 1 件，办结才计，按办结日期",
                "Each party group: 1 deed a year for a poor household; it counts when done")
        case .researchVisit, .themeActivity, .partyDay, .homeVisit: ""
        }
    }
}
