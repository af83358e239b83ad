import PartyWork
import TerminalUI

extension MonthLack {
    /// How its state looks.
    var element: Element { state?.element ?? .text }

    /// Where it is seen to.
    func command(_ requirements: Requirements, today: Day) -> Command {
        switch self {
        case .partyDay(_, let report):
            .record(
                ActivityDraft(
                    kind: .partyDay, organization: report.code, organizationName: report.name,
                    heldOn: min(report.asOf, today)))
        case .papers(let row), .late(let row): .form(.correct(row, requirements))
        case .household(let row): .open(.household(Household.ID(row.subject)))
        case .member(let row): .open(.person(Person.ID(row.subject)))
        }
    }
}

extension RowList where Row == MonthLack {
    static var lacks: RowList<MonthLack> {
        RowList(
            [
                .init(
                    TableColumn(localized("情况", "State"), minimum: localized(8, 9)), element: \.element, text: \.title),
                .init(TableColumn(localized("内容", "What"), minimum: 16, ideal: 24, share: 1), text: \.what),
                .init(TableColumn(localized("日期", "Date"), minimum: 10, ideal: 28), text: \.days),
                .init(TableColumn(localized("编号", "Number"), minimum: 10, ideal: 14), text: \.key),
            ], identity: { $0.title + $0.key }, searched: { "\($0.title) \($0.what) \($0.key)" })
    }
}
