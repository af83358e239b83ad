import Synchronization

/// Changes by others as a screen wants to hear of them: the first at once, what follows within a second of it together, once that has
/// passed; else twenty who save would have each other's screens ask all the time.
///
/// While nothing is held back nothing wakes anybody.
package final class GatheredChanges: Sendable {
    private let notice: any ChangeNotice
    private let clock: @Sendable () -> Int
    private let state = Mutex(State())

    private struct State {
        /// When others' changes were told last.
        var told: Int?
        /// Whether such a change is held back.
        var isHeldBack = false

        /// After how many milliseconds they may be told again.
        func wait(at now: Int) -> Int { told.map { max(0, $0 + GatheredChanges.pause - now) } ?? 0 }
    }

    /// How long others' changes are gathered after some were told (milliseconds).
    private static let pause = 1_000

    /// What a notice tells, gathered.
    ///
    /// - Parameter clock: Milliseconds, which only go on.
    package init(_ notice: any ChangeNotice, clock: @escaping @Sendable () -> Int) {
        self.notice = notice
        self.clock = clock
    }

    /// Can be read when there may be news; -1 where nothing tells.
    package var descriptor: Int32 { notice.descriptor }

    /// After how many milliseconds to ask even where there is nothing to read; nil where nothing is held back.
    package var patience: Int? { state.withLock { $0.isHeldBack ? $0.wait(at: clock()) : nil } }

    /// Takes what is to be told now.
    ///
    /// - Throws: `LedgerError`.
    package func take() throws -> Change? {
        let change = try notice.take()
        return state.withLock { state in
            if change == .others { state.isHeldBack = true }
            guard state.isHeldBack else { return change }
            let now = clock()
            guard state.wait(at: now) == 0 else { return change == .ours ? .ours : nil }
            state = State(told: now)
            return .others
        }
    }
}
