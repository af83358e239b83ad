import PartyWork

/// The towns of a server's database that whoever is logged in may read, counted together (SERVER section 4).
///
/// Every town is asked the same in its own schema, over as many connections as the computer has cores.
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
    /// - Throws: As `ask`; `LedgerError` where all of them are of another version.
    package func firstTown() throws -> Code {
        try told {
            let connection = try connect()
            let towns = try Session(connection).readableTowns(prefix)
            for town in towns where town.otherVersion == nil {
                let found = try read([town], over: connection) { _, scope in scope }.first
                if let found { return found.code }
            }
            guard let town = towns.first(where: { $0.otherVersion != nil }) else { throw Refusal.emptyScope(prefix) }
            throw town.version > Migrations.current
                ? LedgerError.newerSchema(path: address.naming(town.code))
                : LedgerError.olderSchema(path: address.naming(town.code))
        }
    }

    /// Asks each town the same, of one state of its ledger; a town of another version is told as such.
    ///
    /// - Throws: `Refusal.emptyScope` where there is no town to read; `LedgerError`; what the question throws.
    package func ask<Answer: Sendable>(
        asOf day: Day, _ question: (_ town: any LedgerReading, Scope) throws -> Answer
    ) throws -> CountyAnswer<Answer> {
        let towns: [CountyAnswer<Answer>.Town] = try told {
            let first = try connect()
            let towns = try Session(first).readableTowns(prefix)
            let asked = towns.filter { $0.otherVersion == nil }
            let share = Threads.count(atMost: min(County.mostConnections, asked.count))
            let parts = (0..<share).map { part in
                asked.indices.filter { $0 % share == part }.map { asked[$0] }
            }
            let answers = try Threads.each(parts) { part in
                let connection = part.first?.code == asked.first?.code ? first : try connect()
                return try read(part, over: connection, question)
            }
            let left = towns.compactMap { town in
                town.otherVersion.map { CountyAnswer<Answer>.Town(code: town.code, name: "", .failure($0)) }
            }
            return (answers.flatMap { $0 } + left).sorted { $0.code < $1.code }
        }
        guard !towns.isEmpty else { throw Refusal.emptyScope(prefix) }
        return CountyAnswer(asOf: day, scope: scope(of: towns.map(\.code)), towns: towns)
    }

    /// The figures of the towns at a day.
    ///
    /// - Throws: As `ask`.
    package func status(asOf day: Day) throws -> CountyReport {
        try ask(asOf: day) { try $0.status(asOf: day, scope: $1).totals }.counted
    }

    private func scope(of towns: [Code]) -> Scope { Scope.standard(townships: towns) ?? Scope(Code(prefix)) }

    // MARK: - Towns and connections

    /// Runs a body, errors of the engine told as the ledger's.
    private func told<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error where error is PostgreSQLError || error is Damage || error is Statement.Misuse {
            throw LedgerError(error, path: address.text)
        }
    }

    /// A connection that speaks of no town yet.
    func connect() throws -> PostgreSQLConnection {
        let connection = try PostgreSQLConnection(address, town: nil)
        try connection.settle(in: "", connection.askSigner())
        return connection
    }

    /// What some towns give, over one connection.
    func read<Answer: Sendable>(
        _ part: [ReadableTown], over connection: PostgreSQLConnection,
        _ question: (_ town: any LedgerReading, Scope) throws -> Answer
    ) throws -> [CountyAnswer<Answer>.Town] {
        let db = PostgreSQLStore.session(over: connection)
        return try stride(from: 0, to: part.count, by: County.mostTowns).flatMap { start in
            try db.transaction(.reading) {
                let answers = try part[start..<min(part.count, start + County.mostTowns)].compactMap { town in
                    try read(town.code, db, connection, question)
                }
                return (answers, commits: false)
            }
        }
    }

    /// What a town gives; nil where the officer may not read it, and no organization where nothing is entered.
    ///
    /// All of it is asked in one stretch, since the town before it was asked the same.
    private func read<Answer: Sendable>(
        _ town: Code, _ db: Session, _ connection: PostgreSQLConnection,
        _ question: (_ town: any LedgerReading, Scope) throws -> Answer
    ) throws -> CountyAnswer<Answer>.Town? {
        try connection.enter(town)
        // What the town before it had defined is not this one's.
        db.forgetRegisters()
        let store = PostgreSQLStore(town, at: address, within: db, connection)
        let ledger = Ledger(store, path: store.path)
        return try store.looking { db in
            let mayRead = try db.number("SELECT serves()::int") == 1
            let permission = try db.permission(of: officer, on: day)
            guard mayRead && permission.allows(.read) || db.meetsUnknown else { return nil }
            let name = try db.organizationName(town)
            guard try db.first(.scopeExists, Parameters(Scope(town)), { _ in true }) != nil || db.meetsUnknown else {
                return CountyAnswer.Town(code: town, name: "", .success(nil))
            }
            return CountyAnswer.Town(code: town, name: name, .success(try question(ledger, Scope(town))))
        }
    }
}

/// A town whose schema a login may use.
struct ReadableTown {
    let code: Code
    let version: Int

    /// Whether its ledger is of another version than this program's; nil for the same.
    var otherVersion: OtherVersion? {
        version == Migrations.current ? nil : version < Migrations.current ? .older : .newer
    }
}

extension Session {
    /// The towns whose schema the login may use, by code, of those whose codes begin alike.
    func readableTowns(_ prefix: String) throws -> [ReadableTown] {
        let schemas = try statement(
            """
            SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
            WHERE n.nspname ~ '^t[0-9]{9}$' AND c.relname = 'ledger_version' AND starts_with(n.nspname, 't' || ?)
                AND has_schema_privilege(n.oid, 'USAGE') ORDER BY 1
            """
        )
        try schemas.bind(1, prefix)
        let versions = try schemas.rows { "SELECT '\($0.text(0))', version FROM \($0.text(0)).ledger_version" }
        if versions.isEmpty { return [] }
        return try statement(versions.joined(separator: " UNION ALL ") + " ORDER BY 1").rows { row in
            ReadableTown(code: Code(String(row.text(0).dropFirst())), version: row.integer(1))
        }
    }
}
