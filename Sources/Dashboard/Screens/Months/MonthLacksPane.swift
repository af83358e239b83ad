import PartyWork
import TerminalUI

/// What is to be seen to of a month.
struct MonthLacksPane: RowPane {
    var list = MonthLacksPane.rows
    private var report: MonthReport?

    var name: String { localized("要处理", "To do") }

    func empty(_ context: Context) -> String {
        localized("没有要处理的：材料齐，没有补录和缺口", "Nothing to do: papers complete, no late entry, no gap")
    }

    func definition(_ context: Context) -> String? {
        localized(
            "按\(report.map { "截至 \($0.asOf) " } ?? "")现在的台账；补录＝这个月过后才登记的",
            "By today's ledger\(report.map { " as of \($0.asOf)" } ?? ""); late = entered after the month")
    }

    mutating func load(_ details: MonthDetails) {
        report = details.report
        list.load(MonthLack.all(of: details))
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        [
            Binding(
                .open, .attend, on: list.selected, orElse: localized("没有要处理的", "nothing to do")
            ) { [$0.command(context.requirements, today: context.today)] }
        ] + listBindings
    }

    func printed(_ context: Context) -> [Printout.Item] {
        report.map {
            [
                list.printed(
                    localized("要处理的", "To be seen to"), of: $0.name, scope: Scope($0.code),
                    filters: [$0.month.title, $0.standing], rule: definition(context))
            ]
        } ?? []
    }

    private static var rows: RowList<MonthLack> {
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
        case .household(let row): .open(.household(row.id))
        case .member(let row): .open(.person(row.id))
        }
    }
}
