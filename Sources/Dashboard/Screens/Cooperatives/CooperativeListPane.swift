import PartyWork
import TerminalUI

/// The cooperatives one by one.
struct CooperativeListPane: RegisterPane {
    var list = CooperativeListPane.rows.choosing()

    var register: TableSchema { .cooperatives }
    var name: String { localized("逐个", "one by one") }
    var marking: Meaning? { .deregister }
    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? { list.selected.map { CooperativeGlance(row: $0) } }
    func empty(_ context: Context) -> String { localized("还没有合作社，按 F5 新增", "No cooperative yet: F5 adds one") }
    func definition(_ context: Context) -> String? { Definition.cooperatives }

    func opened(_ row: CooperativeRow) -> Command { .open(.cooperative(row.cooperative.id)) }

    func corrected(_ row: CooperativeRow) -> Form<Filing> { .correct(AnyRecord(row.cooperative)) }

    func datedChanges(of row: CooperativeRow, _ context: Context) -> Menu {
        .datedChanges(of: AnyRecord(row.cooperative), context)
    }

    func datedChanges(of rows: [CooperativeRow], _ context: Context) -> Menu {
        .datedChanges(of: rows.map { AnyRecord($0.cooperative) }, context)
    }

    var known: [PartyWork.Column: String] {
        guard let cooperative = list.selected?.cooperative else { return [:] }
        return [.organization: cooperative.organization.digits, .trade: cooperative.trade]
    }

    func draft(_ context: Context) -> ActivityDraft {
        guard let row = list.selected else { return ActivityDraft() }
        return ActivityDraft(organization: row.cooperative.organization, organizationName: row.organizationName)
    }

    func printed(_ context: Context) -> [Printout.Item] {
        [list.printed(localized("合作社", "Cooperatives"), rule: Definition.cooperatives)]
    }
}

// MARK: - Columns

extension CooperativeListPane {
    fileprivate static var rows: RowList<CooperativeRow> {
        RowList<CooperativeRow>(
            [
                .init(
                    TableColumn(localized("名称", "Name"), minimum: 18, ideal: 30, share: 2), named: .thing,
                    \.cooperative.name),
                .init(TableColumn(localized("支部", "Branch"), minimum: 8, ideal: 18), named: .thing, \.organizationName),
                .init(
                    TableColumn(localized("产业", "Trade"), minimum: 6, ideal: 8), by: \.cooperative.trade,
                    text: \.cooperative.trade),
                .init(
                    TableColumn(localized("领办党员", "Founders"), minimum: 8, ideal: 16, share: 1),
                    by: \.founderNames.count
                ) { $0.founderNames.joined(separator: localized("、", ", ")) },
                .number(localized("成员户", "Members"), minimum: 6, dropOrder: 1, \.cooperative.memberHouseholds),
                .number(localized("带动户", "Led"), minimum: 6, \.cooperative.householdsLed),
                .init(TableColumn(localized("情况", "State"), minimum: localized(6, 11), dropOrder: 2), by: { state($0) })
                { state($0) },
            ], identity: \.cooperative.id.text,
            searched: {
                "\($0.cooperative.name) \($0.cooperative.id) \($0.organizationName) \($0.cooperative.trade) "
                    + $0.founderNames.joined(separator: " ") + " "
                    + $0.formerOrganizationNames.map { Former.organization($0) }.joined(separator: " ")
            })
    }

    private static func state(_ row: CooperativeRow) -> String {
        row.isActive
            ? localized("在册", "active")
            : row.cooperative.deregisteredOn == nil
                ? StatusReport.Standing.notFounded.title : localized("已注销", "deregistered")
    }
}
