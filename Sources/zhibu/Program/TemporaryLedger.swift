import Glibc
import PartyWork

/// A ledger in a folder of its own that no one else can read, gone when the program ends.
///
/// The program holds a lock on the folder while it runs. A program that was killed could remove nothing, but its lock is
/// gone; the next one that starts removes such folders.
struct TemporaryLedger {
    private static let prefix = "zhibu-demo-"
    private let folder: String

    /// The database file.
    var path: String { TemporaryLedger.files(in: folder)[0] }

    init() throws {
        let parent = Surroundings.variable("TMPDIR") ?? "/tmp"
        TemporaryLedger.sweep(parent)
        folder = try TemporaryLedger.makeLocked(parent)
        Signals.removeAtEnd(files: TemporaryLedger.files(in: folder), folder: folder)
    }

    /// Removes the files and the folder.
    func remove() { TemporaryLedger.remove(folder) }

    private static func makeLocked(_ parent: String) throws -> String {
        while true {
            var template = Array((parent + "/" + prefix + "XXXXXX").utf8CString)
            guard mkdtemp(&template) != nil else {
                throw Failure(
                    .fault,
                    localized(
                        "建不了临时文件夹（\(SystemError.text(errno))），请检查 TMPDIR",
                        "No temporary folder can be made (\(SystemError.text(errno))); check TMPDIR"))
            }
            let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            // Another program that starts may have swept it before it was locked; then a new one is made. The lock is
            // kept until the program ends, and so is its descriptor.
            if let lock = lock(folder, patiently: true) {
                if isStill(folder, lock) { return folder }
                close(lock)
            } else if errno != ENOENT {
                // A file system without locks: nothing can be swept there either.
                return folder
            }
        }
    }

    /// Removes what killed programs of this user left.
    private static func sweep(_ parent: String) {
        for name in FolderNames.of(parent) {
            guard name.hasPrefix(prefix), let lock = lock(parent + "/" + name, patiently: false) else { continue }
            remove(parent + "/" + name)
            close(lock)
        }
    }

    /// A descriptor that locks a folder of this user; nil where there is none or another program holds it.
    private static func lock(_ folder: String, patiently: Bool) -> Int32? {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var info = stat()
        if fstat(descriptor, &info) == 0, info.st_uid == getuid(),
            flock(descriptor, LOCK_EX | (patiently ? 0 : LOCK_NB)) == 0
        {
            return descriptor
        }
        let reason = errno
        close(descriptor)
        errno = reason
        return nil
    }

    /// Whether the folder of the name is the one that is open.
    private static func isStill(_ folder: String, _ descriptor: Int32) -> Bool {
        var named = stat()
        var opened = stat()
        return lstat(folder, &named) == 0 && fstat(descriptor, &opened) == 0 && named.st_ino == opened.st_ino
    }

    private static func files(in folder: String) -> [String] { [folder + "/zhibu.db", folder + "/zhibu.db-journal"] }

    private static func remove(_ folder: String) {
        for file in files(in: folder) { unlink(file) }
        rmdir(folder)
    }
}
