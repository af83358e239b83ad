import Glibc
import PartyWork

/// The ledger's file before SQLite opens it: made with the right mode, on a disk whose locks can be trusted.
///
/// SQLite would create it readable by the world (RELIABILITY finding 3); its journal then copies the file's mode.
enum LedgerFile {
    /// Creates the file, and its folders, when there is none.
    ///
    /// - Throws: `LedgerError` when it cannot be created or is no ordinary file.
    static func prepare(_ path: String) throws(LedgerError) {
        try refuseSideFile(path)
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else {
                if status.st_mode & S_IFMT == S_IFDIR { throw .cannotOpen(path: path, errno: EISDIR) }
                throw .notALedger(path: path)
            }
        } else if errno == ENOENT {
            try create(path)
        } else {
            throw .cannotOpen(path: path, errno: errno)
        }
        try refuseForeignJournal(path)
        try refuseNetworkFileSystem(path)
    }

    /// The path as SQLite takes it for nothing but a file: `:memory:`, `file:` and an empty name mean other things to it.
    static func literal(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

    /// Whether only its owner may delete a file of the folder.
    static func isSticky(_ folder: String) -> Bool {
        var status = stat()
        return stat(folder, &status) == 0 && status.st_mode & S_ISVTX != 0
    }

    /// - Throws: `LedgerError.sideFile` for a name that SQLite would take for a journal of another database.
    static func refuseSideFile(_ path: String) throws(LedgerError) {
        guard let database = SideFile.database(of: path) else { return }
        var status = stat()
        if stat(database, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            throw .sideFile(path: path, database: database)
        }
    }

    /// A pipe or a device that has the name of the journal would keep SQLite waiting for ever.
    private static func refuseForeignJournal(_ path: String) throws(LedgerError) {
        for ending in SideFile.endings {
            var status = stat()
            if lstat(path + ending, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
                throw .strangeJournal(path: path, journal: path + ending)
            }
        }
    }

    /// Whether officers of a group may write the file together.
    static func isShared(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o060 == 0o060
    }

    /// The folder of a path; `.` if it names none.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The inode of a file and the moment at which it was made, neither of which any copy of it has; nil for what is no file.
    static func birth(of path: String) -> String? {
        // As with statfs(2) below.
        typealias Statx = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UInt32, UnsafeMutableRawPointer) -> Int32
        guard let symbol = dlsym(nil, "statx") else { return nil }
        let statx = unsafeBitCast(symbol, to: Statx.self)
        // `struct statx` is 256 bytes; STATX_INO and STATX_BTIME ask for the words 4, 10 and 11. Where a disk does not know when a file
        // was made, the last two are 0.
        var answer = [UInt64](repeating: 0, count: 32)
        guard statx(AT_FDCWD, path, 0, 0x900, &answer) == 0 else { return nil }
        return "\(answer[4]) \(answer[10]) \(answer[11] & 0xFFFF_FFFF)"
    }

    /// Creates an empty file that must not exist, with exactly this mode.
    static func createEmpty(_ path: String, mode: mode_t) throws(LedgerError) {
        let file = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, mode)
        guard file >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        defer { close(file) }
        // The umask may have taken the group's bits away.
        guard fchmod(file, mode) == 0 else { throw .cannotCreate(path: path, errno: errno) }
    }

    /// Makes the names in a folder durable.
    static func synchronize(folder: String) throws(LedgerError) {
        try synchronize(folder, flags: O_RDONLY | O_DIRECTORY)
    }

    /// Makes the contents of a file durable.
    static func synchronize(file: String) throws(LedgerError) { try synchronize(file, flags: O_RDWR | O_NOFOLLOW) }

    private static func synchronize(_ path: String, flags: Int32) throws(LedgerError) {
        let file = open(path, flags | O_CLOEXEC)
        guard file >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .cannotCreate(path: path, errno: errno) }
    }

    private static func create(_ path: String) throws(LedgerError) {
        let folder = folder(of: path)
        try createFolder(folder)
        do {
            try createEmpty(path, mode: isGroupFolder(folder) ? 0o660 : 0o600)
        } catch .cannotCreate(_, errno: EEXIST) {
            // Another process was quicker; or a link leads nowhere.
            var status = stat()
            guard stat(path, &status) == 0 else { throw .cannotCreate(path: path, errno: ELOOP) }
        }
    }

    /// A folder whose new files belong to its group, and in which the group may create them.
    private static func isGroupFolder(_ folder: String) -> Bool {
        var status = stat()
        return stat(folder, &status) == 0 && status.st_mode & S_ISGID != 0 && status.st_mode & S_IWGRP != 0
    }

    private static func createFolder(_ folder: String) throws(LedgerError) {
        var status = stat()
        if stat(folder, &status) == 0 { return }
        guard errno == ENOENT else { throw .cannotCreate(path: folder, errno: errno) }
        let parent = Self.folder(of: folder)
        if parent != folder { try createFolder(parent) }
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .cannotCreate(path: folder, errno: errno) }
    }

    /// SQLite's locks do not hold over the network, and FUSE passes them on as it likes.
    private static func refuseNetworkFileSystem(_ path: String) throws(LedgerError) {
        // Swift's Glibc leaves statfs(2) out, and statvfs(3) does not say the type; so the C library is asked by name.
        typealias Statfs = @convention(c) (UnsafePointer<CChar>, UnsafeMutableRawPointer) -> Int32
        guard let symbol = dlsym(nil, "statfs") else { throw .cannotOpen(path: path, errno: ENOSYS) }
        let statfs = unsafeBitCast(symbol, to: Statfs.self)
        // `struct statfs` is 120 bytes; its first word is f_type.
        var answer = [UInt](repeating: 0, count: 64)
        guard statfs(path, &answer) == 0 else { throw .cannotOpen(path: path, errno: errno) }
        if let kind = networkFileSystem(UInt32(truncatingIfNeeded: answer[0])) {
            throw .networkFileSystem(path: path, kind: kind)
        }
    }

    /// What a file system's magic number stands for, if it is one that is refused (statfs(2)).
    static func networkFileSystem(_ magic: UInt32) -> String? {
        switch magic {
        case 0x6969: "NFS"
        case 0xFF53_4D42: "CIFS"
        case 0xFE53_4D42: "SMB"
        case 0x6573_5546: "FUSE"
        default: nil
        }
    }
}
