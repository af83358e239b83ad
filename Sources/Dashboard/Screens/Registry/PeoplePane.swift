import PartyWork
import TerminalUI

/// The register of people.
struct PeoplePane: RegisterPane {
    var list = PeoplePane.rows.choosing()

    var register: TableSchema { .people }
    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? { list.selected.map { PersonGlance($0) } }

    func needs(_ context: Context) -> [Need<Self>] {
        [Need(PeopleQuery(scope: context.scope, asOf: context.asOf)) { pane, rows in pane.list.load(rows) }]
    }

    func opened(_ row: PersonRow) -> Command { .open(.person(row.person.id)) }

    func corrected(_ row: PersonRow) -> Form<Filing> { .edit(row) }

    func datedChanges(of row: PersonRow, _ context: Context) -> Menu { .datedChanges(of: row, context) }

    func datedChanges(of rows: [PersonRow], _ context: Context) -> Menu { .datedChanges(of: rows, context) }

    var known: [PartyWork.Column: String] {
        let numbers = list.allRows.map(\.person.id.text)
        let organization = list.selected?.person.organization.digits ?? ""
        return [.personID: NextNumber.after("P0000", in: numbers), .organization: organization]
    }

    func draft(_ context: Context) -> ActivityDraft {
        guard let person = list.selected?.person else { return ActivityDraft() }
        return ActivityDraft(
            organization: person.organization, participants: [Candidate(key: person.id.text, name: person.name)])
    }

    func forms(_ context: Context) -> [Printout.Item] {
        list.selected.flatMap { $0.households > 0 ? [Printout.pairings(of: $0, context)] : nil } ?? []
    }
}

// MARK: - Columns

extension PeoplePane {
    fileprivate static var rows: RowList<PersonRow> {
        RowList<PersonRow>(
            [
                .init(TableColumn(localized("姓名", "Name"), minimum: 8, ideal: 10), named: .person, \.person.name),
                .init(
                    TableColumn(localized("人员编号", "Person no."), minimum: 8, ideal: 10), by: \.person.id,
                    text: \.person.id.text),
                .init(
                    TableColumn(localized("组织", "Organization"), minimum: 12, ideal: 24, share: 1), by: \.organization,
                    text: \.organizationName),
                .init(
                    TableColumn(localized("类别", "Category"), minimum: 8, ideal: 12), by: \.person.category.rawValue,
                    text: \.person.category.title),
                .init(
                    TableColumn(localized("职务", "Post"), minimum: 8, ideal: 14, dropOrder: 2), by: \.person.post,
                    text: \.person.post),
                .number(localized("结对", "Pairing"), minimum: 4, \.households),
                .init(
                    TableColumn(
                        localized("情况", "Standing"), minimum: localized(10, 15), ideal: 15, share: 1, dropOrder: 1),
                    by: { remark($0) }, element: { $0.isGap ? .uncovered : .text }, text: { remark($0) }),
            ], identity: \.person.id.text,
            searched: \.former)
    }

    private static func remark(_ row: PersonRow) -> String {
        if let absence = row.service.absence { return absence }
        if !row.person.exemption.isEmpty {
            return localized("免：\(row.person.exemption)", "exempt: \(row.person.exemption)")
        }
        return row.isGap ? Gap.State.uncovered.title : ""
    }
}
