import Glibc
import PartyWork

/// Why a file or folder could not be read or written as a whole.
///
/// Data when thrown; `text` says it.
package enum FileFault: Error, Hashable, Sendable {
    /// Nothing has this name.
    case missing
    /// A folder where a file is needed.
    case folder
    /// A pipe, a device or the like.
    case notRegular
    /// The file was written to while it was being read.
    case changed
    /// The system refused to open or read; the error number says why.
    case unreadable(Int32)
    /// The system refused to create, write or replace; the error number says why.
    case unwritable(Int32)
    /// What was written is there and whole, but the disk did not confirm its name; the error number says why.
    case unsettled(Int32)
    /// A workbook came out damaged: its library does not tell every write that fails.
    case damagedWorkbook
    /// A file to be replaced is a ledger, a backup or another database, or has a name that SQLite keeps for one.
    case database
    /// A file to be replaced is nothing that the program wrote of this kind.
    case notOwnOutput
    /// A whole disk, or another thing of the name that no file can be written into.
    case unwritableKind
    /// Files in the folder of an export that it does not write, and an import would read again.
    case leftovers([String])
    /// A pipe that nobody reads.
    case noReader
    /// A folder without a table: a file whose name ends in `.csv`, `.xlsx`, `.xls`, `.ods` and the like.
    case noCSV
    /// The library that writes workbooks is not installed.
    case noWorkbookLibrary
    /// The libraries that write PDF are not installed.
    case noPDFLibrary
    /// No installed font has Chinese characters.
    case noChineseFont

    /// What is wrong and what to do next.
    package var text: String {
        switch self {
        case .missing: localized("找不到此文件或文件夹，请核对路径", "there is no such file or folder; check the path")
        case .folder: localized("是文件夹，这里需要文件，请核对路径", "is a folder, and a file is needed; check the path")
        case .notRegular:
            localized("不是普通文件，请先另存为 CSV 文件", "is no ordinary file; first save it as a CSV file")
        case .changed:
            localized(
                "读取期间文件被改动，请关闭其他程序后重试", "was changed while it was read; close other programs, then try again")
        case .unreadable(let number):
            localized(
                "无法读取（\(FileFault.reason(number))），请检查权限后重试",
                "cannot be read (\(FileFault.reason(number))); check its permissions, then try again")
        case .unwritable(let number):
            localized(
                "无法写入（\(FileFault.reason(number))），请处理后重试",
                "cannot be written (\(FileFault.reason(number))); see to that, then try again")
        case .unsettled(let number):
            localized(
                "已经写好，不要再做一遍；只是磁盘报错（\(FileFault.reason(number))），断电时可能会丢，请检查磁盘",
                "is written, do not do it again; only the disk failed afterwards (\(FileFault.reason(number))), so that a power cut may "
                    + "lose it; check the disk")
        case .damagedWorkbook:
            localized(
                "没有写成：写出的工作簿不完整，多半是磁盘或临时文件夹（$TMPDIR）已满；请腾出空间后再试",
                "was not written: the workbook came out damaged, most likely because its disk or that of $TMPDIR is full; make room, "
                    + "then try again")
        case .database:
            localized(
                "是台账、备份或其日志的文件名，绝不替换；请换一个文件名",
                "is a ledger, a backup or a file of theirs, which is never replaced; choose another name")
        case .notOwnOutput:
            localized(
                "已有同名文件，不是以前写出的同一种文件，没有替换；请换一个文件名，确要替换请加 --force",
                "a file of that name is there that was not written as this kind before, and was not replaced; choose another name, "
                    + "or add --force to replace it")
        case .unwritableKind:
            localized("不是能写入的文件，请换一个文件名", "is nothing that can be written into; choose another name")
        case .leftovers(let names):
            localized(
                "文件夹里有这次不写的台账文件：\(names.listed)；再导入时会读到它们，请先移走，或换一个文件夹",
                "the folder has files of the ledger that are not written now: \(names.listed); an import would read them: move them, or choose another folder"
            )
        case .noReader:
            localized(
                "是管道，没有程序在读，什么都没有写；请先打开读它的程序，或换一个文件名",
                "is a pipe that nobody reads, and nothing was written; start its reader first, or choose another name")
        case .noCSV:
            localized(
                "文件夹里没有表格（.csv、.xlsx、.xls、.ods、.et），请核对路径",
                "the folder has no table (.csv, .xlsx, .xls, .ods, .et); check the path")
        case .noWorkbookLibrary:
            localized(
                "这台电脑没有装 libxlsxwriter，写不出表格文件；请安装它，或改用 --format html、text",
                "libxlsxwriter, which writes workbooks, is not installed; install it, or use --format html or text")
        case .noPDFLibrary:
            localized(
                "这台电脑没有装 pango 和 cairo（libpangocairo-1.0-0），写不出 PDF；请安装它，或改用 xlsx、html",
                "pango and cairo (libpangocairo-1.0-0), which write PDF, are not installed; install them, or use xlsx or html"
            )
        case .noChineseFont:
            localized(
                "这台电脑没有中文字体，写不出 PDF；请安装 fonts-noto-cjk 或 fonts-wqy-zenhei，或改用 xlsx、html",
                "no font with Chinese is installed, so PDF cannot be written; install fonts-noto-cjk or fonts-wqy-zenhei, or use "
                    + "xlsx or html")
        }
    }

    /// Why, in a few words that another sentence takes up.
    package var reason: String {
        switch self {
        case .unreadable(let number), .unwritable(let number), .unsettled(let number): FileFault.reason(number)
        case .folder: localized("是文件夹", "is a folder")
        case .notRegular: localized("不是普通文件", "no ordinary file")
        // The others are a few words already.
        default: text
        }
    }

    private static func reason(_ number: Int32) -> String {
        switch number {
        case EACCES, EPERM: localized("没有权限", "no permission")
        case ENOSPC, EDQUOT, EFBIG: localized("磁盘空间不足", "no room on the disk")
        case EROFS: localized("磁盘只读", "the disk is read-only")
        case EIO: localized("磁盘读写出错", "the disk failed")
        case ENOENT: localized("上级文件夹不存在", "its folder is not there")
        case ENOTDIR: localized("路径中有一段不是文件夹", "a part of the path is no folder")
        case EISDIR: localized("同名文件夹占用了文件名", "a folder has its name")
        case EEXIST: localized("已有同名文件，不覆盖", "a file of that name is there and is not replaced")
        case ELOOP: localized("链接不可用", "the link leads nowhere")
        case EPIPE: localized("接收方已关闭", "the reader is gone")
        case EMFILE, ENFILE: localized("打开的文件过多", "too many open files")
        case ENAMETOOLONG: localized("名称过长", "the name is too long")
        default: localized("系统错误 \(number)", "system error \(number)")
        }
    }
}
