import PartyWork
import TerminalUI

extension ListPane where Row == StatusReport.CommitteeStatus {
    /// 班子成员: those to whom the village is assigned, with their visits of the year to all villages.
    static func committee(of code: Code) -> Self {
        var pane = ListPane(
            of: code, localized("班子成员", "Committee"),
            empty: localized(
                "没有班子成员联系本支部；在名册（7）给班子成员填联系村",
                "No committee member is assigned here; set their villages in the registry (7)"),
            .committee, from: .report { ($0.committee, $0.rule(.visits)) }, place: { .person($0.id) })
        pane.adding = { $1.participants = [Candidate(key: $0.id.text, name: $0.name)] }
        pane.figureOf = \.figure
        return pane
    }
}

extension RowList where Row == StatusReport.CommitteeStatus {
    /// Committee members with their visits of the year.
    static var committee: Self {
        RowList(
            columns, identity: \.id.text, searched: { "\($0.id) \($0.name)" },
            isWorse: { $0.visits.done < $1.visits.done })
    }

    private static var columns: [RowList<StatusReport.CommitteeStatus>.Column] {
        [
            .init(TableColumn(localized("姓名", "Name"), minimum: 8, ideal: 10), named: .person, \.name),
            .init(TableColumn(localized("人员编号", "Person no."), minimum: 8, ideal: 10), by: \.id, text: \.id.text),
            .init(
                TableColumn(localized("专题调研", "Research"), minimum: 8, ideal: 10),
                bar: { Bar(done: $0.visits.done, of: $0.visits.target, fill: .fill(of: $0.visits.state)) }),
            .init(
                TableColumn(localized("今年次数", "This year"), minimum: localized(10, 13), ideal: localized(12, 13)),
                by: \.visits.done,
                element: { .of($0.visits.state) }, text: { "\($0.visits.fraction) \($0.visits.state.title)" }),
        ]
    }
}
