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
                .open, localized("去办", "do it"), on: list.selected, orElse: localized("没有要处理的", "nothing to do")
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

/// Something of a month that is to be seen to: missing, without papers, entered late.
enum MonthLack: Sendable {
    case partyDay(ProgressState, MonthReport)
    case papers(ActivityRow)
    case late(ActivityRow)
    case household(Uncovered)
    case member(Uncovered)

    /// Everything of a month, the most pressing first.
    static func all(of details: MonthDetails) -> [MonthLack] {
        let missing = details.report.missingPartyDay.map { [partyDay($0, details.report)] } ?? []
        return missing + details.activities.filter { $0.activity.evidence == .pending }.map { .papers($0) }
            + details.activities.filter(\.isLate).map { .late($0) } + details.households.map { .household($0) }
            + details.members.map { .member($0) }
    }

    /// What it is called, which also tells without colour.
    var title: String {
        switch self {
        case .partyDay(let state, _): state.title
        case .papers: localized("待补", "papers")
        case .late: localized("补录", "late")
        case .household, .member: Gap.State.uncovered.title
        }
    }

    var element: Element {
        switch self {
        case .partyDay(let state, _): .of(state)
        case .papers: .pending
        case .late: .text
        case .household, .member: .of(Gap.State.uncovered)
        }
    }

    /// What kind of thing it is.
    var kind: String {
        switch self {
        case .partyDay: ActivityKind.partyDay.title
        case .papers(let row), .late(let row): row.activity.kind.title
        case .household: localized("贫困户", "household")
        case .member: localized("党员", "member")
        }
    }

    var what: String {
        switch self {
        case .partyDay: localized("主题党日", "party day")
        case .papers(let row), .late(let row):
            localized(
                "\(row.activity.kind.title)：\(row.activity.title)", "\(row.activity.kind.title): \(row.activity.title)")
        case .household(let row): localized("户 \(row.name)", "household \(row.name)")
        case .member(let row): localized("党员 \(row.name)", "member \(row.name)")
        }
    }

    /// The day it was held, and for a late one the day it was entered.
    var days: String {
        switch self {
        case .papers(let row): row.activity.heldOn.description
        case .late(let row):
            localized(
                "\(row.activity.heldOn) 登记于 \(row.enteredOn?.description ?? "")",
                "\(row.activity.heldOn) entered on \(row.enteredOn?.description ?? "")")
        default: ""
        }
    }

    var key: String {
        switch self {
        case .partyDay(_, let report): report.code.digits
        case .papers(let row), .late(let row): row.activity.id.text
        case .household(let row), .member(let row): row.subject
        }
    }

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
