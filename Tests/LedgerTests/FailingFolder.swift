import CSQLite
import Glibc
import Synchronization

/// Folders that cannot be synced: what SQLite asks last in a commit, once the journal is deleted and the commit holds.
enum FailingFolder {
    private static let failing = Mutex<Set<String>>([])

    /// Runs a body while the folder of a path cannot be synced; SQLite then ends a commit with SQLITE_IOERR_DIR_FSYNC (1290).
    static func during<T>(_ path: String, _ body: () throws -> T) rethrows -> T {
        _ = isSet
        failing.withLock { _ = $0.insert(path) }
        defer { failing.withLock { _ = $0.remove(path) } }
        return try body()
    }

    private typealias OpenDirectory = @convention(c) (UnsafePointer<CChar>?, UnsafeMutablePointer<Int32>?) -> Int32

    /// What SQLite opens folders with, put in place once for all tests; others' folders are opened as ever.
    private static let isSet: Bool = {
        let files = sqlite3_vfs_find(nil)
        let opening: OpenDirectory = { path, descriptor in
            let name = path.map { String(cString: $0) } ?? ""
            guard FailingFolder.failing.withLock({ $0.contains { name.hasPrefix($0) } }) else {
                return FailingFolder.original(path, descriptor)
            }
            // A pipe opens and cannot be synced.
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { return SQLITE_CANTOPEN }
            close(ends[1])
            descriptor?.pointee = ends[0]
            return SQLITE_OK
        }
        let call = unsafeBitCast(opening, to: sqlite3_syscall_ptr.self)
        _ = original
        return files?.pointee.xSetSystemCall(files, "openDirectory", call) == SQLITE_OK
    }()

    private static let original: OpenDirectory = {
        let files = sqlite3_vfs_find(nil)
        return unsafeBitCast(files?.pointee.xGetSystemCall(files, "openDirectory"), to: OpenDirectory.self)
    }()
}
