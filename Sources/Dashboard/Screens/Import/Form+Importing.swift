import PartyWork
import TerminalUI

// What the import screen asks in forms: a value for a column that a file lacks, who the new helpers are, where rows that are left out go.

extension FieldKey {
    fileprivate static let origin = FieldKey("取值")
    fileprivate static let reach = FieldKey("用于")
    fileprivate static let path = FieldKey("留下的行")
}

/// Where the one value of a column comes from.
private enum GivenOrigin: String, Titled {
    case typed = "写在下面"
    case sheet = "按工作表名"
    case file = "按文件名"

    var english: String {
        switch self {
        case .typed: "written below"
        case .sheet: "the name of the sheet"
        case .file: "the name of the file"
        }
    }
}

/// For which files it holds.
private enum GivenReach: String, Titled {
    case all = "每张缺这一栏的表"
    case one = "只这一张"

    var english: String {
        switch self {
        case .all: "every one that lacks it"
        case .one: "this one alone"
        }
    }
}

extension Form<Filing> {
    /// The form for the one value of a column that a file or sheet lacks.
    ///
    /// - Parameter others: how many other files lack it too.
    static func given(
        _ field: ColumnSchema, to source: ImportSource, _ order: ImportOrder, others: Int
    ) -> Form {
        let (column, place) = (field.column, source.place.at(nil))
        let before = source.given.first { $0.column == column }?.value
        func title() -> String {
            localized(
                "“\(place.words)”缺「\(column.title)」：给一个值",
                "\"\(place.words)\" lacks \(column.title): one value for all rows")
        }
        let origins: [GivenOrigin] = place.sheet == nil ? [.typed, .file] : [.typed, .sheet, .file]
        let origin = Field(
            .origin, .choice(origins.map { FieldChoice($0.rawValue, $0.title) }), label: localized("怎样给", "From"),
            value: GivenOrigin(before).rawValue, hint: names(of: place))
        let value = Field(
            column, of: source.table ?? .households, value: before?.written ?? "",
            hint: field.lenientReading == .date
                ? localized("每行都用它；可以只写年份（按 12 月 31 日）", "the value of every row; a year alone is its last day")
                : localized("上面选“写在下面”时填；每行都用它", "if written below: the value of every row")
        ).required(false)
        let reach = Field(
            .reach, .choice(GivenReach.all, .one), label: localized("用于", "For"), value: GivenReach.all.rawValue)
        return Form(
            title: title(),
            rule: localized("文件不改；只是这次导入每一行都用这个值", "The file stays as it is; every row of this import has the value"),
            identity: identity(title), fields: [origin, value] + (others > 0 ? [reach] : []),
            purpose: Filing(
                .effect { answers throws(FieldErrors) in
                    let isForAll = others > 0 && answers[.reach] == GivenReach.all.rawValue
                    var order = order
                    order.takeBack(column.header, for: .place(place))
                    order.give(
                        GivenValue(column.header, try said(answers, field, source), for: isForAll ? nil : place))
                    return .files(.examine(order))
                })
        ).starting(at: before == nil ? FieldKey(column) : .origin)
    }

    /// The names that can be the value.
    private static func names(of place: FilePlace) -> String {
        place.sheet.map {
            localized("表名“\($0)”，文件名“\(place.fileTitle)”", "sheet \"\($0)\", file \"\(place.fileTitle)\"")
        }
            ?? localized("文件名“\(place.fileTitle)”", "file \"\(place.fileTitle)\"")
    }

    private static func said(
        _ answers: Answers, _ field: ColumnSchema, _ source: ImportSource
    ) throws(FieldErrors) -> GivenValue.Value {
        switch GivenOrigin(rawValue: answers[.origin]) {
        case .sheet: return .sheetName
        case .file: return .fileName
        case .typed, nil:
            let text = try answers.filled(FieldKey(field.column))
            // It is read as a cell of a list is.
            if field.lenientReading == .date, text.wholeMatch(of: /\d{4}(年|[-.\/年]\d{1,2}月?)?/) != nil {
                return .text(text)
            }
            var probe = (source.table ?? .households).blank
            if let fault = probe.take(text, into: field) { throw FieldErrors(FieldKey(field.column), fault) }
            return .text(text)
        }
    }

    /// The form that makes people of the helpers whom nobody knows.
    static func newHelpers(_ names: [String], _ order: ImportOrder) -> Form {
        func title() -> String {
            localized("登记名单里的 \(names.count) 个帮扶人", "Add \(plural(names.count, "helper")) of the list")
        }
        let more = names.count > 10 ? localized("等", " …") : ""
        let people = Field(fixed: Array(names.prefix(10)).listed + more, label: localized("台账里没有", "Not there"))
        let category = Field(
            .category, of: .people, value: PersonCategory.resident.rawValue,
            hint: localized("以后可以逐个改", "each can be changed later"))
        let day = Field(
            .startedOn, of: .pairings, label: localized("结对日期", "Paired on"),
            hint: localized("名单没有写日期的用它；空着是今天", "where the list says none; today if empty")
        ).required(false)
        return Form(
            title: title(),
            rule: localized("先核对名字有没有写错；登记后每人一个编号", "Check the names first; everyone gets a number"),
            identity: identity(title), fields: [people, category, day],
            purpose: Filing(
                .effect { answers throws(FieldErrors) in
                    var order = order
                    order.addsPeople = true
                    order.give(GivenValue(PartyWork.Column.category.header, .text(answers[.category])))
                    if !answers[.startedOn].isEmpty {
                        let day = try answers.day(.startedOn)
                        order.give(GivenValue(PartyWork.Column.startedOn.header, .text(day.description)))
                    }
                    return .files(.examine(order))
                }))
    }

    /// The form that imports all rows but those that are left out, into what file these go.
    static func leaving(_ review: ImportReview, _ order: ImportOrder, proposing path: String) -> Form {
        func title() -> String {
            localized(
                "导入 \(review.counts.all) 行，留下 \(review.left) 行",
                "Import \(review.counts.all) rows, leave \(review.left)")
        }
        return leaving(title, proposing: order.leaving.path ?? path) { path in
            var order = order
            order.leaving.path = path
            return .carryOut(order, reviewed: review)
        }
    }

    /// The form that leaves rows out of a register that is made of a table.
    static func leaving(_ faults: [RegisterDraft.RowFault], _ order: SheetOrder, proposing path: String) -> Form {
        func title() -> String { localized("留下 \(faults.count) 行", "Leave \(plural(faults.count, "row"))") }
        return leaving(title, proposing: path) { path in
            var order = order
            order.left = SheetOrder.Left(faults.reasons, in: path)
            return .tabulate(order)
        }
    }

    private static func leaving(
        _ title: () -> String, proposing path: String, _ task: @escaping @Sendable (String) -> FileTask
    ) -> Form {
        let field = Field(
            .path, .text, label: localized("留下的行写到", "Rows left go to"), value: path, limit: 2_000, isRequired: true)
        return Form(
            title: title(),
            rule: localized(
                "这个文件里每行旁边写明原因，改好再导入；身份证号等不写进去",
                "It says why beside each row, to be mended and imported again; nothing personal goes into it"),
            identity: identity(title), fields: [field],
            purpose: Filing(
                .effect { answers throws(FieldErrors) in
                    let path = try answers.filled(.path)
                    return .files(task(path.hasSuffix(".xlsx") ? path : path + ".xlsx"))
                }))
    }
}

extension GivenOrigin {
    /// Whence a value came that was given before.
    fileprivate init(_ value: GivenValue?) {
        self =
            switch value?.value {
            case .sheetName: .sheet
            case .fileName: .file
            case .text, .title, nil: .typed
            }
    }
}

extension GivenValue {
    /// What was written; nil where a name stands for it.
    fileprivate var written: String? { if case .text(let text) = value { text } else { nil } }
}
