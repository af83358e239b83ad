import PartyWork

/// The towns of a server's database that whoever is logged in may read, counted together (SERVER section 4).
///
/// Every town is asked the same statements in its own schema, over as many connections as the computer has cores.
package struct County: Sendable {
    private let address: PostgreSQLAddress
    private let officer: Officer
    private let day: Day
    private let prefix: String

    /// How many connections one program takes at most.
    private static let mostConnections = 4
    /// How many towns are read in one transaction: each holds a lock for every table that it reads.
    private static let mostTowns = 100

    /// The county of an address; nil for the path of a file, and for an address that names a town.
    ///
    /// - Parameters:
    ///   - officer: Who asks; a town in which the account may not read today is left out.
    ///   - scope: The beginning of the codes of the towns to count; nil for all.
    /// - Throws: `LedgerError` for a line that is not safe.
    package init?(_ address: String, for officer: Officer, on day: Day, scope: String?) throws(LedgerError) {
        guard let address = try PostgreSQLAddress(address), address.town == nil else { return nil }
        self.init(around: address, for: officer, on: day, scope: scope ?? "")
    }

    /// All towns of the database in which an address lies, whether or not it names one of them.
    init(around address: PostgreSQLAddress, for officer: Officer, on day: Day, scope: String = "") {
        self.address = address
        self.officer = officer
        self.day = day
        prefix = scope
    }

    /// The first town that the officer may read, found without counting anything.
    ///
    /// - Throws: As `status`.
    package func firstTown() throws -> Code {
        try told {
            let connection = try connect()
            for town in try towns(over: connection) {
                if let found = try read([(0, town)], over: connection, { $1 }).first { return found.answer }
            }
            throw Refusal.emptyScope(prefix)
        }
    }

    /// The figures of the towns at a day.
    ///
    /// - Throws: `Refusal.emptyScope` where there is no town to read; `LedgerError`.
    package func status(asOf day: Day) throws -> CountyReport {
        let reports = try counted { db, town in
            // A town in which nothing is entered yet counts nothing.
            guard try db.first(.scopeExists, Parameters(Scope(town)), { _ in true }) != nil else {
                return StatusReport(Tallies(asOf: day, scope: Scope(town), scopeName: ""))
            }
            return try db.status(asOf: day, scope: Scope(town))
        }
        return CountyReport(asOf: day, scope: scope(of: reports.map { Code($0.scope.prefix) }), reports)
    }

    /// What is missing in the towns at a day.
    ///
    /// - Throws: As `status`.
    package func gaps(asOf day: Day) throws -> GapsReport {
        let reports = try counted { db, town in
            guard try db.first(.scopeExists, Parameters(Scope(town)), { _ in true }) != nil else {
                return GapsReport(Tallies(asOf: day, scope: Scope(town), scopeName: ""), households: [], members: [])
            }
            return try db.gaps(asOf: day, scope: Scope(town))
        }
        return GapsReport(asOf: day, scope: scope(of: reports.map { Code($0.scope.prefix) }), reports)
    }

    private func scope(of towns: [Code]) -> Scope { Scope.standard(townships: towns) ?? Scope(Code(prefix)) }

    // MARK: - Towns and connections

    private func counted<T>(_ count: (Session, Code) throws -> T) throws -> [T] {
        try told {
            let first = try connect()
            let towns = try towns(over: first)
            let share = Threads.count(atMost: min(County.mostConnections, towns.count))
            let parts = (0..<share).map { part in
                towns.indices.filter { $0 % share == part }.map { (place: $0, town: towns[$0]) }
            }
            let answers = try Threads.each(parts) { part in
                let connection = part.first?.place == 0 ? first : try connect()
                return try read(part, over: connection, count)
            }
            let rows = answers.flatMap { $0 }.sorted { $0.place < $1.place }.map(\.answer)
            guard !rows.isEmpty else { throw Refusal.emptyScope(prefix) }
            return rows
        }
    }

    /// The towns whose schema the login may use, by code.
    ///
    /// - Throws: `LedgerError` for one of another version.
    private func towns(over connection: PostgreSQLConnection) throws -> [Code] {
        let towns = try Session(connection).readableTowns(prefix)
        if let town = towns.first(where: { $0.version != Migrations.current }) {
            let path = address.naming(town.code)
            throw town.version > Migrations.current
                ? LedgerError.newerSchema(path: path) : LedgerError.olderSchema(path: path)
        }
        return towns.map(\.code)
    }

    /// Runs a body, errors of the engine told as the ledger's.
    private func told<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error where error is PostgreSQLError || error is Damage || error is Statement.Misuse {
            throw LedgerError(error, path: address.text)
        }
    }

    private func connect() throws -> PostgreSQLConnection {
        let connection = try PostgreSQLConnection(address, town: nil)
        try connection.settle(in: "", connection.askSigner())
        return connection
    }

    private func read<T>(
        _ part: [(place: Int, town: Code)], over connection: PostgreSQLConnection, _ count: (Session, Code) throws -> T
    ) throws -> [(place: Int, answer: T)] {
        let db = Session(connection)
        return try stride(from: 0, to: part.count, by: County.mostTowns).flatMap { start in
            try db.transaction(.reading) {
                let answers = try part[start..<min(part.count, start + County.mostTowns)].compactMap { place, town in
                    try db.execute("SET LOCAL search_path = \(PostgreSQLSchema.name(of: town))")
                    guard try db.number("SELECT serves()::int") == 1,
                        try db.permission(of: officer, on: day).allows(.read)
                    else { return nil as (place: Int, answer: T)? }
                    return (place, try count(db, town))
                }
                return (answers, commits: false)
            }
        }
    }
}

extension Session {
    /// The towns whose schema the login may use, by code, of those whose codes begin alike.
    func readableTowns(_ prefix: String) throws -> [(code: Code, version: Int)] {
        let schemas = try statement(
            """
            SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
            WHERE n.nspname ~ '^t[0-9]{9}$' AND c.relname = 'ledger_version' AND starts_with(n.nspname, 't' || ?)
                AND has_schema_privilege(n.oid, 'USAGE') ORDER BY 1
            """
        )
        try schemas.bind(1, prefix)
        return try schemas.rows { $0.text(0) }.map {
            (Code(String($0.dropFirst())), try number("SELECT version FROM \($0).ledger_version"))
        }
    }
}
