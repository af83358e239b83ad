import PartyWork

/// A database of a server that holds ledgers, one schema a town: what whoever keeps the server does with it.
package struct LedgerServer: Sendable {
    private let address: PostgreSQLAddress

    /// A server by its address, `postgresql://…`; a town in it is left aside.
    ///
    /// - Throws: `LedgerError.badAddress` for what is no such address.
    package init(_ address: String) throws(LedgerError) {
        guard let address = try PostgreSQLAddress(address) else { throw .badAddress(path: address) }
        self.address = address
    }

    /// What was done to a database.
    package enum Deed: Sendable, Hashable {
        case madeDatabase(String)
        case migrated(Code, from: Int, to: Int)
        /// Roles, policies and functions of its towns as this program has them.
        case madeRights(towns: Int)
        case madeTown(Code)
        case hadTown(Code)
    }

    /// Makes the database where it is not there, brings its towns up to this program's version, all of them or none, and makes their rights
    /// anew.
    ///
    /// - Throws: `LedgerError`: `newerSchema` where a town is of a later version; `unfitDatabase` where texts would be compared otherwise.
    package func prepare() throws -> [Deed] {
        let made = try makeDatabase()
        let (towns, behind) = try changing { db in
            let towns = try db.readableTowns("")
            if towns.contains(where: { $0.version > Migrations.current }) {
                throw LedgerError.newerSchema(path: address.text)
            }
            let behind = towns.filter { $0.version < Migrations.current }
            for town in behind { try db.migrate(town.code, from: town.version) }
            return (towns, behind)
        }
        // A transaction a town: each holds a lock for every table of it.
        for town in towns {
            try changing { try $0.execute(TownRights(town: town.code, database: $0.prepareRoles()).script) }
        }
        return made + behind.map { Deed.migrated($0.code, from: $0.version, to: Migrations.current) }
            + [.madeRights(towns: towns.count)]
    }

    /// Makes a town, which is empty; one that is there is left as it is.
    ///
    /// - Throws: `LedgerError`.
    package func addTown(_ code: Code) throws -> Deed {
        try changing { db in
            if try db.readableTowns("").contains(where: { $0.code == code }) { return .hadTown(code) }
            try db.execute("CREATE SCHEMA \(PostgreSQLSchema.name(of: code))")
            try db.migrate(code, from: 0)
            try db.execute(TownRights(town: code, database: try db.prepareRoles()).script)
            return .madeTown(code)
        }
    }

    /// The codes of the towns whose ledgers the login may open.
    ///
    /// - Throws: `LedgerError`.
    package func towns() throws -> [Code] {
        do {
            return try Session(PostgreSQLConnection(address, town: nil)).readableTowns("").map(\.code)
        } catch {
            throw LedgerError(error, path: address.text)
        }
    }

    /// The address of one of its towns, without a password.
    package func address(of town: Code) -> String { address.naming(town) }

    // MARK: - The database

    /// Changes the database in one transaction, while no one else changes towns.
    private func changing<T>(_ body: (Session) throws -> T) throws -> T {
        do {
            let connection = try PostgreSQLConnection(address, town: nil)
            let db = Session(connection)
            try refuseUnfit(db)
            try db.execute("BEGIN; SELECT pg_advisory_xact_lock(\(PostgreSQLSchema.lock), 0)")
            let value = try body(db)
            try db.execute("COMMIT")
            return value
        } catch {
            throw keeping(LedgerError(error, path: address.text))
        }
    }

    /// Who may not make or change what the server holds is told whose work that is.
    private func keeping(_ error: LedgerError) -> LedgerError {
        if case .denied = error { .notKeeper(path: address.text) } else { error }
    }

    /// Texts are compared by code points, as everywhere in zhibu (CONTRACT section 3).
    private func refuseUnfit(_ db: Session) throws {
        let (encoding, collation) =
            try db.statement(
                """
                SELECT pg_encoding_to_char(d.encoding), d.datcollate FROM pg_database d WHERE d.datname = current_database()
                """
            ).first { ($0.text(0), $0.text(1)) } ?? ("", "")
        if encoding != "UTF8" || (collation != "C" && collation != "POSIX") {
            throw LedgerError.unfitDatabase(
                path: address.text,
                detail: localized(
                    "它的编码和排序是 \(encoding)、\(collation)，应为 UTF8、C",
                    "it is of \(encoding), \(collation) and not of UTF8, C"))
        }
    }

    private func makeDatabase() throws -> [Deed] {
        let refused: LedgerError
        do {
            _ = try PostgreSQLConnection(address, town: nil)
            return []
        } catch {
            guard case .shutOut(_, _, .noDatabase) = error else { throw error }
            refused = error
        }
        guard let name = address.database,
            let other = try? PostgreSQLConnection(address, town: nil, database: "postgres")
        else { throw refused }
        do {
            try Session(other).execute("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
            return [.madeDatabase(name)]
        } catch {
            throw keeping(LedgerError(error, path: address.text))
        }
    }
}

extension Session {
    /// Makes the roles of the server, and gives the name of the database.
    fileprivate func prepareRoles() throws -> String {
        let database = try statement("SELECT current_database()").first { $0.text(0) } ?? ""
        try execute(ServerRole.preparation(database))
        return database
    }

    /// Takes the steps that a town lacks.
    fileprivate func migrate(_ town: Code, from version: Int) throws {
        try execute("SET LOCAL search_path = \(PostgreSQLSchema.name(of: town))")
        try execute(PostgreSQLSchema.functions)
        try Migrations.take(after: version, in: self) { step in
            // A table with references that are not asked yet cannot be changed.
            try execute("SET CONSTRAINTS ALL IMMEDIATE")
            for sql in PostgreSQLSchema.step(step) { try execute(sql) }
        }
        try execute("SET CONSTRAINTS ALL IMMEDIATE")
        try execute("DELETE FROM ledger_version; INSERT INTO ledger_version (version) VALUES (\(Migrations.current))")
        try execute("SET LOCAL search_path = DEFAULT")
    }
}
