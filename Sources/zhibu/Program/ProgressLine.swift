import Glibc
import PartyWork

/// Says on a terminal how far a command has come, with its rate and the time that is left, at most twice a second; says
/// nothing into a pipe or a file.
///
/// Each step is also where Ctrl-C is heard.
final class ProgressLine {
    /// What is done, such as 已检查.
    private let verb: String
    /// What is counted, such as 行.
    private let unit: String
    /// Heard also while the libraries that write workbooks are silenced.
    private let stream = StandardStream.error.twin
    private let isShown = StandardStream.error.isTerminal
    private let pace = Pace()
    private var hasLine = false

    init(_ verb: String, _ unit: String) {
        self.verb = verb
        self.unit = unit
    }

    /// Called with how much was done so far, and how much of the whole that is, 0 to 1.
    ///
    /// - Throws: `Signals.Interrupted`.
    func step(_ done: Int, _ share: Double?) throws {
        try Signals.stopIfSignalled()
        guard isShown, let progress = pace.progress(done, share) else { return }
        hasLine = true
        stream.tell("\r\(verb) \(progress.text(unit))\u{1B}[K")
    }

    /// Runs a work that steps on this line: a Ctrl-C is heard at the next step, the line is taken away, and what was given up
    /// is said.
    ///
    /// - Throws: what the work throws, such as `Signals.Interrupted`.
    func attend<Value>(_ work: (ProgressLine) throws -> Value) throws -> Value {
        do {
            defer { end() }
            return try Signals.patiently { try work(self) }
        } catch let interrupted as Signals.Interrupted {
            StandardStream.error.tell(
                localized("zhibu：已中断，没有留下半截文件\n", "zhibu: interrupted, no half-written file is left\n"))
            throw interrupted
        }
    }

    /// Takes the line away.
    func end() {
        if hasLine { stream.tell("\r\u{1B}[K") }
        hasLine = false
    }

    deinit {
        end()
        stream.release()
    }
}

/// The time that a work has taken, and whether it is time to tell of it: twice a second at most (TERMINAL, requirement 25).
final class Pace {
    private let began = Pace.now()
    private var told = Pace.now()

    /// How far the work has come; nil where that was told less than half a second ago.
    func progress(_ done: Int, _ share: Double?) -> WorkProgress? {
        let now = Pace.now()
        guard now - told >= 0.5 else { return nil }
        told = now
        return WorkProgress(done: done, share: share, seconds: now - began)
    }

    private static func now() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
