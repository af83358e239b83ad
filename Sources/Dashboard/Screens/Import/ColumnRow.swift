import PartyWork
import TerminalUI

/// A line that says how a file is understood: a file or sheet, one of its columns, or a column that it lacks.
struct ColumnRow: Sendable, Hashable {
    let source: ImportSource
    let subject: Subject
    /// Whether it is of a list below or beside another of its sheet.
    var isFurther = false

    /// What the line is about.
    enum Subject: Sendable, Hashable {
        case source
        case column(FileColumn)
        /// A column that the file lacks and that must have a value.
        case missing(Column)
        /// A column that the file lacks and the officer gave a value.
        case given(GivenColumn)
    }

    /// The lines of all files, each with its columns below; a column without a name that nobody reads is a trailing comma.
    ///
    /// Of the further lists of a sheet, village after village with the same columns, only what sets each apart is said.
    static func rows(of review: ImportReview) -> [ColumnRow] {
        var seen: [FilePlace: Set<HeaderShape>] = [:]
        return review.sources.flatMap { source in
            let isFurther = !seen[source.place.at(nil), default: []].insert(source.shape).inserted
            let shown = source.columns.filter { !$0.name.isEmpty || $0.column != nil }
            let given: [Subject] = [.source] + source.given.map { .given($0) }
            let subjects =
                isFurther ? given : given + source.missing.map { .missing($0) } + shown.map { .column($0) }
            return subjects.map { ColumnRow(source: source, subject: $0, isFurther: isFurther) }
        }
    }

    static var list: RowList<ColumnRow> {
        let columns: [RowList<ColumnRow>.Column] = [
            .init(TableColumn(localized("文件里的列", "In the file"), minimum: 16, ideal: 28, share: 1)) { $0.name },
            .init(
                TableColumn(localized("当作", "Taken for"), minimum: 10, ideal: 12), element: { $0.element },
                text: { $0.meaning }),
            .init(
                TableColumn(localized("里面写着", "It says"), minimum: 12, ideal: 22, share: 1),
                element: { _ in .muted }, text: { $0.samples }),
            .init(TableColumn(localized("说明", "Remark"), minimum: 16, ideal: 30, share: 1)) { $0.remark },
        ]
        return RowList(columns, identity: \.identity, searched: { "\($0.name) \($0.meaning)" })
    }

    /// Tells it from others across corrections.
    var identity: String {
        let place = isFurther ? source.place : source.place.at(nil)
        return switch subject {
        case .source: "\(place)"
        case .column(let column): "\(place) \(column.index)"
        case .missing(let column): "\(place) \(column.header)"
        case .given(let given): "\(place) \(given.column.header)"
        }
    }

    /// What the line is called.
    var name: String {
        switch subject {
        case .source: source.place.words
        case .column(let column): "  " + column.name
        case .missing, .given: localized("  （文件里没有）", "  (not in the file)")
        }
    }

    private var element: Element {
        switch subject {
        case .source: source.isRead || isSkipped ? .screenTitle : .uncovered
        case .missing: .uncovered
        case .given: .text
        case .column(let column): column.column == nil ? .muted : .text
        }
    }

    /// Whether nobody means the sheet to be imported.
    private var isSkipped: Bool { source.mapping.map { $0.table == nil } ?? (source.table == nil) }

    /// What the file, or its column, is taken for.
    var meaning: String {
        switch subject {
        case .source:
            if isSkipped { return localized("不导入", "Not imported") }
            return source.table.map { localized("\($0.title)表", $0.title) } ?? ""
        case .missing(let column): return column.title
        case .given(let given): return given.column.title
        case .column(let column):
            switch column.meaning {
            case .taken(let taken, _): return taken.title
            case .aid(let aid): return aid.title
            case .leftOut, .unknown, .notKept, .sensitive: return "-"
            }
        }
    }

    /// What stands in the column, the first rows' different texts; nothing of what is personal.
    var samples: String {
        switch subject {
        case .source, .missing: return ""
        case .given(let given): return source.table?[given.column]?.title(of: given.text) ?? given.text
        case .column(let column):
            // Of what is no table yet the header itself may be among the first rows.
            let below = source.samples.filter { $0.line > (source.place.line ?? 0) }
            if column.isSensitive { return "" }
            var texts: [String] = []
            for text in below.map({ $0[column.index] }) where !text.isEmpty && !texts.contains(text) {
                texts.append(text)
            }
            return texts.joined(separator: localized("、", ", "))
        }
    }

    /// Why, and what becomes of it.
    var remark: String {
        switch subject {
        case .source: sourceRemark
        case .column(let column): remark(on: column)
        case .missing:
            source.isRead
                ? localized("新的行要有；Enter 给一个值", "New rows need it; Enter gives a value")
                : localized("必填；Enter 给一个值", "Required; Enter gives a value")
        case .given(let given):
            switch given.value.value {
            case .text: localized("你给的，每行一样", "Given, the same in all rows")
            case .sheetName: localized("按工作表名", "By the name of the sheet")
            case .fileName: localized("按文件名", "By the name of the file")
            case .title: localized("按表头上面的一行", "By a line above the header")
            }
        }
    }

    private var sourceRemark: String {
        if isSkipped {
            return source.mapping == nil
                ? localized("不像台账的表；Enter 选是哪张", "No table of the ledger; Enter says which") : said
        }
        if !source.missing.isEmpty, !source.isRead {
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
                case .village, .organization, .cooperative: localized("按名称找编码", "Found by name")
                case .household: localized("按户主找编号", "Found by the head's name")
                case .person, .people: localized("按姓名找编号", "Found by name")
                }
            let needed = source.table?.required.contains(taken) ?? false ? localized("必填", "Required") : ""
            return [isSaid ? said : "", needed, how].filter { !$0.isEmpty }.joined(separator: localized("，", ", "))
        case .aid(let aid):
            let isSaid = source.mapping?.choices[column.index] != nil
            return [isSaid ? said : "", aid.remark].filter { !$0.isEmpty }.joined(separator: localized("，", ", "))
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
        let name =
            switch subject {
            case .source: source.place.words
            case .column(let column): localized("“\(column.name)” →", "\"\(column.name)\" →")
            case .missing, .given: localized("文件里没有", "Not in the file:")
            }
        return [name, meaning, samples, remark].filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// Why it cannot be corrected; nil if it can.
    var fixed: String? {
        switch subject {
        case .source: source.samples.isEmpty ? localized("这张表没有内容", "It is empty") : nil
        case .missing, .given: nil
        case .column(let column):
            if case .sensitive = column.meaning {
                localized("身份证号、银行账号、健康情况从不保存", "Personal data is never stored")
            } else {
                source.table == nil ? localized("先选这是哪张表", "First say which table this is") : nil
            }
        }
    }
}
