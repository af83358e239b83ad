import Glibc

/// Ctrl-C and its like while a command works: the program ends with 128 + n, and nothing is left half done.
///
/// Most commands may end anywhere, because the ledger's transactions do not depend on how a process ends. An import
/// stops at the next row instead, and a second signal ends it at once.
enum Signals {
    // Written by the handler, which may neither allocate nor lock; constants, so that no lazy initialiser runs in it.
    nonisolated(unsafe) private static var received: Int32 = 0
    nonisolated(unsafe) private static var isPatient = false

    // Paths for the handler to remove, null-terminated; never freed.
    nonisolated(unsafe) private static var temporaryFiles: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    nonisolated(unsafe) private static var temporaryFolder: UnsafeMutablePointer<CChar>?

    private static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    /// Lets the four signals end the program with their own status.
    static func endProgram() {
        for number in ending {
            var before = sigaction()
            // Ignored by whoever started us, as by nohup: so it stays.
            guard sigaction(number, nil, &before) == 0, !isIgnored(before) else { continue }
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                if Signals.isPatient, Signals.received == 0 {
                    Signals.received = number
                } else {
                    Signals.removeTemporaries()
                    _exit(128 + number)
                }
            }
            sigaction(number, &action, nil)
        }
    }

    /// Has a signal remove the files and the folder before the program ends.
    static func removeAtEnd(files: [String], folder: String) {
        let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: files.count + 1)
        for (index, file) in files.enumerated() { list[index] = strdup(file) }
        list[files.count] = nil
        temporaryFiles = list
        temporaryFolder = strdup(folder)
    }

    /// Called by the handler.
    private static func removeTemporaries() {
        guard let folder = temporaryFolder, var file = temporaryFiles else { return }
        while let path = file.pointee {
            unlink(path)
            file += 1
        }
        rmdir(folder)
    }

    /// Runs a work that asks `stopIfSignalled` at each step.
    static func patiently<Value>(_ work: () throws -> Value) rethrows -> Value {
        isPatient = true
        defer { isPatient = false }
        return try work()
    }

    /// Runs a work that may hold the ledger's lock: a Ctrl-Z that comes meanwhile stops the program afterwards, because a
    /// stopped one would keep everyone else out (RELIABILITY, Ctrl-Z while writing).
    static func unstopped<Value>(_ work: () throws -> Value) rethrows -> Value {
        var stops = sigset_t()
        var before = sigset_t()
        sigemptyset(&stops)
        // SIGTTOU comes of writing from the background to a terminal that does not want it.
        for number in [SIGTSTP, SIGTTOU] { sigaddset(&stops, number) }
        pthread_sigmask(SIG_BLOCK, &stops, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        return try work()
    }

    /// - Throws: `Interrupted` if a signal came.
    static func stopIfSignalled() throws {
        if received != 0 { throw Interrupted(signal: received) }
    }

    /// A signal asked for an end, and everything was taken back.
    struct Interrupted: Error {
        let signal: Int32
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        // SIG_IGN is the pointer with the value 1, which Swift imports as a function and cannot compare.
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }
}
