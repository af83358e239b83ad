import Testing

/// Holds a suite back while another one that opens ncurses in this process runs: its state is global.
package struct OneTerminalAtATime: SuiteTrait, TestScoping {
    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        await Turnstile.shared.enter()
        do {
            try await function()
        } catch {
            await Turnstile.shared.leave()
            throw error
        }
        await Turnstile.shared.leave()
    }
}

extension SuiteTrait where Self == OneTerminalAtATime {
    /// The suite opens ncurses in this process.
    package static var oneTerminalAtATime: OneTerminalAtATime { OneTerminalAtATime() }
}

/// Lets one in at a time, in the order of coming.
private actor Turnstile {
    static let shared = Turnstile()
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func enter() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
        if waiting.isEmpty {
            isTaken = false
        } else {
            waiting.removeFirst().resume()
        }
    }
}
