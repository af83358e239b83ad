import PartyWork
import TerminalUI

extension Route {
    /// An entry of the journal with what it changed.
    static func entry(_ id: Int) -> Route { Route("entry", [String(id)]) { SoloScreen(EntryPane(id)) } }
}

extension ScreenKind {
    static let entry = ScreenKind(
        localized("流水一条", "Journal entry"), like: .entry(1), of: { Int($0).map { .entry($0) } })
}

/// An entry of the journal: who, when, from where, and every column it changed, before and after.
struct EntryPane: SoloPane {
    private let id: Int
    private var card: JournalCard?
    var list = RowList<Row>(
        EntryPane.columns, identity: \.identity,
        searched: { "\($0.subject) \($0.item) \($0.cell?.before ?? "") \($0.cell?.after ?? "")" })

    /// A changed column of a row; of an imported row only that it came.
    struct Row: Sendable {
        let change: RowChange
        let cell: RowChange.Cell?

        fileprivate var identity: String { "\(change.table.name) \(change.key) \(cell?.column.header ?? "")" }
        fileprivate var subject: String {
            "\(change.table.title) " + (change.name.isEmpty ? "\(change.key)" : change.name)
        }
        fileprivate var item: String { cell?.column.title ?? change.kind.title }
    }

    init(_ id: Int) { self.id = id }

    var name: String { localized("流水第 \(id) 条", "Journal entry \(id)") }
    func title(_ context: Context) -> String { "\(name)  \(position)" }
    func empty(_ context: Context) -> String { localized("这条流水没有改动任何一项", "This entry changed nothing") }
    var hasDetails: Bool { true }
    var details: String? { list.selected.map { EntryPane.sentence($0) } }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(JournalCardQuery(entry: id)) { pane, card in
                pane.card = card
                pane.list.load(
                    card.changes.flatMap { change -> [Row] in
                        if change.cells.isEmpty { return [Row(change: change, cell: nil)] }
                        return change.cells.map { Row(change: change, cell: $0) }
                    })
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        [.undoing(card?.row, orElse: localized("还没有读到这条流水", "the entry is still being read"))] + listBindings
    }

    func definition(_ context: Context) -> String? {
        guard let unlisted = card?.unlisted, unlisted > 0 else {
            return localized(
                "每个改动的项一行：原来的和现在的；电话遮盖中间几位",
                "A line for each column that changed: before and after; telephone numbers are masked")
        }
        return localized(
            "只列前 \(card?.changes.count ?? 0) 行改动，还有 \(unlisted) 行没有列出",
            "The first \(card?.changes.count ?? 0) changes only; \(unlisted) more are not listed")
    }

    func printed(_ context: Context) -> [Printout.Item] {
        guard let row = card?.row else { return [] }
        return [list.printed(name, filters: [heading(row, context)[0], row.summary], rule: definition(context))]
    }

    func headingRows(_ context: Context) -> Int { 4 }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        guard let card else { return false }
        for (row, line) in heading(card.row, context).prefix(headingRows(context) - 1).enumerated() {
            frame.put(line, row: row, column: 2, maxWidth: frame.size.columns - 3)
        }
        return true
    }

    private func heading(_ row: JournalRow, _ context: Context) -> [String] {
        let origin =
            row.origin.map { localized("来自\($0.title)", "from the \($0.title)") }
            ?? localized("来处不详", "from an unknown place")
        let standing =
            row.undoneBy.map { localized("已由第 \($0) 条撤销", "undone by entry \($0)") } ?? row.undoes.map {
                localized("撤销第 \($0) 条", "undoes entry \($0)")
            } ?? ""
        let parts = [
            time(row, context), row.officer, origin, localized("共 \(row.rows) 行", "\(plural(row.rows, "row"))"),
            standing,
        ]
        return [parts.filter { !$0.isEmpty }.joined(separator: "  ")]
            + context.textWidth.wrap(row.summary, to: context.body.columns - 4)
    }

    private func time(_ row: JournalRow, _ context: Context) -> String {
        localTime(row.at, offset: context.clockOffset)
    }

    private static func sentence(_ line: Row) -> String {
        let row = localized(
            "\(line.change.kind.title) \(line.change.table.title)“\(line.change.key)”\(line.change.name)",
            "\(line.change.kind.title) \(line.change.table.title) \(line.change.key) \(line.change.name)")
        guard let cell = line.cell else { return row }
        return localized(
            "\(row)「\(cell.column.title)」原来：\(shown(cell.before))；现在：\(shown(cell.after))",
            "\(row), \(cell.column.title): before \(shown(cell.before)), after \(shown(cell.after))")
    }

    private static func shown(_ text: String) -> String { text.isEmpty ? localized("（空）", "(empty)") : text }

    private static var columns: [RowList<Row>.Column] {
        [
            .init(
                TableColumn(localized("哪一条", "Record"), minimum: localized(14, 28), ideal: localized(24, 32), share: 1),
                by: \.subject, text: \.subject),
            .init(TableColumn(localized("项", "Column"), minimum: 8, ideal: 12), by: \.item, text: \.item),
            .init(TableColumn(localized("原来", "Before"), minimum: 12, ideal: 24, share: 1)) {
                $0.cell.map { shown($0.before) } ?? ""
            },
            .init(TableColumn(localized("现在", "After"), minimum: 12, ideal: 24, share: 1)) {
                $0.cell.map { shown($0.after) } ?? ""
            },
        ]
    }
}
