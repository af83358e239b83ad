import PartyWork
import TerminalUI

/// A month of a branch: what was recorded in it, by kind.
struct BranchMonth: Sendable {
    let organization: Organization
    let month: Int
    let counts: [ActivityKind: Int]
    let evidencePending: Int
    /// What a month without 主题党日 is; nil for one that has it, or with which no period ends that asks for one.
    let missing: ProgressState?

    var total: Int { counts.values.reduce(0, +) }
}

extension ListPane where Row == BranchMonth {
    /// 活动 by month, from January to the date's.
    static func months(of code: Code) -> Self {
        let rule = localized(
            "按活动日期列已登记、未作废的活动；“逾期”＝没有主题党日，“将到期”＝只剩几天",
            "Activities by their day, without voided ones; overdue = no party day")
        var pane = ListPane(
            of: code, localized("活动", "Months"), rule: rule,
            empty: localized("今年还没有活动，按 F2 记第一条", "No activity yet this year: F2 records the first"),
            RowList(
                columns, identity: { String($0.month) },
                searched: { localized("\($0.month)月", "\(Month.english[$0.month - 1])") }),
            from: .report { (BranchMonth.all(of: $0), rule) }, place: { .activities($0.filter()) })
        // All but the sum, which is the row's.
        pane.cells = Array(1...kinds.count) + [kinds.count + 2]
        pane.placeOfCell = { row, column in
            .activities(
                kinds.indices.contains(column - 1)
                    ? row.filter(kinds: [kinds[column - 1]]) : row.filter(only: .papersMissing))
        }
        return pane
    }

    private static var kinds: [ActivityKind] { ActivityKind.allCases }

    private static var columns: [RowList<BranchMonth>.Column] {
        [
            .init(TableColumn(localized("月份", "Month"), minimum: 5), by: \.month) {
                localized("\($0.month) 月", "\(Month.english[$0.month - 1])")
            }
        ]
            + kinds.map { kind in
                .init(
                    TableColumn(kind.shortTitle, minimum: kind == .partyDay ? localized(6, 8) : 4, alignment: .right),
                    element: { kind == .partyDay ? $0.missing.map { .of($0) } ?? .text : .text },
                    text: { $0.text(kind) })
            } + [
                .number(localized("合计", "Total"), minimum: 4, dropOrder: 1, \.total),
                .init(
                    TableColumn(localized("缺材料", "Papers"), minimum: 6, alignment: .right), by: \.evidencePending,
                    element: { $0.evidencePending > 0 ? .pending : .text },
                    text: { $0.evidencePending > 0 ? String($0.evidencePending) : "-" }),
            ]
    }
}

extension BranchMonth {
    /// What was recorded in the month, as a list of activities.
    fileprivate func filter(kinds: [ActivityKind] = [], only: ActivityFilter.Only? = nil) -> ActivityFilter {
        ActivityFilter(
            organization: organization.code, organizationName: organization.name, kinds: kinds, month: month, only: only
        )
    }

    fileprivate static func all(of report: BranchReport) -> [BranchMonth] {
        let missing = report.status?.partyDays.filter { !$0.isHeld } ?? []
        return (1...report.asOf.month).map { month in
            let recorded = report.months.first { $0.month == month }
            return BranchMonth(
                organization: report.organization, month: month, counts: recorded?.counts ?? [:],
                evidencePending: recorded?.evidencePending ?? 0,
                missing: missing.first { $0.span.last.month == month }?.progress.state)
        }
    }

    /// A count, or for a missing 主题党日 the word.
    fileprivate func text(_ kind: ActivityKind) -> String {
        if let count = counts[kind], count > 0 { return String(count) }
        return kind == .partyDay ? missing.flatMap { $0.needsAction ? $0.title : nil } ?? "-" : "-"
    }
}
