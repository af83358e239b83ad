import Glibc
import TerminalUI

/// A program on a pseudo-terminal of its own, with a terminal in memory at the other end.
package final class PtySession {
    /// What the terminal shows.
    package private(set) var screen: VirtualScreen
    /// Every byte the program wrote.
    package private(set) var output: [UInt8] = []
    /// The program.
    package let process: pid_t
    /// Whether questions of the program to the terminal are answered.
    package var answers = true
    private var master: Int32
    private var status: Int32?
    /// The processor time that the program has used; known when it has ended.
    package private(set) var processorMilliseconds: Int?

    /// How a program ended.
    package enum Exit: Equatable, Sendable {
        /// It returned, with this status.
        case status(Int32)
        /// A signal ended it.
        case signal(Int32)
        /// It still runs.
        case running
    }

    /// Starts a command with exactly this environment, in a session of its own that the pseudo-terminal controls.
    package init(
        _ command: [String], environment: [String: String] = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"],
        size: Size = Size(columns: 80, rows: 24), ambiguous: AmbiguousWidth = .narrow
    ) throws {
        screen = VirtualScreen(size, ambiguous: ambiguous)
        master = -1
        var terminal: Int32 = -1
        guard openpty(&master, &terminal, nil, nil, nil) == 0 else { throw PtyFailure.noTerminal }
        // Other programs that tests start must not hold this terminal open.
        for descriptor in [master, terminal] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        defer { close(terminal) }
        PtySession.resize(master, size)
        process = try PtySession.spawn(command, environment, on: try PtySession.name(of: terminal))
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(master)
    }

    /// Not `ttyname`, whose one buffer sessions of other tests write to at the same time.
    private static func name(of terminal: Int32) throws -> String {
        var buffer = [CChar](repeating: 0, count: 64)
        guard ttyname_r(terminal, &buffer, buffer.count) == 0 else { throw PtyFailure.noTerminal }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func spawn(
        _ command: [String], _ environment: [String: String], on terminal: String
    ) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // As the leader of a session without a terminal, the child gets the first one it opens. POSIX_SPAWN_SETSID is
        // 0x80.
        posix_spawnattr_setflags(&attributes, 0x80 | Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        // Tests run on threads that block signals.
        var noSignal = sigset_t()
        sigemptyset(&noSignal)
        posix_spawnattr_setsigmask(&attributes, &noSignal)
        var everySignal = sigset_t()
        sigfillset(&everySignal)
        posix_spawnattr_setsigdefault(&attributes, &everySignal)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        let words = command.map { strdup($0) } + [nil]
        let settings = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + settings { free(word) } }
        var child: pid_t = 0
        let result = posix_spawn(&child, command[0], &actions, &attributes, words, settings)
        guard result == 0 else { throw PtyFailure.cannotStart(command[0], String(cString: strerror(result))) }
        return child
    }

    private static func resize(_ descriptor: Int32, _ size: Size) {
        var window = winsize(
            ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
    }
}

/// Why no session came about.
package enum PtyFailure: Error {
    case noTerminal
    case cannotStart(String, String)
}

// The user's side

extension PtySession {
    /// Types text.
    package func type(_ text: String) {
        type(bytes: Array(text.utf8))
    }

    /// Types bytes, in whatever encoding.
    package func type(bytes: [UInt8]) {
        _ = write(master, bytes, bytes.count)
    }

    /// Types text byte by byte with pauses, as a slow line delivers it.
    package func type(_ text: String, millisecondsBetweenBytes: Int) {
        for byte in text.utf8 {
            type(bytes: [byte])
            readUntilQuiet(millisecondsBetweenBytes)
        }
    }

    /// Gives the window another size.
    package func resize(_ size: Size) {
        screen.resize(size)
        PtySession.resize(master, size)
    }

    /// Sends the program a signal.
    package func send(signal: Int32) {
        kill(process, signal)
    }

    /// Drops the line.
    package func hangUp() {
        close(master)
        master = -1
    }

    /// Reads until the program has been silent for so long.
    ///
    /// And until none of its threads has anything to do: on a busy machine silence alone may mean that it had no turn.
    package func readUntilQuiet(_ milliseconds: Int = 60) {
        var waited = Waiting()
        while read(within: milliseconds) || (isWorking && waited.milliseconds < 5_000) {}
    }

    /// Whether a thread of the program runs, waits for its turn, or for a disk.
    private var isWorking: Bool {
        guard let folder = opendir("/proc/\(process)/task") else { return false }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix("."), let state = PtySession.state(ofThread: name, of: process), "RD".contains(state) {
                return true
            }
        }
        return false
    }

    /// The letter behind the name in parentheses, by `proc(5)`; nil if the thread is gone.
    private static func state(ofThread thread: String, of process: pid_t) -> Character? {
        guard let file = fopen("/proc/\(process)/task/\(thread)/stat", "re") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = fread(&bytes, 1, bytes.count, file)
        let text = String(decoding: bytes[..<count], as: UTF8.self)
        guard let end = text.lastIndex(of: ")") else { return nil }
        return text[end...].dropFirst(2).first
    }

    /// Reads until the screen is as wanted; false if it is not within the limit.
    package func waitUntil(milliseconds limit: Int = 5_000, _ condition: (VirtualScreen) -> Bool) -> Bool {
        var waited = Waiting()
        while !condition(screen) {
            guard waited.milliseconds < limit else { return false }
            guard read(within: 20) || !hasEnded else { return condition(screen) }
        }
        return true
    }

    /// Reads until the screen is as wanted, while the program is stopped nine tenths of the time: so work that a fast
    /// machine does at once takes long enough to be told of.
    ///
    /// False if it is not within the limit.
    package func waitUntilSlowly(milliseconds limit: Int = 20_000, _ condition: (VirtualScreen) -> Bool) -> Bool {
        var waited = Waiting()
        defer { send(signal: SIGCONT) }
        while !condition(screen) {
            guard waited.milliseconds < limit, !hasEnded else { return false }
            send(signal: SIGSTOP)
            usleep(18_000)
            send(signal: SIGCONT)
            _ = read(within: 2)
        }
        return true
    }

    /// Waits for the end of the program, reading what it still writes.
    package func waitForExit(milliseconds limit: Int = 5_000) -> Exit {
        var waited = Waiting()
        while !hasEnded && waited.milliseconds < limit { _ = read(within: 10) }
        readUntilQuiet(10)
        guard let status else { return .running }
        let signal = status & 0x7F
        return signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
    }

    /// Waits for the end of the program while nobody reads what it writes, as on a connection that hangs.
    package func waitForExitUnread(milliseconds limit: Int = 5_000) -> Exit {
        var waited = Waiting()
        while !hasEnded && waited.milliseconds < limit { usleep(5_000) }
        return waitForExit(milliseconds: 0)
    }

    /// Whether the terminal echoes and edits lines, as a shell expects to find it.
    package var isCooked: Bool {
        var settings = termios()
        guard tcgetattr(master, &settings) == 0 else { return false }
        let wanted = tcflag_t(ECHO | ICANON | ISIG)
        return settings.c_lflag & wanted == wanted && settings.c_oflag & tcflag_t(OPOST) != 0
    }

    /// Forgets the bytes so far, to count those of the next step.
    package func forgetOutput() {
        output = []
    }

    private var hasEnded: Bool {
        if status != nil { return true }
        var value: Int32 = 0
        var usage = rusage()
        if wait4(process, &value, WNOHANG, &usage) == process {
            status = value
            processorMilliseconds = [usage.ru_utime, usage.ru_stime].map { $0.tv_sec * 1_000 + $0.tv_usec / 1_000 }
                .reduce(0, +)
        }
        return status != nil
    }

    /// Takes what the program wrote; false if that was nothing.
    private func read(within milliseconds: Int) -> Bool {
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, Int32(milliseconds)) > 0 else { return false }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(master, &chunk, chunk.count)
        guard count > 0 else {
            // Nobody has the other end open just now.
            usleep(useconds_t(milliseconds * 1_000))
            return false
        }
        output += chunk[..<count]
        screen.write(chunk[..<count])
        let replies = screen.takeAnswers()
        if answers && !replies.isEmpty { type(bytes: replies) }
        return true
    }
}

/// How long a test has waited; between two looks at most a tenth of a second counts: while the machine stands still the program has no time to answer either.
private struct Waiting {
    private var last = Waiting.now
    private var counted = 0

    /// The milliseconds so far.
    var milliseconds: Int {
        mutating get {
            let now = Waiting.now
            counted += min(now - last, 100)
            last = now
            return counted
        }
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
