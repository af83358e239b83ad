import Glibc
import PartyWork

/// What the system has to have left for the program, asked before the libraries do, of which some wait for ever or end the
/// program without a word where it is not there.
enum Resources {
    /// The ledger, its journal, its folder, a file for sorting, a file to read or write, and two pipes of the dashboard.
    private static let descriptors = 8

    /// What a command takes beside the libraries, and a thread's stack beside it (bytes).
    private static let memory = 32 << 20

    /// - Throws: a `Failure` where there are too few descriptors, or no memory for a thread.
    static func check() throws {
        try checkDescriptors()
        try checkThreads()
    }

    private static func checkDescriptors() throws {
        var open: [Int32] = []
        defer { for descriptor in open { close(descriptor) } }
        for _ in 0..<descriptors {
            let descriptor = Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                throw Failure(
                    .unavailable,
                    localized(
                        "能打开的文件太少（\(SystemError.text(errno))），请关掉一些程序或放宽 ulimit -n 再试",
                        "Too few files can be opened (\(SystemError.text(errno))); close some programs, or raise ulimit -n"
                    ))
            }
            open.append(descriptor)
        }
    }

    private static func checkThreads() throws {
        let room = mmap(nil, memory, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let room, room != MAP_FAILED else { throw tooLittle(errno) }
        munmap(room, memory)
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, { _ in nil }, nil)
        guard status == 0 else { throw tooLittle(status) }
        pthread_join(thread, nil)
    }

    private static func tooLittle(_ number: Int32) -> Failure {
        Failure(
            .unavailable,
            localized(
                "内存或进程数不够（\(SystemError.text(number))），请关掉一些程序再试",
                "Not enough memory or processes (\(SystemError.text(number))); close some programs and try again"))
    }
}
