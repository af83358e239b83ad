import PartyWork

/// What an act or a query works with: a connection, its transaction, the statements that were prepared on it, and the tables of the
/// ledger.
final class Session {
    let connection: any Connection
    /// The tables of the ledger; whoever reads or writes any of them goes by these.
    private(set) var tables: [TableSchema]
    /// The registers as the running transaction has read them; nil where it has not, or has changed one since.
    private var book: RegisterBook?
    /// Whether what follows from some entries is not known, because the running transaction wrote them.
    var entriesAreStale = false
    /// The last numbers that the running transaction gave, by what they begin with: of those it asks only once.
    var given: [String: Int] = [:]
    private var statements: [Text: Statement] = [:]
    /// The part of numbers that the ledger takes when it needs one: a rehearsal and what follows it give the same.
    var partInReserve: String?

    init(_ connection: any Connection, _ tables: [TableSchema] = []) {
        self.connection = connection
        self.tables = tables
    }

    /// A statement's text, hashed by its length and its last bytes: by characters each look would cost more than many an answer.
    private struct Text: Hashable {
        let sql: String

        static func == (one: Text, other: Text) -> Bool {
            one.sql.utf8.count == other.sql.utf8.count && one.sql == other.sql
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(sql.utf8.count)
            var sql = sql
            sql.withUTF8 {
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer($0).suffix(48)))
            }
        }
    }

    /// The statement of a text, prepared when it is first asked for; it is in use once at a time.
    func statement(_ sql: String) throws -> Statement {
        let text = Text(sql: sql)
        if let known = statements[text] { return known }
        let statement = try Statement(try connection.prepare(connection.dialect.text(sql)), sql)
        statements[text] = statement
        return statement
    }

    /// Runs statements that have neither parameters nor rows, and are not asked for again.
    func execute(_ script: String) throws { try connection.execute(script) }

    // MARK: - Transactions

    /// What a transaction is for.
    enum Intent {
        case reading, writing
    }

    /// Runs a body in a transaction, and commits or rolls back as the body says; if it throws, nothing of it is kept.
    func transaction<T>(_ intent: Intent, _ body: () throws -> (T, commits: Bool)) throws -> T {
        let (dialect, tables) = (connection.dialect, tables)
        beginAnew()
        do {
            try connection.begin(intent == .writing ? dialect.beginWriting : dialect.beginReading)
            let (value, commits) = try body()
            if commits { try connection.commit() } else { try statement("ROLLBACK").run() }
            if !commits { self.tables = tables }
            return value
        } catch {
            takeBack(["ROLLBACK"])
            self.tables = tables
            throw error
        }
    }

    /// Knows nothing of what was read or written, because a transaction begins, or what it does is gone through once more.
    func beginAnew() {
        forgetRegisters()
        entriesAreStale = false
        given = [:]
    }

    /// Runs a body within a transaction; if it throws, what it did is taken back, and what was done before it is kept.
    func savepoint<T>(_ body: () throws -> T) throws -> T {
        let tables = tables
        try statement("SAVEPOINT part").run()
        do {
            let value = try body()
            try connection.settle()
            try statement("RELEASE part").run()
            return value
        } catch {
            takeBack(["ROLLBACK TO part", "RELEASE part"])
            self.tables = tables
            forgetRegisters()
            given = [:]
            // What was not known before the part may have been found in it.
            entriesAreStale = true
            throw error
        }
    }

    /// Ends what failed.
    ///
    /// An error of the ending says less than the one that led to it; what is open then ends with the connection.
    private func takeBack(_ steps: [String]) {
        for step in steps where connection.isInTransaction { try? statement(step).run() }
    }

    /// Whether a body is only gone through for what it asks, and met what is not known: then what is not there may be, and is no reason to go
    /// no further.
    var meetsUnknown: Bool { connection.meetsUnknown }

    /// Does something with each of many, one after the other; the first that throws ends it.
    ///
    /// Where a body is only gone through, what one lacks hides nothing that is asked of those after it.
    func each<T>(_ items: some Sequence<T>, _ body: (T) throws -> Void) throws {
        for item in items {
            do {
                try body(item)
            } catch {
                guard meetsUnknown else { throw error }
            }
        }
    }

    /// Whether a transaction is open.
    var isInTransaction: Bool { connection.isInTransaction }

    /// How many references of the running transaction point nowhere so far (deferred foreign keys): 0 or more than 0.
    func unresolvedReferences() throws -> Int { try connection.unresolvedReferences() }

    /// Makes a table, within a transaction: what is rolled back takes its tables along.
    func make(_ table: TableSchema) throws {
        for sql in table.creation.flatMap(connection.dialect.making) { try execute(sql) }
        tables.append(table)
    }

    /// The registers that officers defined; they are read when they are first asked for in a transaction, and then kept.
    func registers() throws -> RegisterBook {
        if let book { return book }
        let read = RegisterBook(try definitions())
        book = read
        return read
    }

    /// Lets the registers be read anew, because one of their definitions has changed.
    func forgetRegisters() { book = nil }

    /// Prepares for so many rows that are going to be written.
    func expect(rows count: Int) throws { if count >= Session.many { try connection.takeTime(rows: count) } }

    /// From how many rows on they are many.
    static let many = 200

    // MARK: - Statements

    /// All rows of a named statement.
    func all<T>(_ query: NamedSQL, _ parameters: Parameters, _ read: (Statement) throws -> T) throws -> [T] {
        let statement = try statement(query.sql)
        try statement.bind(parameters)
        return try statement.rows(read)
    }

    /// The first row of a named statement; nil if there is none.
    func first<T>(_ query: NamedSQL, _ parameters: Parameters, _ read: (Statement) throws -> T) throws -> T? {
        let statement = try statement(query.sql)
        try statement.bind(parameters)
        return try statement.first(read)
    }

    /// Runs a statement that gives no rows, with values in the order of its parameters.
    func run(_ sql: String, _ values: [Statement.Value]) throws {
        let statement = try statement(sql)
        try statement.bind(values)
        try statement.run()
    }

    /// The number that a statement without parameters gives; 0 for none.
    func number(_ sql: String) throws -> Int { try statement(sql).first { $0.integer(0) } ?? 0 }

    /// Runs a body of long statements, in the midst of which a pulse is asked now and then; if it throws, the statement under way
    /// is given up.
    ///
    /// - Parameter pulse: nil asks nobody.
    /// - Throws: what the pulse or the body throws.
    func attended<T>(by pulse: (() throws -> Void)?, _ body: () throws -> T) throws -> T {
        guard let pulse else { return try body() }
        return try connection.attended(by: pulse, body)
    }
}
