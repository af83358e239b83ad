import Exchange
import Glibc

/// A small file of the officer's own in `$XDG_CONFIG_HOME/zhibu`, which outlives every ledger.
struct ConfigurationFile {
    private let name: String

    /// More than a person writes, and more than 200 headers are (bytes).
    private static let largest = 1 << 20

    init(_ name: String) { self.name = name }

    /// The system said no, or the name is no file's.
    struct Unusable: Error {
        let path: String
        /// In a few words.
        let reason: String
    }

    /// The text; empty where there is no file yet.
    func text() throws(Unusable) -> String {
        do throws(FileFault) {
            let bytes = try RegularFile.bytes(path, limit: ConfigurationFile.largest)
            return String(decoding: bytes, as: UTF8.self)
        } catch .missing, .unreadable(ENOTDIR) {
            return ""
        } catch {
            throw Unusable(path: path, reason: error.reason)
        }
    }

    /// Replaces the file, whole or not at all: beside it first, then in its place.
    func replace(with text: String) throws(Unusable) {
        mkdir(parent, 0o700)
        mkdir(folder, 0o700)
        let temporary = "\(path).\(getpid())"
        unlink(temporary)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unusable }
        var text = text
        let isWhole = text.withUTF8 { write(file, $0.baseAddress, $0.count) == $0.count }
        guard isWhole, close(file) == 0, rename(temporary, path) == 0 else {
            let reason = unusable
            unlink(temporary)
            throw reason
        }
    }

    private var parent: String { Surroundings.folder("XDG_CONFIG_HOME", else: ".config") }
    private var folder: String { parent + "/zhibu" }
    private var path: String { folder + "/" + name }
    private var unusable: Unusable { Unusable(path: path, reason: SystemError.text(errno)) }
}
