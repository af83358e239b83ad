import Glibc

/// Opens files for reading without ever waiting: a pipe, a device or a folder under the name is told by its kind.
///
/// Whatever else reads a file opens it here.
package enum RegularFile {
    /// A descriptor of a regular file, and what the system knows of it.
    ///
    /// - Parameter followsLinks: whether a symbolic link is followed.
    /// - Throws: `missing`, `folder`, `notRegular` or `unreadable`.
    package static func open(_ path: String, followsLinks: Bool = true) throws(FileFault) -> (Int32, stat) {
        try open(bytes: path.utf8CString.map { $0 }, followsLinks: followsLinks)
    }

    /// Opens a file by the bytes of its path, which need not be UTF-8.
    static func open(bytes path: [CChar], followsLinks: Bool = true) throws(FileFault) -> (Int32, stat) {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (followsLinks ? 0 : O_NOFOLLOW)
        let descriptor = Glibc.open(path, flags)
        // Nobody listens at a socket.
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missing : errno == ENXIO ? .notRegular : .unreadable(errno)
        }
        do throws(FileFault) {
            return (descriptor, try information(descriptor))
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// The whole content of a file, of which no more than a limit is read.
    ///
    /// - Parameter isOwn: whether it must be this user's and no link.
    package static func bytes(_ path: String, limit: Int, isOwn: Bool = false) throws(FileFault) -> [UInt8] {
        let (descriptor, info) = try open(path, followsLinks: !isOwn)
        defer { close(descriptor) }
        if isOwn, info.st_uid != getuid() { throw .unreadable(EPERM) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(limit, 1 << 16))
        while bytes.count < limit {
            let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(errno) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }

    private static func information(_ descriptor: Int32) throws(FileFault) -> stat {
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw .unreadable(errno) }
        switch info.st_mode & S_IFMT {
        case S_IFREG: return info
        case S_IFDIR: throw .folder
        default: throw .notRegular
        }
    }
}
