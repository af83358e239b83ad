import PartyWork
import TerminalUI

extension ListPane where Row == CooperativeRow {
    /// 合作社: those registered at the date, led by party members first.
    static func cooperatives(of code: Code) -> Self {
        var pane = ListPane(
            of: code, localized("合作社", "Coops"), rule: Definition.cooperatives,
            empty: localized("截至这天没有在册的合作社", "No active cooperative as of this day"),
            RowList(
                columns, identity: \.cooperative.id.text,
                searched: {
                    "\($0.cooperative.id) \($0.cooperative.name) \($0.cooperative.trade) "
                        + $0.founderNames.joined(separator: " ")
                }),
            from: .asked(
                { code, context in
                    Need(CooperativesQuery(scope: Scope(code), asOf: context.asOf)) { pane, rows in
                        let active = rows.filter(\.isActive)
                        pane.load(active.filter { !$0.founderNames.isEmpty } + active.filter(\.founderNames.isEmpty))
                    }
                }, count: \.cooperatives), place: { _ in .cooperatives })
        pane.adding = { row, draft in
            draft.participants = zip(row.cooperative.founders, row.founderNames).map {
                Candidate(key: $0.text, name: $1)
            }
        }
        return pane
    }

    private static var columns: [RowList<CooperativeRow>.Column] {
        [
            .init(
                TableColumn(localized("名称", "Name"), minimum: 18, ideal: 28, share: 1), named: .thing,
                \.cooperative.name),
            .init(
                TableColumn(localized("产业", "Trade"), minimum: 6, ideal: 8, dropOrder: 2), by: \.cooperative.trade,
                text: \.cooperative.trade),
            .init(TableColumn(localized("领办党员", "Founders"), minimum: 8, ideal: 14), by: \.founderNames.count) {
                $0.founderNames.isEmpty ? "-" : $0.founderNames.joined(separator: localized("、", ", "))
            },
            .number(localized("成员户", "Members"), minimum: 6, dropOrder: 1, \.cooperative.memberHouseholds),
            .number(localized("带动户次", "Led"), minimum: 8, \.cooperative.householdsLed),
        ]
    }
}
