import PartyWork
import TerminalUI

/// A record as it is saved now, and who saved it.
struct SavedQuery: Query {
    let table: TableSchema
    let key: RecordKey

    func answer(from ledger: any LedgerReading) throws -> (record: AnyRecord?, entry: JournalRow?) {
        try ledger.saved(table, key)
    }
}

/// A correction that came too late: the record was changed by someone else between opening the form and saving it.
struct Conflict: Sendable {
    /// What stood there when the form was opened.
    let original: AnyRecord
    /// What the officer wants.
    let mine: AnyRecord
    /// What stands there now.
    let saved: AnyRecord
    /// Who saved it, and when; nil where the journal does not say.
    let by: JournalRow?

    /// A column with what each of the three holds.
    struct Difference: Sendable, Hashable {
        let column: PartyWork.Column
        let original: String
        let mine: String
        let saved: String

        /// Whether both changed it, and not to the same.
        var isDisputed: Bool { mine != original && saved != original && mine != saved }
    }

    /// The columns in which the three are not alike, in the contract's order.
    var differences: [Difference] {
        let (original, mine, saved) = (original.cells, mine.cells, saved.cells)
        return self.saved.table.columns.map { column in
            Difference(
                column: column, original: original[column] ?? "", mine: mine[column] ?? "", saved: saved[column] ?? "")
        }.filter { $0.mine != $0.original || $0.saved != $0.original }
    }

    /// Both versions column by column, and the choice; Esc leads back to the form with nothing changed.
    func menu(_ context: Context) -> Menu {
        let who =
            by.map { "\($0.officer) \(localTime($0.at, offset: context.clockOffset))" }
            ?? localized("别人", "Someone else")
        let lines =
            [
                localized(
                    "你打开表以后，\(who) 先保存了这条；你填的还没有保存：",
                    "\(who) saved this record after you opened it; yours is not saved yet:")
            ] + differences.map(\.sentence)
        return Menu(
            title: localized("两人改了同一条：先看清再选", "Two changed the same record: look, then choose"), lines: lines,
            items: [
                .init(
                    localized("保留我填的", "Keep mine"),
                    detail: localized(
                        "我没动的各项用对方的；回到表里，再保存才生效", "their values where I changed nothing; back to the form, then save"),
                    .settle(saved, keepingMine: true)),
                .init(
                    localized("用对方的", "Take theirs"),
                    detail: localized("我填的不要了；回到表里可以再改", "mine is dropped; back to the form to edit again"),
                    .settle(saved, keepingMine: false)),
            ])
    }
}

extension Conflict.Difference {
    /// `「电话」原来 a；我填 b；对方已存 c`.
    fileprivate var sentence: String {
        let ours =
            mine == original ? localized("我没动", "I left it") : localized("我填 \(shown(mine))", "mine \(shown(mine))")
        let theirs =
            saved == original
            ? localized("对方没动", "they left it") : localized("对方已存 \(shown(saved))", "theirs \(shown(saved))")
        return (isDisputed ? "! " : "  ")
            + localized(
                "「\(column.header)」原来 \(shown(original))；\(ours)；\(theirs)",
                "\(column.title): was \(shown(original)); \(ours); \(theirs)")
    }

    private func shown(_ text: String) -> String { text.isEmpty ? localized("（空）", "(empty)") : text }
}

// MARK: - The form's

extension Form<Filing> {
    /// The conflict with what is saved now; nil where no correction was tried.
    func conflict(with saved: AnyRecord, by row: JournalRow?) -> Conflict? {
        guard case .correct(let original, let mine)? = purpose.attempt else { return nil }
        return Conflict(original: original, mine: mine, saved: saved, by: row)
    }

    /// Builds on what is saved now: what was typed stays where `keepingMine`, and everything else is as someone else
    /// saved it.
    mutating func settle(on saved: AnyRecord, keepingMine: Bool) {
        guard let conflict = conflict(with: saved, by: nil) else { return }
        for difference in conflict.differences where !keepingMine || difference.mine == difference.original {
            put(difference.saved, into: FieldKey(difference.column))
        }
        base(on: saved)
    }
}

extension Act {
    /// The correction on top of what is saved by now: columns it leaves alone are as they are saved.
    ///
    /// - Throws: what the two together get wrong.
    func based(on saved: AnyRecord?) throws(FieldErrors) -> Act {
        guard let saved, case .correct(let from, let to) = self, saved.key == from.key else { return self }
        let (before, after) = (from.cells, to.cells)
        var changes: [PartyWork.Column: String] = [:]
        for column in saved.table.columns where before[column] != after[column] {
            changes[column] = after[column] ?? ""
        }
        return .correct(from: saved, to: try saved.filled(changes))
    }
}
