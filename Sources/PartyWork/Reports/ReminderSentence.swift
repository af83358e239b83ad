/// What is missing of one sort and by when, in a plain sentence for those who owe it.
struct ReminderSentence {
    private let gaps: [Gap]
    private let name: String
    private let asOf: Day

    /// A sentence about rows of one sort, to someone of a name.
    init(_ gaps: [Gap], to name: String, asOf day: Day) {
        self.gaps = gaps
        self.name = name
        asOf = day
    }

    private var first: Gap { gaps[0] }
    private var count: Int { gaps.count }

    var text: String {
        switch first.kind {
        case .household:
            localized(
                "没有帮扶人的户 \(count) 户：\(people)，请尽快安排结对", "\(plural(count, "household")) without a helper: \(people)")
        case .member where isOwn: localized("还没有结对的贫困户，请与支部联系，尽快结对", "no household to help yet: please ask your branch")
        case .member:
            localized("没有结对的党员 \(count) 人：\(people)，请尽快结对", "\(plural(count, "member")) without a household: \(people)")
        case .visits, .themeActivity: yearly
        case .fiveOnes:
            localized("五个一还有 \(count) 项没有办：\(items)\(by)", "Five ones, \(count) lacking: \(items)\(by)")
        case .partyDay: localized("主题党日没有开：\(periods)\(by)", "No party day in \(periods)\(by)")
        case .checklist:
            localized(
                "清单“\(first.sortTitle)”还没有办\(whose)\(by)",
                "Checklist “\(first.sortTitle)”, still to be done\(whose)\(by)")
        case .entry:
            localized("登记簿“\(first.sortTitle)”要办：\(called)\(by)", "Register “\(first.sortTitle)”: \(called)\(by)")
        }
    }

    /// Whether it is about whom it is sent to, and nobody else.
    private var isOwn: Bool { gaps.allSatisfy { $0.name == name } }

    // MARK: Parts

    /// `，已逾期，请尽快补办`, `，2016-12-31 前`.
    private var by: String {
        guard let due = gaps.compactMap({ $0.due(asOf: asOf) }).max() else { return "" }
        if first.state == .overdue { return localized("，已逾期，请尽快补办", "; overdue, please see to it now") }
        let behind =
            gaps.contains { $0.state == .behind } ? localized("，进度滞后", "; behind") : ""
        return behind + localized("，\(due) 前", ", by \(due)")
    }

    private var people: String {
        gaps.map { localized("\($0.name)（\($0.subject.token)）", "\($0.name) (\($0.subject.token))") }.said
    }

    /// What is asked so many times a year.
    private var yearly: String {
        let (done, target) = (first.done, first.target)
        return localized(
            "\(first.kind.title)今年要 \(target) 次，已有 \(done) 次，还差 \(max(0, target - done)) 次\(by)",
            "\(first.kind.title): \(done) of \(target) this year, \(max(0, target - done)) lacking\(by)")
    }

    /// `第一党小组培养入党积极分子、办实事；第二党小组办实事`.
    private var items: String {
        var (order, kinds): ([String], [String: [String]]) = ([], [:])
        for gap in gaps {
            guard case .item(_, let kind) = gap.subject else { continue }
            let group = gap.name.name(in: name)
            if kinds[group] == nil { order.append(group) }
            kinds[group, default: []].append(kind.title)
        }
        return order.map { $0 + localized("", " ") + (kinds[$0] ?? []).listed }.joined(separator: localized("；", "; "))
    }

    /// `2 月、4 月`.
    private var periods: String {
        gaps.compactMap { gap in if case .partyDay(_, let period) = gap.subject { period.span.title } else { nil } }
            .said
    }

    /// Of whom a checklist asks it, where that is not the addressee.
    private var whose: String { isOwn ? "" : localized("：", ": ") + gaps.map(\.name).said }

    private var called: String { gaps.map(\.name).said }
}

extension [String] {
    /// All of a few, of many the first and how many there are.
    fileprivate var said: String {
        let most = 20
        return count <= most
            ? listed : Array(prefix(most)).listed + localized(" 等 \(count) 个", " and \(count - most) more")
    }
}
