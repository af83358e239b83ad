import PartyWork
import TerminalUI

// Taking back: one's own last act by a key, everything else from the journal, where it is read what would change.

extension Model {
    /// How many rows are changed back without asking first: more than a hurried hand could type again.
    private static let rowsUndoneUnasked = 10

    /// Takes back what the officer did last; `asks` where a question comes before it.
    mutating func askToUndo(asks: Bool) -> [Effect] {
        inquire(UndoableQuery(own: context.ownActs)) { $0.undo($1, asks: asks) }
    }

    /// Does again what the officer took back last.
    mutating func askToRedo() -> [Effect] { inquire(RedoableQuery(own: context.ownActs)) { $0.redo($1) } }

    /// Takes it back, or says where else it is done.
    private mutating func undo(_ card: JournalCard?, asks: Bool) -> [Effect] {
        guard let card else {
            notice = Notice(
                text: localized(
                    "今天没有自己可撤销的操作；以前的、别人的到“8 流水”里选中，按 F8 撤销",
                    "Nothing of your own today to undo; what is older or others' is taken back in the journal (8) by F8"
                ),
                isWarning: false)
            return []
        }
        if card.isTakenBackByNumber {
            notice = Notice(
                text: localized(
                    "最近一次是第 \(card.row.id) 条（\(card.row.summary)），只能从流水撤销：按 8，选中它，按 F8",
                    "Your last save is entry \(card.row.id) (\(card.row.summary)), undone only in the journal: 8, select it, F8"
                ),
                isWarning: true)
            return []
        }
        return asks || card.row.rows > Model.rowsUndoneUnasked
            ? run(askToUndo(card)) : [.perform(.undo(entry: card.row.id))]
    }

    private mutating func redo(_ card: JournalCard?) -> [Effect] {
        guard let card else {
            notice = Notice(text: localized("没有可以重做的操作", "There is nothing to redo"), isWarning: false)
            return []
        }
        return card.row.rows > Model.rowsUndoneUnasked ? run(askToUndo(card)) : [.perform(.undo(entry: card.row.id))]
    }

    /// The question before an entry is taken back; where that opens signed months, the form for the reason.
    func askToUndo(_ card: JournalCard) -> Command {
        let time = localTime(card.row.at, offset: context.clockOffset)
        return card.opensMonths ? .form(.undo(card.row, at: time)) : .confirm(.undo(card, at: time))
    }
}

extension JournalRow {
    /// Who did what and when.
    fileprivate func said(at time: String) -> String {
        localized("\(time)  \(officer)：\(summary)", "\(time)  \(officer): \(summary)")
    }
}

extension Confirmation {
    /// So many rows are told before an entry is taken back; an import changes thousands.
    private static let rowsTold = 100

    /// The question before an entry of the journal, made at a local time, is taken back: whose it is, and what would change.
    fileprivate static func undo(_ card: JournalCard, at time: String) -> Confirmation {
        let row = card.row
        let told = card.changes.prefix(rowsTold).map(\.reversed)
        let (verb, title) =
            row.undoes == nil
            ? (localized("撤销", "undo"), localized("撤销流水第 \(row.id) 条？", "Undo journal entry \(row.id)?"))
            : (localized("重做", "redo"), localized("重做：撤销流水第 \(row.id) 条？", "Redo: undo journal entry \(row.id)?"))
        let count = localized(
            "将改回 \(row.rows) 行；撤销本身也记入流水，还可以再撤销。",
            "It changes \(plural(row.rows, "row")) back; the undo is an entry too and can be undone.")
        let lines = told.map { Rehearsal.Row(name: $0.called, change: $0).sentence }
        return Confirmation(
            title: title, lines: [row.said(at: time), count] + lines, verb: verb,
            choice: .effect(.perform(.undo(entry: row.id))))
    }
}

extension RowChange {
    /// What officers call the row.
    fileprivate var called: String { "\(table.title) \(key)" + (name.isEmpty ? "" : " \(name)") }
}

extension Form<Filing> {
    /// The form before an acceptance is taken back, which reopens what it signed (CONTRACT section 2: a signed month is frozen).
    fileprivate static func undo(_ row: JournalRow, at time: String) -> Form {
        let fields = [
            Field(fixed: row.said(at: time), label: localized("流水", "Entry")),
            reason,
        ]
        return Form(
            title: localized("撤销流水第 \(row.id) 条", "Undo journal entry \(row.id)"),
            rule: localized(
                "撤销接收就是重开：要写明原因；原来签收的数字保留，与现在的并列；更正完再上报、接收",
                "Undoing an acceptance reopens the month, with a reason; what was signed is kept beside today's figures"
            ),
            fields: fields
        ) { answers throws(FieldErrors) in
            .undo(entry: row.id, reason: try answers.reason())
        }
    }
}
