import PartyWork
import TerminalUI

/// 流水: what was done to the ledger, by whom and when, newest first; any entry can be taken back.
struct JournalScreen: Screen {
    private static let limit = 500

    /// An entry with its time on the officer's clock.
    private struct Entry: Sendable {
        let row: JournalRow
        let time: String
    }

    private var list = RowList<Entry>(
        JournalScreen.columns, identity: { String($0.row.id) },
        searched: { "\($0.row.id) \($0.time) \($0.row.officer) \($0.row.summary)" })

    func title(_ context: Context) -> String { "流水  \(list.position)" }

    func questions(_ context: Context) -> [Question] { [.journal(limit: JournalScreen.limit)] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .journal(let rows) = answer else { return }
        list.load(rows.map { Entry(row: $0, time: localTime($0.at, offset: context.clockOffset)) })
    }

    func offers(_ context: Context) -> [Offer] {
        [Offer(.open, "撤销这条", unavailable: unavailable)] + list.offers
    }

    private var unavailable: String? {
        guard let entry = list.selected else { return "没有选中的流水" }
        return entry.row.undoneBy == nil ? nil : "第 \(entry.row.id) 条已经撤销过了"
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        if action == .open { return list.selected.map { [.confirm(.undo($0.row, at: $0.time))] } ?? [] }
        return list.perform(action) ?? []
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        list.handle(key, page: list.page(in: context.body.rows - Details.height(context)))
    }

    var isTyping: Bool { list.isTyping }

    func definition(_ context: Context) -> String? {
        "每次保存一条，最近的在前，至多列 \(JournalScreen.limit) 条；撤销也记一条，什么都不会从台账里消失"
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        list.draw(
            on: &frame, top: 0, rows: frame.size.rows - Details.height(context), context,
            empty: "还没有流水：记一条活动（F2）或导入文件后，这里会留下记录")
        if let row = list.selected?.row { Details(text: "第 \(row.id) 条：\(row.summary)").draw(on: &frame, context) }
        return frame
    }
}

// MARK: - Columns

extension JournalScreen {
    private static let columns: [RowList<Entry>.Column] = [
        .init(TableColumn("序号", minimum: 5, alignment: .right), by: \.row.id) { String($0.row.id) },
        .init(TableColumn("时间", minimum: 16), by: \.row.at) { $0.time },
        .init(TableColumn("经手人", minimum: 8, ideal: 10), by: \.row.officer) { $0.row.officer },
        .init(TableColumn("内容", minimum: 16, ideal: 40, share: 1)) { $0.row.summary },
        .init(TableColumn("行数", minimum: 5, alignment: .right, dropOrder: 1), by: \.row.rows) { String($0.row.rows) },
        .init(
            TableColumn("撤销", minimum: 12), element: { $0.row.undoneBy == nil ? .text : .muted },
            text: { undoing($0.row) }),
    ]

    private static func undoing(_ entry: JournalRow) -> String {
        if entry.undoneBy != nil { return "已撤销" }
        return entry.undoes.map { "撤销第 \($0) 条" } ?? ""
    }
}

extension Confirmation {
    /// The question before an entry of the journal is taken back.
    fileprivate static func undo(_ row: JournalRow, at time: String) -> Confirmation {
        let lines = [
            "\(time)  \(row.officer)：\(row.summary)", "撤销将改回 \(row.rows) 行；撤销本身也记入流水，还可以再撤销。",
        ]
        return Confirmation(
            title: "撤销流水第 \(row.id) 条？", lines: lines, verb: "撤销", command: .effect(.perform(.undo(entry: row.id))))
    }
}
