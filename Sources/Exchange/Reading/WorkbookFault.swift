import PartyWork

/// Why a workbook as a whole, or a sheet from some row on, cannot be read.
///
/// Data when thrown; `text` says it.
package enum WorkbookFault: Error, Hashable, Sendable {
    /// Another kind of file than is read.
    case foreign(ForeignFile)
    /// Named as a workbook, and nothing that is known.
    case notAWorkbook
    /// A library that the file needs is not installed.
    case noLibrary(Library)
    /// The archive or one of its parts is damaged or cut off.
    case damaged(part: String)
    /// An archive that is no workbook of sheets, or lacks a part that its list names.
    case missing(part: String)
    /// A part carries a document type, which could define entities.
    case documentType(part: String)
    /// A limit on what is unpacked, read or kept.
    case tooLarge(Limit, part: String)
    /// No sheet of the workbook can be taken for a table.
    case noSheet

    /// What reads a kind of file, and is loaded when one is opened.
    package enum Library: String, CaseIterable, Hashable, Sendable {
        /// The container of .xls.
        case gsf = "libgsf-1-114"
        /// The archive of .xlsx and .ods.
        case minizip = "libminizip1"
        /// The XML of .xlsx and .ods.
        case expat = "libexpat1"

        /// What the file can be saved as instead.
        fileprivate var instead: String { self == .gsf ? ".xlsx" : ".csv" }
    }

    /// What is limited, so that a small file cannot fill memory or time (RELIABILITY section 4, zip and XML bombs).
    package enum Limit: Hashable, Sendable {
        case entries(Int)
        case unpacked(bytes: Int)
        case ratio(Int)
        case sheets(Int)
        case rows(Int)
        case columns(Int)
        case depth(Int)
        case attributes(Int)
        case element(bytes: Int)
        case row(bytes: Int)
        case sharedStrings(bytes: Int)
        case merges(Int)
        case repeats(Int)
        case cells(Int)
    }

    /// What is wrong and what to do next.
    package var text: String {
        switch self {
        case .foreign(let file): file.text
        case .notAWorkbook:
            localized(
                "名为工作簿，内容却不是；请在 WPS 或 Excel 里打开，另存为 .xlsx 后再导入",
                "named a workbook, but none; open it in WPS or Excel, and save it as .xlsx")
        case .noLibrary(let library):
            localized(
                "这台电脑没有装 \(library.rawValue)，读不了这种文件；请安装它，或在 WPS、Excel 里另存为 \(library.instead) 后再导入",
                "\(library.rawValue), which reads such files, is not installed; install it, or save the file as \(library.instead) in WPS or Excel"
            )
        case .damaged(let part):
            localized(
                "工作簿已损坏（\(part)），请重新取得文件，或在 WPS、Excel 里修复后另存",
                "the workbook is damaged (\(part)); get the file once more, or repair it in WPS or Excel and save it anew"
            )
        case .missing(let part):
            localized(
                "工作簿里缺少 \(part)，请在 WPS 或 Excel 里打开，另存为 .xlsx 后再导入",
                "the workbook lacks \(part); open it in WPS or Excel, and save it as .xlsx")
        case .documentType(let part):
            localized(
                "工作簿里有不该有的文档类型声明（\(part)），可能有害，未读取",
                "the workbook has a document type (\(part)), which may do harm; not read")
        case .tooLarge(let limit, let part):
            localized(
                "\(limit.text)（\(part)），可能有害，未读取；确需导入请拆成几个文件",
                "\(limit.text) (\(part)), which may do harm; not read; if it must be imported, split it into several files"
            )
        case .noSheet:
            localized(
                "没有一张工作表的表头符合台账的表，请按模板填写表头",
                "no sheet has the headers of a table of the ledger; take the headers from the template")
        }
    }
}

extension WorkbookFault.Limit {
    fileprivate var text: String {
        switch self {
        case .entries(let count): localized("工作簿里的部件超过 \(count) 个", "the workbook has more than \(count) parts")
        case .unpacked(let bytes): localized("解压后超过 \(bytes >> 20) MB", "more than \(bytes >> 20) MB unpacked")
        case .ratio(let ratio): localized("压缩比超过 \(ratio) 倍", "compressed more than \(ratio) times")
        case .sheets(let count): localized("工作表超过 \(count) 张", "more than \(count) sheets")
        case .rows(let count): localized("行数超过 \(count)", "more than \(count) rows")
        case .columns(let count): localized("有内容的列超过 \(count) 列", "more than \(count) columns in use")
        case .depth(let levels): localized("XML 嵌套超过 \(levels) 层", "XML nested more than \(levels) levels deep")
        case .attributes(let count):
            localized("一个 XML 元素的属性超过 \(count) 个", "an XML element with more than \(count) attributes")
        case .element(let bytes):
            localized("一个 XML 元素超过 \(bytes >> 20) MB", "an XML element of more than \(bytes >> 20) MB")
        case .row(let bytes): localized("一行超过 \(bytes >> 20) MB", "a row of more than \(bytes >> 20) MB")
        case .sharedStrings(let bytes):
            localized("不同的文字共超过 \(bytes >> 20) MB", "different texts of more than \(bytes >> 20) MB")
        case .merges(let count): localized("合并单元格超过 \(count) 处", "more than \(count) merged cells")
        case .repeats(let count): localized("重复的行超过 \(count) 行", "more than \(count) repeated rows")
        case .cells(let count): localized("单元格超过 \(count) 个", "more than \(count) cells")
        }
    }
}
