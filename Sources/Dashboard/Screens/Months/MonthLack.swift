import PartyWork
import TerminalUI

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
        case .partyDay(let state, _): state == .overdue ? "缺" : "待开"
        case .papers: "待补"
        case .late: "补录"
        case .household: "无帮扶人"
        case .member: "未结对"
        }
    }

    var element: Element {
        switch self {
        case .partyDay(let state, _): .of(state)
        case .papers: .dueSoon
        case .late: .text
        case .household, .member: .uncovered
        }
    }

    var what: String {
        switch self {
        case .partyDay: "主题党日"
        case .papers(let row), .late(let row): "\(row.activity.kind.rawValue)：\(row.activity.title)"
        case .household(let row): "户 \(row.name)"
        case .member(let row): "党员 \(row.name)"
        }
    }

    /// The day it was held, and for a late one the day it was entered.
    var days: String {
        switch self {
        case .papers(let row): row.activity.heldOn.description
        case .late(let row): "\(row.activity.heldOn) 登记于 \(row.enteredOn?.description ?? "")"
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

extension RowList where Row == MonthLack {
    static var lacks: RowList<MonthLack> {
        RowList(
            [
                .init(TableColumn("情况", minimum: 8), element: \.element, text: \.title),
                .init(TableColumn("内容", minimum: 16, ideal: 24, share: 1), text: \.what),
                .init(TableColumn("日期", minimum: 10, ideal: 28), text: \.days),
                .init(TableColumn("编号", minimum: 10, ideal: 14), text: \.key),
            ], identity: { $0.title + $0.key }, searched: { "\($0.title) \($0.what) \($0.key)" })
    }
}
