import PartyWork

/// A ledger that is a town on a server.
final class PostgreSQLStore: Store, @unchecked Sendable {
    /// The address without a password.
    let path: String
    let address: PostgreSQLAddress
    let town: Code
    private let busyTimeout: Double
    private(set) var connection: PostgreSQLConnection
    private(set) var session: Session
    private let lock = RecursiveLock()
    private var depth = 0
    private weak var listener: PostgreSQLNotice?

    /// Connects to a town.
    ///
    /// - Parameter busyTimeout: How many seconds to wait for whoever is writing.
    /// - Throws: `LedgerError` where there is no way to it, no such town, or one of another version.
    init(_ address: PostgreSQLAddress, busyTimeout: Double) throws(LedgerError) {
        guard let town = address.town else { throw .badAddress(path: address.text) }
        path = address.text
        self.address = address
        self.town = town
        self.busyTimeout = busyTimeout
        connection = try PostgreSQLStore.connect(address, town, busyTimeout)
        session = PostgreSQLStore.session(over: connection)
    }

    /// A session of a town, on a connection that is within it or will be.
    static func session(over connection: PostgreSQLConnection) -> Session { Session(connection, TableSchema.builtIn) }

    /// The statements that add rows to the program's tables.
    static let insertions = Set(
        TableSchema.builtIn.flatMap { [Layout.of($0).statements.insert] + Layout.of($0).lists.map(\.insert) })

    /// A town on a connection that others use too, within a transaction that has entered it.
    init(_ town: Code, at address: PostgreSQLAddress, within session: Session, _ connection: PostgreSQLConnection) {
        path = address.naming(town)
        self.address = address
        self.town = town
        busyTimeout = 0
        self.connection = connection
        self.session = session
    }

    private static func connect(
        _ address: PostgreSQLAddress, _ town: Code, _ busyTimeout: Double
    ) throws(LedgerError) -> PostgreSQLConnection {
        let connection = try PostgreSQLConnection(address, town: town, busyTimeout: busyTimeout)
        do {
            let version = try connection.takePlace(town, address)
            if version > Migrations.current { throw LedgerError.newerSchema(path: address.text) }
            if version < Migrations.current { throw LedgerError.olderSchema(path: address.text) }
        } catch {
            throw LedgerError(error, path: address.text)
        }
        return connection
    }

    // MARK: - Sessions

    func withSession<T>(_ body: (Session) throws -> T) throws -> T {
        try whileLocked {
            if depth == 0, connection.isLost { try connectAgain() }
            depth += 1
            defer { depth -= 1 }
            return try body(session)
        }
    }

    /// Runs a body that uses the connection as it is, and tells what was heard meanwhile.
    private func whileLocked<T>(_ body: () throws -> T) throws -> T {
        try lock.whileLocked {
            defer {
                listener?.hear(connection)
                if connection.isLost { listener?.unwatch() }
            }
            do {
                return try body()
            } catch let error as PostgreSQLError where error.isOfLock && !connection.isInTransaction {
                throw try holder() ?? LedgerError(error, path: path)
            } catch let error where error is PostgreSQLError || error is Damage || error is Statement.Misuse {
                throw LedgerError(error, path: path)
            }
        }
    }

    /// Whoever asks next connects anew, to the server that takes writes by then.
    private func connectAgain() throws {
        let tables = session.tables
        connection = try PostgreSQLStore.connect(address, town, busyTimeout)
        session = Session(connection, tables)
        guard let listener else { return }
        try connection.execute("LISTEN \(PostgreSQLSchema.name(of: town))")
        listener.watch(connection, isAnother: true)
    }

    func loading<T>(_ body: (Session, any Load) throws -> (T, commits: Bool)) throws -> T {
        try withSession { db in try PostgreSQLLoad.run(db, connection) { try body(db, $0) } }
    }

    /// Looks once whatever is being saved is done, which holds the town's lock; a look without it would not wait.
    func settled<T>(_ body: (Session) throws -> T) throws -> T { try writing(body) }

    // MARK: - Changes by others

    func notice() throws -> any ChangeNotice { try PostgreSQLNotice(self) }

    /// Begins to listen.
    func attach(_ notice: PostgreSQLNotice) throws {
        try withSession { _ in
            try connection.execute("LISTEN \(PostgreSQLSchema.name(of: town))")
            notice.watch(connection, isAnother: false)
            listener = notice
        }
    }

    /// Takes what the line brings by itself.
    ///
    /// - Throws: `LedgerError.connectionLost` once for a line that goes while nothing is asked.
    func listen<T>(_ take: () -> T) throws -> T {
        try whileLocked {
            if !connection.isLost { try connection.line.listen() }
            listener?.hear(connection)
            return take()
        }
    }

    // MARK: - The towns beside it

    func county<Answer: Sendable>(
        asOf day: Day, for officer: Officer, on today: Day,
        _ question: (_ town: any LedgerReading, Scope) throws -> Answer
    ) throws -> CountyAnswer<Answer>? {
        try connection.stopGathering()
        return try County(around: address, for: officer, on: today).ask(asOf: day, question)
    }

    // MARK: - What a server is not asked

    /// What the server confirmed holds; what it did not is asked by the act's mark.
    var takesBack: Bool { false }
    var isShared: Bool { false }
    var keepsRights: Bool { true }
    var sharingRemark: String? { nil }
}

extension PostgreSQLConnection {
    /// Finds where the ledger lies, by numbers that a copy elsewhere does not share: the server's own, which its standbys have too, the
    /// database's, the schema's.
    ///
    /// - Returns: The version of the town's schema.
    /// - Throws: `LedgerError.noTown`, `.notAdmitted`; `PostgreSQLError`.
    fileprivate func takePlace(_ town: Code, _ address: PostgreSQLAddress) throws -> Int {
        let schema = PostgreSQLSchema.name(of: town)
        let found = try send(
            once: """
                SELECT \(PostgreSQLSchema.place), \(PostgreSQLConnection.signer), has_schema_privilege(n.oid, 'USAGE')
                FROM pg_control_system() s, pg_database d, pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
                WHERE d.datname = current_database() AND n.nspname = '\(schema)' AND c.relname = 'ledger_version'
                """, [])
        // In the same stretch; where there is no town it fails, and is not looked at.
        let version = try send(once: "SELECT version FROM ledger_version", [])
        guard let place = try answer(found), place.rows > 0 else {
            throw LedgerError.noTown(path: address.text, code: town.digits)
        }
        // Its tables are there, and would look as if they were not.
        if place.text(0, 3) == "f" {
            throw LedgerError.notAdmitted(path: address.text, account: place.text(0, 1) ?? "")
        }
        let signer = place.integer(0, 2).map { Signer(account: place.text(0, 1) ?? "", number: $0) }
        settle(in: place.text(0, 0) ?? "", signer)
        return try answer(version)?.integer(0, 0) ?? 0
    }

    /// Who is logged in, in two columns; the second is NULL for who keeps the server.
    private static let signer = """
        session_user, CASE WHEN NOT pg_has_role(session_user, '\(ServerRole.keeper)', 'MEMBER')
            THEN to_regrole(quote_ident(session_user))::oid::bigint END
        """

    /// Asks who is logged in; nil for who keeps the server.
    func askSigner() throws -> Signer? {
        try Session(self).statement("SELECT \(PostgreSQLConnection.signer)").first { $0.signer(0) } ?? nil
    }
}

extension Statement {
    /// The account of two columns.
    fileprivate func signer(_ column: Int32) -> Signer? {
        optionalInteger(column + 1).map { Signer(account: text(column), number: $0) }
    }
}
