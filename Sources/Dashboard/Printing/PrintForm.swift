import Papers
import PartyWork

extension Menu {
    /// What to print, where there are several things.
    static func printing(_ items: [Printout.Item], _ context: Context) -> Menu {
        Menu(
            title: localized("打印、导出：选哪一样（数字键）", "Print or export: what (a digit)"),
            items: items.map { Item($0.title, detail: $0.detail, .form(.printing($0, context))) })
    }
}

extension Form {
    /// The columns that stand for the fields; forms know their fields by columns.
    private enum Place {
        static let format = PartyWork.Column.kind
        static let content = PartyWork.Column.evidence
        static let phones = PartyWork.Column.phone
        /// The column with the most room.
        static let folder = PartyWork.Column.note
        static let name = PartyWork.Column.name
    }

    /// How and where to write something. The folder is the one of the last time, the name says what it is.
    static func printing(_ item: Printout.Item, _ context: Context) -> Form {
        let what = [item.title, item.detail].filter { !$0.isEmpty }.joined(separator: "  ")
        return Form(
            title: localized("打印、导出：\(what)", "Print or export: \(what)"), rule: rule(item),
            identity: item.identity, fields: fields(item, context)
        ) { cells, context throws(RecordFaults) in
            let (folder, name) = try whereTo(cells)
            return .init(
                item, cells[Place.format].flatMap(PaperFormat.init) ?? item.formats[0], folder: folder, name: name,
                isUnmasked: cells[Place.phones] == PrintWord.inFull.rawValue,
                isBlank: cells[Place.content] == PrintWord.blank.rawValue, context)
        }
    }

    private static func rule(_ item: Printout.Item) -> String {
        switch item.work {
        case .papers:
            localized(
                "A4，按截至日的台账填好，或空白；已有同名文件时先问",
                "A4, filled in as of the date, or blank; an existing file is asked about first")
        case .list:
            localized(
                "A4，就是屏幕上的行，所有的列，查找、筛选、排序照样；已有同名文件时先问",
                "A4: the rows in sight, all columns, as searched, filtered and sorted; an existing file is asked about first"
            )
        case .template:
            localized(
                "六张表各一页，词语可选，日期和数字会检查；已有同名文件时先问",
                "A sheet for each table, with lists of words and checks; an existing file is asked about first")
        }
    }

    private static func fields(_ item: Printout.Item, _ context: Context) -> [Field] {
        func field(_ column: PartyWork.Column, _ label: String, _ choices: [Field.Choice]) -> Field {
            Field(column, .choice(choices), label: label, value: choices[0].token)
        }
        let formats = item.formats.map { Field.Choice($0.rawValue, $0.title) }
        let content = field(
            Place.content, localized("内容", "Content"), [Field.Choice(PrintWord.filled), Field.Choice(PrintWord.blank)])
        let masking = field(
            Place.phones, localized("电话", "Phones"), [Field.Choice(PrintWord.masked), Field.Choice(PrintWord.inFull)])
        return [field(Place.format, localized("格式", "Format"), formats)]
            + (item.canBeBlank ? [content] : []) + (item.hasPersonalFields ? [masking] : []) + [
                Field(
                    Place.folder, .text, label: localized("文件夹", "Folder"), value: context.preferences.printFolder),
                Field(
                    Place.name, .text, label: localized("文件名", "File name"), value: item.fileName(context),
                    hint: localized("结尾按格式加", "the ending is added")),
            ]
    }

    private static func whereTo(
        _ cells: [PartyWork.Column: String]
    ) throws(RecordFaults) -> (folder: String, name: String) {
        let (folder, name) = (cells[Place.folder] ?? "", cells[Place.name] ?? "")
        var faults: [FieldFault] = []
        if folder.isEmpty { faults.append(FieldFault(Place.folder, .missing)) }
        if name.isEmpty { faults.append(FieldFault(Place.name, .missing)) }
        if name.contains("/") { faults.append(FieldFault(Place.name, .strokeInFileName)) }
        if !faults.isEmpty { throw RecordFaults(faults) }
        return (folder, name)
    }
}

/// The words of what a form on paper shows.
private enum PrintWord: String, Titled {
    case masked = "遮住"
    case inFull = "不遮（记入流水）"
    case filled = "填好"
    case blank = "空白，留给手填"

    var english: String {
        switch self {
        case .masked: "Masked"
        case .inFull: "In full (journalled)"
        case .filled: "Filled in"
        case .blank: "Blank, to fill by hand"
        }
    }
}
