import CPostgres
import Glibc
import PartyWork

/// A connection to a town on a server; one thread uses it at a time.
///
/// Every answer is waited for here, with an own deadline: a server that was stopped still acknowledges what is sent to it, so that the
/// system would wait for ever.
final class PostgreSQLConnection: Connection {
    let handle: OpaquePointer
    private(set) var dialect: Dialect
    private(set) var place = ""
    private(set) var signer: Signer?
    /// How many rows the last statement reached, in the server's words (`UPDATE 1`).
    private var done = ""
    /// Whether the line is gone; then everything fails, and a new connection is wanted.
    private(set) var isLost = false
    /// The processes from which notifications came, ours among them.
    var notified: [Int32] = []
    /// How often the server was waited for since the connection was made.
    private(set) var roundTrips = 0
    private var prepared = 0
    private var pulse: (() throws -> Void)?
    /// Rows on their way in, which any other statement must see.
    private var batches: [PostgreSQLBatch] = []

    /// How long an answer is waited for when nothing comes at all (milliseconds).
    private static let patience: Int32 = 30_000

    /// Connects to a database, and into the schema of a town.
    ///
    /// - Parameters:
    ///   - database: another than that of the address.
    ///   - busyTimeout: how many seconds a lock of another is waited for.
    /// - Throws: `LedgerError`.
    init(
        _ address: PostgreSQLAddress, town: Code?, database: String? = nil, busyTimeout: Double = 5
    ) throws(LedgerError) {
        guard cpq_is_there() == 1 else { throw .serverLibraryMissing(path: address.text) }
        dialect = .postgreSQL(town)
        // What stands before the address it may say otherwise.
        var parameters = PostgreSQLConnection.defaults + [("dbname", address.uri), ("client_encoding", "UTF8")]
        if let database { parameters.append(("dbname", database)) }
        parameters.append(("options", PostgreSQLConnection.options(town, busyTimeout)))
        let opened = PostgreSQLConnection.withArrays(parameters) { cpq_open($0, $1) }
        guard let opened else { throw .outOfMemory(path: address.text) }
        handle = opened
        guard cpq_is_up(opened) == 1 else {
            throw .cannotConnect(path: address.text, detail: PostgreSQLConnection.lastLine(cpq_message(opened)))
        }
    }

    deinit { cpq_close(handle) }

    /// As measured (POSTGRES.md, lines and fail-over): a cut line is noticed within ten seconds, and of several hosts the one that takes
    /// writes is found.
    private static let defaults = [
        ("connect_timeout", "2"), ("keepalives_idle", "10"), ("keepalives_interval", "3"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "10000"), ("target_session_attrs", "read-write"), ("application_name", "zhibu"),
    ]

    /// As measured (POSTGRES.md, speed): compiling statements, and planning each for its values, costs several times what it saves.
    private static func options(_ town: Code?, _ busyTimeout: Double) -> String {
        let path = town.map { " -c search_path=\(PostgreSQLSchema.name(of: $0))" } ?? ""
        let wait = "\(Int(busyTimeout * 1_000))ms"
        return "-c jit=off -c plan_cache_mode=force_generic_plan -c lock_timeout=\(wait)" + path
    }

    private static func withArrays<T>(
        _ pairs: [(String, String)], _ body: ([UnsafePointer<CChar>?], [UnsafePointer<CChar>?]) -> T
    ) -> T {
        let copies = pairs.map { (strdup($0.0), strdup($0.1)) }
        defer {
            for (key, value) in copies {
                free(key)
                free(value)
            }
        }
        return body(copies.map { UnsafePointer($0.0) } + [nil], copies.map { UnsafePointer($0.1) } + [nil])
    }

    private static func lastLine(_ message: UnsafePointer<CChar>?) -> String {
        let text = message.map { String(cString: $0) } ?? ""
        return text.split(separator: "\n").last.map(String.init) ?? ""
    }

    /// Tells where the ledger lies (the server, its database and the schema, which a copy does not share), and who is logged in; nil for
    /// whoever keeps the server.
    func settle(in place: String, _ signer: Signer?) {
        self.place = place
        self.signer = signer
    }

    /// Goes into the schema of a town until the end of the transaction, and speaks of columns as its officers read them.
    func enter(_ town: Code) throws {
        dialect = .postgreSQL(town)
        try execute("SET LOCAL search_path = \(PostgreSQLSchema.name(of: town))")
    }

    /// An update out of the officer's range is told as one of no row.
    func requireUpdate() throws {
        if done == "UPDATE 0" { throw PostgreSQLError.outOfRange }
    }

    // MARK: - Transactions

    var isInTransaction: Bool { !isLost && [1, 2, 3].contains(cpq_transaction(handle)) }

    /// Asks whether deferred references hold, and lets them be deferred again.
    ///
    /// - Returns: 0 or 1: the server names the first.
    func unresolvedReferences() throws -> Int {
        try execute("SAVEPOINT asked")
        do {
            try execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; RELEASE asked")
            return 0
        } catch let error as PostgreSQLError where error.isOfReference {
            try execute("ROLLBACK TO asked; RELEASE asked")
            return 1
        }
    }

    // MARK: - Statements

    func prepare(_ sql: String) throws -> any Cursor { PostgreSQLCursor(self, sql) }

    func execute(_ script: String) throws {
        try sendRows()
        let answer = try ask { cpq_send(handle, script) }
        // After a statement that failed, a commit is taken for a rollback and no error.
        if script.utf8.starts(with: "COMMIT".utf8), answer?.first?.done == "ROLLBACK" {
            throw PostgreSQLError.rolledBack
        }
    }

    /// Prepares a statement, and gives its name.
    func name(_ sql: String) throws -> String {
        prepared += 1
        let name = "s\(prepared)"
        _ = try ask { cpq_send_prepare(handle, name, sql) }
        return name
    }

    /// The kinds of a prepared statement's parameters.
    func parameterTypes(of name: String) throws -> [PostgreSQLAnswer.Kind] {
        try ask { cpq_send_describe(handle, name) }?.last?.parameterTypes ?? []
    }

    /// Runs a prepared statement.
    func run(_ name: String, _ values: [PostgreSQLValue]) throws -> PostgreSQLAnswer? {
        try told { PostgreSQLValue.withPointers(values) { cpq_send_run(handle, name, Int32(values.count), $0) } }
    }

    /// Runs a statement that is not prepared, in one round trip.
    func run(once sql: String, _ values: [PostgreSQLValue]) throws -> PostgreSQLAnswer? {
        try told { PostgreSQLValue.withPointers(values) { cpq_send_once(handle, sql, Int32(values.count), $0) } }
    }

    private func told(_ send: () -> Int32) throws -> PostgreSQLAnswer? {
        let answer = try ask(send)?.last
        done = answer?.done ?? ""
        return answer
    }

    // MARK: - Rows on their way in

    /// Takes note of rows that wait to be sent.
    func add(_ batch: PostgreSQLBatch) { batches.append(batch) }

    /// Sends the rows that wait, before another statement looks.
    func sendRows() throws {
        // In their order: where a row belongs is asked of rows before it.
        while !batches.isEmpty { try batches.removeFirst().send() }
    }

    /// Forgets the rows that wait, because all is rolled back.
    func forgetRows() {
        for batch in batches { batch.forget() }
        batches = []
    }

    // MARK: - Waiting

    func attended<T>(by pulse: @escaping () throws -> Void, _ body: () throws -> T) throws -> T {
        self.pulse = pulse
        defer { self.pulse = nil }
        return try body()
    }

    /// Sends something and waits for all that is answered.
    ///
    /// - Returns: the answers; nil for none.
    /// - Throws: `PostgreSQLError`; what the pulse throws, once the server has given up what was under way.
    private func ask(_ send: () -> Int32) throws -> [PostgreSQLAnswer]? {
        roundTrips += 1
        guard !isLost, send() == 1 else { throw lose() }
        var answers: [PostgreSQLAnswer] = []
        var failure: PostgreSQLError?
        var end: (any Error)?
        while true {
            try wait(&end)
            guard let answer = cpq_next(handle) else { break }
            if cpq_is_error(answer) == 1 {
                failure = failure ?? PostgreSQLError(answer)
                cpq_clear(answer)
                if cpq_is_up(handle) == 0 { break }
            } else {
                answers.append(PostgreSQLAnswer(answer))
            }
        }
        hear()
        if let failure, failure.isOfConnection || cpq_is_up(handle) == 0 { throw lose() }
        if let error = end ?? failure { throw error }
        return answers
    }

    /// Waits until the next answer is there.
    private func wait(_ end: inout (any Error)?) throws {
        while true {
            let unsent = cpq_flush(handle)
            if unsent < 0 { throw lose() }
            if unsent == 0, cpq_is_busy(handle) == 0 { return }
            var line = pollfd(fd: cpq_socket(handle), events: Int16(POLLIN | (unsent > 0 ? POLLOUT : 0)), revents: 0)
            let isAttended = pulse != nil && end == nil
            switch poll(&line, 1, isAttended ? 100 : PostgreSQLConnection.patience) {
            case 0 where isAttended: askPulse(&end)
            case 0: throw lose()
            case 1...: if cpq_consume(handle) == 0 { throw lose() }
            default: if errno != EINTR { throw lose() }
            }
        }
    }

    private func askPulse(_ end: inout (any Error)?) {
        do {
            try pulse?()
        } catch {
            end = error
            cpq_cancel(handle)
        }
    }

    private func lose() -> PostgreSQLError {
        isLost = true
        forgetRows()
        return .lost
    }

    // MARK: - Notifications

    /// Takes what came while nothing was asked.
    ///
    /// - Throws: `PostgreSQLError.lost`.
    func listen() throws {
        guard !isLost, cpq_consume(handle) == 1 else { throw lose() }
        hear()
        if cpq_is_up(handle) == 0 { throw lose() }
    }

    private func hear() {
        while case let process = cpq_notified(handle), process != 0 { notified.append(process) }
    }
}
