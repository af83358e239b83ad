import GRDB
import GRDBSQLite

/// A prepared statement bound and stepped by SQLite's own calls.
///
/// GRDB boxes each value on its way in and out, which an import of a million rows and a list of ten thousand people can
/// measure. Transactions, the statement cache and errors stay GRDB's. One statement is in use once at a time.
struct Prepared {
    private let db: Database
    private let statement: Statement
    let handle: OpaquePointer

    /// Takes the statement from the connection's cache.
    init(_ db: Database, _ sql: String) throws {
        self.db = db
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// A value on its way into a statement.
    enum Value {
        case text(String)
        case integer(Int)
        case null
    }

    /// Binds the nth parameter, from 1. SQLite copies the text.
    func bind(_ index: Int32, _ text: String) throws {
        var text = text
        try check(
            text.withUTF8 { bytes in
                // An empty buffer has no address, which SQLite would take for NULL.
                guard let base = bytes.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, nil) }
                return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    sqlite3_bind_text(handle, index, $0, Int32(bytes.count), Prepared.transient)
                }
            })
    }

    /// Binds the nth parameter, from 1.
    func bind(_ index: Int32, _ value: Value) throws {
        switch value {
        case .text(let text): try bind(index, text)
        case .integer(let number): try check(sqlite3_bind_int64(handle, index, Int64(number)))
        case .null: try check(sqlite3_bind_null(handle, index))
        }
    }

    /// Binds the values in the order of the statement's parameters.
    func bind(_ values: [Value]) throws {
        for (place, value) in values.enumerated() { try bind(Int32(place + 1), value) }
    }

    /// Binds by name; names that the statement does not have are left out.
    func bind(_ parameters: Parameters) throws {
        for (name, value) in parameters.values {
            let index = sqlite3_bind_parameter_index(handle, name)
            if index > 0 { try bind(index, value) }
        }
    }

    /// Goes to the next row; false after the last, when the statement is ready for its next use.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        let error = code == SQLITE_DONE ? nil : failure(code)
        sqlite3_reset(handle)
        if let error { throw error }
        return false
    }

    /// Runs a statement that gives no rows.
    func run() throws {
        while try step() {}
    }

    /// The rows, read one by one.
    func rows<T>(_ read: (Prepared) throws -> T) throws -> [T] {
        var rows: [T] = []
        try each { rows.append(try read($0)) }
        return rows
    }

    /// The rows up to the first for which there is no value.
    func prefix<T>(_ read: (Prepared) throws -> T?) throws -> [T] {
        defer { sqlite3_reset(handle) }
        var rows: [T] = []
        while try step(), let row = try read(self) { rows.append(row) }
        return rows
    }

    /// Visits the rows one by one.
    func each(_ visit: (Prepared) throws -> Void) throws {
        defer { sqlite3_reset(handle) }
        while try step() { try visit(self) }
    }

    /// The first row; nil if there is none.
    func first<T>(_ read: (Prepared) throws -> T) throws -> T? {
        defer { sqlite3_reset(handle) }
        return try step() ? try read(self) : nil
    }

    private func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw failure(code) }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let message = sqlite3_db_handle(handle).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }

    private static var transient: sqlite3_destructor_type {
        // SQLITE_TRANSIENT, a macro that Swift does not import: the text is copied at once.
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}

// MARK: - The current row

extension Prepared {
    /// The text of the nth column, from 0; empty for NULL.
    func text(_ column: Int32) -> String { optionalText(column) ?? "" }

    /// The text of the nth column; nil for NULL.
    func optionalText(_ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// The whole number of the nth column; 0 for NULL.
    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    /// The whole number of the nth column; nil for NULL.
    func optionalInteger(_ column: Int32) -> Int? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer(column)
    }

    /// The nth column as it is kept.
    func value(_ column: Int32) -> Value {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer(integer(column))
        default: .text(text(column))
        }
    }

    /// Whether the nth column holds a number other than 0.
    func flag(_ column: Int32) -> Bool { integer(column) != 0 }
}

extension Database {
    /// How many references of the running transaction point nowhere so far (deferred foreign keys): 0 or more than 0.
    func unresolvedReferences() throws -> Int {
        var current: Int32 = 0
        var highest: Int32 = 0
        let code = sqlite3_db_status(sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0)
        if code != SQLITE_OK { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        return Int(current)
    }

    /// All rows of a named statement.
    func all<T>(_ query: NamedSQL, _ parameters: Parameters, _ read: (Prepared) throws -> T) throws -> [T] {
        let statement = try Prepared(self, query.sql)
        try statement.bind(parameters)
        return try statement.rows(read)
    }

    /// The first row of a named statement; nil if there is none.
    func first<T>(_ query: NamedSQL, _ parameters: Parameters, _ read: (Prepared) throws -> T) throws -> T? {
        let statement = try Prepared(self, query.sql)
        try statement.bind(parameters)
        return try statement.first(read)
    }

    /// Runs a statement that gives no rows, with values in the order of its parameters.
    func run(_ sql: String, _ values: [Prepared.Value]) throws {
        let statement = try Prepared(self, sql)
        try statement.bind(values)
        try statement.run()
    }
}
