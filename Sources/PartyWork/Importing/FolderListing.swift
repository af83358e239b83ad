/// What of a folder can be imported or opened: its folders, and the tables, by how their names end.
package struct FolderListing: Hashable, Sendable {
    /// The folder, absolute.
    package let path: String
    /// Folders first, each by name.
    package let entries: [Entry]
    /// How many such files and folders have names that cannot be written in UTF-8, and are left out.
    package let unnamed: Int
    /// The name of the file that was asked for, where it was a file; else empty.
    package let asked: String

    package init(path: String, entries: [Entry], unnamed: Int = 0, asked: String = "") {
        self.path = path
        self.entries = entries
        self.unnamed = unnamed
        self.asked = asked
    }

    /// A file or folder.
    package struct Entry: Hashable, Sendable {
        package let name: String
        package let isFolder: Bool
        /// In bytes; 0 of a folder.
        package let size: Int
        /// When it was changed last, as in the journal: `2016-06-30T08:15:00Z`.
        package let changedAt: String

        package init(_ name: String, isFolder: Bool = false, size: Int = 0, changedAt: String) {
            self.name = name
            self.isFolder = isFolder
            self.size = size
            self.changedAt = changedAt
        }
    }

    /// The files.
    package var files: [Entry] { entries.filter { !$0.isFolder } }

    /// The path of an entry.
    package func path(of name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

    /// The folder above; nil at the root.
    package var parent: String? {
        guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
