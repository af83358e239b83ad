import PartyWork

/// The rows of an import on their way into SQLite.
///
/// In a ledger's first import the indexes are taken away while the rows come in, then built from all of them at once, which is
/// quicker than finding each row's place in each; within the import's transaction, so that no one else ever sees the tables without.
/// Its references are checked once at the end, which costs 8 % where checking each row costs 20 %. Later ones check row by row,
/// because a check of the whole would cost what the ledger holds.
final class SQLiteLoad: Load {
    private let db: Session
    private let checksAtEnd: Bool
    private var definitions: [String] = []

    private init(_ db: Session, checksAtEnd: Bool) {
        self.db = db
        self.checksAtEnd = checksAtEnd
    }

    /// Runs a body in a transaction, with a page cache that a town fits in, so that little is written twice.
    static func run<T>(_ db: Session, _ body: (any Load) throws -> (T, commits: Bool)) throws -> T {
        let cache = try db.number("PRAGMA cache_size")
        let isFirst = try db.tables.allSatisfy { try db.isEmpty($0) }
        // Not taken within a transaction.
        if isFirst { try db.execute("PRAGMA foreign_keys = OFF") }
        let load = SQLiteLoad(db, checksAtEnd: isFirst)
        let result = Result {
            try db.transaction(.writing) {
                try db.execute("PRAGMA cache_size = -65536")
                return try body(load)
            }
        }
        try db.execute("PRAGMA foreign_keys = ON; PRAGMA cache_size = \(cache)")
        return try result.get()
    }

    func deferIndexes(of tables: [TableSchema]) throws {
        let names = tables.flatMap { [$0.sql] + Layout.of($0).lists.map(\.name) }
        let statement = try db.statement("SELECT name, sql FROM sqlite_master WHERE tbl_name = ? AND type = 'index'")
        for name in names {
            try statement.bind(1, name)
            // A key's own index has no definition, and stays.
            for (index, sql) in try statement.rows({ ($0.text(0), $0.optionalText(1)) }) {
                guard let sql else { continue }
                definitions.append(sql)
                try db.execute("DROP INDEX \(index)")
            }
        }
    }

    func insertion(_ sql: String) throws -> Statement { try db.statement(sql) }

    func finish() throws {
        for definition in definitions { try db.execute(definition) }
        guard checksAtEnd, let table = try db.statement("PRAGMA foreign_key_check").first({ $0.text(0) }) else {
            return
        }
        throw Damage(localized("表 \(table) 中有引用落空", "a reference in \(table) points nowhere"))
    }
}
