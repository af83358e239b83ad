/// What the built-in methods ask for, by day: the contract's numbers where no row of the ledger says otherwise.
///
/// A year's count is judged by what is asked for on the date of which a figure speaks; a month or a quarter by what was
/// asked for in it, so that a finished one stays as it was.
package struct Requirements: Sendable, Hashable {
    /// The dated rows, the earliest first.
    package let rows: [MethodTarget]

    /// The contract's, with nothing changed.
    package static let standard = Requirements([])

    package init(_ rows: [MethodTarget]) { self.rows = rows.sorted { $0.startsOn < $1.startsOn } }

    /// The row in effect on a day; the contract's numbers before the first.
    package func target(of method: Method, on day: Day) -> MethodTarget {
        rows.last { $0.method == method && $0.startsOn <= day } ?? .standard(method)
    }

    /// What a method asks for on a day; of 五个一 it is one item's number.
    package func requirement(_ method: Method, on day: Day) -> Requirement { target(of: method, on: day).requirement }

    /// The five items of a group, in the order of `ActivityKind.fiveOnes`.
    package func fiveOnes(on day: Day) -> [Requirement] {
        let target = target(of: .fiveOnes, on: day)
        return Requirement.fiveOnes.map { target.isStandard ? $0 : $0.asking(target, rule: target.rule) }
    }

    /// The periods of the date's year in which 主题党日 is asked of each branch, those that have begun; one that a
    /// later row cuts short is not asked: nobody had the time that was given.
    package func partyDays(asOf day: Day) -> [Span] {
        versions(of: .partyDay).filter { $0.target > 0 }.flatMap { version in
            version.spans(asOf: day).filter { $0.last == Span.end(of: version.period, at: $0.last) }
        }
    }

    /// The period in which 主题党日 is asked that ends with a month; nil where none ends with it.
    package func partyDay(in month: Month, asOf day: Day) -> Span? {
        partyDays(asOf: min(day, month.last)).last { $0.last == month.last }
    }

    /// What the method asked for from row to row, the earliest first, each with its days.
    private func versions(of method: Method) -> [Requirement] {
        let own = rows.filter { $0.method == method }
        let ends = own.map { $0.startsOn.adding(days: -1) }
        var versions: [Requirement] = []
        for (index, target) in ([.standard(method)] + own).enumerated() {
            var version = target.requirement
            version.startsOn = index == 0 ? nil : target.startsOn
            version.endsOn = index < ends.count ? ends[index] : nil
            versions.append(version)
        }
        return versions
    }

    /// How often poor households are to be visited, as lists that count 帮扶走访: one for each row that asks for some.
    package var visitLists: [Checklist] {
        let own = rows.filter { $0.method == .homeVisits }
        return own.indices.filter { own[$0].count > 0 }.map { index in
            let end = index + 1 < own.count ? own[index + 1].startsOn.adding(days: -1) : nil
            return Checklist(
                id: Checklist.ID("\(Method.homeVisits.rawValue)@\(own[index].startsOn)"),
                name: Method.homeVisits.title,
                subject: .household, count: own[index].count, period: own[index].period, startsOn: own[index].startsOn,
                endsOn: end, counts: .homeVisit, remark: own[index].remark)
        }
    }
}

extension Checklist {
    /// Whether it is a method's own list and no row of the ledger: it has no ticks and no waivers.
    package var isMethod: Bool { id.text.hasPrefix("\(Method.homeVisits.rawValue)@") }
}

extension MethodTarget {
    /// The contract's numbers.
    package static func standard(_ method: Method) -> MethodTarget {
        MethodTarget(method, from: .earliest, method.standard.count, method.standard.period)
    }

    /// Whether no officer changed it.
    package var isStandard: Bool { startsOn == .earliest }

    /// What it asks for.
    package var requirement: Requirement {
        let standard = method.requirement
        return isStandard && count > 0 ? standard : standard.asking(self, rule: rule)
    }

    /// The rule in a sentence (口径), with the number that is asked for now.
    package var rule: String {
        if count == 0 {
            return localized("\(method.title)\(since)不考核，只计数", "\(method.title)\(since): counted, not asked for")
        }
        let each = period.asks(count)
        return switch method {
        case .visits:
            localized(
                "镇班子成员每人\(since)到村（联合支部）专题调研\(each)；一次多人同去，各计一次",
                "Each committee member\(since): research visits to villages, \(each); a joint visit counts for each")
        case .themeActivity:
            localized(
                "每个村党组织\(since)开展主题活动\(each)；联合支部、机关支部只计数不考核",
                "Each village branch\(since): theme activities, \(each); joint and office branches only count")
        case .fiveOnes:
            localized(
                "每个党小组\(since)“五个一”各\(each)；矛盾纠纷、办实事在办结后才计，安全隐患发现即计",
                "Each party group\(since): each of the five ones, \(each); disputes and deeds count once resolved")
        case .partyDay:
            localized(
                "每个支部\(since)\(period.rawValue)开展主题党日 1 次；同一期内多次计一次",
                "Each branch\(since): a party day \(period.english); several in one period count once")
        case .homeVisits:
            localized("每个未脱贫户\(since)帮扶走访\(each)", "Each poor household\(since): home visits, \(each)")
        }
    }

    private var since: String { isStandard ? "" : localized("自 \(startsOn) 起", " from \(startsOn)") }
}

extension Method {
    /// What it asks for as the contract has it; of 五个一 one item, of 帮扶走访 nothing.
    fileprivate var requirement: Requirement {
        switch self {
        case .visits: .visits
        case .themeActivity: .themeActivity
        case .fiveOnes:
            Requirement(
                id: "fiveOnes", title: title, rule: Requirement.fiveOnesRule, subject: .group, kind: nil, target: 1,
                period: .year)
        case .partyDay: .partyDay
        case .homeVisits:
            Requirement(
                id: "homeVisits", title: title, rule: "", subject: .household, kind: .homeVisit, target: 0,
                period: .month)
        }
    }
}

extension Requirement {
    /// The requirement with the number of a dated row.
    fileprivate func asking(_ row: MethodTarget, rule: String) -> Requirement {
        Requirement(
            id: id, title: title, rule: rule, subject: subject, kind: kind, target: row.count, period: row.period)
    }
}
