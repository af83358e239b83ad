import CSQLite

/// A connection to a file of SQLite, or to a database in memory; one thread uses it at a time.
final class SQLiteConnection: Connection {
    let handle: OpaquePointer
    private let file: String
    private var busyWait: BusyWait?
    /// A ledger in memory is there once, and lies nowhere.
    private(set) lazy var place = LedgerFile.birth(of: file) ?? "memory \(UInt64.random(in: .min ... .max))"

    /// Debian's SQLite 3.40 knows `string_agg` only by its older name; what is written needs a page more than once.
    let dialect = Dialect(
        beginReading: ["BEGIN DEFERRED"], beginWriting: ["PRAGMA cache_size = -2000; BEGIN IMMEDIATE"],
        words: [("string_agg(", "group_concat(")])

    /// Only before anything else of SQLite is it taken, and elsewhere it costs nothing but the counting.
    private static let isUncounted = zhibu_sqlite_sparing() == SQLITE_OK

    /// Opens a file that is there, or `:memory:`.
    init(_ file: String) throws {
        _ = SQLiteConnection.isUncounted
        var handle: OpaquePointer?
        // Each is used under a lock of its own, so that SQLite needs none.
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(file, &handle, flags, nil)
        guard let handle else { throw SQLiteError(code: SQLITE_NOMEM) }
        self.handle = handle
        self.file = file
        try check(code)
        try check(sqlite3_extended_result_codes(handle, 1))
        try check(zhibu_sqlite_strict_quotes(handle))
    }

    deinit {
        // Statements that outlive it keep it open until they end.
        sqlite3_close_v2(handle)
    }

    /// Waits for the locks of other processes by a rule of ours.
    func wait(_ wait: BusyWait) throws {
        busyWait = wait
        try check(
            sqlite3_busy_handler(
                handle,
                { wait, tries in
                    guard let wait else { return 0 }
                    return Unmanaged<BusyWait>.fromOpaque(wait).takeUnretainedValue().goOn(after: Int(tries)) ? 1 : 0
                }, Unmanaged.passUnretained(wait).toOpaque()))
    }

    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    func prepare(_ sql: String) throws -> any Cursor { try SQLiteCursor(self, sql) }

    func execute(_ script: String) throws { try check(sqlite3_exec(handle, script, nil, nil, nil)) }

    func unresolvedReferences() throws -> Int {
        var current: Int32 = 0
        var highest: Int32 = 0
        try check(sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0))
        return Int(current)
    }

    /// - Throws: `SQLiteError` for any code but SQLITE_OK.
    func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw SQLiteError(code, on: handle) }
    }
}
