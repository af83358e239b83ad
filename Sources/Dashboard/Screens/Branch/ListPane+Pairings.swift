import PartyWork
import TerminalUI

/// A household of the branch's village, with whether it was visited in the date's month.
struct BranchHousehold: Sendable {
    let row: HouseholdRow
    let isVisited: Bool

    /// Gaps first, then the covered poor, then the lifted.
    fileprivate var rank: Int { row.isGap ? 0 : row.state == .poor ? 1 : 2 }
}

extension ListPane where Row == BranchHousehold {
    /// 结对: the households that are poor or lifted, gaps first.
    static func pairing(of code: Code) -> Self {
        var pane = ListPane(
            of: code, localized("结对", "Pairing"), rule: Definition.householdCoverage,
            empty: localized(
                "没有贫困户；在名册（7）登记，户在村党组织名下", "No household; add them in the registry (7), under village branches"),
            RowList(columns, identity: \.row.household.id.text, searched: { $0.searched }),
            from: .asked(
                { code, context in
                    Need(HouseholdsQuery(scope: Scope(code), asOf: context.asOf)) { pane, rows in
                        let shown = rows.filter(\.isKept).map { BranchHousehold($0, asOf: context.asOf) }
                        pane.load([0, 1, 2].flatMap { rank in shown.filter { $0.rank == rank } })
                    }
                }, count: \.households), place: { .household($0.row.household.id) })
        pane.adding = { $1.household = Candidate($0.row) }
        return pane
    }

    private static var columns: [RowList<BranchHousehold>.Column] {
        [
            .init(TableColumn(localized("户主", "Head"), minimum: 8, ideal: 10), named: .person, \.row.head),
            .init(
                TableColumn(localized("户编号", "Household"), minimum: 9, ideal: 12, dropOrder: 1), by: \.row.household.id,
                text: \.row.household.id.text),
            .number(localized("人口", "Size"), minimum: 4, dropOrder: 2, \.row.household.headcount),
            .init(TableColumn(localized("状态", "State"), minimum: 6), by: \.rank) { $0.row.state?.title ?? "" },
            .init(
                TableColumn(localized("帮扶人", "Helpers"), minimum: 12, ideal: 20, share: 1), by: \.rank,
                element: { $0.row.isGap ? .uncovered : .text }, text: { $0.helpers }),
            .init(
                TableColumn(localized("最近走访", "Last visit"), minimum: 15),
                by: { $0.row.lastVisitOn?.description ?? "" }, element: { $0.isVisited ? .done : .text },
                text: { $0.visit }),
        ]
    }
}

extension BranchHousehold {
    fileprivate init(_ row: HouseholdRow, asOf day: Day) {
        self.row = row
        isVisited = row.lastVisitOn.map { $0 >= day.firstOfMonth } ?? false
    }

    fileprivate var helpers: String {
        let serving = row.helpers.filter(\.serves).map(\.name).joined(separator: localized("、", ", "))
        if !serving.isEmpty { return serving }
        return row.isGap
            ? Gap.State.uncovered.title + (row.helpers.isEmpty ? "" : localized("：", ": ") + row.helperNames)
            : row.helperNames
    }

    fileprivate var visit: String {
        row.lastVisitOn.map { localized("\($0)\(isVisited ? " 本月" : "")", "\($0)\(isVisited ? " now" : "")") }
            ?? localized("未走访", "never")
    }

    fileprivate var searched: String {
        "\(row.household.id) \(row.head) \(row.household.cause) \(helpers) \(row.former)"
    }
}
