import Glibc

/// A buffered file for writing whose every failure is thrown: `FileHandle.write` traps on a full disk, and `print` drops
/// what does not fit (RELIABILITY finding 10).
package final class OutputFile {
    let descriptor: Int32
    private let isOwned: Bool
    private var buffer: [UInt8] = []
    private static let limit = 1 << 16

    /// Creates a new file that only its owner may read; nothing may have the name yet, not even a link.
    package init(creating path: String) throws(FileFault) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        isOwned = true
        guard descriptor >= 0 else { throw .unwritable(errno) }
        buffer.reserveCapacity(OutputFile.limit)
    }

    /// Writes to a descriptor that is open already, and leaves it open; tests pass the device that is always full.
    init(descriptor: Int32) {
        self.descriptor = descriptor
        isOwned = false
    }

    deinit {
        if isOwned, descriptor >= 0 { close(descriptor) }
    }

    /// Adds a text.
    package func write(_ text: String) throws(FileFault) { try write(text.utf8) }

    /// Adds the bytes of a text.
    func write(_ bytes: some Collection<UInt8>) throws(FileFault) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= OutputFile.limit { try flush() }
    }

    /// Hands everything to the system.
    package func flush() throws(FileFault) {
        defer { buffer.removeAll(keepingCapacity: true) }
        var done = 0
        while done < buffer.count {
            let count = buffer.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if count < 0, errno != EINTR { throw .unwritable(errno) }
            done += max(count, 0)
        }
    }

    /// Hands everything to the disk.
    package func synchronize() throws(FileFault) {
        try flush()
        guard fsync(descriptor) == 0 else { throw .unwritable(errno) }
    }
}
