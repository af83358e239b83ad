import CNcurses
import Glibc
import TerminalUI

extension CursesTerminal {
    /// How long the rest of a key's bytes may take (milliseconds); shorter tears arrows apart on slow lines, longer
    /// makes Escape slow.
    private static let escapeDelay: Int32 = 100

    /// Sleeps until something happens, and gives all of it; there is no timer unless a key is half read, so an idle
    /// program never wakes.
    ///
    /// With a `wakeDescriptor`, also returns when that can be read; the caller reads it. With a `limit` in milliseconds,
    /// returns with no event when nothing has happened for so long: for a caller that waits for something of its own.
    package func wait(alsoOn wakeDescriptor: Int32? = nil, atMost limit: Int32? = nil) -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        while events.isEmpty {
            var descriptors = watched(wakeDescriptor)
            let delay = decoder.isPending ? CursesTerminal.escapeDelay : limit ?? -1
            let count = poll(&descriptors, nfds_t(descriptors.count), delay)
            counters.wakeups += 1
            if count == 0 {
                guard decoder.isPending else { return [] }
                events += interpret(decoder.timeout())
            }
            guard count > 0 else { continue }
            if descriptors[1].revents != 0 { events += readSignals() }
            if descriptors[0].revents != 0 { events += readKeys() }
            if descriptors[2].revents != 0 { events.append(.woken) }
        }
        return events
    }

    /// poll passes over negative descriptors.
    private func watched(_ wakeDescriptor: Int32?) -> [pollfd] {
        [isGone ? -1 : configuration.input, signals, wakeDescriptor ?? -1].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
    }

    // Keys

    /// So much is taken at once (bytes): more than a person types while a frame is drawn, little enough that signals, the ledger
    /// and a vanished terminal are heard in the midst of a megabyte that somebody pastes.
    private static let mostInput = 512

    private func readKeys() -> [TerminalEvent] {
        var keys: [Key] = []
        var taken = 0
        var chunk = [UInt8](repeating: 0, count: CursesTerminal.mostInput)
        repeat {
            let count = read(configuration.input, &chunk, chunk.count)
            if count < 0 && (errno == EINTR || errno == EAGAIN) { break }
            // After a hang-up reading fails at once, for ever (RELIABILITY, finding 9), so it is not tried again.
            guard count > 0 else {
                isGone = true
                return interpret(keys) + [.hangUp]
            }
            keys += decoder.feed(decoded(chunk[..<count]))
            taken += count
        } while taken < CursesTerminal.mostInput && hasMore
        return interpret(keys)
    }

    private var hasMore: Bool {
        var descriptor = pollfd(fd: configuration.input, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) > 0
    }

    private func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard encoding == .gb else { return Array(bytes) }
        var converted = [UInt8](repeating: 0, count: 4 * (bytes.count + 8))
        let count = cn_decode(Array(bytes), bytes.count, &converted)
        return Array(converted[..<count])
    }

    private func interpret(_ keys: [Key]) -> [TerminalEvent] {
        keys.compactMap { key -> TerminalEvent? in
            if case .cursorReport(_, let column) = key, probe == .sent { return learnWidth(column) }
            return .key(key)
        }
    }

    /// The cursor stood in the first column (1) before “ was drawn.
    private func learnWidth(_ column: Int) -> TerminalEvent? {
        probe = .none
        guard column == 2 || column == 3 else { return nil }
        let answer: AmbiguousWidth = column == 3 ? .wide : .narrow
        answered = answer
        guard ambiguous == nil, answer != textWidth.ambiguous else { return nil }
        measure(answer)
        return .remeasured(answer)
    }

    // Signals

    private func readSignals() -> [TerminalEvent] {
        var numbers = [UInt8](repeating: 0, count: 64)
        var events: [TerminalEvent] = []
        var seen: Set<Int32> = []
        while case let count = read(signals, &numbers, numbers.count), count > 0 {
            seen.formUnion(numbers[..<count].map(Int32.init))
        }
        for number in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] where seen.contains(number) { events.append(.signal(number)) }
        if seen.contains(SIGCONT) && !expectsContinue { resume() }
        if seen.contains(SIGCONT) { expectsContinue = false }
        if seen.contains(SIGTSTP) { suspend() }
        if seen.contains(SIGTSTP) || seen.contains(SIGCONT) { events.append(.resumed) }
        return events + sizeChange(isTold: seen.contains(SIGWINCH))
    }

    /// A window that went small and came back in between has the same size again, but has lost what it showed.
    private func sizeChange(isTold: Bool) -> [TerminalEvent] {
        guard let now = CursesTerminal.size(of: configuration.output) else { return [] }
        guard now != size else {
            if isTold { redrawAll() }
            return isTold ? [.resized(now)] : []
        }
        size = now
        previous = nil
        cn_resize(Int32(now.rows), Int32(now.columns))
        return [.resized(now)]
    }
}
