import Crypto
import Glibc
import PartyWork

/// A folder that is made whole or not at all: under a name of its own, which it gives up for the wanted one when all is in it.
package final class NewFolder {
    private let wanted: String
    /// Where it is made.
    private let path: String
    private var made: [(path: String, isFolder: Bool)] = []
    private var isKept = false

    /// - Throws: `Exporter.Failure` where something has the name already, or nothing can be made there.
    package init(_ wanted: String) throws {
        var wanted = wanted
        while wanted.utf8.count > 1, wanted.hasSuffix("/") { wanted.removeLast() }
        self.wanted = wanted
        let slash = wanted.lastIndex(of: "/")
        let parent = slash.map { String(wanted[...$0]) } ?? ""
        let name = slash.map { String(wanted[wanted.index(after: $0)...]) } ?? wanted
        path = parent + TemporaryName(for: name).made(by: getpid())
        var info = stat()
        if lstat(wanted, &info) == 0 { throw Exporter.Failure(path: wanted, fault: .unwritable(EEXIST)) }
        try make(path)
    }

    deinit {
        if isKept { return }
        for (path, isFolder) in made.reversed() { if isFolder { rmdir(path) } else { unlink(path) } }
    }

    /// The path of a folder in it, which is made where it is missing.
    ///
    /// - Throws: `Exporter.Failure`.
    package func folder(_ name: some StringProtocol) throws -> String {
        var folder = path
        for part in name.split(separator: "/") {
            folder += "/\(part)"
            if !made.contains(where: { $0.path == folder }) { try make(folder) }
        }
        return folder
    }

    /// The path of a file in it; folders on the way are made.
    ///
    /// - Throws: `Exporter.Failure`.
    package func file(_ name: String) throws -> String {
        if let slash = name.lastIndex(of: "/") { _ = try folder(name[..<slash]) }
        let file = "\(path)/\(name)"
        made.append((file, false))
        return file
    }

    /// The files made so far, each with its bytes and its SHA-256 in hexadecimal digits, by their names in the folder.
    ///
    /// - Throws: `Exporter.Failure`.
    package func checksums() throws -> [(name: String, bytes: Int, sum: String)] {
        try made.filter { !$0.isFolder }.map { entry in
            let (bytes, sum) = try NewFolder.checksum(of: entry.path)
            return (String(entry.path.dropFirst(path.count + 1)), bytes, sum)
        }
    }

    /// What failed in it, under the names that its files were to have.
    package func named(_ failure: Exporter.Failure) -> Exporter.Failure {
        guard failure.path.hasPrefix(path) else { return failure }
        return Exporter.Failure(path: wanted + failure.path.dropFirst(path.count), fault: failure.fault)
    }

    /// Lets it have its name.
    ///
    /// - Throws: `Exporter.Failure` where another has taken the name meanwhile.
    package func keep() throws {
        var info = stat()
        guard lstat(wanted, &info) != 0 else { throw Exporter.Failure(path: wanted, fault: .unwritable(EEXIST)) }
        guard rename(path, wanted) == 0 else { throw Exporter.Failure(path: wanted, fault: .unwritable(errno)) }
        isKept = true
    }

    private func make(_ folder: String) throws {
        guard mkdir(folder, 0o700) == 0 else { throw Exporter.Failure(path: wanted, fault: .unwritable(errno)) }
        made.append((folder, true))
    }

    private static func checksum(of path: String) throws -> (bytes: Int, sum: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw Exporter.Failure(path: path, fault: .unreadable(errno)) }
        defer { close(descriptor) }
        var hash = SHA256()
        var bytes = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            guard count >= 0 else { throw Exporter.Failure(path: path, fault: .unreadable(errno)) }
            if count == 0 { break }
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            bytes += count
        }
        return (bytes, hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
}
