import PartyWork

/// Files that officers take for a table and that are none the program reads; each is told for what it is, with the way out.
package enum ForeignFile: Hashable, Sendable, CaseIterable {
    /// A workbook or document with a password to open it; Excel writes an .xls whose sheets are protected as one too.
    case encrypted
    /// A workbook in the binary form of Excel 2007.
    case binaryWorkbook
    /// A workbook of before Excel 5.
    case ancientWorkbook
    /// A document of Word or WPS.
    case document
    /// Slides.
    case slides
    /// A document of LibreOffice that is no table.
    case openDocument
    /// A workbook of Apple's Numbers.
    case numbers
    case pdf
    case image
    /// An archive of files: zip, rar, 7z, gzip.
    case archive
    /// A web page saved in one file with its pictures.
    case webArchive
    /// XML that is no table.
    case xml
    /// A container of Windows programs that holds no workbook.
    case container

    /// What it is, and what to do next.
    var text: String {
        switch self {
        case .encrypted:
            localized(
                "加了打开密码（或保护了工作簿），读不了；请在 WPS 或 Excel 里打开，去掉密码后另存为 .xlsx 再导入",
                "has a password, or is protected; open it in WPS or Excel, take that away, and save it as .xlsx")
        case .binaryWorkbook:
            localized(
                "是二进制工作簿（.xlsb），读不了；请在 WPS 或 Excel 里打开，另存为 .xlsx 后再导入",
                "a binary workbook (.xlsb), which is not read; open it in WPS or Excel, and save it as .xlsx")
        case .ancientWorkbook:
            localized(
                "是 Excel 5 以前的旧表格，读不了；请在 WPS 或 Excel 里打开，另存为 .xlsx 后再导入",
                "a workbook of before Excel 5, which is not read; open it in WPS or Excel, and save it as .xlsx")
        case .document:
            localized(
                "是文字文档（Word 或 WPS 文字），不是表格；请把里面的表格复制到新工作簿，存为 .xlsx 后再导入",
                "a text document (Word or WPS Writer), and no workbook; copy its table into a new workbook, and save that as .xlsx"
            )
        case .slides:
            localized(
                "是演示文稿，不是表格；请把里面的表格复制到新工作簿，存为 .xlsx 后再导入",
                "slides, and no workbook; copy their table into a new workbook, and save that as .xlsx")
        case .openDocument:
            localized(
                "是 LibreOffice 的文档，不是表格；请把里面的表格复制到新工作簿，存为 .ods 或 .xlsx 后再导入",
                "a document of LibreOffice, and no workbook; copy its table into a new workbook, and save that as .ods or .xlsx"
            )
        case .numbers:
            localized(
                "是苹果 Numbers 表格，读不了；请在 Numbers 里导出为 Excel（.xlsx）后再导入",
                "a workbook of Numbers, which is not read; export it to Excel (.xlsx) in Numbers")
        case .pdf:
            localized(
                "是 PDF，不是表格；请向来处要原来的表格，或转成 .xlsx 逐行核对后再导入",
                "a PDF, and no workbook; ask for the workbook it was made from, or turn it into .xlsx and check every row"
            )
        case .image:
            localized(
                "是图片，不是表格；请向来处要原来的表格，或录成 .xlsx 后再导入",
                "a picture, and no workbook; ask for the workbook it was made from, or type it into an .xlsx")
        case .archive:
            localized(
                "是压缩包；请先解压，再导入里面的文件（或整个文件夹）",
                "an archive; unpack it, then import the files in it, or their folder")
        case .webArchive:
            localized(
                "是单个文件的网页（.mht），读不了；请在 WPS 或 Excel 里打开，另存为 .xlsx 后再导入",
                "a web page in one file (.mht), which is not read; open it in WPS or Excel, and save it as .xlsx")
        case .xml:
            localized(
                "是 XML，但不是表格；请在导出的系统里改选 Excel 或 CSV 再导入",
                "XML, but no workbook; choose Excel or CSV in the system that exported it")
        case .container:
            localized(
                "是旧式 Office 文件，里面却没有工作表；请在 WPS 或 Excel 里打开，另存为 .xlsx 后再导入",
                "an old Office file without a worksheet; open it in WPS or Excel, and save it as .xlsx")
        }
    }
}
