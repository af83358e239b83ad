import CPostgres
import Glibc

/// The line to a server: statements go out together in stretches, and their answers come back in their order.
///
/// Every answer is waited for here, with an own deadline: a server that was stopped still acknowledges what is sent to it, so that the
/// system would wait for ever.
final class PostgreSQLLine {
    let handle: OpaquePointer
    /// Whether the line is gone; then everything fails, and a new connection is wanted.
    private(set) var isLost = false
    /// The processes from which notifications came, ours among them.
    var notified: [Int32] = []
    /// How often the server was waited for since the connection was made.
    private(set) var roundTrips = 0
    /// Asked now and then while an answer is waited for; if it throws, the server gives up what is under way.
    var pulse: (() throws -> Void)?

    /// What was sent and is not answered yet, in order; nil is the end of a stretch.
    private var owed: [PostgreSQLErrand?] = []
    private var answered = 0
    private var isPipelined = false
    /// Whether statements were given after which no stretch was ended.
    private var isOpen = false
    private var isWaitedFor = false
    /// What failed first in the stretch whose answers come.
    private var stretchFailure: PostgreSQLError?
    /// What failed first in the transaction: what comes after it says only that something had.
    private(set) var failure: PostgreSQLError?

    /// How long an answer is waited for when nothing comes at all (milliseconds).
    private static let patience: Int32 = 30_000

    /// A line that is up.
    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { cpq_close(handle) }

    /// Whether nothing is on its way, so that the server's word about the transaction holds.
    var isQuiet: Bool { answered == owed.count && !isOpen }

    /// Forgets what failed, because that is rolled back.
    func forgive() { failure = nil }

    // MARK: - Sending

    /// Sends a statement, which waits for the end of its stretch.
    func send(_ give: () -> Int32) throws -> PostgreSQLErrand {
        guard !isLost else { throw lose() }
        if !isPipelined {
            guard cpq_begin_pipeline(handle) == 1 else { throw lose() }
            isPipelined = true
        }
        guard give() == 1 else { throw lose() }
        let errand = PostgreSQLErrand()
        owed.append(errand)
        isOpen = true
        return errand
    }

    /// Ends the stretch, without waiting for its answers.
    func end() throws {
        guard isOpen else { return }
        guard !isLost, cpq_sync(handle) == 1 else { throw lose() }
        owed.append(nil)
        isOpen = false
        isWaitedFor = false
    }

    // MARK: - Answers

    /// What comes of a statement that was sent.
    ///
    /// - Throws: `PostgreSQLError`; what the pulse throws.
    func answer(_ errand: PostgreSQLErrand) throws -> PostgreSQLAnswer? {
        var stop: (any Error)?
        if errand.outcome == nil { try beginWaiting() }
        while errand.outcome == nil { try takeNext(&stop) }
        if errand.hasFailed || stop != nil { try takeAll() }
        if let stop { throw stop }
        return try errand.outcome?.get()
    }

    /// Waits until nothing is on its way.
    ///
    /// - Throws: What failed first in the transaction.
    func settle() throws {
        try takeAll()
        if let failure { throw failure }
    }

    private func takeAll() throws {
        if isQuiet { return }
        try beginWaiting()
        var stop: (any Error)?
        while answered < owed.count { try takeNext(&stop) }
        if let stop { throw stop }
    }

    private func beginWaiting() throws {
        try end()
        if !isWaitedFor, owed.dropFirst(answered).contains(where: { $0 != nil }) { roundTrips += 1 }
        isWaitedFor = true
    }

    /// Takes what comes next of what was sent.
    private func takeNext(_ stop: inout (any Error)?) throws {
        try wait(&stop)
        guard let answer = cpq_next(handle) else {
            guard let errand = owed[answered] else { throw lose() }
            if errand.outcome == nil { errand.take(.success(nil)) }
            return advance()
        }
        if cpq_is_sync(answer) == 1 {
            cpq_clear(answer)
            stretchFailure = nil
            return advance()
        }
        let errand = owed[answered]
        if cpq_is_passed_over(answer) == 1 {
            cpq_clear(answer)
            errand?.take(.failure(stretchFailure ?? .rolledBack))
        } else if cpq_is_error(answer) == 1 {
            let error = PostgreSQLError(answer)
            cpq_clear(answer)
            if error.isOfConnection || cpq_is_up(handle) == 0 { throw lose() }
            // That the transaction has failed before says less than what failed.
            let told = error.isOfFailedTransaction ? failure ?? error : error
            failure = failure ?? error
            stretchFailure = stretchFailure ?? told
            errand?.take(.failure(told))
        } else {
            errand?.take(.success(PostgreSQLAnswer(answer)))
        }
    }

    private func advance() {
        answered += 1
        if answered == owed.count {
            owed.removeAll(keepingCapacity: true)
            answered = 0
        }
        hear()
    }

    // MARK: - Scripts

    /// Sends something outside of any stretch, and waits for all that is answered.
    ///
    /// - Returns: The answers.
    /// - Throws: `PostgreSQLError`; what the pulse throws, once the server has given up what was under way.
    func ask(_ give: () -> Int32) throws -> [PostgreSQLAnswer] {
        try takeAll()
        if isPipelined {
            guard !isLost, cpq_end_pipeline(handle) == 1 else { throw lose() }
            isPipelined = false
        }
        roundTrips += 1
        guard !isLost, give() == 1 else { throw lose() }
        var answers: [PostgreSQLAnswer] = []
        var failed: PostgreSQLError?
        var stop: (any Error)?
        while true {
            try wait(&stop)
            guard let answer = cpq_next(handle) else { break }
            if cpq_is_error(answer) == 1 {
                failed = failed ?? PostgreSQLError(answer)
                cpq_clear(answer)
                if cpq_is_up(handle) == 0 { break }
            } else {
                answers.append(PostgreSQLAnswer(answer))
            }
        }
        hear()
        if let failed, failed.isOfConnection || cpq_is_up(handle) == 0 { throw lose() }
        failure = failure ?? failed
        if let error = stop ?? failed { throw error }
        return answers
    }

    // MARK: - Waiting

    /// Waits until the next answer is there.
    private func wait(_ stop: inout (any Error)?) throws {
        while true {
            let unsent = cpq_flush(handle)
            if unsent < 0 { throw lose() }
            if unsent == 0, cpq_is_busy(handle) == 0 { return }
            var line = pollfd(fd: cpq_socket(handle), events: Int16(POLLIN | (unsent > 0 ? POLLOUT : 0)), revents: 0)
            let isAttended = pulse != nil && stop == nil
            switch poll(&line, 1, isAttended ? 100 : PostgreSQLLine.patience) {
            case 0 where isAttended: askPulse(&stop)
            case 0: throw lose()
            case 1...: if cpq_consume(handle) == 0 { throw lose() }
            default: if errno != EINTR { throw lose() }
            }
        }
    }

    private func askPulse(_ stop: inout (any Error)?) {
        do {
            try pulse?()
        } catch {
            stop = error
            cpq_cancel(handle)
        }
    }

    private func lose() -> PostgreSQLError {
        isLost = true
        for errand in owed.dropFirst(answered) { errand?.take(.failure(.lost)) }
        owed = []
        answered = 0
        isOpen = false
        return .lost
    }

    // MARK: - Notifications

    /// Takes what came while nothing was asked.
    ///
    /// - Throws: `PostgreSQLError.lost`.
    func listen() throws {
        guard !isLost, cpq_consume(handle) == 1 else { throw lose() }
        var stop: (any Error)?
        while answered < owed.count, cpq_is_busy(handle) == 0 { try takeNext(&stop) }
        hear()
        if cpq_is_up(handle) == 0 { throw lose() }
    }

    private func hear() {
        while case let process = cpq_notified(handle), process != 0 { notified.append(process) }
    }
}
