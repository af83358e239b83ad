import Glibc

/// A device or a pipe open for writing, which never waits without asking a pulse now and then.
final class OutputStream {
    private let descriptor: Int32
    private let pulse: () throws -> Void

    /// How long one wait lasts (milliseconds).
    private static let moment: Int32 = 50

    /// Opens what has a name, or takes a stream that is open already, such as standard output.
    ///
    /// - Throws: a `FileFault`; what `pulse` throws while nobody reads a pipe.
    init(_ path: String, _ standard: Int32?, _ pulse: @escaping () throws -> Void) throws {
        self.pulse = pulse
        descriptor = try standard.map { fcntl($0, F_DUPFD_CLOEXEC, 3) } ?? OutputStream.open(path, pulse)
        guard descriptor >= 0 else { throw FileFault.unwritable(errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Writes the rest of an open file.
    func write(contentsOf file: Int32) throws {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileFault.unreadable(errno) }
            if count == 0 { return }
            try chunk.withUnsafeBytes { try write(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count > 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, OutputStream.moment)
                try pulse()
            } else if errno != EINTR {
                throw FileFault.unwritable(errno)
            }
        }
    }

    /// A pipe without a reader cannot be opened without waiting for one.
    private static func open(_ path: String, _ pulse: () throws -> Void) throws -> Int32 {
        while true {
            let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
            if descriptor >= 0 { return descriptor }
            guard errno == ENXIO || errno == EINTR else { throw FileFault.unwritable(errno) }
            poll(nil, 0, moment)
            try pulse()
        }
    }
}
