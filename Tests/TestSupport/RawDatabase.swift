import CSQLite

/// A file of SQLite as any other program opens it: plain SQL past the ledger's rules.
///
/// References are not enforced.
package final class RawDatabase {
    private let handle: OpaquePointer?

    /// A call that failed.
    package struct Failure: Error, Equatable {
        package let code: Int32
        package let message: String
    }

    /// Opens a file, and makes it where there is none.
    package init(_ path: String, busyTimeout: Int32 = 0) throws {
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(
            path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nil)
        self.handle = handle
        try check(code)
        try check(sqlite3_busy_timeout(handle, busyTimeout))
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs statements one after the other.
    package func run(_ script: String) throws {
        try check(sqlite3_exec(handle, script, nil, nil, nil))
    }

    /// Runs one statement with texts for its parameters.
    package func run(_ sql: String, _ values: [String?]) throws { _ = try rows(sql, values) }

    /// Runs statements in one transaction.
    package func transact(_ script: String) throws { try run("BEGIN IMMEDIATE; \(script); COMMIT") }

    /// The rows that a statement gives, each value as text; nil for NULL.
    package func rows(_ sql: String, _ values: [String?] = []) throws -> [[String?]] {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
        defer { sqlite3_finalize(statement) }
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (place, value) in values.enumerated() {
            try check(sqlite3_bind_text(statement, Int32(place + 1), value, -1, copied))
        }
        var rows: [[String?]] = []
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return rows }
            guard code == SQLITE_ROW else { throw failure(code) }
            rows.append(
                (0..<sqlite3_column_count(statement)).map { column in
                    sqlite3_column_text(statement, column).map { String(cString: $0) }
                })
        }
    }

    /// The first value of each row.
    package func column(_ sql: String) throws -> [String] { try rows(sql).compactMap { $0.first ?? nil } }

    /// The first value of the first row; nil if there is none.
    package func value(_ sql: String) throws -> String? { try column(sql).first }

    private func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw failure(code) }
    }

    private func failure(_ code: Int32) -> Failure {
        Failure(code: code, message: sqlite3_errmsg(handle).map { String(cString: $0) } ?? "")
    }
}
