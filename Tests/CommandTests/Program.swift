import Foundation
import Testing

/// The built program, run as an officer's shell would run it.
enum Program {
    /// The program beside the test bundle.
    static let path: String = {
        let bundle = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appending(path: "zhibu").path
    }()

    /// Runs a command line in a shell, in which `zhibu` is the program.
    ///
    /// - Parameter arguments: `$1`, `$2`, … of the line, for texts that need no quoting then.
    static func shell(_ line: String, _ arguments: [String] = [], in folder: Folder, input: String = "") throws
        -> Outcome
    {
        try start("zhibu() { \"$ZHIBU\" \"$@\"; }; " + line, arguments, in: folder, input: input).outcome()
    }

    /// Runs the program itself.
    static func run(_ arguments: [String], in folder: Folder, input: String = "") throws -> Outcome {
        try start("exec \"$ZHIBU\" \"$@\"", arguments, in: folder, input: input).outcome()
    }

    /// Whether a line is the first number that a ledger gives to an activity of the sample town: `CK6VPC-K7M-1`.
    static func isFirstNumber(_ line: String) -> Bool { line.wholeMatch(of: /CK6VPC-[A-Z][0-9A-Z]{2}-1\n/) != nil }

    /// Starts a shell line and goes on.
    static func start(_ line: String, _ arguments: [String] = [], in folder: Folder, input: String = "") throws
        -> Running
    {
        try Running(line, arguments, in: folder, input: input)
    }
}

/// How a program ended and what it said.
struct Outcome {
    /// The exit status; 128 + n if signal n ended it.
    let status: Int32
    /// Whether it ended by `exit` and not by a signal.
    let exited: Bool
    let output: String
    let errors: String
}

/// A program that runs.
final class Running {
    let id: pid_t
    private let output: String
    private let errors: String

    fileprivate init(_ line: String, _ arguments: [String], in folder: Folder, input: String) throws {
        let name = UUID().uuidString
        (output, errors) = (folder.path + "/.\(name).out", folder.path + "/.\(name).err")
        let inputFile = folder.path + "/.\(name).in"
        try input.write(toFile: inputFile, atomically: false, encoding: .utf8)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, inputFile, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
        var attributes = Running.attributes()
        defer { posix_spawnattr_destroy(&attributes) }
        let words = ["sh", "-c", "cd \"$HERE\" || exit 99; " + line, "sh"] + arguments
        let environment = folder.environment.map { "\($0)=\($1)" }
        var child: pid_t = 0
        let code = Running.withCStrings(words) { words in
            Running.withCStrings(environment) { posix_spawn(&child, "/bin/sh", &actions, &attributes, words, $0) }
        }
        try #require(code == 0)
        id = child
    }

    /// Sends a signal.
    func signal(_ number: Int32) {
        kill(id, number)
    }

    /// Waits for the end.
    func outcome() throws -> Outcome {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 { try #require(errno == EINTR) }
        let signal = status & 0x7F
        return Outcome(
            status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, exited: signal == 0,
            output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    /// The signals that the program blocks just now, as a set of bits.
    var blocked: UInt64 { get throws { try signals("SigBlk:") } }

    /// The signals that the program has a handler for, as a set of bits.
    var caught: UInt64 { get throws { try signals("SigCgt:") } }

    private func signals(_ name: String) throws -> UInt64 {
        let lines = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8).split(separator: "\n")
        let line = try #require(lines.first { $0.hasPrefix(name) })
        return try #require(UInt64(line.dropFirst(name.count).drop { $0 == "\t" }, radix: 16))
    }

    /// Whether it has ended, and waits to be asked how.
    var hasEnded: Bool {
        var found = siginfo_t()
        return waitid(P_PID, id_t(id), &found, WEXITED | WNOHANG | WNOWAIT) == 0 && found.si_signo != 0
    }

    /// Waits until the program stops; the number of the signal that stopped it, nil if it ended instead.
    func stop() -> Int32? {
        var status: Int32 = 0
        while waitpid(id, &status, WUNTRACED) < 0, errno == EINTR {}
        return status & 0xFF == 0x7F ? status >> 8 & 0xFF : nil
    }

    /// Signals as a terminal would give them, in a job of its own, which a shell can stop: a test runner in the background ignores some, its threads block all, and
    /// children inherit both.
    private static func attributes() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGPIPE] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        return attributes
    }

    private static func withCStrings<Value>(
        _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
    ) -> Value {
        var pointers = texts.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
    }
}

/// A folder of a test's own, with its ledger, its home and its clock's zone; gone with the value.
final class Folder {
    let path: String
    var environment: [String: String]

    /// The ledger that the program takes if it is not told otherwise.
    var database: String { path + "/zhibu.db" }

    /// The environment of a program on a terminal.
    var terminalEnvironment: [String: String] {
        environment.merging(["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]) { $1 }
    }

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "zhibu-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
        environment = [
            "ZHIBU": Program.path, "HERE": path, "ZHIBU_DATABASE": path + "/zhibu.db", "HOME": path,
            "PATH": "/usr/bin:/bin",
            "TZ": "Asia/Shanghai", "ZHIBU_OFFICER": "测试员", "TMPDIR": path, "SWIFT_BACKTRACE": "enable=no",
        ]
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file below the folder.
    func write(_ name: String, _ text: String) throws {
        let url = URL(filePath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: false, encoding: .utf8)
    }

    /// The text of a file below the folder.
    func read(_ name: String) throws -> String {
        try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }

    /// The permissions of a file or folder below the folder.
    func mode(_ name: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }

    /// The names in a folder, those of this file's own aside.
    func names(_ name: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + name).filter { !$0.hasPrefix(".") }.sorted()
    }
}
