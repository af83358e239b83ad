import PartyWork
import TerminalUI

extension ImportRow {
    /// The list of rows that a review tells.
    static var list: RowList<ImportRow> {
        let columns: [RowList<ImportRow>.Column] = [
            .init(
                TableColumn(localized("怎样", "What"), minimum: 4, ideal: 9), by: \.kind.rawValue,
                element: { $0.kind == .rejected ? .refused : .text }, text: { $0.kind.title }),
            .init(
                TableColumn(localized("行", "Row"), minimum: 6, alignment: .right), by: { $0.place.line ?? 0 },
                text: { $0.place.line.map(String.init) ?? "" }),
            .init(TableColumn(localized("哪一条", "Which"), minimum: 12, ideal: 18), named: .thing) { $0.name },
            .init(TableColumn(localized("原因，或原来和现在", "Reason, or old and new"), minimum: 36, ideal: 44, share: 2)) {
                $0.text
            },
            .init(TableColumn(localized("文件", "File"), minimum: 14, ideal: 22, share: 1, dropOrder: 1)) {
                $0.place.at(nil).words
            },
        ]
        return RowList(
            columns, identity: { "\($0.kind) \($0.place) \($0.text)" },
            searched: { "\($0.place.words) \($0.name) \($0.text)" })
    }

    /// The whole of it, for the lines below the list.
    var details: String {
        [kind.title, place.words.description, name, text].filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
