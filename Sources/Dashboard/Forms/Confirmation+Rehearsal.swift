import PartyWork

extension Confirmation {
    /// What an act would change, row by row, to be read before it is saved.
    static func preview(of act: Act, _ rehearsal: Rehearsal, _ title: String) -> Confirmation {
        let warnings = rehearsal.warnings.map { localized("注意：\($0)", "Note: \($0)") }
        let count = localized(
            "一共改 \(rehearsal.rows.count) 行，一次保存，按 ^Z 一次撤销。",
            "\(plural(rehearsal.rows.count, "row")) in all, one save, undone at once by ^Z.")
        return Confirmation(
            title: localized("核对后保存  \(title)", "Check, then save  \(title)"),
            lines: [rehearsal.deed.text] + rehearsal.rows.map(\.sentence) + warnings + [count],
            verb: localized("保存", "save"), choice: .commit(act))
    }
}

extension Rehearsal.Row {
    /// `修改 贫困户 H0001 张德富（店子槽村）：「人口」4 改为 3`.
    var sentence: String {
        let cells = change.cells.filter { isTold($0) }
        let values = cells.map { cell in
            let (before, after) = (shown(cell.before), shown(cell.after))
            return localized("「\(cell.column.header)」", "\(cell.column.title) ")
                + (change.kind == .changed ? localized("\(before) 改为 \(after)", "\(before) becomes \(after)") : after)
        }
        return "\(change.kind.title) \(name)"
            + (values.isEmpty
                ? "" : localized("：\(values.joined(separator: "，"))", ": \(values.joined(separator: ", "))"))
    }

    private func shown(_ value: String) -> String {
        value.isEmpty ? localized("空", "nothing") : ClosedWord.title(of: value)
    }

    /// A new row's name tells who, where and since when; of a new household there is more to say.
    private func isTold(_ cell: RowChange.Cell) -> Bool {
        change.kind == .changed
            || change.table == .households && ![.householdID, .head, .village].contains(cell.column)
    }
}
