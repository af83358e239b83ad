/// A prepared statement: bound, stepped, and its current row.
///
/// Between two uses every parameter is bound anew.
final class Statement {
    let cursor: any Cursor
    private let sql: String
    private let names: [String?]
    /// A bit for each parameter that is bound.
    private var bound: UInt64 = 0
    private let allBound: UInt64
    private var isRunning = false

    /// Takes over what an engine has prepared.
    init(_ cursor: any Cursor, _ sql: String) throws {
        self.cursor = cursor
        self.sql = sql
        names = cursor.parameters
        guard names.count < UInt64.bitWidth else { throw Misuse("\(names.count) parameters", of: sql) }
        allBound = 1 << UInt64(names.count) - 1
    }

    /// A value on its way into a statement or out of one.
    enum Value {
        case text(String)
        case integer(Int)
        case null
    }

    /// A statement used otherwise than it is written: a fault of ours.
    struct Misuse: Error {
        let detail: String

        init(_ detail: String, of sql: String) { self.detail = "\(detail): \(sql)" }
    }

    // MARK: - Parameters

    /// Binds the nth parameter, from 1.
    func bind(_ index: Int32, _ text: String) throws {
        try cursor.bind(index, text)
        bound |= 1 << UInt64(index - 1)
    }

    /// Binds the nth parameter, from 1.
    func bind(_ index: Int32, _ value: Value) throws {
        switch value {
        case .text(let text): try cursor.bind(index, text)
        case .integer(let number): try cursor.bind(index, number)
        case .null: try cursor.bindNull(index)
        }
        bound |= 1 << UInt64(index - 1)
    }

    /// Binds the values in the order of the statement's parameters.
    func bind(_ values: [Value]) throws {
        for (place, value) in values.enumerated() { try bind(Int32(place + 1), value) }
    }

    /// Binds by name.
    ///
    /// - Throws: `Misuse` for a value given by name that the statement does not ask for.
    func bind(_ parameters: Parameters) throws {
        for value in parameters.values {
            if let place = names.firstIndex(of: value.name) {
                try bind(Int32(place + 1), value.value)
            } else if !value.isOffered {
                throw Misuse("no parameter \(value.name)", of: sql)
            }
        }
    }

    // MARK: - Rows

    /// Goes to the next row; false after the last, when the statement is ready for its next use.
    func step() throws -> Bool {
        try begin()
        do {
            if try cursor.step() { return true }
        } catch {
            reset()
            throw error
        }
        reset()
        return false
    }

    private func begin() throws {
        if isRunning { return }
        guard bound == allBound else { throw Misuse("not all parameters are bound", of: sql) }
        isRunning = true
    }

    /// Leaves the rows that were not read, so that it can be used again.
    func end() { reset() }

    private func reset() {
        guard isRunning else { return }
        cursor.reset()
        bound = 0
        isRunning = false
    }

    /// Runs a statement that gives no rows.
    func run() throws {
        try begin()
        defer { reset() }
        try cursor.run()
    }

    /// The rows, read one by one.
    func rows<T>(_ read: (Statement) throws -> T) throws -> [T] {
        var rows: [T] = []
        try each { rows.append(try read($0)) }
        return rows
    }

    /// The rows up to the first for which there is no value.
    func prefix<T>(_ read: (Statement) throws -> T?) throws -> [T] {
        defer { reset() }
        var rows: [T] = []
        while try step(), let row = try read(self) { rows.append(row) }
        return rows
    }

    /// Visits the rows one by one.
    func each(_ visit: (Statement) throws -> Void) throws {
        defer { reset() }
        while try step() { try visit(self) }
    }

    /// The first row; nil if there is none.
    func first<T>(_ read: (Statement) throws -> T) throws -> T? {
        defer { reset() }
        return try step() ? try read(self) : nil
    }
}

// MARK: - The current row

extension Statement {
    /// The text of the nth column, from 0; empty for NULL.
    func text(_ column: Int32) -> String { cursor.text(column) ?? "" }

    /// The text of the nth column; nil for NULL.
    func optionalText(_ column: Int32) -> String? { cursor.text(column) }

    /// The whole number of the nth column; 0 for NULL.
    func integer(_ column: Int32) -> Int { cursor.integer(column) ?? 0 }

    /// The whole number of the nth column; nil for NULL.
    func optionalInteger(_ column: Int32) -> Int? { cursor.integer(column) }

    /// The nth column as it is kept.
    func value(_ column: Int32) -> Value { cursor.value(column) }

    /// Whether the nth column holds a number other than 0.
    func flag(_ column: Int32) -> Bool { integer(column) != 0 }
}
