import PartyWork
import TerminalUI

extension Route {
    static var officers: Route { Route("officers") { SoloScreen(OfficersPane()) } }
}

extension ScreenKind {
    static let officers = ScreenKind(localized("经办人与权限", "Officers and rights"), .officers)
}

/// The officers of the ledger; everybody may ask, so that whoever lacks a right sees whom to turn to.
struct OfficersQuery: Query {
    var right: Right? { nil }

    func answer(from ledger: any LedgerReading) throws -> [OfficerGrant] { try ledger.officers() }
}

/// 经办人与权限: who may do what, from when and until when, and in which organizations.
struct OfficersPane: SoloPane {
    var list = RowList<OfficerGrant>(
        OfficersPane.columns, identity: \.key.text,
        searched: { "\($0.account) \($0.name) \($0.role.title) \($0.range)" })

    private static let columns: [RowList<OfficerGrant>.Column] = [
        column(Column.account, 10, ideal: 14), column(Column.personName, 6, ideal: 10),
        column(Column.role, 8, ideal: 10),
        column(Column.range, 12, ideal: 14), column(Column.startedOn, 10, ideal: 10),
        column(Column.endedOn, 10, ideal: 10),
    ]

    private static func column(_ column: Column, _ minimum: Int, ideal: Int) -> RowList<OfficerGrant>.Column {
        let layout = TableColumn(column.title, minimum: minimum, ideal: ideal, alignment: .left, dropOrder: 0)
        return RowList<OfficerGrant>.Column(
            layout, by: { $0.text(column) }, text: { OfficerGrant.table[column]?.title(of: $0.text(column)) ?? "" })
    }

    var name: String { localized("经办人与权限", "Officers and rights") }

    func title(_ context: Context) -> String { "\(name)  \(position)" }

    var hasDetails: Bool { true }
    var details: String? {
        list.selected.map { officer in
            let rights = Right.allCases.filter { officer.role.rights.contains($0) }.map(\.title)
            return localized(
                "\(officer.role.title)可以：\(rights.joined(separator: "；"))",
                "\(officer.role.title) may: \(rights.joined(separator: "; "))")
        }
    }

    func needs(_ context: Context) -> [Need<Self>] { [Need(OfficersQuery()) { pane, rows in pane.list.load(rows) }] }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let nothing = localized("没有选中的经办人", "no officer selected")
        return [
            Binding(.open, .attempts) { _ in [.open(.refused)] },
            Binding(.add, .newOfficer) { _ in [.form(.add(.officers))] },
            Binding(.end, .endOfficer, on: list.selected, orElse: nothing) { [.form(.correct($0.wrapped))] },
        ] + listBindings
    }

    func definition(_ context: Context) -> String? {
        localized(
            "没有登记经办人时谁打开都能做一切；在文件里权限只防误操作，用别的工具改动由 zhibu check 指出；在服务器上由服务器守着",
            "Without officers whoever opens the ledger may do everything; in a file rights guard against mistakes only, a server keeps them"
        )
    }

    func empty(_ context: Context) -> String {
        localized("还没有经办人：按 F5 登记，第一名须是管理员", "No officer yet: F5 adds; the first must be an administrator")
    }

    func printed(_ context: Context) -> [Printout.Item] { [list.printed(name, rule: definition(context))] }
}
