import Glibc

/// Says on a terminal how far an import has come, at most twice a second; says nothing into a pipe or a file.
///
/// Each step is also where Ctrl-C is heard.
final class ImportProgress {
    private let isShown = StandardStream.error.isTerminal
    private var shownAt = ImportProgress.now()
    private var hasLine = false

    /// Called with the number of rows looked at so far.
    func step(_ rows: Int) throws {
        try Signals.stopIfSignalled()
        guard isShown, ImportProgress.now() - shownAt >= 0.5 else { return }
        shownAt = ImportProgress.now()
        hasLine = true
        StandardStream.error.tell("\r已检查 \(rows) 行…")
    }

    /// Takes the line away.
    func end() {
        if hasLine { StandardStream.error.tell("\r\u{1B}[K") }
        hasLine = false
    }

    deinit { end() }

    private static func now() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
