import CSQLite

@testable import Ledger

extension Ledger {
    /// Hears every statement that runs on the ledger's connection during a body.
    package func tracing(_ hear: @escaping (String) -> Void, _ body: () throws -> Void) throws {
        guard let connection = (store as? SQLiteStore)?.connection else { return }
        let heard = Heard(hear)
        sqlite3_trace_v2(
            connection.handle, UInt32(SQLITE_TRACE_STMT),
            { _, heard, statement, _ in
                let text = sqlite3_sql(statement.map { OpaquePointer($0) })
                if let heard, let text {
                    Unmanaged<Heard>.fromOpaque(heard).takeUnretainedValue().hear(String(cString: text))
                }
                return 0
            }, Unmanaged.passUnretained(heard).toOpaque())
        defer { sqlite3_trace_v2(connection.handle, 0, nil, nil) }
        try body()
    }

    /// How many transactions begin during a body.
    package func transactions(_ body: () throws -> Void) throws -> Int {
        var count = 0
        try tracing({ if $0.hasPrefix("BEGIN") { count += 1 } }, body)
        return count
    }

    private final class Heard {
        let hear: (String) -> Void

        init(_ hear: @escaping (String) -> Void) { self.hear = hear }
    }
}
