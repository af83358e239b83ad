import Dashboard
import Glibc
import PartyWork
import Synchronization

/// One plain thread that does what the dashboard wants done outside, in order, while the screen goes on.
///
/// A thread and two pipes, because a `Task` or a global queue would have Dispatch wake up every second for ever, and an
/// idle dashboard is silent (DESIGN, modules).
final class Worker: Sendable {
    /// Something to do, and what came of it; nil where there is nothing to say.
    typealias Job = @Sendable () -> Message?

    /// Can be read when there are messages.
    let messagesReady: Int32

    private let jobs = Mutex<[Job]>([])
    private let messages = Mutex<[Message]>([])
    private let unfinished = Atomic<Int>(0)
    private let watch: LedgerWatch?
    /// Held while a job is done, which may hold the ledger's lock.
    private let working = Mutex<Void>(())
    private let isEnded = Atomic<Bool>(false)
    private let jobsReady: Int32
    private let wakeThread: Int32
    private let wakeScreen: Int32

    /// Starts the thread, which also tells what the watch learns, if there is one.
    ///
    /// - Throws: a `Failure` where the system has no more pipes or threads.
    init(_ watch: LedgerWatch?) throws {
        self.watch = watch
        let forJobs = try Worker.pipe()
        let forMessages = try Worker.pipe()
        (jobsReady, wakeThread) = forJobs
        (messagesReady, wakeScreen) = forMessages
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Worker>.fromOpaque(argument).takeRetainedValue().work() }
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        guard status == 0 else {
            throw Failure(
                .fault,
                localized(
                    "开不了工作线程（\(SystemError.text(status))）",
                    "No worker thread can be started (\(SystemError.text(status)))"))
        }
    }

    deinit {
        for end in [messagesReady, jobsReady, wakeThread, wakeScreen] { close(end) }
    }

    /// Whether something is still under way.
    var isBusy: Bool { unfinished.load(ordering: .relaxed) > 0 }

    /// Adds a job behind those that wait.
    func submit(_ job: @escaping Job) {
        unfinished.add(1, ordering: .relaxed)
        jobs.withLock { $0.append(job) }
        Worker.signal(wakeThread)
    }

    /// The messages that have come since they were last taken.
    func take() -> [Message] {
        var bytes = [UInt8](repeating: 0, count: 64)
        _ = read(messagesReady, &bytes, bytes.count)
        return messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }

    /// Ends the thread; what is not begun yet is not done any more.
    func end() {
        isEnded.store(true, ordering: .relaxed)
        Worker.signal(wakeThread)
    }

    /// Does something, such as stopping the program, when no job is under way; waits for the end of one that is.
    func betweenJobs(_ body: () -> Void) { working.withLock { _ in body() } }

    private func work() {
        // Signals belong to the screen's thread.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        var descriptors = [jobsReady, watch?.descriptor ?? -1].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while !isEnded.load(ordering: .relaxed) {
            let ready = poll(&descriptors, nfds_t(descriptors.count), watch?.patience ?? -1)
            if ready < 0 { continue }
            if descriptors[0].revents != 0 { doNextJob() }
            // After a job, so that our own writes are known before their news is looked at.
            let hasNews = descriptors[1].revents != 0 || watch?.patience == 0
            if hasNews, let news = working.withLock({ _ in watch?.news() }) { tell(news) }
        }
    }

    private func doNextJob() {
        var byte: UInt8 = 0
        guard read(jobsReady, &byte, 1) == 1 else { return }
        let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        finish(working.withLock { _ in job?() })
    }

    /// Wakes the screen even where there is nothing to say, so that it stops counting the time.
    private func finish(_ message: Message?) {
        unfinished.subtract(1, ordering: .relaxed)
        if let message { tell(message) } else { Worker.signal(wakeScreen) }
    }

    /// Brings a message to the screen, also in the middle of a job.
    func tell(_ message: Message) {
        messages.withLock { $0.append(message) }
        Worker.signal(wakeScreen)
    }

    private static func signal(_ descriptor: Int32) {
        var byte: UInt8 = 1
        while write(descriptor, &byte, 1) < 0, errno == EINTR {}
    }

    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else {
            throw Failure(
                .fault,
                localized(
                    "开不了管道（\(SystemError.text(errno))），请关掉一些程序再试",
                    "No pipe can be opened (\(SystemError.text(errno))); close some programs and try again"))
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }
}
