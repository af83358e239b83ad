import CPostgres
import Glibc

/// What a statement gave: all its rows, as texts.
final class PostgreSQLAnswer {
    let handle: OpaquePointer
    let rows: Int32

    /// Takes over an answer of the library.
    init(_ handle: OpaquePointer) {
        self.handle = handle
        rows = cpq_rows(handle)
    }

    deinit { cpq_clear(handle) }

    /// What was done, such as `COMMIT`.
    var done: String { String(cString: cpq_done(handle)) }

    /// The kinds of the parameters of a statement that was described.
    var parameterTypes: [Kind] {
        (0..<cpq_parameters(handle)).map { Kind(cpq_parameter_type(handle, $0)) }
    }

    /// The text of a cell; nil for NULL.
    func text(_ row: Int32, _ column: Int32) -> String? {
        guard let cell = cpq_cell(handle, row, column) else { return nil }
        let count = Int(cpq_length(handle, row, column))
        return cell.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }

    /// Whether another answer has the same cells.
    func hasSameRows(as other: PostgreSQLAnswer) -> Bool {
        guard rows == other.rows, cpq_columns(handle) == cpq_columns(other.handle) else { return false }
        for row in 0..<rows {
            for column in 0..<cpq_columns(handle) {
                guard let cell = cpq_cell(handle, row, column), let another = cpq_cell(other.handle, row, column) else {
                    if cpq_cell(handle, row, column) != cpq_cell(other.handle, row, column) { return false }
                    continue
                }
                let count = cpq_length(handle, row, column)
                if count != cpq_length(other.handle, row, column) || memcmp(cell, another, Int(count)) != 0 {
                    return false
                }
            }
        }
        return true
    }

    /// The number of a cell; nil for NULL.
    ///
    /// What is true counts as 1.
    func integer(_ row: Int32, _ column: Int32) -> Int? {
        guard let cell = cpq_cell(handle, row, column) else { return nil }
        if Kind(cpq_type(handle, column)) == .flag { return cell.pointee == CChar(UInt8(ascii: "t")) ? 1 : 0 }
        let count = Int(cpq_length(handle, row, column))
        return cell.withMemoryRebound(to: UInt8.self, capacity: count) {
            Int(String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self))
        } ?? 0
    }

    /// A cell as it is kept.
    func value(_ row: Int32, _ column: Int32) -> Statement.Value {
        switch Kind(cpq_type(handle, column)) {
        case .number, .flag: integer(row, column).map { .integer($0) } ?? .null
        case .text: text(row, column).map { .text($0) } ?? .null
        }
    }

    /// What a column or a parameter holds.
    enum Kind {
        case text, number, flag

        /// By the number that PostgreSQL has for a type (pg_type): int8, int2, int4 and the sums of int8 are numbers.
        fileprivate init(_ type: UInt32) {
            self =
                switch type {
                case 16: .flag
                case 20, 21, 23, 1700: .number
                default: .text
                }
        }

        /// The type in a statement.
        var sql: String {
            switch self {
            case .text: "text"
            case .number: "bigint"
            case .flag: "boolean"
            }
        }
    }
}
