import PartyWork
import TerminalUI

extension MergeReview {
    /// The list of what a copy would change.
    static var list: RowList<Row> {
        let columns: [RowList<Row>.Column] = [
            .init(
                TableColumn(localized("怎样", "What"), minimum: localized(8, 12)), by: \.kind.rawValue,
                element: { [.conflict, .refused].contains($0.kind) ? .refused : .text }, text: { $0.kind.title }),
            .init(TableColumn(localized("照", "Side"), minimum: localized(6, 11))) { $0.side?.title ?? "" },
            .init(TableColumn(localized("哪一条", "Which"), minimum: 20, ideal: 32, share: 1), named: .thing) { $0.title },
            .init(TableColumn(localized("两边的内容，或原因", "Both versions, or why"), minimum: 28, share: 2)) {
                $0.lines.joined(separator: localized("；", "; "))
            },
        ]
        return RowList(
            columns, identity: { "\($0.name.table.name) \($0.name.key)" },
            searched: { "\($0.title) \($0.lines.joined(separator: " "))" }
        ).choosing { _ in true }
    }
}

extension MergeReview.Row {
    /// The whole of it, for the lines below the list.
    var details: String { ([kind.title + "  " + title] + lines).joined(separator: localized("；", "; ")) }
}
