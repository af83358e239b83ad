/// Something of a month that is to be seen to: missing, without papers, entered late.
package enum MonthLack: Sendable, Hashable {
    case partyDay(ProgressState, MonthReport)
    case papers(ActivityRow)
    case late(ActivityRow)
    case household(Uncovered<Household>)
    case member(Uncovered<Person>)

    /// Everything of a month, the most pressing first.
    package static func all(of details: MonthDetails) -> [MonthLack] {
        let missing = details.report.missingPartyDay.map { [partyDay($0, details.report)] } ?? []
        return missing + details.activities.filter { $0.activity.evidence == .pending }.map { .papers($0) }
            + details.activities.filter(\.isLate).map { .late($0) } + details.households.map { .household($0) }
            + details.members.map { .member($0) }
    }

    /// What is wrong with it; nil for what was entered late, which is there.
    package var state: FigureRow.State? {
        switch self {
        case .partyDay(let state, _): .late(state)
        case .papers: .papers
        case .late: nil
        case .household, .member: .uncovered
        }
    }

    /// What it is called, which also tells without colour.
    package var title: String { state?.title ?? localized("补录", "late") }

    /// What kind of thing it is.
    package var kind: String {
        switch self {
        case .partyDay: ActivityKind.partyDay.title
        case .papers(let row), .late(let row): row.activity.kind.title
        case .household: localized("贫困户", "household")
        case .member: localized("党员", "member")
        }
    }

    /// What it is about.
    package var what: String {
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
    package var days: String {
        switch self {
        case .papers(let row): row.activity.heldOn.description
        case .late(let row):
            localized(
                "\(row.activity.heldOn) 登记于 \(row.enteredOn?.description ?? "")",
                "\(row.activity.heldOn) entered on \(row.enteredOn?.description ?? "")")
        case .partyDay, .household, .member: ""
        }
    }

    /// The branch, activity, household or member.
    package var key: String {
        switch self {
        case .partyDay(_, let report): report.code.digits
        case .papers(let row), .late(let row): row.activity.id.text
        case .household(let row): row.id.text
        case .member(let row): row.id.text
        }
    }

    /// What stands for its kind in every language.
    package var kindToken: String {
        switch self {
        case .partyDay: "partyDay"
        case .papers: "papers"
        case .late: "late"
        case .household: "household"
        case .member: "member"
        }
    }

    /// What the activity, household or member is called; of 主题党日 the branch.
    package var name: String {
        switch self {
        case .partyDay(_, let report): report.name
        case .papers(let row), .late(let row): row.activity.title
        case .household(let row): row.name
        case .member(let row): row.name
        }
    }

    /// What tells it from the others, in every language.
    package var token: String { "\(kindToken)/\(key)" }
}
