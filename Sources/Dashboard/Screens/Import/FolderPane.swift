import PartyWork
import TerminalUI

/// The files of a kind in a folder, and the ways to other folders.
struct FolderPane: RowPane {
    let kind: FolderListing.Entry.Kind
    var list: RowList<FileRow>
    /// The folder to be listed; nil once it was.
    var asking: String? = ""
    private(set) var listing: FolderListing?

    init(_ kind: FolderListing.Entry.Kind) {
        self.kind = kind
        list = FolderPane.list(of: kind)
    }

    /// Of tables several can be chosen.
    private static func list(of kind: FolderListing.Entry.Kind) -> RowList<FileRow> {
        kind == .table ? FileRow.list.choosing { $0.kind == .file } : FileRow.list
    }

    var name: String { "" }
    func empty(_ context: Context) -> String { FileRow.nothing(kind, isRead: asking == nil) }
    func bindings(_ context: Context) -> [Binding<Self>] { listBindings }

    /// Takes what a folder has; one that comes into sight begins at what can be taken, and not at the way out of it.
    mutating func take(_ listing: FolderListing, _ context: Context) {
        let isNew = listing.path != self.listing?.path
        if isNew, list.total > 0 { list = FolderPane.list(of: kind) }
        self.listing = listing
        list.load(FileRow.rows(of: listing, kind, context))
        if !list.select(where: { $0.kind == .file && $0.name == listing.asked }), isNew {
            list.select { $0.kind == .all || $0.kind == .file }
        }
    }

    /// The files that the selected line means, after the chosen ones; none where another folder is asked for instead.
    mutating func open() -> [String] {
        guard let listing, let row = list.selected else { return [] }
        let chosen = list.chosenRows.map { listing.path(of: $0.name) }
        if !chosen.isEmpty { return chosen }
        switch row.kind {
        case .file: return [listing.path(of: row.name)]
        case .all: return listing.entries(.table).map { listing.path(of: $0.name) }
        case .folder: asking = listing.path(of: row.name)
        case .parent: asking = listing.parent
        }
        return []
    }

    /// The folder, its end where it is too long: that is what tells one from another.
    func heading(_ context: Context, _ width: Int) -> String {
        guard let listing else { return "" }
        var path = Substring(listing.path)
        let label = localized("文件夹：", "Folder: ")
        while context.textWidth.cells(label + "…" + path) > width, let slash = path.dropFirst().firstIndex(of: "/") {
            path = path[slash...]
        }
        let unnamed = listing.unnamed
        let rest =
            unnamed == 0 ? "" : localized("（另有 \(unnamed) 个名字不是 UTF-8，不列出）", " (\(unnamed) with unreadable names)")
        return label + (path.startIndex == listing.path.startIndex ? "" : "…") + path + rest
    }
}
