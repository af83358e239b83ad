import PartyWork
import TerminalUI

/// The register of households.
struct HouseholdsPane: RegisterPane {
    var list = HouseholdsPane.rows.choosing()

    var register: TableSchema { .households }
    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? { list.selected.map { HouseholdGlance($0) } }

    func needs(_ context: Context) -> [Need<Self>] {
        [Need(HouseholdsQuery(scope: context.scope, asOf: context.asOf)) { pane, rows in pane.list.load(rows) }]
    }

    func opened(_ row: HouseholdRow) -> Command { .open(.household(row.household.id)) }

    func corrected(_ row: HouseholdRow) -> Form<Filing> { .edit(row) }

    var marking: Meaning? { .event }

    func datedChanges(of row: HouseholdRow, _ context: Context) -> Menu { .happened(to: row, context) }

    func datedChanges(of rows: [HouseholdRow], _ context: Context) -> Menu { .datedChanges(of: rows, context) }

    var known: [PartyWork.Column: String] {
        let numbers = list.allRows.map(\.household.id.text)
        let household = list.selected?.household
        return [
            .householdID: NextNumber.after(household?.id.text ?? "H0000", in: numbers),
            .village: household?.village.digits ?? "",
        ]
    }

    var proposed: [PartyWork.Column] { [.identifiedOn] }

    func draft(_ context: Context) -> ActivityDraft {
        guard let household = list.selected?.household else { return ActivityDraft() }
        return ActivityDraft(
            organization: household.village, household: Candidate(key: household.id.text, name: household.head))
    }

    func forms(_ context: Context) -> [Printout.Item] { list.selected.map { [Printout.card(of: $0, context)] } ?? [] }
}

// MARK: - Columns

extension HouseholdsPane {
    fileprivate static var rows: RowList<HouseholdRow> {
        RowList<HouseholdRow>(
            [
                .init(TableColumn(localized("户主", "Head"), minimum: 8, ideal: 10), named: .person, \.head),
                .init(
                    TableColumn(localized("户编号", "Household"), minimum: 9, ideal: 12), by: \.household.id,
                    text: \.household.id.text),
                .init(TableColumn(localized("村", "Village"), minimum: 8, ideal: 14), named: .thing, \.villageName),
                .number(localized("人口", "Size"), minimum: 4, \.household.headcount),
                .init(
                    TableColumn(localized("状态", "State"), minimum: 6), by: { $0.state?.rawValue ?? "" },
                    element: { $0.isGap ? .uncovered : .text }, text: { $0.state?.title ?? localized("未识别", "not yet") }
                ),
                .init(
                    TableColumn(localized("致贫原因", "Cause"), minimum: 8, ideal: 12, dropOrder: 2), by: \.household.cause,
                    text: \.household.cause),
                .init(TableColumn(localized("帮扶人", "Helpers"), minimum: 8, ideal: 16, share: 1), named: .person) {
                    helpers($0)
                },
            ], identity: \.household.id.text,
            searched: \.former)
    }

    private static func helpers(_ row: HouseholdRow) -> String {
        row.helpers.isEmpty && row.state == .poor ? localized("（无）", "(none)") : row.helperNames
    }
}
