import PartyWork
import TerminalUI

extension Place {
    static var journal: Place { Place("journal") { JournalScreen() } }
}

extension ScreenKind {
    static let journal = ScreenKind(localized("流水", "Journal"), .journal)
}

extension Tab {
    static let journal = Tab("journal", "流水", "Journal", short: "Log", brief: (nil, "Log")) { _ in .journal }
}

/// 流水: what was done to the ledger, by whom, when and from where, newest first; any entry opens into what it changed, and
/// can be taken back.
struct JournalScreen: Screen {
    private static let limit = 500

    /// An entry with its time on the officer's clock.
    private struct Entry: Sendable {
        let row: JournalRow
        let time: String
    }

    private var list = RowList<Entry>(
        JournalScreen.columns, identity: { String($0.row.id) },
        searched: { "\($0.row.id) \($0.time) \($0.row.officer) \($0.row.origin?.title ?? "") \($0.row.summary)" })
    /// Only the entries of one officer; nil for all.
    private var officer: String?
    /// Only the acts of one kind; nil for all.
    private var kind: ActKind?

    func title(_ context: Context) -> String { localized("流水  \(list.position)", "Journal  \(list.position)") }

    func questions(_ context: Context) -> [Question] { [.journal(limit: JournalScreen.limit)] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .journal(let rows) = answer else { return }
        list.load(rows.map { Entry(row: $0, time: localTime($0.at, offset: context.clockOffset)) })
    }

    func offers(_ context: Context) -> [Offer] {
        let nothing = list.selected == nil ? localized("没有选中的流水", "no entry selected") : nil
        let undo = list.selected?.row.undoOffer ?? Offer(.end, localized("撤销这条", "undo it"), unavailable: nothing)
        return [
            Offer(.open, localized("看改动", "changes"), unavailable: nothing), undo,
            Offer(.nextPane, localized("换经手人", "officer")), Offer(.filter, localized("换种类", "kind")),
            Offer(.previousPane, localized("前一经手人", "previous officer")),
        ] + list.offers
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        switch action {
        case .open: return list.selected.map { [.open(.entry($0.row.id))] } ?? []
        case .end: return list.selected.map { [.undo(entry: $0.row.id)] } ?? []
        case .nextPane: officer = officers.step(from: officer, by: 1)
        case .previousPane: officer = officers.step(from: officer, by: -1)
        case .filter: kind = kinds.step(from: kind, by: 1)
        default: return list.perform(action) ?? []
        }
        narrow()
        return []
    }

    private mutating func narrow() {
        let (officer, kind) = (officer, kind)
        list.show { ($0.row.officer == officer || officer == nil) && ($0.row.kind == kind || kind == nil) }
    }

    /// Everyone who did something, the latest first.
    private var officers: [String] {
        list.allRows.map(\.row.officer).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The kinds of acts that there are, in a fixed order.
    private var kinds: [ActKind] {
        let found = Set(list.allRows.compactMap(\.row.kind))
        return ActKind.allCases.filter { found.contains($0) }
    }

    private static let filterRows = 3

    private func listRows(_ context: Context) -> Int {
        context.body.rows - JournalScreen.filterRows - Details.height(context)
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        list.handle(key, page: list.page(in: listRows(context)))
    }

    var isTyping: Bool { list.isTyping }

    mutating func endSearch() { list.endSearch() }

    func definition(_ context: Context) -> String? {
        localized(
            "每次保存一条，最近的在前，至多列 \(JournalScreen.limit) 条；撤销也记一条，什么都不会从台账里消失",
            "An entry for each save, latest first, at most \(JournalScreen.limit); undoing is an entry too"
        )
    }

    var notes: Notes {
        var notes = Notes()
        notes["officer"] = officer
        notes["kind"] = kind?.rawValue
        list.keep("list", in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) {
        officer = notes["officer"]
        kind = notes["kind"].flatMap { ActKind(rawValue: $0) }
        narrow()
        list.restore("list", from: notes)
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        drawFilters(on: &frame, context)
        let isNarrowed = officer != nil || kind != nil
        list.draw(
            on: &frame, top: JournalScreen.filterRows, rows: listRows(context), context,
            empty: isNarrowed
                ? localized("没有这样的流水：Tab 换经手人，^E 换种类", "No such entry: Tab changes the officer, ^E the kind")
                : localized(
                    "还没有流水：记一条活动（F2）或导入文件后，这里会留下记录",
                    "No entry yet: record an activity (F2) or import files, and it stands here"))
        if let row = list.selected?.row {
            Details(text: localized("第 \(row.id) 条：\(row.summary)", "Entry \(row.id): \(row.summary)")).draw(
                on: &frame, context)
        }
        return frame
    }

    private func drawFilters(on frame: inout Frame, _ context: Context) {
        let (officers, kinds) = (officers, kinds)
        let start = frame.put(localized("经手人", "Officer"), row: 0, column: 2, style: context.style(.fieldLabel)) + 1
        ChoiceLine(words: [localized("全部", "all")] + officers) {
            $0 == (officer.flatMap { officers.firstIndex(of: $0) } ?? -1) + 1
        }
        .draw(on: &frame, row: 0, column: start, context)
        frame.put(localized("种类", "Kind"), row: 1, column: 2, style: context.style(.fieldLabel))
        ChoiceLine(words: [localized("全部", "all")] + kinds.map(\.title)) {
            $0 == (kind.flatMap { kinds.firstIndex(of: $0) } ?? -1) + 1
        }
        .draw(on: &frame, row: 1, column: start, context)
    }
}

extension Array where Element: Equatable {
    /// The next of the elements, round the end and past nil, which stands before the first.
    fileprivate func step(from current: Element?, by step: Int) -> Element? {
        let index = current.flatMap { firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        let next = (index + step + count + 1) % (count + 1)
        return next == 0 ? nil : self[next - 1]
    }
}

// MARK: - Columns

extension JournalScreen {
    private static var columns: [RowList<Entry>.Column] {
        [
            .init(TableColumn(localized("序号", "No."), minimum: 5, alignment: .right), by: \.row.id) {
                String($0.row.id)
            },
            .init(TableColumn(localized("时间", "Time"), minimum: 16), by: \.row.at) { $0.time },
            .init(TableColumn(localized("经手人", "Officer"), minimum: 8, ideal: 10), by: \.row.officer) {
                $0.row.officer
            },
            .init(TableColumn(localized("来自", "From"), minimum: 6)) { $0.row.origin?.title ?? "" },
            .init(TableColumn(localized("内容", "What"), minimum: 20, ideal: 40, share: 1)) { $0.row.summary },
            .init(TableColumn(localized("行数", "Rows"), minimum: 5, alignment: .right, dropOrder: 1), by: \.row.rows) {
                String($0.row.rows)
            },
            .init(
                TableColumn(localized("撤销", "Undone"), minimum: 12),
                element: { $0.row.undoneBy != nil ? .muted : .text },
                text: { undoing($0.row) }),
        ]
    }

    private static func undoing(_ row: JournalRow) -> String {
        if row.undoneBy != nil { return localized("已撤销", "undone") }
        return row.undoes.map { localized("撤销第 \($0) 条", "undoes \($0)") } ?? ""
    }
}

// MARK: - Taking back

extension JournalRow {
    /// Taking the entry back, or doing again what it took back; or why that cannot be.
    var undoOffer: Offer {
        let taken = undoneBy.map {
            localized(
                "第 \(id) 条已由第 \($0) 条撤销；要恢复，到第 \($0) 条上按 F8",
                "entry \(id) was undone by \($0); to restore it press F8 on \($0)")
        }
        return Offer(.end, undoes == nil ? localized("撤销这条", "undo it") : localized("重做", "redo"), unavailable: taken)
    }
}

// MARK: - Printing

extension JournalScreen {
    func printout(_ context: Context) -> Printout {
        let filters = [officer ?? "", kind?.title ?? ""]
        return Printout([list.printed(localized("流水", "Journal"), filters: filters, rule: definition(context))])
    }
}
