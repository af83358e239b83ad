import PartyWork
import TerminalUI

/// A row of a table, with why it is no entry.
struct SheetLine: Sendable {
    let line: Int
    let words: String
    /// Empty where nothing is wrong.
    let fault: String

    static func lines(of draft: RegisterDraft, _ faults: [RegisterDraft.RowFault]) -> [SheetLine] {
        let reasons = faults.reasons
        return draft.table.rows.map { row in
            SheetLine(
                line: row.line, words: row.cells.filter { !$0.isEmpty }.joined(separator: "  "),
                fault: reasons[row.line] ?? "")
        }
    }

    static var list: RowList<SheetLine> {
        RowList(
            [
                .init(TableColumn(localized("行", "Row"), minimum: 6, alignment: .right), by: \.line) { "\($0.line)" },
                .init(TableColumn(localized("内容", "It says"), minimum: 20, ideal: 40, share: 2)) { $0.words },
                .init(
                    TableColumn(localized("哪里不对", "What is wrong"), minimum: 10, ideal: 30, share: 1), by: \.fault,
                    element: { _ in .uncovered }, text: { $0.fault }),
            ], identity: { "\($0.line)" }, searched: { $0.words })
    }
}

extension SheetColumn {
    /// The columns of a table, and what each is taken for.
    static var list: RowList<SheetColumn> {
        RowList(
            [
                .init(TableColumn(localized("文件里的列", "In the file"), minimum: 12, ideal: 20), text: { $0.header }),
                .init(
                    TableColumn(localized("当作", "Taken for"), minimum: 8, ideal: 10),
                    element: { $0.use.role == .none ? .muted : .text }, text: { $0.use.role.title }),
                .init(TableColumn(localized("栏目", "Field"), minimum: 10, ideal: 16)) {
                    $0.use.role == .field ? $0.use.name : ""
                },
                .init(TableColumn(localized("类型", "Kind"), minimum: 8, ideal: 10)) { $0.use.kind.title },
                .init(
                    TableColumn(localized("里面写着", "It says"), minimum: 12, ideal: 28, share: 1),
                    element: { _ in .muted },
                    text: { $0.use.kind == .option ? $0.use.options.joined(separator: ";") : $0.samples.listed }),
            ], identity: { "\($0.place)" }, searched: { "\($0.header) \($0.use.name)" })
    }
}
