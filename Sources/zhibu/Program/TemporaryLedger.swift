import Glibc

/// A ledger in a folder of its own that no one else can read, gone when the program ends.
struct TemporaryLedger {
    private let folder: String

    /// The database file.
    var path: String { folder + "/zhibu.db" }

    init() throws {
        var template = Array(((Surroundings.variable("TMPDIR") ?? "/tmp") + "/zhibu-demo-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure(.fault, "建不了临时文件夹（\(SystemError.text(errno))），请检查 TMPDIR")
        }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        Signals.removeAtEnd(files: [path, path + "-journal"], folder: folder)
    }

    /// Removes the files and the folder.
    func remove() {
        unlink(path)
        unlink(path + "-journal")
        rmdir(folder)
    }
}
