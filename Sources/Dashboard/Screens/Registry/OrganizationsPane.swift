import PartyWork
import TerminalUI

/// The register of organizations; a branch opens into its screen.
struct OrganizationsPane: RegisterPane {
    var list = OrganizationsPane.rows.choosing()

    var register: TableSchema { .organizations }

    func needs(_ context: Context) -> [Need<Self>] {
        [Need(OrganizationsQuery(scope: context.scope, asOf: context.asOf)) { pane, rows in pane.list.load(rows) }]
    }

    func opened(_ row: OrganizationRow) -> Command {
        let organization = row.organization
        return organization.kind.isBranch ? .open(.branch(organization.code)) : .form(corrected(row))
    }

    func corrected(_ row: OrganizationRow) -> Form<Filing> { .correct(AnyRecord(row.organization)) }

    func datedChanges(of row: OrganizationRow, _ context: Context) -> Menu {
        .datedChanges(of: AnyRecord(row.organization), context)
    }

    func datedChanges(of rows: [OrganizationRow], _ context: Context) -> Menu {
        .datedChanges(of: rows.map { AnyRecord($0.organization) }, context)
    }

    var known: [PartyWork.Column: String] {
        NextNumber.organization(beside: list.selected?.organization, in: list.allRows)
    }

    func draft(_ context: Context) -> ActivityDraft {
        guard let organization = list.selected?.organization else { return ActivityDraft() }
        return ActivityDraft(organization: organization.code, organizationName: organization.name)
    }
}

// MARK: - Columns

extension OrganizationsPane {
    fileprivate static var rows: RowList<OrganizationRow> {
        RowList<OrganizationRow>(
            [
                .init(
                    TableColumn(localized("名称", "Name"), minimum: 12, ideal: 26, share: 1), named: .thing,
                    \.organization.name),
                .init(
                    TableColumn(localized("编码", "Code"), minimum: 14), by: \.organization.code,
                    text: \.organization.code.digits),
                .init(
                    TableColumn(localized("类型", "Kind"), minimum: localized(8, 14)), by: \.organization.kind.rawValue,
                    text: \.organization.kind.title),
                .init(
                    TableColumn(localized("上级", "Part of"), minimum: 8, ideal: 14, dropOrder: 1), named: .thing,
                    \.parentName),
                .init(TableColumn(localized("牵头人", "Led by"), minimum: 8, dropOrder: 2), named: .person, \.leaderName),
                .init(TableColumn(localized("情况", "Standing"), minimum: 15, share: 1), by: { existence($0) }) {
                    existence($0)
                },
            ], identity: \.organization.code.digits,
            searched: { $0.formerNames.map { Former.name($0) }.joined(separator: " ") })
    }

    private static func existence(_ row: OrganizationRow) -> String {
        if row.exists { return row.organization.foundedOn.map { localized("成立 \($0)", "since \($0)") } ?? "" }
        return row.organization.dissolvedOn.map { "\(StatusReport.Standing.dissolved.title) \($0)" }
            ?? StatusReport.Standing.notFounded.title
    }
}
