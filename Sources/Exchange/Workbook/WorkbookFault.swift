/// Why a workbook as a whole, or a sheet from some row on, cannot be read. Data when thrown; `text` says it in Chinese.
package enum WorkbookFault: Error, Hashable, Sendable {
    /// An .xls of before 2007, or a workbook with a password: both are OLE containers.
    case oldOrEncrypted
    /// Named .xlsx, and neither a zip archive nor an OLE container.
    case notAWorkbook
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
    }

    /// What is wrong and what to do next.
    package var text: String {
        switch self {
        case .oldOrEncrypted: "是旧版 .xls，或加了密码的工作簿；请在 WPS 或 Excel 里打开（去掉密码），另存为 .xlsx 后再导入"
        case .notAWorkbook: "名为 .xlsx，内容却不是工作簿；请在 WPS 或 Excel 里打开，另存为 .xlsx 后再导入"
        case .damaged(let part): "工作簿已损坏（\(part)），请重新取得文件，或在 WPS、Excel 里修复后另存"
        case .missing(let part): "工作簿里缺少 \(part)，请在 WPS 或 Excel 里打开，另存为 .xlsx 后再导入"
        case .documentType(let part): "工作簿里有不该有的文档类型声明（\(part)），可能有害，未读取"
        case .tooLarge(let limit, let part): "\(limit.text)（\(part)），可能有害，未读取；确需导入请拆成几个文件"
        case .noSheet: "没有一张工作表的表头符合台账的表，请按模板填写表头"
        }
    }
}

extension WorkbookFault.Limit {
    fileprivate var text: String {
        switch self {
        case .entries(let count): "工作簿里的部件超过 \(count) 个"
        case .unpacked(let bytes): "解压后超过 \(bytes >> 20) MB"
        case .ratio(let ratio): "压缩比超过 \(ratio) 倍"
        case .sheets(let count): "工作表超过 \(count) 张"
        case .rows(let count): "行数超过 \(count)"
        case .columns(let count): "有内容的列超过 \(count) 列"
        case .depth(let levels): "XML 嵌套超过 \(levels) 层"
        case .attributes(let count): "一个 XML 元素的属性超过 \(count) 个"
        case .element(let bytes): "一个 XML 元素超过 \(bytes >> 20) MB"
        case .row(let bytes): "一行超过 \(bytes >> 20) MB"
        case .sharedStrings(let bytes): "不同的文字共超过 \(bytes >> 20) MB"
        }
    }
}
