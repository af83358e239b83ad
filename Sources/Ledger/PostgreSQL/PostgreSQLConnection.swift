import CPostgres
import Glibc
import PartyWork

/// A connection to a town on a server; one thread uses it at a time.
final class PostgreSQLConnection: Connection {
    let line: PostgreSQLLine
    private(set) var dialect: Dialect
    private(set) var place = ""
    private(set) var signer: Signer?
    /// What begins the transaction, while nothing was asked in it.
    private var opening: [String]?
    /// The last statement of the beginning.
    private var begun: PostgreSQLErrand?
    /// Whether a transaction is open once all that was sent is done.
    private var hasBegun = false
    /// What is known of what will be asked; nil where that is not looked into.
    private(set) var foresight: PostgreSQLForesight?
    private var guesses: [PostgreSQLForesight.Question: PostgreSQLAnswer] = [:]
    private var prepared = 0
    /// Rows on their way in, which any other statement must see.
    private var batches: [PostgreSQLBatch] = []
    /// Whether the transaction writes many rows, which are gathered where a statement may.
    private var gathersRows = false
    /// The statements whose rows are gathered.
    private var gathered: [String: PostgreSQLBatch] = [:]
    /// Which of them has rows of a table that wait.
    private var waiting: [String: String] = [:]

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
        line = PostgreSQLLine(opened)
        guard cpq_is_up(opened) == 1 else {
            throw PostgreSQLConnection.refused(opened, parameters, address)
        }
    }

    /// Why there is no connection: a server that answers is asked once more, for the code of what it says.
    private static func refused(
        _ connection: OpaquePointer, _ parameters: [(String, String)], _ address: PostgreSQLAddress
    ) -> LedgerError {
        let words = String(cString: cpq_message(connection))
        func shutOut(_ words: String) -> LedgerError? {
            ShutOut(words).map {
                .shutOut(path: address.text, account: String(cString: cpq_name(connection, "user")), $0)
            }
        }
        if let found = shutOut(words) { return found }
        // As the library puts what comes from the server, whose own words may be of any language.
        if words.contains(":  "), let again = withArrays(parameters, { cpq_ask_why($0, $1) }) {
            defer { cpq_close(again) }
            if let found = shutOut(String(cString: cpq_message(again))) { return found }
        }
        return .cannotConnect(path: address.text, detail: reason(cpq_message(connection)))
    }

    var handle: OpaquePointer { line.handle }
    /// Whether the line is gone; then everything fails, and a new connection is wanted.
    var isLost: Bool { line.isLost }

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

    /// What the library says of the host that was tried last, without its advice, which is set in.
    private static func reason(_ message: UnsafePointer<CChar>?) -> String {
        let text = message.map { String(cString: $0) } ?? ""
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("\t") }
        return (lines.last { $0.hasPrefix("connection to") } ?? lines.last).map(String.init) ?? ""
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
        let entering = "SET LOCAL search_path = \(PostgreSQLSchema.name(of: town))"
        // Where the transaction has to begin once more, it begins there.
        dialect.beginReading.append(entering)
        _ = try send(once: entering, [])
        foresight?.forget()
    }

    // MARK: - Transactions

    var isInTransaction: Bool {
        if isLost { return false }
        if opening != nil { return true }
        return line.isQuiet ? [1, 2, 3].contains(cpq_transaction(handle)) : hasBegun
    }

    /// What begins it goes out with the first statement.
    func begin(_ statements: [String]) {
        opening = statements
        (gathersRows, gathered) = (false, [:])
    }

    func commit() throws {
        // Nothing was asked, nothing is kept.
        if opening != nil {
            opening = nil
            return
        }
        try sendRows()
        let errands = try dialect.commit.map { try send(once: $0, []) }
        hasBegun = false
        let answer = try errands.first.flatMap { try line.answer($0) }
        try line.settle()
        // After a statement that failed, a commit is taken for a rollback and no error.
        if answer?.done == "ROLLBACK" { throw PostgreSQLError.rolledBack }
    }

    /// Takes back what was done in the transaction, all or a part; all is not waited for.
    func takeBack(all: Bool, _ send: () throws -> PostgreSQLErrand) throws {
        if isGathering { return }
        forgetRows()
        if all, opening != nil {
            opening = nil
            return
        }
        // What was prepared on the way and passed over has to be known before it is used again.
        try? line.settle()
        foresight?.forget()
        _ = try send()
        line.forgive()
        if !all { return }
        hasBegun = false
        try line.end()
    }

    /// The rows are gathered, because the town is held until all are written; of very many nothing is supposed, for one wrong answer has
    /// all of them written once more.
    func takeTime(rows count: Int) throws {
        gathersRows = true
        if count >= PostgreSQLConnection.veryMany { foresight?.stopSupposing() }
        try takeTimeToRead()
    }

    private static let veryMany = 500

    func takeTimeToRead() throws {
        _ = try send(once: "SET LOCAL idle_in_transaction_session_timeout = '60s'", [])
    }

    func settle() throws {
        if isGathering { return }
        try sendRows()
        try line.settle()
    }

    /// Asks whether deferred references hold, and lets them be deferred again.
    ///
    /// - Returns: 0 or 1: the server names the first.
    func unresolvedReferences() throws -> Int {
        if foresight?.supposes == true {
            if isGathering { return 0 }
            try sendRows()
            for sql in ["SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED"] {
                foresight?.suppose(try send(once: sql, []))
            }
            return 0
        }
        try execute("SAVEPOINT asked")
        do {
            try execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; RELEASE asked")
            return 0
        } catch let error as PostgreSQLError where error.isOfReference {
            try execute("ROLLBACK TO asked; RELEASE asked")
            line.forgive()
            return 1
        }
    }

    // MARK: - Statements

    func prepare(_ sql: String) throws -> any Cursor { PostgreSQLCursor(self, sql) }

    func execute(_ script: String) throws {
        try stopGathering()
        foresight?.forget()
        try sendRows()
        try sendOpening()
        _ = try line.ask { cpq_send(handle, script) }
    }

    /// Has the server prepare a statement.
    ///
    /// - Returns: Its name, and its way there.
    func prepare(named sql: String) throws -> (name: String, errand: PostgreSQLErrand) {
        prepared += 1
        let name = "s\(prepared)"
        return (name, try send { cpq_send_prepare(handle, name, sql) })
    }

    /// The kinds of a prepared statement's parameters.
    func parameterTypes(of name: String) throws -> [PostgreSQLAnswer.Kind] {
        try line.answer(send { cpq_send_describe(handle, name) })?.parameterTypes ?? []
    }

    /// Sends a prepared statement.
    func send(_ name: String, _ values: [PostgreSQLValue]) throws -> PostgreSQLErrand {
        try send { PostgreSQLValue.withPointers(values) { cpq_send_run(handle, name, Int32(values.count), $0) } }
    }

    /// Sends a statement that is not prepared.
    func send(once sql: String, _ values: [PostgreSQLValue]) throws -> PostgreSQLErrand {
        try send { PostgreSQLValue.withPointers(values) { cpq_send_once(handle, sql, Int32(values.count), $0) } }
    }

    /// What comes of what was sent.
    func answer(_ errand: PostgreSQLErrand) throws -> PostgreSQLAnswer? { try line.answer(errand) }

    private func send(_ give: () -> Int32) throws -> PostgreSQLErrand {
        try sendOpening()
        return try line.send(give)
    }

    private func sendOpening() throws {
        guard let statements = opening else {
            // What failed outside of a transaction is over.
            if line.isQuiet, cpq_transaction(handle) == 0 { line.forgive() }
            return
        }
        opening = nil
        line.forgive()
        hasBegun = true
        for sql in statements { begun = try send(once: sql, []) }
    }

    // MARK: - Looking and writing

    /// The rows of a statement that reads.
    func look(_ cursor: PostgreSQLCursor, _ values: [PostgreSQLValue]) throws -> PostgreSQLAnswer? {
        let question = PostgreSQLForesight.Question(cursor: cursor, values: values)
        if let answer = foresight?.answer(to: question) { return answer }
        if isGathering { return foresight?.want(question) }
        try sendRows()
        let errand = try cursor.send(values)
        if let answer = foresight?.suppose(question, errand) { return answer }
        let answer = try line.answer(errand)
        foresight?.know(question, answer)
        return answer
    }

    /// Sends a statement that writes a table, without waiting for it; nil where the transaction is gone through beforehand.
    func write(_ table: String, _ send: () throws -> PostgreSQLErrand) throws -> PostgreSQLErrand? {
        foresight?.write(table)
        if isGathering { return nil }
        try sendRows()
        // Nothing follows that would be waited for.
        let isAlone = !isInTransaction
        let errand = try send()
        if isAlone { try line.settle() }
        return errand
    }

    /// Gathers a row for a statement that writes a table, where the transaction writes many rows.
    ///
    /// - Parameter sql: The statement as it was given.
    /// - Returns: Whether it is gathered, or the transaction only gone through beforehand.
    func gather(_ table: String, _ sql: String, _ values: [PostgreSQLValue]) throws -> Bool {
        guard gathersRows, PostgreSQLConnection.isGathered(sql) else { return false }
        foresight?.write(table)
        if isGathering { return true }
        // Of one table those that go and those that come keep their order.
        if let other = waiting[table], other != sql { try sendRows() }
        waiting[table] = sql
        if let batch = gathered[sql] {
            try batch.add(values)
        } else {
            let batch =
                try PostgreSQLConnection.calls[sql].map { try PostgreSQLBatch(self, $0) }
                ?? PostgreSQLBatch(self, sql, waits: false)
            gathered[sql] = batch
            try batch.add(values)
        }
        return true
    }

    private static let calls = JournalFunctions.many.merging(RowRemoval.many) { first, _ in first }

    private static func isGathered(_ sql: String) -> Bool {
        calls[sql] != nil || PostgreSQLStore.insertions.contains(sql)
    }

    /// Sends a statement that marks a part of the transaction.
    func mark(_ send: () throws -> PostgreSQLErrand) throws {
        if isGathering { return }
        try sendRows()
        _ = try send()
    }

    // MARK: - Foresight

    /// Begins to look into what will be asked.
    ///
    /// - Parameter replies: what a body that writes goes on by (`PostgreSQLForesight.supposes`); nil where it supposes nothing.
    func foresee(supposing replies: PostgreSQLForesight.Replies?) {
        foresight = PostgreSQLForesight(guesses, supposing: replies)
    }

    /// Ends it.
    func endForesight() {
        guard let ended = foresight else { return }
        guesses = ended.keptGuesses
        foresight = nil
    }

    private var isGathering: Bool { foresight?.isGathering ?? false }
    var meetsUnknown: Bool { isGathering && foresight?.misses != 0 }

    /// Begins to gather what bodies ask.
    func beginGathering() { foresight?.beginGathering() }

    /// Goes through a body for what it asks.
    ///
    /// - Returns: What came of it, and whether all that it asked is known, so that this holds.
    func gather<T>(_ body: () -> T) -> (outcome: T, isKnown: Bool) {
        foresight?.gather(true)
        let outcome = body()
        let isKnown = foresight?.misses == 0
        foresight?.gather(false)
        return (outcome, isKnown)
    }

    /// Whether all that a body went by is so, once it is answered; nothing is waited for where it went by nothing.
    ///
    /// - Throws: `PostgreSQLError` where the line is lost.
    func supposedRightly() throws -> Bool {
        guard foresight?.hasSupposed == true else { return true }
        do {
            try line.settle()
        } catch let error as PostgreSQLError where !error.isOfConnection {
            // What failed may be what was supposed.
            return false
        }
        return foresight?.isRight ?? false
    }

    /// Lets a body that is gone through go no further where it does more than ask.
    ///
    /// - Throws: `PostgreSQLForesight.Unforeseen`.
    func stopGathering() throws {
        guard isGathering else { return }
        foresight?.stop()
        throw PostgreSQLForesight.Unforeseen()
    }

    /// Asks in one stretch what was asked without an answer.
    ///
    /// - Returns: Whether all of it is answered: what would not have been asked, had an answer been known, may be refused.
    /// - Throws: `PostgreSQLError` where the transaction does not begin, or the line is lost.
    func askWanted() throws -> Bool {
        guard let wanted = foresight?.wanted, !wanted.isEmpty else { return true }
        try sendRows()
        let errands = try wanted.map { ($0, try $0.cursor.send($0.values)) }
        try line.end()
        if let begun { _ = try line.answer(begun) }
        begun = nil
        do {
            for (question, errand) in errands { foresight?.know(question, try line.answer(errand)) }
            return true
        } catch let error as PostgreSQLError where !error.isOfConnection {
            return false
        }
    }

    // MARK: - Rows on their way in

    /// Takes note of rows that wait to be sent.
    func add(_ batch: PostgreSQLBatch) {
        let end = batches.endIndex
        batches.insert(batch, at: batch.isLast ? end : batches.firstIndex(where: \.isLast) ?? end)
    }

    /// Sends the rows that wait, before another statement looks.
    func sendRows() throws {
        // In their order: where a row belongs is asked of rows before it.
        while !batches.isEmpty { try batches.removeFirst().send() }
        waiting = [:]
    }

    /// Forgets the rows that wait, because all is rolled back.
    private func forgetRows() {
        for batch in batches { batch.forget() }
        // What was prepared on the way may have been passed over.
        (batches, waiting, gathered) = ([], [:], [:])
    }

    // MARK: - Waiting

    func attended<T>(by pulse: @escaping () throws -> Void, _ body: () throws -> T) throws -> T {
        line.pulse = pulse
        defer { line.pulse = nil }
        return try body()
    }
}
