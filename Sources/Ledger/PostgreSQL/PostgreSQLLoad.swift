import PartyWork

/// The rows of an import on their way to a server: gathered by the thousand.
///
/// References are deferred and asked at the commit; indexes stay, because other towns' officers are not kept out for them.
final class PostgreSQLLoad: Load {
    private let db: Session
    private let connection: PostgreSQLConnection
    private var hasMany = false

    init(_ db: Session, _ connection: PostgreSQLConnection) {
        self.db = db
        self.connection = connection
    }

    /// Reading files takes longer than an act may hold the town's lock.
    static func run<T>(
        _ db: Session, _ connection: PostgreSQLConnection, _ body: (any Load) throws -> (T, commits: Bool)
    ) throws -> T {
        try db.transaction(.writing) {
            try connection.takeTimeToRead()
            return try body(PostgreSQLLoad(db, connection))
        }
    }

    /// Only a first import asks for it.
    func deferIndexes(of tables: [TableSchema]) { hasMany = true }

    func insertion(_ sql: String) throws -> Statement { try Statement(try PostgreSQLBatch(connection, sql), sql) }

    /// A town that came in at once is counted, so that its plans are good from the first look on.
    func finish() throws {
        try connection.sendRows()
        if hasMany { try db.statement("SELECT take_statistics()").run() }
    }
}
