import Dispatch
import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("Migrations") struct MigrationTests {
    let folder = TemporaryFolder()

    @Test("no check fills a table with its words", arguments: [true, false]) func wordChecks(_ isNew: Bool) throws {
        let path = folder.path("zhibu.db")
        if !isNew { try makeFirstSchema(path) }
        try Ledger.open(path: path).store.withSession { db in
            let tables = try db.statement("SELECT sql FROM sqlite_schema WHERE type = 'table'").rows { $0.text(0) }
            #expect(tables.filter { $0.contains(/\bIN \([^(),]*,[^(),]*,/) } == [])
            #expect(try db.number("PRAGMA user_version") == Migrations.current)
            #expect(try db.statement("PRAGMA integrity_check").first { $0.text(0) } == "ok")
        }
    }

    @Test("a ledger of the first schema keeps its rows, and takes the same words as before") func firstSchema() throws {
        let path = folder.path("zhibu.db")
        try makeFirstSchema(path)
        try Ledger.open(path: path).store.withSession { db in
            #expect(try names(db) == ["龙凤镇"])
            for kind in OrganizationKind.allCases { try insert(kind.rawValue, into: db) }
            #expect(throws: SQLiteError.self) { try insert("机关", into: db) }
            try db.execute("PRAGMA foreign_keys = OFF")
            try pair(ending: "NULL, NULL", in: db)
            try pair(ending: "'2016-01-01', '调整'", in: db)
            #expect(throws: SQLiteError.self) { try pair(ending: "'2016-01-01', '其他'", in: db) }
            for kind in ActivityKind.allCases { try hold(kind.rawValue, in: db) }
            #expect(throws: SQLiteError.self) { try hold("走访", in: db) }
        }
    }

    @Test("programs that bring one ledger up to date at the same moment do it once", arguments: 1...5)
    func race(_ round: Int) throws {
        let path = folder.path("zhibu.db")
        try makeFirstSchema(path)
        DispatchQueue.concurrentPerform(iterations: 6) { number in
            #expect(throws: Never.self) { _ = try Ledger.open(path: path).isEmpty() }
        }
        #expect(try Ledger.open(path: path).store.withSession { try names($0) } == ["龙凤镇"])
    }

    @Test("a step that fails leaves the ledger as it was") func failure() throws {
        let path = folder.path("zhibu.db")
        try makeFirstSchema(path)
        try RawDatabase(path).run("ALTER TABLE journal ADD COLUMN origin TEXT")
        let before = try folder.contents("zhibu.db")
        #expect(throws: LedgerError.self) { try Ledger.open(path: path) }
        #expect(try folder.contents("zhibu.db") == before)
    }

    /// A ledger as the first version left it.
    private func makeFirstSchema(_ path: String) throws {
        try RawDatabase(path).transact(
            """
            \(Migration1.sql);
            CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
            INSERT INTO grdb_migrations VALUES ('1');
            INSERT INTO organization VALUES ('422801100', '龙凤镇', '乡镇党委', NULL, '', NULL, NULL);
            PRAGMA application_id = \(Migrations.applicationID); PRAGMA user_version = 1
            """)
    }

    /// An organization of a kind, with a code that fits it.
    private func insert(_ kind: String, into db: Session) throws {
        let length = kind == "乡镇党委" ? 9 : kind == "党小组" ? 14 : 12
        let code = String(("5" + kind.unicodeScalars.map { "\($0.value)" }.joined() + "0000000000").prefix(length))
        try db.execute("PRAGMA foreign_keys = OFF")
        try db.run("INSERT INTO organization VALUES (?, '某', ?, NULL, '', NULL, NULL)", [.text(code), .text(kind)])
    }

    private func pair(ending: String, in db: Session) throws {
        try db.execute("INSERT INTO pairing VALUES ('H', 'P\(ending.utf8.count)', '2015-01-01', \(ending))")
    }

    private func hold(_ kind: String, in db: Session) throws {
        let counted = ["矛盾纠纷", "办实事"].contains(kind) ? "NULL" : "'2016-01-01'"
        try db.execute(
            """
            INSERT INTO activity VALUES ('\(kind)', '2016-01-01', '\(kind)', '422801100', '某事', 'H', NULL, '齐全', '',
                NULL, '', \(counted))
            """)
    }

    private func names(_ db: Session) throws -> [String] {
        try db.statement("SELECT name FROM organization").rows { $0.text(0) }
    }
}
