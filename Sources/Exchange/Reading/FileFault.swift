import Glibc

/// Why a file or folder could not be read or written as a whole. Data when thrown; `text` says it in Chinese.
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
    /// A folder without a file whose name ends in `.csv` or `.xlsx`.
    case noCSV
    /// The library that writes workbooks is not installed.
    case noWorkbookLibrary

    /// What is wrong and what to do next.
    package var text: String {
        switch self {
        case .missing: "找不到此文件或文件夹，请核对路径"
        case .folder: "是文件夹，这里需要文件，请核对路径"
        case .notRegular: "不是普通文件，请先另存为 CSV 文件"
        case .changed: "读取期间文件被改动，请关闭其他程序后重试"
        case .unreadable(let number): "无法读取（\(FileFault.reason(number))），请检查权限后重试"
        case .unwritable(let number): "无法写入（\(FileFault.reason(number))），请处理后重试"
        case .noCSV: "文件夹里没有 .csv 或 .xlsx 文件，请核对路径"
        case .noWorkbookLibrary: "这台电脑没有装 libxlsxwriter，写不出表格文件；请安装它，或改用 --format html、text"
        }
    }

    private static func reason(_ number: Int32) -> String {
        switch number {
        case EACCES, EPERM: "没有权限"
        case ENOSPC, EDQUOT, EFBIG: "磁盘空间不足"
        case EROFS: "磁盘只读"
        case EIO: "磁盘读写出错"
        case ENOENT: "上级文件夹不存在"
        case ENOTDIR: "路径中有一段不是文件夹"
        case EISDIR: "同名文件夹占用了文件名"
        case EEXIST: "已有同名文件，不覆盖"
        case ELOOP: "链接不可用"
        case EPIPE: "接收方已关闭"
        case EMFILE, ENFILE: "打开的文件过多"
        case ENAMETOOLONG: "名称过长"
        default: "系统错误 \(number)"
        }
    }
}
