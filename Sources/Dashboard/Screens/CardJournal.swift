import PartyWork
import TerminalUI

/// The entries of the journal that touched a record.
struct RecordJournalQuery: Query {
    let table: TableSchema
    let key: RecordKey

    func answer(from ledger: any LedgerReading) throws -> [JournalRow] { try ledger.journal(of: table, key) }
}

/// Who changed what of a card's record, the newest first: by whom, when, and what the entry says.
struct CardJournal: RowPane {
    let table: TableSchema
    let key: RecordKey
    var list = RowList<JournalItem>(
        CardJournal.columns, identity: { String($0.entry.id) },
        searched: { "\($0.entry.id) \($0.time) \($0.entry.officer) \($0.entry.summary)" })

    var name: String { localized("谁改过", "Changes") }
    func empty(_ context: Context) -> String {
        localized(
            "流水里没有单独改过它的记录（导入新增的不逐条列）", "No entry changed it by itself (rows that an import added are not listed)")
    }

    func definition(_ context: Context) -> String? {
        localized(
            "改过这一条的每次保存，最近的在前；Enter 看改了哪些", "Each save that changed this record, the latest first; Enter shows what")
    }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(RecordJournalQuery(table: table, key: key)) { pane, rows in
                pane.list.load(rows.map { JournalItem($0, context) })
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        [
            Binding(.open, .changes, on: list.selected?.entry, orElse: localized("没有选中的流水", "no entry selected")) {
                [.open(.entry($0.id))]
            }
        ] + listBindings
    }

    private static var columns: [RowList<JournalItem>.Column] {
        [
            .init(TableColumn(localized("时间", "Time"), minimum: 16), by: \.entry.at, text: \.time),
            .init(
                TableColumn(localized("经手人", "Officer"), minimum: 8, ideal: 10), by: \.entry.officer,
                text: \.entry.officer),
            .init(TableColumn(localized("来自", "From"), minimum: 6)) { $0.entry.origin?.title ?? "" },
            .init(TableColumn(localized("内容", "What"), minimum: 20, ideal: 40, share: 1), text: \.entry.summary),
        ]
    }
}
