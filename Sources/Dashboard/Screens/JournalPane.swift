import PartyWork
import TerminalUI

extension Route {
    static var journal: Route { Route("journal") { SoloScreen(JournalPane()) } }
}

extension ScreenKind {
    static let journal = ScreenKind(localized("流水", "Journal"), .journal).telling(
        localized(
            "谁在什么时候改了什么；改错的在这里撤销",
            "who changed what and when; what was wrong is undone here"))
}

extension Tab {
    static let journal = Tab("journal", "流水", "Journal", short: "Log", brief: (nil, "Log"), words: ["谁改过", "日志", "撤销"])
    { _ in .journal }
}

/// The newest entries of the journal, at most so many.
struct JournalQuery: Query {
    let limit: Int

    func answer(from ledger: any LedgerReading) throws -> [JournalRow] { try ledger.journal(limit: limit, before: nil) }
}

/// 流水: what was done to the ledger, by whom, when and from where, newest first; any entry opens into what it changed, and
/// can be taken back.
struct JournalPane: SoloPane {
    private static let limit = 500

    var list = RowList<JournalItem>(
        JournalPane.columns, identity: { String($0.entry.id) },
        searched: {
            "\($0.entry.id) \($0.time) \($0.entry.officer) \($0.entry.origin?.title ?? "") \($0.entry.summary)"
        })
    /// Only the entries of one officer; nil for all.
    private var officer: String?
    /// Only the acts of one kind; nil for all.
    private var kind: ActKind?

    var name: String { localized("流水", "Journal") }

    func title(_ context: Context) -> String { localized("流水  \(position)", "Journal  \(position)") }

    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? { list.selected.map { JournalGlance($0) } }
    func headingRows(_ context: Context) -> Int { 3 }
    var hasDetails: Bool { true }
    var details: String? {
        list.selected.map {
            localized("第 \($0.entry.id) 条：\($0.entry.summary)", "Entry \($0.entry.id): \($0.entry.summary)")
        }
    }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(JournalQuery(limit: JournalPane.limit)) { pane, rows in
                pane.list.load(rows.map { JournalItem($0, context) })
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let entry = list.selected?.entry
        let nothing = localized("没有选中的流水", "no entry selected")
        return [
            Binding(.open, .changes, on: entry, orElse: nothing) { [.open(.entry($0.id))] },
            .undoing(entry, orElse: nothing),
            Binding(.nextPane, .officer) { $0.stepOfficer(by: 1) },
            Binding(.filter, .journalKind) { $0.narrow($0.officer, $0.kinds.step(from: $0.kind, by: 1)) },
            Binding(.previousPane, .previousOfficer) { $0.stepOfficer(by: -1) },
        ] + listBindings
    }

    private mutating func stepOfficer(by step: Int) -> [Command] {
        narrow(officers.step(from: officer, by: step), kind)
    }

    @discardableResult
    private mutating func narrow(_ officer: String?, _ kind: ActKind?) -> [Command] {
        (self.officer, self.kind) = (officer, kind)
        list.show { ($0.entry.officer == officer || officer == nil) && ($0.entry.kind == kind || kind == nil) }
        return []
    }

    /// Everyone who did something, the latest first.
    private var officers: [String] {
        list.allRows.map(\.entry.officer).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The kinds of acts that there are, in a fixed order.
    private var kinds: [ActKind] {
        let found = Set(list.allRows.compactMap(\.entry.kind))
        return ActKind.allCases.filter { found.contains($0) }
    }

    func definition(_ context: Context) -> String? {
        localized(
            "每次保存一条，最近的在前，至多列 \(JournalPane.limit) 条；撤销也记一条，什么都不会从台账里消失",
            "An entry for each save, latest first, at most \(JournalPane.limit); undoing is an entry too"
        )
    }

    func empty(_ context: Context) -> String {
        officer != nil || kind != nil
            ? localized("没有这样的流水：Tab 换经手人，^E 换种类", "No such entry: Tab changes the officer, ^E the kind")
            : localized(
                "还没有流水：记一条活动（F2）或导入文件后，这里会留下记录",
                "No entry yet: record an activity (F2) or import files, and it stands here")
    }

    func printed(_ context: Context) -> [Printout.Item] {
        [list.printed(name, filters: [officer ?? "", kind?.title ?? ""], rule: definition(context))]
    }

    func keep(_ name: String, in kept: inout KeptWords) {
        kept[name + ".officer"] = officer
        kept[name + ".kind"] = kind?.rawValue
        list.keep(name, in: &kept)
    }

    mutating func restore(_ name: String, from kept: KeptWords) {
        narrow(kept[name + ".officer"], kept[name + ".kind"].flatMap { ActKind(rawValue: $0) })
        list.restore(name, from: kept)
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
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
        return true
    }
}

// MARK: - Columns

extension JournalPane {
    private static var columns: [RowList<JournalItem>.Column] {
        [
            .number(localized("序号", "No."), minimum: 5, \.entry.id),
            .init(TableColumn(localized("时间", "Time"), minimum: 16), by: \.entry.at, text: \.time),
            .init(
                TableColumn(localized("经手人", "Officer"), minimum: 8, ideal: 10), by: \.entry.officer,
                text: \.entry.officer),
            .init(TableColumn(localized("来自", "From"), minimum: 6)) { $0.entry.origin?.title ?? "" },
            .init(TableColumn(localized("内容", "What"), minimum: 20, ideal: 40, share: 1), text: \.entry.summary),
            .number(localized("行数", "Rows"), minimum: 5, dropOrder: 1, \.entry.rows),
            .init(
                TableColumn(localized("撤销", "Undone"), minimum: 12),
                element: { $0.entry.undoneBy != nil ? .muted : .text }, text: { undoing($0.entry) }),
        ]
    }

    private static func undoing(_ row: JournalRow) -> String {
        if row.undoneBy != nil { return localized("已撤销", "undone") }
        return row.undoes.map { localized("撤销第 \($0) 条", "undoes \($0)") } ?? ""
    }
}

// MARK: - Taking back

extension Binding {
    /// Taking an entry back, or doing again what it took back; or why that cannot be.
    static func undoing(_ entry: JournalRow?, orElse nothing: String) -> Binding {
        let id = entry?.id ?? 0
        let taken = entry?.undoneBy.map {
            localized(
                "第 \(id) 条已由第 \($0) 条撤销；要恢复，到第 \($0) 条上按 F8",
                "entry \(id) was undone by \($0); to restore it press F8 on \($0)")
        }
        let meaning = entry?.undoes == nil ? Meaning.undoEntry : .redoEntry
        return Binding(.end, meaning, on: entry, orElse: nothing, unavailable: taken) { [.undo(entry: $0.id)] }
    }
}
