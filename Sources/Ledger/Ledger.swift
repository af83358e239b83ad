import PartyWork

/// The domain kept in one SQLite file, or in a town on a server: rows in, figures out.
///
/// Every method is one transaction and blocks its thread; they may be called from any thread, but not from within each
/// other, except readings from within `snapshot`. The file is never opened, copied or renamed by other means while a ledger is open on it.
package final class Ledger: Sendable {
    /// Where the file is, or the server; `:memory:` for a ledger in memory.
    package let path: String

    /// Whether officers of a group may write the file itself, so that roles in the program are guidance only.
    package var isShared: Bool { store.isShared }

    /// Whether the engine itself keeps the officers' rights; else they guard against mistakes only.
    package var keepsRights: Bool { store.keepsRights }

    /// Why officers of a group may come to be shut out, and what to do about it; nil where they may not.
    package var sharingRemark: String? { store.sharingRemark }

    /// How often the server was waited for since it was connected; nil for a file.
    package var roundTrips: Int? { (store as? PostgreSQLStore)?.connection.line.roundTrips }

    let store: any Store

    /// Opens a ledger; creates the file, and its folders, where there is none.
    ///
    /// - Parameters:
    ///   - path: The file, or the address of a town on a server, `postgresql://…?town=422801100`. A new file has mode 0600, or 0660 in a folder that is setgid and writable by its group.
    ///   - busyTimeout: How many seconds to wait for another process's lock.
    /// - Throws: A `LedgerError` for what is no ledger, comes from a later version, is locked, or is not safe where it is.
    package static func open(path: String, busyTimeout: Double = 5) throws(LedgerError) -> Ledger {
        if let address = try PostgreSQLAddress(path) {
            return Ledger(try PostgreSQLStore(address, busyTimeout: busyTimeout), path: address.text)
        }
        try LedgerFile.prepare(path)
        let store = try SQLiteStore(path: path, file: LedgerFile.literal(path), busyTimeout: busyTimeout)
        return Ledger(store, path: path)
    }

    /// Whether a path is the address of a server and no file.
    package static func isOnServer(_ path: String) -> Bool { PostgreSQLAddress.isOne(path) }

    /// Whether a path is the address of a server's database that names none of its towns.
    ///
    /// - Throws: `LedgerError` for an address that is wrong or not safe.
    package static func isCounty(_ path: String) throws(LedgerError) -> Bool {
        try PostgreSQLAddress(path).map { $0.town == nil } ?? false
    }

    /// The address of a server with the permission to use a line that is neither encrypted nor certain of its other end; any other path as
    /// it is.
    package static func permittingAnyLine(to path: String) -> String {
        PostgreSQLAddress.isOne(path) ? PostgreSQLAddress.joined(path, adding: PostgreSQLAddress.insecure) : path
    }

    /// The address of a town in a database whose own address names none, with all else that this says.
    package static func address(of town: Code, in county: String) -> String {
        PostgreSQLAddress.joined(county, adding: "town=\(town)")
    }

    /// A ledger that lives and dies with this value, for tests and trials.
    ///
    /// - Parameter part: its own part of the numbers that it gives.
    /// - Throws: A `LedgerError` only if SQLite is out of memory.
    package static func inMemory(part: String = "K7M") throws(LedgerError) -> Ledger {
        let memory = SQLiteStore.memory
        return Ledger(try SQLiteStore(path: memory, file: memory, busyTimeout: 0, part: part), path: memory)
    }

    init(_ store: any Store, path: String) {
        self.store = store
        self.path = path
    }

    /// Copies the ledger, while it is in use, into a new file of mode 0600, and checks the copy before it gets its name.
    ///
    /// - Parameters:
    ///   - code: For whom the copy is made, who works in it and brings it back (`Act.merge`); nil for a backup.
    ///   - progress: Told now and then how many bytes were copied, and how much of the whole that is, 0 to 1; nil while the
    ///   copy is checked. If it throws, the copy is given up and removed.
    /// - Throws: `Refusal.notFound` for a code that is nowhere, `.notPermitted` where a server does not show the officer all of it; `LedgerError.fileExists` when there is a file of the name, which is never replaced; `backupFailed` when the copy
    ///   cannot be written; `backupUnsettled` when it is written; other `LedgerError`s; what `progress` throws.
    package func backup(
        to path: String, for code: Code? = nil, progress: ((_ bytes: Int, _ share: Double?) throws -> Void)? = nil
    ) throws {
        if let code, try reading({ try $0.organizationKind(code) }) == nil {
            throw Refusal.notFound(.organizations, RecordKey(code.digits))
        }
        try attempting { try store.backup(to: path, for: code, progress: progress) }
    }

    /// Begins to watch for changes by others, before anything is read.
    ///
    /// - Throws: `LedgerError`.
    package func changes() throws -> any ChangeNotice { try store.notice() }

    // MARK: - Tables

    /// The tables of the ledger: those of the program, and those made since.
    ///
    /// - Throws: A `LedgerError`.
    package var tables: [TableSchema] { get throws { try store.withSession(\.tables) } }

    /// Makes a table whose rows have no type of their own, while the program runs.
    ///
    /// - Throws: A `LedgerError`.
    package func make(_ table: TableSchema) throws { try store.writing { try $0.make(table) } }

    // MARK: - One method, one transaction

    /// Runs a body whose readings all tell of one state of the ledger, whatever other programs write meanwhile; it cannot write.
    ///
    /// - Throws: what the body throws; `LedgerError`.
    package func snapshot<T>(_ body: () throws -> T) throws -> T { try store.reading { _ in try body() } }

    /// Runs a body that reads and does nothing else, by `Store.looking`.
    func reading<T>(_ body: (Session) throws -> T) throws -> T { try store.looking(body) }

    /// Runs a body that reads of a scope; one that covers no organization is refused.
    func reading<T>(in scope: Scope, _ body: (Session) throws -> T) throws -> T {
        try reading { session in
            try session.requireOrganization(in: scope)
            return try body(session)
        }
    }
}
