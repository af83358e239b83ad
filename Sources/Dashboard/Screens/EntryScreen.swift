import PartyWork
import TerminalUI

extension Place {
    /// An entry of the journal with what it changed.
    static func entry(_ id: Int) -> Place { Place("entry", [String(id)]) { EntryScreen(id) } }
}

extension ScreenKind {
    static let entry = ScreenKind(
        localized("流水一条", "Journal entry"), like: .entry(1), of: { Int($0).map { .entry($0) } })
}

/// An entry of the journal: who, when, from where, and every column it changed, before and after.
struct EntryScreen: Screen {
    private let id: Int
    private var card: JournalCard?
    private var list = RowList<Line>(
        EntryScreen.columns, identity: \.identity,
        searched: { "\($0.subject) \($0.item) \($0.cell?.before ?? "") \($0.cell?.after ?? "")" })

    /// A changed column of a row; of an imported row only that it came.
    private struct Line: Sendable {
        let change: RowChange
        let cell: RowChange.Cell?

        var identity: String { "\(change.table.name) \(change.key) \(cell?.column.header ?? "")" }
        var subject: String { "\(change.table.title) " + (change.name.isEmpty ? "\(change.key)" : change.name) }
        var item: String { cell?.column.title ?? change.kind.title }
    }

    init(_ id: Int) {
        self.id = id
    }

    func title(_ context: Context) -> String {
        localized("流水第 \(id) 条  \(list.position)", "Journal entry \(id)  \(list.position)")
    }

    func questions(_ context: Context) -> [Question] { [.journalCard(id)] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .journalCard(let card) = answer, card.row.id == id else { return }
        self.card = card
        list.load(
            card.changes.flatMap { change -> [Line] in
                if change.cells.isEmpty { return [Line(change: change, cell: nil)] }
                return change.cells.map { Line(change: change, cell: $0) }
            })
    }

    func offers(_ context: Context) -> [Offer] {
        [
            card?.row.undoOffer
                ?? Offer(
                    .end, localized("撤销这条", "undo it"),
                    unavailable: localized("还没有读到这条流水", "the entry is still being read"))
        ] + list.offers
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        guard action == .end else { return list.perform(action) ?? [] }
        return card.map { [.undo(entry: $0.row.id)] } ?? []
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        list.handle(key, page: list.page(in: listRows(context)))
    }

    var isTyping: Bool { list.isTyping }

    mutating func endSearch() { list.endSearch() }

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

    var notes: Notes {
        var notes = Notes()
        list.keep("list", in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) { list.restore("list", from: notes) }

    private static let headingRows = 4

    private func listRows(_ context: Context) -> Int {
        context.body.rows - EntryScreen.headingRows - Details.height(context)
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        guard let card else { return frame }
        for (row, line) in heading(card.row, context).prefix(EntryScreen.headingRows - 1).enumerated() {
            frame.put(line, row: row, column: 2, maxWidth: frame.size.columns - 3)
        }
        list.draw(
            on: &frame, top: EntryScreen.headingRows, rows: listRows(context), context,
            empty: localized("这条流水没有改动任何一项", "This entry changed nothing"))
        if let line = list.selected { Details(text: EntryScreen.sentence(line)).draw(on: &frame, context) }
        return frame
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

    private static func sentence(_ line: Line) -> String {
        let row = localized(
            "\(line.change.kind.title) \(line.change.table.title)“\(line.change.key)”\(line.change.name)",
            "\(line.change.kind.title) \(line.change.table.title) \(line.change.key) \(line.change.name)")
        guard let cell = line.cell else { return row }
        return localized(
            "\(row)「\(cell.column.title)」原来：\(shown(cell.before))；现在：\(shown(cell.after))",
            "\(row), \(cell.column.title): before \(shown(cell.before)), after \(shown(cell.after))")
    }

    fileprivate static func shown(_ text: String) -> String { text.isEmpty ? localized("（空）", "(empty)") : text }

    private static var columns: [RowList<Line>.Column] {
        [
            .init(
                TableColumn(localized("哪一条", "Record"), minimum: localized(14, 28), ideal: localized(24, 32), share: 1),
                by: \.subject
            ) {
                $0.subject
            },
            .init(TableColumn(localized("项", "Column"), minimum: 8, ideal: 12), by: \.item) { $0.item },
            .init(TableColumn(localized("原来", "Before"), minimum: 12, ideal: 24, share: 1)) {
                $0.cell.map { shown($0.before) } ?? ""
            },
            .init(TableColumn(localized("现在", "After"), minimum: 12, ideal: 24, share: 1)) {
                $0.cell.map { shown($0.after) } ?? ""
            },
        ]
    }
}

// MARK: - Printing

extension EntryScreen {
    func printout(_ context: Context) -> Printout {
        guard let row = card?.row else { return Printout() }
        let title = localized("流水第 \(id) 条", "Journal entry \(id)")
        return Printout([
            list.printed(title, filters: [heading(row, context)[0], row.summary], rule: definition(context))
        ])
    }
}
