import Glibc
import PartyWork

/// Reads what of a folder can be opened or imported, for a screen that lists it.
package enum FolderReader {
    /// - Parameter path: a folder, or a file of one, which is then asked for; empty for where the program was started.
    /// - Throws: a `FileFault`.
    package static func listing(_ path: String) throws(FileFault) -> FolderListing {
        let whole = try resolved(path.isEmpty ? "." : path)
        var info = stat()
        guard stat(whole, &info) == 0 else { throw .unreadable(errno) }
        guard info.st_mode & S_IFMT != S_IFDIR else { return try listing(of: whole) }
        guard let slash = whole.lastIndex(of: "/") else { throw .missing }
        let folder = slash == whole.startIndex ? "/" : String(whole[..<slash])
        return try listing(of: folder, asked: String(whole[whole.index(after: slash)...]))
    }

    private static func resolved(_ path: String) throws(FileFault) -> String {
        guard let whole = realpath(path, nil) else { throw errno == ENOENT ? .missing : .unreadable(errno) }
        defer { free(whole) }
        return String(cString: whole)
    }

    private static func listing(of folder: String, asked: String = "") throws(FileFault) -> FolderListing {
        let names = try InputFolder.entries(InputPath(folder))
        var entries: [FolderListing.Entry] = []
        var unnamed = 0
        for bytes in names where bytes.first != 0x2E {
            guard let name = String(validating: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) else {
                unnamed += 1
                continue
            }
            if let entry = entry(name, in: folder, isTable: InputFolder.isTable(bytes)) { entries.append(entry) }
        }
        entries.sort { ($0.kind == .folder ? 0 : 1, $0.name) < ($1.kind == .folder ? 0 : 1, $1.name) }
        return FolderListing(path: folder, entries: entries, unnamed: unnamed, asked: asked)
    }

    /// Nil for what can be neither opened nor imported.
    private static func entry(_ name: String, in folder: String, isTable: Bool) -> FolderListing.Entry? {
        var info = stat()
        guard stat("\(folder)/\(name)", &info) == 0 else { return nil }
        let changedAt = instant(info.st_mtim.tv_sec)
        switch info.st_mode & S_IFMT {
        case S_IFDIR: return FolderListing.Entry(name, .folder, changedAt: changedAt)
        case S_IFREG where isTable || isLedger("\(folder)/\(name)"):
            return FolderListing.Entry(
                name, isTable ? .table : .ledger, size: Int(info.st_size), changedAt: changedAt)
        default: return nil
        }
    }

    /// Whether a file begins as ledgers do; what cannot be read is none to choose.
    private static func isLedger(_ path: String) -> Bool {
        guard let file = fopen(path, "re") else { return false }
        defer { fclose(file) }
        let mark = Array("SQLite format 3\0".utf8)
        var start = [UInt8](repeating: 0, count: mark.count)
        return fread(&start, 1, mark.count, file) == mark.count && start == mark
    }

    private static func instant(_ seconds: Int) -> String {
        var seconds = seconds
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return """
            \(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))\
            T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z
            """
    }
}
