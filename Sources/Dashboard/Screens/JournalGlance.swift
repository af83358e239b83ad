import PartyWork
import TerminalUI

/// An entry of the journal beside the journal: every column that it changed, before and after.
struct JournalGlance: Glance {
    let entry: JournalRow
    let time: String
    private var card: JournalCard?

    init(_ row: JournalItem) {
        entry = row.entry
        time = row.time
    }

    func needs(_ context: Context) -> [Need<Self>] { [Need(JournalCardQuery(entry: entry.id)) { $0.card = $1 }] }

    mutating func takeAnswers(of other: Self) { card = other.card }

    func page(_ context: Context) -> GlancePage? {
        card.map { card in
            GlancePage(sections: [
                GlancePage.Section(
                    title: localized("第 \(entry.id) 条", "Entry \(entry.id)"), remark: time,
                    lines: [
                        .fact(localized("经手人", "Officer"), entry.officer),
                        .fact(localized("来自", "From"), entry.origin?.title ?? ""),
                        .fact(localized("内容", "What"), entry.summary),
                    ], height: 5),
                GlancePage.Section(
                    title: localized("改动", "Changes"), remark: localized("\(entry.rows) 行", plural(entry.rows, "row")),
                    lines: card.changes.flatMap { lines(of: $0) }),
            ])
        }
    }

    private func lines(of change: RowChange) -> [GlancePage.Line] {
        let name = change.name.isEmpty ? "\(change.key)" : change.name
        let heading = GlancePage.Line.text("\(change.kind.title) \(change.table.title) \(name)", .text)
        return [heading]
            + change.cells.flatMap { cell -> [GlancePage.Line] in
                let before = GlancePage.Line.fact(cell.column.title, cell.before, .muted)
                let after = GlancePage.Line.fact(
                    change.kind == .changed ? localized("  改为", "  now") : cell.column.title,
                    cell.after.isEmpty ? "-" : cell.after, .text)
                switch change.kind {
                case .added: return [after]
                case .removed: return [before]
                case .changed: return [before.orLine, after]
                }
            }
    }
}

extension GlancePage.Line {
    /// A fact with a line for an empty value.
    fileprivate var orLine: Self {
        if case .fact(let label, "", let element) = self { .fact(label, "-", element) } else { self }
    }
}
