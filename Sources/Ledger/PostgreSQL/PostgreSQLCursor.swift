import Glibc

/// A statement without types, so that each parameter takes that of the column it meets; the server prepares it when it is run for the second
/// time, since many are run once.
final class PostgreSQLCursor: Cursor {
    let parameters: [String?]
    private unowned let connection: PostgreSQLConnection
    private let sql: String
    /// The statement as it was given.
    private let given: String
    private let effect: Effect
    /// What the server calls it, and its preparing; nil before that.
    private var prepared: (name: String, errand: PostgreSQLErrand)?
    private var hasRun = false
    private var values: [PostgreSQLValue]
    private var answer: PostgreSQLAnswer?
    private var isRunning = false
    private var row: Int32 = -1

    /// What running a statement does.
    private enum Effect {
        case look
        /// Writes a table; of what is not known it might be any.
        case write(table: String)
        /// Takes all back that the transaction did, or the part since its mark.
        case takeBack(all: Bool)
        /// Marks a part of the transaction, or its end.
        case mark

        init(_ sql: String) {
            let words = sql.split(maxSplits: 3, whereSeparator: { $0 == " " || $0 == "\n" || $0 == "(" }).map(
                String.init)
            self =
                switch (words.first, words.dropFirst().first) {
                case ("SELECT", let word?) where word.hasPrefix("remove_"): .write(table: String(word.dropFirst(7)))
                case ("SELECT", "add_entry"), ("SELECT", "add_change"), ("SELECT", "add_rows"): .write(table: "journal")
                case ("SELECT", "keep_refusal"): .write(table: "refused_attempt")
                case ("SELECT", _): .look
                case ("WITH", "reached"): .write(table: PostgreSQLCursor.updated(sql))
                case ("WITH", _): .look
                case ("INSERT", "INTO"), ("DELETE", "FROM"): .write(table: words[2])
                case ("UPDATE", let table?): .write(table: table)
                case ("ROLLBACK", let word): .takeBack(all: word == nil)
                case ("SAVEPOINT", _), ("RELEASE", _): .mark
                default: .write(table: "")
                }
        }
    }

    init(_ connection: PostgreSQLConnection, _ sql: String) {
        let text = PostgreSQLText(sql)
        self.connection = connection
        parameters = text.parameters
        values = parameters.map { _ in .null }
        self.sql = text.sql
        given = sql
        effect = Effect(text.sql)
    }

    /// The table of an update that has to reach a row (`Dialect.postgreSQL`).
    private static func updated(_ sql: String) -> String {
        let words = sql.split(maxSplits: 5, whereSeparator: { $0 == " " || $0 == "(" })
        return words.firstIndex(of: "UPDATE").map { String(words[$0 + 1]) } ?? ""
    }

    /// Whether the statement names a table, or any that begins with the same word; every statement does for "".
    func names(_ table: String) -> Bool { sql.withCString { strstr($0, table) != nil } }

    func bind(_ index: Int32, _ text: String) throws { try bind(index, PostgreSQLValue(text)) }
    func bind(_ index: Int32, _ number: Int) throws { try bind(index, PostgreSQLValue(String(number))) }
    func bindNull(_ index: Int32) throws { try bind(index, .null) }

    private func bind(_ index: Int32, _ value: PostgreSQLValue) throws {
        guard values.indices.contains(Int(index) - 1) else { throw Damage("no parameter \(index)") }
        values[Int(index) - 1] = value
    }

    // MARK: - Running

    func step() throws -> Bool {
        if !isRunning {
            if case .look = effect { answer = try connection.look(self, values) } else { answer = try runAndWait() }
            isRunning = true
            row = -1
        }
        row += 1
        return row < answer?.rows ?? 0
    }

    func run() throws {
        switch effect {
        case .look: while try step() {}
        case .write(let table):
            if try !connection.gather(table, given, values) { _ = try connection.write(table) { try send(values) } }
        case .mark: try connection.mark { try send(values) }
        case .takeBack(let all): try connection.takeBack(all: all) { try send(values) }
        }
    }

    /// Runs what writes and gives rows.
    private func runAndWait() throws -> PostgreSQLAnswer? {
        guard case .write(let table) = effect else {
            try run()
            return nil
        }
        return try connection.write(table) { try send(values) }.flatMap { try connection.answer($0) }
    }

    /// Sends it with values; it is prepared in the same stretch.
    func send(_ values: [PostgreSQLValue]) throws -> PostgreSQLErrand {
        guard hasRun else {
            hasRun = true
            return try connection.send(once: sql, values)
        }
        if prepared == nil || prepared?.errand.hasFailed == true { prepared = try connection.prepare(named: sql) }
        return try connection.send(prepared?.name ?? "", values)
    }

    func reset() {
        answer = nil
        isRunning = false
    }

    func text(_ column: Int32) -> String? { answer?.text(row, column) }
    func integer(_ column: Int32) -> Int? { answer?.integer(row, column) }
    func value(_ column: Int32) -> Statement.Value { answer?.value(row, column) ?? .null }
}
