import PartyWork
import TerminalUI

/// A register: the rows of a table, which are added, corrected, opened, and marked with dated changes.
protocol RegisterPane: RowPane {
    /// The table whose rows it has.
    var register: TableSchema { get }
    /// Where a row leads.
    func opened(_ row: Row) -> Command
    /// The form that corrects a row.
    func corrected(_ row: Row) -> Form<Filing>
    /// What the key of the dated changes is called; nil for its own word.
    var marking: Meaning? { get }
    /// The dated changes of a row.
    func datedChanges(of row: Row, _ context: Context) -> Menu
    /// The dated changes that many rows can go through at once.
    func datedChanges(of rows: [Row], _ context: Context) -> Menu
    /// What is known of a new record: what it shares with the selected one, and the next free number.
    var known: [PartyWork.Column: String] { get }
    /// The columns in which a new record has the day that is looked at.
    var proposed: [PartyWork.Column] { get }
    /// The forms of the selected row.
    func forms(_ context: Context) -> [Printout.Item]
}

extension RegisterPane {
    var table: TableSchema? { register }
    var name: String { register.title }
    var total: Int? { nil }
    var marking: Meaning? { nil }
    var proposed: [PartyWork.Column] { [] }
    func forms(_ context: Context) -> [Printout.Item] { [] }

    func empty(_ context: Context) -> String {
        localized("还没有\(name)，按 F5 新增，或按 ^K 从文件导入", "No \(name) yet: F5 adds, ^K imports files")
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let row = list.selected
        let nothing = localized("没有选中的行", "no row selected")
        return [
            Binding(.open, on: row, orElse: nothing) { [opened($0)] },
            Binding(.add) { pane in
                let days = pane.proposed.map { ($0, context.proposedDay) }
                return [.form(.add(pane.register, pane.known, proposing: Dictionary(uniqueKeysWithValues: days)))]
            },
            Binding(.edit, on: row, orElse: nothing) { [.form(corrected($0))] },
            Binding(.datedChange, marking, on: row, orElse: nothing) { row in
                [
                    .menu(
                        list.chosen.isEmpty
                            ? datedChanges(of: row, context) : datedChanges(of: list.chosenRows, context))
                ]
            },
        ] + listBindings
    }

    func printed(_ context: Context) -> [Printout.Item] {
        [list.printed(localized("\(name)名册", "Register of \(name)"), rule: nil)] + forms(context)
    }
}
