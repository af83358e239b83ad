/// What of a folder can be imported, brought back or opened: its folders, the tables, by how their names end, and the ledgers, by how
/// they begin.
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
        package let kind: Kind
        /// In bytes; 0 of a folder.
        package let size: Int
        /// When it was changed last, as in the journal: `2016-06-30T08:15:00Z`.
        package let changedAt: String

        package init(_ name: String, _ kind: Kind = .table, size: Int = 0, changedAt: String) {
            self.name = name
            self.kind = kind
            self.size = size
            self.changedAt = changedAt
        }

        /// What it is good for.
        package enum Kind: Hashable, Sendable {
            case folder
            /// Rows to be imported.
            case table
            /// A ledger, or a copy of one.
            case ledger
        }
    }

    /// The entries of a kind.
    package func entries(_ kind: Entry.Kind) -> [Entry] { entries.filter { $0.kind == kind } }

    /// The path of a file that is not listed yet: of a name, or the name with the first number that is free.
    package func free(_ name: String, _ ending: String) -> String {
        let names = Set(entries.map(\.name))
        let numbered = (2...).lazy.map { "\(name)\($0).\(ending)" }
        let first = "\(name).\(ending)"
        return path(of: names.contains(first) ? numbered.first { !names.contains($0) } ?? first : first)
    }

    /// The path of an entry.
    package func path(of name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

    /// The folder above; nil at the root.
    package var parent: String? {
        guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
