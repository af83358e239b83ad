import Glibc
import PartyWork

/// Standard output and standard error; the only way out for text: `print` drops what cannot be written, and
/// `FileHandle.write` traps on a full disk.
struct StandardStream {
    private let descriptor: Int32
    private let name: String

    static let output = StandardStream(descriptor: 1, name: localized("标准输出", "standard output"))
    static let error = StandardStream(descriptor: 2, name: localized("标准错误", "standard error"))
    /// Only asked whether it is a terminal.
    static let input = StandardStream(descriptor: 0, name: localized("标准输入", "standard input"))

    /// A second descriptor of the stream, which is heard while this one is silenced; itself where there are no more.
    var twin: StandardStream {
        let other = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        return other < 0 ? self : StandardStream(descriptor: other, name: name)
    }

    /// Gives back the descriptor of a twin.
    func release() { if descriptor > 2 { close(descriptor) } }

    /// Whether a terminal is at the other end.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Whether anything is at the other end; must be asked before the launch opens what is closed on the null device.
    var isOpen: Bool { fcntl(descriptor, F_GETFD) >= 0 }

    /// Writes the whole text.
    ///
    /// - Parameter done: what is saved by now, if the text tells of it; nobody may then believe that it is to be done again.
    /// - Throws: a `Failure` if the disk is full, the reader is gone or the stream is closed.
    func write(_ text: String, done: String? = nil) throws {
        if StandardStream.isOutputClosed.value, descriptor == 1 { throw failure(EBADF, done) }
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0), done) }
    }

    /// Writes a text whose loss must not change how the program ends: messages on standard error.
    func tell(_ text: String) {
        // Nobody is left to be told.
        try? write(text)
    }

    /// Runs a work whose libraries say on the stream what they also return, in their own words; nobody hears them.
    func silenced<Value>(_ work: () throws -> Value) rethrows -> Value {
        let former = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(nowhere) }
        guard former >= 0, nowhere >= 0 else { return try work() }
        dup2(nowhere, descriptor)
        defer {
            dup2(former, descriptor)
            close(former)
        }
        return try work()
    }

    private func write(_ bytes: UnsafeRawBufferPointer, _ done: String?) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count > 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, -1)
            } else if errno != EINTR {
                throw failure(errno, done)
            }
        }
    }

    private func failure(_ number: Int32, _ done: String?) -> Failure {
        if let done {
            return Failure(
                .fault,
                localized(
                    "\(done)，不要再做一遍；只是\(name)写不出去（\(SystemError.text(number))），结果没有显示",
                    "\(done), do not do it again; only \(name) cannot be written (\(SystemError.text(number))), so that "
                        + "nothing was shown"))
        }
        return Failure(
            .fault,
            localized(
                "\(name)：写不出去（\(SystemError.text(number))），结果不完整；请处理后重新运行",
                "\(name): cannot be written (\(SystemError.text(number))), the result is not whole; mend that and run again"
            ))
    }
}

extension StandardStream {
    /// Whether the program was started with standard output closed.
    static let isOutputClosed = Once()

    /// A switch that the launch sets before there is a second thread.
    final class Once: @unchecked Sendable {
        private(set) var value = false
        func set() { value = true }
    }
}

/// The system's error numbers in words.
enum SystemError {
    /// What the number means to someone who has to do something about it.
    static func text(_ number: Int32) -> String {
        switch number {
        case ENOSPC, EDQUOT, EFBIG: localized("磁盘空间不足", "disk full")
        case EPIPE: localized("接收方已关闭", "the other end is closed")
        case EBADF: localized("输出未打开", "not open")
        case EACCES, EPERM: localized("没有权限", "no permission")
        case EROFS: localized("磁盘只读", "read-only disk")
        case ENOENT: localized("文件夹不存在", "no such folder")
        case EIO: localized("读写出错", "I/O error")
        case EMFILE, ENFILE: localized("打开的文件过多", "too many open files")
        case ENOMEM, EAGAIN: localized("内存或进程数不足", "not enough memory or processes")
        case EISDIR: localized("是文件夹", "is a folder")
        case ENOTDIR: localized("路径中有一段不是文件夹", "a part of the path is no folder")
        default: String(cString: strerror(number))
        }
    }
}
