/// A statement without types, so that each parameter takes that of the column it meets; the server prepares it when it is run for the second
/// time, since preparing is a round trip of its own and many are run once.
final class PostgreSQLCursor: Cursor {
    let parameters: [String?]
    private unowned let connection: PostgreSQLConnection
    private let sql: String
    /// What the server calls it; nil before it was prepared.
    private var name: String?
    private var hasRun = false
    private let takesBack: Bool
    private var values: [PostgreSQLValue]
    private var answer: PostgreSQLAnswer?
    private var row: Int32 = -1

    init(_ connection: PostgreSQLConnection, _ sql: String) {
        let text = PostgreSQLText(sql)
        self.connection = connection
        parameters = text.parameters
        values = parameters.map { _ in .null }
        takesBack = sql.utf8.starts(with: "ROLLBACK".utf8)
        self.sql = text.sql
    }

    func bind(_ index: Int32, _ text: String) throws { try bind(index, PostgreSQLValue(text)) }
    func bind(_ index: Int32, _ number: Int) throws { try bind(index, PostgreSQLValue(String(number))) }
    func bindNull(_ index: Int32) throws { try bind(index, .null) }

    private func bind(_ index: Int32, _ value: PostgreSQLValue) throws {
        guard values.indices.contains(Int(index) - 1) else { throw Damage("no parameter \(index)") }
        values[Int(index) - 1] = value
    }

    func step() throws -> Bool {
        if answer == nil {
            if takesBack { connection.forgetRows() } else { try connection.sendRows() }
            answer = try run()
            row = -1
        }
        row += 1
        return row < answer?.rows ?? 0
    }

    private func run() throws -> PostgreSQLAnswer? {
        guard hasRun else {
            hasRun = true
            return try connection.run(once: sql, values)
        }
        let known = try name ?? connection.name(sql)
        name = known
        return try connection.run(known, values)
    }

    func reset() { answer = nil }

    func text(_ column: Int32) -> String? { answer?.text(row, column) }
    func integer(_ column: Int32) -> Int? { answer?.integer(row, column) }
    func value(_ column: Int32) -> Statement.Value { answer?.value(row, column) ?? .null }
}
