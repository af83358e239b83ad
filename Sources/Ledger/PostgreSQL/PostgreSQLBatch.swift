/// A statement that writes a row, whose rows are gathered and sent by the thousand: `INSERT … SELECT … FROM unnest(…)`, at two thirds of
/// what COPY does or better, where row by row it is a fifth (POSTGRES.md, speed), or a function that takes arrays.
///
/// They are sent before any other statement of the connection, so that it sees them.
final class PostgreSQLBatch: Cursor {
    let parameters: [String?]
    private unowned let connection: PostgreSQLConnection
    private let name: String
    /// The rows by columns, each as the text of an array.
    private var columns: [[UInt8]]
    private var row: [String?]
    private var count = 0
    /// The rows that were sent last; nil where they are not waited for.
    private var last: PostgreSQLErrand?
    private let waits: Bool
    /// Whether what it writes goes by the rows of the others, which are sent before it.
    let isLast: Bool

    private static let most = 1_000

    /// A function of one row that takes arrays under another name.
    struct Call {
        let name: String
        let types: [PostgreSQLAnswer.Kind]
        var isLast = false
    }

    /// Rows that are all on their way at once.
    init(_ connection: PostgreSQLConnection, _ call: Call) throws {
        let arrays = zip(call.types, 1...).map { "$\($1)::\($0.sql)[]" }.joined(separator: ", ")
        name = try connection.prepare(named: "SELECT \(call.name)(\(arrays))").name
        self.connection = connection
        parameters = call.types.map { _ in nil }
        columns = call.types.map { _ in [] }
        row = call.types.map { _ in nil }
        (waits, isLast) = (false, call.isLast)
    }

    /// - Parameters:
    ///   - sql: `INSERT INTO table (columns) VALUES (expressions)`.
    ///   - waits: whether no more rows are on their way than those sent last.
    init(_ connection: PostgreSQLConnection, _ sql: String, waits: Bool = true) throws {
        let text = PostgreSQLText(sql)
        let types = try connection.parameterTypes(of: connection.prepare(named: text.sql).name)
        let names = types.indices.map { "p\($0 + 1)" }
        let arrays = zip(types, types.indices).map { "$\($1 + 1)::\($0.sql)[]" }
        let rows = PostgreSQLText(sql) { "r.p\($0)" }.sql
        guard let values = rows.split(byText: ") VALUES (") else { throw Statement.Misuse("no row", of: sql) }
        name = try connection.prepare(
            named: """
                \(values.before)) SELECT \(values.after.dropLast())
                FROM unnest(\(arrays.joined(separator: ", "))) AS r (\(names.joined(separator: ", ")))
                """
        ).name
        self.connection = connection
        parameters = text.parameters
        columns = types.map { _ in [] }
        row = types.map { _ in nil }
        (self.waits, isLast) = (waits, false)
    }

    /// Gathers a row.
    func add(_ values: [PostgreSQLValue]) throws {
        row = values.map(\.text)
        _ = try step()
    }

    func bind(_ index: Int32, _ text: String) throws { row[Int(index) - 1] = text }
    func bind(_ index: Int32, _ number: Int) throws { row[Int(index) - 1] = String(number) }
    func bindNull(_ index: Int32) throws { row[Int(index) - 1] = nil }

    func step() throws -> Bool {
        if count == 0 { connection.add(self) }
        for (place, cell) in row.enumerated() { columns[place].appendItem(cell) }
        count += 1
        if count == PostgreSQLBatch.most { try connection.sendRows() }
        return false
    }

    func reset() {}

    /// Sends what is gathered.
    func send() throws {
        if count == 0 { return }
        let values = columns.map {
            PostgreSQLValue(String(decoding: $0.dropLast() + [UInt8(ascii: "}")], as: UTF8.self))
        }
        forget()
        // The rows before them are in by now, mostly.
        if let last { _ = try connection.answer(last) }
        let errand = try connection.send(name, values)
        if waits { last = errand }
        try connection.line.end()
    }

    /// Throws away what is gathered.
    func forget() {
        count = 0
        for place in columns.indices { columns[place].removeAll(keepingCapacity: true) }
    }

    func value(_ column: Int32) -> Statement.Value { .null }
    func text(_ column: Int32) -> String? { nil }
    func integer(_ column: Int32) -> Int? { nil }
}

extension [UInt8] {
    /// Adds an item to the text of an array, with its comma.
    fileprivate mutating func appendItem(_ text: String?) {
        if isEmpty { append(UInt8(ascii: "{")) }
        if let text {
            append(UInt8(ascii: "\""))
            for byte in text.utf8 {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { append(UInt8(ascii: "\\")) }
                append(byte)
            }
            append(UInt8(ascii: "\""))
        } else {
            self += "NULL".utf8
        }
        append(UInt8(ascii: ","))
    }
}

extension String {
    /// What stands before and behind a text's first place.
    fileprivate func split(byText mark: String) -> (before: String, after: String)? {
        let (bytes, mark) = (Array(utf8), Array(mark.utf8))
        guard bytes.count >= mark.count else { return nil }
        let place = (0...(bytes.count - mark.count)).first { bytes[$0..<($0 + mark.count)].elementsEqual(mark) }
        return place.map {
            (
                String(decoding: bytes[..<$0], as: UTF8.self),
                String(decoding: bytes[($0 + mark.count)...], as: UTF8.self)
            )
        }
    }
}
