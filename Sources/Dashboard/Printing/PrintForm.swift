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
        let formats = item.formats
        let phones = (masked: localized("遮住", "Masked"), inFull: localized("不遮（记入流水）", "In full (journalled)"))
        let contents = (
            filled: localized("填好", "Filled in"), blank: localized("空白，留给手填", "Blank, to fill by hand")
        )
        let what = [item.title, item.detail].filter { !$0.isEmpty }.joined(separator: "  ")
        return Form(
            title: localized("打印、导出：\(what)", "Print or export: \(what)"), rule: rule(item),
            subject: item.fileName(context),
            fields: fields(item, [contents.filled, contents.blank], [phones.masked, phones.inFull], context)
        ) { cells, context throws(RecordFaults) in
            let (folder, name) = try whereTo(cells)
            return .init(
                item, formats.first { $0.title == cells[Place.format] } ?? formats[0], folder: folder, name: name,
                isUnmasked: cells[Place.phones] == phones.inFull, isBlank: cells[Place.content] == contents.blank,
                context)
        }
    }

    private static func rule(_ item: Printout.Item) -> String {
        switch item.work {
        case .forms:
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

    private static func fields(
        _ item: Printout.Item, _ contents: [String], _ phones: [String], _ context: Context
    ) -> [Field] {
        let formats = item.formats.map(\.title)
        let content = Field(
            Place.content, .choice(contents), label: localized("内容", "Content"), value: contents[0])
        let masking = Field(
            Place.phones, .choice(phones), label: localized("电话", "Phones"), value: phones[0])
        return [Field(Place.format, .choice(formats), label: localized("格式", "Format"), value: formats[0])]
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
