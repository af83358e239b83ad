import PartyWork
import TerminalUI

/// A line that says how a file is understood: a file or sheet, or one of its columns.
struct ColumnRow: Sendable, Hashable {
    let source: ImportSource
    /// Nil of the line of the file itself.
    let column: FileColumn?

    /// The lines of all files, each with its columns below. A column without a name that nobody reads is a trailing comma.
    static func rows(of review: ImportReview) -> [ColumnRow] {
        review.sources.flatMap { source in
            let shown = source.columns.filter { !$0.name.isEmpty || $0.column != nil }
            return [ColumnRow(source: source, column: nil)] + shown.map { ColumnRow(source: source, column: $0) }
        }
    }

    static var list: RowList<ColumnRow> {
        let columns: [RowList<ColumnRow>.Column] = [
            .init(TableColumn(localized("文件里的列", "In the file"), minimum: 16, ideal: 34, share: 1)) { $0.name },
            .init(
                TableColumn(localized("当作", "Taken for"), minimum: 12, ideal: 16), element: { $0.element },
                text: { $0.meaning }),
            .init(TableColumn(localized("说明", "Remark"), minimum: 16, ideal: 30, share: 1)) { $0.remark },
        ]
        return RowList(columns, identity: \.identity, searched: { "\($0.name) \($0.meaning)" })
    }

    /// Tells it from others across corrections.
    var identity: String { "\(source.place.at(nil)) \(column.map { String($0.index) } ?? "")" }

    private var name: String { column.map { "  " + $0.name } ?? source.place.words }

    private var element: Element {
        if column == nil { return source.isRead || isSkipped ? .screenTitle : .uncovered }
        return column?.column == nil ? .muted : .text
    }

    /// Whether nobody means the sheet to be imported.
    private var isSkipped: Bool { source.mapping.map { $0.table == nil } ?? (source.table == nil) }

    /// What the file, or its column, is taken for.
    var meaning: String {
        guard let column else {
            if isSkipped { return localized("不导入", "Not imported") }
            return source.table.map { localized("\($0.title)表", $0.title) } ?? ""
        }
        switch column.meaning {
        case .taken(let taken, _): return taken.title
        case .aid(let aid): return aid.title
        case .leftOut, .unknown, .notKept, .sensitive: return "-"
        }
    }

    /// Why, and what becomes of it.
    var remark: String { column.map { remark(on: $0) } ?? sourceRemark }

    private var sourceRemark: String {
        if isSkipped {
            return source.mapping == nil ? localized("不像台账的表", "No table of the ledger") : said
        }
        if !source.missing.isEmpty {
            return localized("缺：", "Missing: ") + source.missing.map(\.title).joined(separator: localized("、", ", "))
        }
        if !source.isRead { return localized("表头有问题，见下一步", "Header is wrong: see the next step") }
        let counts = source.counts
        let rows = localized(
            "新 \(counts.new) 不同 \(counts.updated + counts.left) 不变 \(counts.unchanged) 不对 \(source.rejected)",
            "new \(counts.new), different \(counts.updated + counts.left), same \(counts.unchanged), wrong \(source.rejected)"
        )
        return [said, rows].filter { !$0.isEmpty }.joined(separator: localized("；", "; "))
    }

    private var said: String {
        guard source.mapping != nil else { return "" }
        return source.isRemembered
            ? localized("按上次的认法", "As the last time") : localized("你改过", "Corrected")
    }

    private func remark(on column: FileColumn) -> String {
        switch column.meaning {
        case .taken(let taken, let reading):
            let isSaid = source.mapping?.choices[column.index] != nil
            let how =
                switch reading {
                case .plain: column.isExact ? localized("列名相同", "Same name") : localized("别名", "Another name")
                case .date: localized("只有年份的按 12 月 31 日", "A bare year means 31 December")
                case .village, .organization: localized("按名称找编码", "Found by name")
                case .person: localized("按姓名找编号", "Found by name")
                }
            let needed = source.table?.required.contains(taken) ?? false ? localized("必填", "Required") : ""
            return [isSaid ? said : "", needed, how].filter { !$0.isEmpty }.joined(separator: localized("，", ", "))
        case .aid(let aid): return aid.remark
        case .leftOut: return [said, localized("不导入", "left out")].joined(separator: localized("，", ", "))
        case .notKept: return localized("台账不记", "The ledger keeps none")
        case .unknown: return localized("不认识，不导入", "Unknown, ignored")
        case .sensitive(let kind, let isInCells):
            return isInCells
                ? localized("里面有\(kind.title)，从不保存", "Holds \(kind.title): never stored")
                : localized("\(kind.title)，从不保存", "\(kind.title): never stored")
        }
    }

    /// The whole of it, for the line below the list.
    var details: String {
        guard let column else { return "\(source.place.words)  \(meaning)  \(remark)" }
        return localized("“\(column.name)”", "\"\(column.name)\"") + " → \(meaning)  \(remark)"
    }

    /// Why it cannot be corrected; nil if it can.
    var fixed: String? {
        guard let column else { return source.shape.cells.isEmpty ? localized("这张表没有表头", "It has no header") : nil }
        if case .sensitive = column.meaning { return localized("身份证号、银行账号、健康情况从不保存", "Personal data is never stored") }
        if source.table == nil { return localized("先选这是哪张表", "First say which table this is") }
        return nil
    }
}
