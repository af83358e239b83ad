import Glibc
import PartyWork

/// What stands where an output is to go.
///
/// The file a link leads to is judged; what is replaced is the link, because whoever put it there chose what would be
/// written over.
struct OutputTarget {
    /// What has the name.
    enum Standing: Equatable {
        case nothing
        case file
        /// A device or a pipe, or what a standard stream writes to: it is written into.
        case stream(Int32?)
    }

    let path: String
    let standing: Standing

    /// - Throws: `database` for what is never replaced; a fault where the name cannot be one of a file.
    init(_ path: String) throws(FileFault) {
        var info = stat()
        guard stat(path, &info) == 0 else {
            try OutputTarget.refuseUnreachable(path)
            (self.path, standing) = (path, .nothing)
            try refuseSideFile()
            return
        }
        let stream = OutputTarget.standardStream(info)
        switch info.st_mode & S_IFMT {
        case _ where stream != nil: (self.path, standing) = (path, .stream(stream))
        case S_IFCHR, S_IFIFO: (self.path, standing) = (path, .stream(nil))
        case S_IFDIR: throw .unwritable(EISDIR)
        case S_IFREG: (self.path, standing) = (path, .file)
        default: throw .unwritableKind
        }
        if standing == .file { try refuseDatabase() }
        try refuseSideFile()
    }

    /// A name beside the target that nobody has, for the file until it is whole.
    var temporary: String { folder + names.made(by: getpid()) }

    /// Removes what killed programs left of files that were to have the name.
    func sweep() {
        let names = names
        for entry in (try? InputFolder.entries(InputPath(folder))) ?? [] {
            let entry = String(decoding: entry.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
            guard let maker = names.maker(of: entry), kill(maker, 0) != 0, errno == ESRCH else { continue }
            unlink(folder + entry)
        }
    }

    private var names: TemporaryName {
        TemporaryName(for: String(path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""))
    }

    /// The target's folder, ending in `/`.
    var folder: String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "./"
    }

    /// - Parameter temporary: the file that is to take the place.
    /// - Throws: a fault where what stands there may not be replaced by it.
    func refuse(_ replacing: FileReplacement.Permission, by temporary: String) throws(FileFault) {
        guard standing == .file else { return }
        switch replacing {
        case .nothing: throw .unwritable(EEXIST)
        case .anything: return
        case .ownKind:
            if try OutputTarget.isEmpty(path) { return }
            guard let old = try OutputKind.of(path), let new = try OutputKind.of(temporary), new.mayReplace(old) else {
                throw .notOwnOutput
            }
        }
    }

    // MARK: - What is never replaced

    /// How a database, a rollback journal and a log of SQLite begin (sqlite.org/fileformat2.html).
    private static let databases: [[UInt8]] = [
        Array("SQLite format 3\0".utf8), [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7],
        [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83],
    ]

    private static func isDatabase(_ path: String) throws(FileFault) -> Bool {
        let start = try RegularFile.bytes(path, limit: 16)
        return databases.contains { start.starts(with: $0) }
    }

    private func refuseDatabase() throws(FileFault) {
        if try OutputTarget.isDatabase(path) { throw .database }
    }

    private func refuseSideFile() throws(FileFault) {
        guard let database = SideFile.database(of: path) else { return }
        var info = stat()
        guard stat(database, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return }
        if info.st_size == 0 { throw .database }
        if try OutputTarget.isDatabase(database) { throw .database }
    }

    private static func isEmpty(_ path: String) throws(FileFault) -> Bool {
        try RegularFile.bytes(path, limit: 1).isEmpty
    }

    // MARK: - Names

    private static func refuseUnreachable(_ path: String) throws(FileFault) {
        guard errno == ENOENT else { throw .unwritable(errno) }
        var info = stat()
        if lstat(path, &info) == 0 { throw .unwritable(ELOOP) }
    }

    /// The standard stream that writes to the file already, as `/dev/stdout` does.
    private static func standardStream(_ info: stat) -> Int32? {
        [1, 2].first { number in
            var open = stat()
            return fstat(number, &open) == 0 && open.st_dev == info.st_dev && open.st_ino == info.st_ino
                && open.st_mode & S_IFMT == S_IFREG
        }
    }
}
