import CSQLite

/// A statement that SQLite has compiled.
final class SQLiteCursor: Cursor {
    let handle: OpaquePointer
    let parameters: [String?]

    init(_ connection: SQLiteConnection, _ sql: String) throws {
        var handle: OpaquePointer?
        try connection.check(
            sqlite3_prepare_v3(connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil))
        // Nothing comes of a text without a statement.
        guard let handle else { throw SQLiteError(code: SQLITE_MISUSE) }
        self.handle = handle
        let count = sqlite3_bind_parameter_count(handle)
        parameters = (0..<count).map { sqlite3_bind_parameter_name(handle, $0 + 1).map { String(cString: $0) } }
    }

    deinit { sqlite3_finalize(handle) }

    func bind(_ index: Int32, _ text: String) throws {
        var text = text
        try check(
            text.withUTF8 { bytes in
                // An empty buffer has no address, which SQLite would take for NULL.
                guard let base = bytes.baseAddress else { return zhibu_sqlite_bind_text(handle, index, "", 0) }
                return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    zhibu_sqlite_bind_text(handle, index, $0, Int32(bytes.count))
                }
            })
    }

    func bind(_ index: Int32, _ number: Int) throws { try check(sqlite3_bind_int64(handle, index, Int64(number))) }

    func bindNull(_ index: Int32) throws { try check(sqlite3_bind_null(handle, index)) }

    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw SQLiteError(code, on: sqlite3_db_handle(handle))
        }
    }

    func reset() { sqlite3_reset(handle) }

    func text(_ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    func integer(_ column: Int32) -> Int? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : Int(sqlite3_column_int64(handle, column))
    }

    func value(_ column: Int32) -> Statement.Value {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer(Int(sqlite3_column_int64(handle, column)))
        default: .text(text(column) ?? "")
        }
    }

    private func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw SQLiteError(code, on: sqlite3_db_handle(handle)) }
    }
}
