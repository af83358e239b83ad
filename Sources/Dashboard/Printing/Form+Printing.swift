import Papers
import PartyWork
import TerminalUI

extension Menu {
    /// What to print, where there are several things.
    static func printing(_ items: [Printout.Item], _ context: Context) -> Menu {
        Menu(
            title: localized("打印、导出：选哪一样（数字键）", "Print or export: what (a digit)"),
            items: items.map { Item($0.title, detail: $0.detail, .form(.printing($0, context))) })
    }
}

extension FieldKey {
    fileprivate static let format = FieldKey("格式")
    fileprivate static let content = FieldKey("内容")
    fileprivate static let phones = FieldKey("电话")
    fileprivate static let printer = FieldKey("打印机")
    fileprivate static let folder = FieldKey("文件夹")
    fileprivate static let fileName = FieldKey("文件名")
}

extension Form<Filing> {
    /// How and where to write something; the folder is the one of the last time, the name says what it is.
    static func printing(_ item: Printout.Item, _ context: Context) -> Form {
        let what = [item.title, item.detail].filter { !$0.isEmpty }.joined(separator: "  ")
        let work = Filing.Work.print { answers, context throws(FieldErrors) in
            let (folder, name) = try whereTo(answers)
            let format = PaperFormat(rawValue: answers[.format]) ?? item.formats[0]
            let isSent = answers[.printer] == PrintWord.sent.rawValue
            if isSent, !format.isPrintable { throw FieldErrors([FieldError(.printer, PrintWord.unprintable)]) }
            var job = PrintJob(
                item, format, folder: folder, name: name,
                isUnmasked: answers[.phones] == PrintWord.inFull.rawValue,
                isBlank: answers[.content] == PrintWord.blank.rawValue, context)
            job.isSent = isSent
            return job
        }
        return Form(
            title: localized("打印、导出：\(what)", "Print or export: \(what)"), rule: rule(item), identity: item.identity,
            fields: fields(item, context), purpose: Filing(work))
    }

    private static func rule(_ item: Printout.Item) -> String {
        switch item.work {
        case .papers:
            localized(
                "A4，按截至日的台账填好，或空白；已有同名文件时先问",
                "A4, filled in as of the date, or blank; an existing file is asked about first")
        case .list:
            localized(
                "A4，就是屏幕上的行，没有隐藏的列，查找、筛选、排序照样；已有同名文件时先问",
                "A4: the rows in sight, all columns not hidden, as searched, filtered, sorted; an existing file is asked about"
            )
        case .template(.some):
            localized(
                "表头与导入的一致，“说明”一页讲每一列填什么；已有同名文件时先问",
                "The headers that imports want, and a sheet that explains each column; an existing file is asked about first"
            )
        case .template(nil):
            localized(
                "六张表各一页，词语可选，日期和数字会检查；已有同名文件时先问",
                "A sheet for each table, with lists of words and checks; an existing file is asked about first")
        case .reminders:
            localized("就是刚才看到的内容；已有同名文件时先问", "What was just read; an existing file is asked about first")
        }
    }

    private static func fields(_ item: Printout.Item, _ context: Context) -> [Field] {
        let formats = item.formats.map { FieldChoice($0.rawValue, $0.title) }
        let content = Field(
            .content, .choice(PrintWord.filled, .blank), label: localized("内容", "Content"),
            value: PrintWord.filled.rawValue)
        let masking = Field(
            .phones, .choice(PrintWord.masked, .inFull), label: localized("电话", "Phones"),
            value: PrintWord.masked.rawValue)
        let printer = Field(
            .printer, .choice(PrintWord.unsent, .sent), label: localized("打印机", "Printer"),
            value: PrintWord.unsent.rawValue)
        let isPrintable = context.hasPrinter && item.formats.contains(where: \.isPrintable)
        return [
            Field(.format, .choice(formats), label: localized("格式", "Format"), value: item.formats[0].rawValue)
        ] + (item.canBeBlank ? [content] : []) + (item.hasPersonalFields ? [masking] : [])
            + (isPrintable ? [printer] : []) + [
                // Paths are longer than what else is typed.
                Field(
                    .folder, .text, label: localized("文件夹", "Folder"), value: context.preferences.printFolder,
                    limit: 2_000, isRequired: true),
                Field(
                    .fileName, .text, label: localized("文件名", "File name"), value: item.fileName(context),
                    hint: localized("结尾按格式加", "the ending is added"), isRequired: true),
            ]
    }

    private static func whereTo(_ answers: Answers) throws(FieldErrors) -> (folder: String, name: String) {
        let (folder, name) = (answers[.folder], answers[.fileName])
        var faults: [(FieldKey, Fault)] = []
        if folder.isEmpty { faults.append((.folder, .missing)) }
        if name.isEmpty { faults.append((.fileName, .missing)) }
        if name.contains("/") { faults.append((.fileName, .strokeInFileName)) }
        if !faults.isEmpty { throw FieldErrors(faults.map { FieldError($0, $1.text) }) }
        return (folder, name)
    }
}

/// The words of what a form on paper shows.
private enum PrintWord: String, Titled {
    case masked = "遮住"
    case inFull = "不遮（记入流水）"
    case filled = "填好"
    case blank = "空白，留给手填"
    case unsent = "只写文件"
    case sent = "写好就打印"

    /// Why a file is not sent to the printer.
    static var unprintable: String {
        localized("打印机只收 PDF 和文字，请改格式，或只写文件", "the printer takes PDF and text; choose one, or the file only")
    }

    var english: String {
        switch self {
        case .masked: "Masked"
        case .inFull: "In full (journalled)"
        case .filled: "Filled in"
        case .blank: "Blank, to fill by hand"
        case .unsent: "The file only"
        case .sent: "Print it when written"
        }
    }
}
