import PartyWork
import TerminalUI

/// Whom a checklist asks, the most urgent first: ticked, waived, opened.
struct SubjectsPane: RowPane {
    var list = RowList(SubjectRow.columns, identity: \.id, searched: \.searched).choosing(\.obligation.state.isOpen)
    private var checklist: Checklist?
    /// Whether whom it asks is told.
    private var isTold = true
    private var onlyOpen = false
    /// The branch whose rows are shown; nil for all.
    private(set) var branch: Code?

    var name: String { localized("对象", "Subjects") }
    /// What rows are left out by, in words; empty for nothing.
    var filter: String { onlyOpen ? localized("只看未办", "open only") : "" }

    func empty(_ context: Context) -> String {
        if !isTold { return ChecklistSheet.isRestricted }
        return onlyOpen
            ? localized("都办了；按 ^E 看全部", "All done; ^E shows all")
            : localized("这个范围和日期内没有要办的对象；按 ^G 换范围", "Nobody is asked in this scope on this day; ^G changes the scope")
    }

    /// Takes what the checklist asks.
    mutating func take(_ sheet: ChecklistSheet) {
        checklist = sheet.checklist
        isTold = sheet.isTold
        list.load(sheet.obligations.map { SubjectRow($0, of: sheet) })
        narrow()
    }

    /// Shows the rows of a branch, or of all.
    mutating func show(_ branch: Code?) {
        self.branch = branch
        narrow()
    }

    private mutating func narrow() {
        let (branch, onlyOpen) = (branch, onlyOpen)
        list.show { row in
            (branch.map { row.obligation.branch == $0 } ?? true) && (!onlyOpen || row.obligation.state.isOpen)
        }
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (row, acted, checklist) = (list.selected?.obligation, acted, checklist)
        let nothing = localized("没有选中的行", "no row selected")
        let counts = checklist?.counts.map {
            localized("按活动“\($0.title)”自动计数，请记活动（F2）", "counted from activities (\($0.title)); record those (F2)")
        }
        let isOpen = acted.isEmpty ? localized("没有未办的行可选", "no open row to choose") : nil
        let unmarked = row.map { $0.waiver == nil && $0.progress.done == 0 } ?? true
        let method =
            checklist?.isMethod == true
            ? localized(
                "这是工作法的要求，免除个别户请另立清单（0 清单，F5）", "A method's requirement; to waive some, make a checklist (0, F5)") : nil
        let neither = localized("还没有勾选或免除", "neither ticked nor waived")
        return [
            Binding(.add, .tick, unavailable: counts ?? isOpen) { _ in [.form(.tick(acted, context))]
            },
            Binding(.datedChange, .waive, unavailable: method ?? isOpen) { _ in
                [.form(.waive(acted, context))]
            },
            Binding(
                .end, .untick, on: row, orElse: neither, unavailable: unmarked ? neither : nil
            ) { [.confirm(.unmark($0, context))] },
            Binding(.filter, onlyOpen ? .everything : .openOnly) { pane in
                pane.onlyOpen.toggle()
                pane.narrow()
                return []
            },
            Binding(.open, on: row, orElse: nothing) { [.open($0.place)] },
            Binding(.edit, .editChecklist, unavailable: method) { _ in
                checklist.map { [.form(.correct($0))] } ?? []
            },
        ] + listBindings[.find, .sort, .reverse, .choose, .chooseRange]
            + listBindings[.chooseAll].map { $0.meaning(.allOpen) }
    }

    /// What ticking and waiving is about: the chosen rows, or the one under the cursor.
    private var acted: [Obligation] {
        let rows = list.chosenRows.map(\.obligation)
        return rows.isEmpty ? [list.selected?.obligation].compactMap(\.self).filter(\.state.isOpen) : rows
    }

    func keep(_ name: String, in kept: inout KeptWords) {
        kept[is: name + ".open"] = onlyOpen
        list.keep(name, in: &kept)
    }

    mutating func restore(_ name: String, from kept: KeptWords) {
        onlyOpen = kept[is: name + ".open"]
        list.restore(name, from: kept)
    }
}
