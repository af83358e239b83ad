import Glibc

/// Why SQLite could not do what it was asked, where its own code does not say: the system is asked once more.
enum Obstacle {
    /// Why a file, or the journal beside it, cannot be opened; 0 if it can.
    static func opening(_ path: String) -> Int32 {
        for file in [path, path + "-journal"] {
            let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
            if descriptor >= 0 {
                close(descriptor)
            } else if errno != ENOENT || file == path {
                return errno
            }
        }
        return access(LedgerFile.folder(of: path), W_OK | X_OK) == 0 ? 0 : errno
    }

    /// Why the file system gives no lock on a byte that nobody locks; nil where it gives one.
    ///
    /// SQLite takes ENOLCK and its like for a lock of somebody else's.
    static func locking(_ path: String) -> Int32? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var lock = flock()
        lock.l_type = Int16(F_RDLCK)
        lock.l_whence = Int16(SEEK_SET)
        // SQLite locks near 1 GB.
        lock.l_start = 1 << 40
        lock.l_len = 1
        // A lock of this descriptor alone, which goes with it.
        let ofDescriptor: Int32 = 37  // F_OFD_SETLK, fcntl(2)
        return fcntl(descriptor, ofDescriptor, &lock) == 0 ? nil : errno
    }

    /// Whether a left journal is another's, in a folder in which only its owner may delete it.
    static func isForeignJournal(of path: String) -> Bool {
        var journal = stat()
        guard stat(path + "-journal", &journal) == 0, journal.st_uid != geteuid(), journal.st_size > 0 else {
            return false
        }
        return LedgerFile.isSticky(LedgerFile.folder(of: path))
    }

    /// The folder whose disk is full: the ledger's, or SQLite's for temporary files if only that one is.
    static func fullFolder(for path: String) -> String {
        let folder = LedgerFile.folder(of: path)
        let temporary = temporaryFolder
        return hasRoom(folder) && !hasRoom(temporary) ? temporary : folder
    }

    /// Where SQLite keeps temporary files (sqlite.org/tempfiles.html, section 5).
    private static var temporaryFolder: String {
        let variables: [String] = ["SQLITE_TMPDIR", "TMPDIR"]
        let named = variables.compactMap { name in getenv(name).map { String(cString: $0) } }
        return (named + ["/var/tmp", "/usr/tmp", "/tmp"]).first { access($0, W_OK | X_OK) == 0 } ?? "."
    }

    /// Less than this is used up by a single act (bytes).
    private static let least = 256 << 10

    private static func hasRoom(_ folder: String) -> Bool {
        var disk = statvfs()
        guard statvfs(folder, &disk) == 0 else { return true }
        return Int(disk.f_bavail) * Int(disk.f_frsize) >= least
    }
}
