import PartyWork
import TerminalUI

/// A line of a folder from which files are picked.
struct FileRow: Sendable, Hashable {
    let kind: Kind
    let name: String
    /// In bytes; nil of anything but a file.
    let size: Int?
    /// When it was changed, by the local clock; empty of what has no such time.
    let changed: String

    /// What Enter does with it.
    enum Kind: Sendable, Hashable {
        /// The folder above.
        case parent
        /// All files of the folder together.
        case all
        case folder
        case file
    }

    /// The lines of a folder: the way up, all tables together, folders, files of a kind.
    static func rows(of listing: FolderListing, _ wanted: FolderListing.Entry.Kind, _ context: Context) -> [FileRow] {
        var rows: [FileRow] = []
        if listing.parent != nil {
            rows.append(FileRow(kind: .parent, name: localized("上级文件夹", "Folder above"), size: nil, changed: ""))
        }
        let count = listing.entries(.table).count
        if wanted == .table, count > 1 {
            let name = localized("这里的 \(count) 个文件一起导入", "All \(count) files here together")
            rows.append(FileRow(kind: .all, name: name, size: nil, changed: ""))
        }
        return rows
            + listing.entries.filter { [.folder, wanted].contains($0.kind) }.map { entry in
                let isFolder = entry.kind == .folder
                return FileRow(
                    kind: isFolder ? .folder : .file, name: entry.name, size: isFolder ? nil : entry.size,
                    changed: localTime(entry.changedAt, offset: context.clockOffset))
            }
    }

    /// The list of such lines.
    static var list: RowList<FileRow> {
        let columns: [RowList<FileRow>.Column] = [
            .init(TableColumn(localized("名称", "Name"), minimum: 20, ideal: 40, share: 1), by: \.name) { $0.title },
            .init(
                TableColumn(localized("大小", "Size"), minimum: 9, alignment: .right), by: { $0.size ?? 0 },
                text: { $0.size.map(words) ?? "" }),
            .init(TableColumn(localized("改动时间", "Changed"), minimum: 16, dropOrder: 1), by: \.changed) { $0.changed },
        ]
        return RowList(columns, identity: { "\($0.kind) \($0.name)" }, searched: \.name)
    }

    /// What stands where there is no line, before and after the folder is read.
    static func nothing(_ wanted: FolderListing.Entry.Kind, isRead: Bool) -> String {
        if !isRead { return localized("正在读取文件夹…", "Reading the folder…") }
        return wanted == .table
            ? localized("这里没有表格文件，也没有文件夹；按 F4 输入路径", "Nothing to import here; F4 to type a path")
            : localized("这里没有台账文件，也没有文件夹；按 F4 输入路径", "No ledger here; F4 to type a path")
    }

    /// Folders end with a slash, as they do in paths.
    private var title: String { kind == .folder ? name + "/" : name }

    private static func words(_ size: Int) -> String {
        if size < 10_000 { return "\(size) B" }
        return size < 10_000_000 ? "\((size + 1_023) / 1_024) KB" : "\((size + 1_048_575) / 1_048_576) MB"
    }
}
