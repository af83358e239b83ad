import Dispatch
import GRDB
import PartyWork
import Testing

@testable import Ledger

@Suite("Migrations") struct MigrationTests {
    let folder = TemporaryFolder()

    @Test("no check fills a table with its words", arguments: [true, false]) func wordChecks(_ isNew: Bool) throws {
        let path = folder.path("zhibu.db")
        if !isNew { try makeFirstSchema(path) }
        try Ledger.open(path: path).withConnection { db in
            let tables = try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'table'")
            #expect(tables.filter { $0.contains(/\bIN \([^(),]*,[^(),]*,/) } == [])
            #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == Migrations.current)
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
        }
    }

    @Test("a ledger of the first schema keeps its rows, and takes the same words as before") func firstSchema() throws {
        let path = folder.path("zhibu.db")
        try makeFirstSchema(path)
        try Ledger.open(path: path).withConnection { db in
            #expect(try String.fetchAll(db, sql: "SELECT name FROM organization") == ["龙凤镇"])
            for kind in OrganizationKind.allCases { try insert(kind.rawValue, into: db) }
            #expect(throws: DatabaseError.self) { try insert("机关", into: db) }
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try pair(ending: "NULL, NULL", in: db)
            try pair(ending: "'2016-01-01', '调整'", in: db)
            #expect(throws: DatabaseError.self) { try pair(ending: "'2016-01-01', '其他'", in: db) }
            for kind in ActivityKind.allCases { try hold(kind.rawValue, in: db) }
            #expect(throws: DatabaseError.self) { try hold("走访", in: db) }
        }
    }

    @Test("programs that bring one ledger up to date at the same moment do it once", arguments: 1...5)
    func race(_ round: Int) throws {
        let path = folder.path("zhibu.db")
        try makeFirstSchema(path)
        DispatchQueue.concurrentPerform(iterations: 6) { number in
            #expect(throws: Never.self) { _ = try Ledger.open(path: path).isEmpty() }
        }
        let names = try Ledger.open(path: path).withConnection { db in
            try String.fetchAll(db, sql: "SELECT name FROM organization")
        }
        #expect(names == ["龙凤镇"])
    }

    @Test("a step that fails leaves the ledger as it was") func failure() throws {
        let path = folder.path("zhibu.db")
        try makeFirstSchema(path)
        let raw = try DatabaseQueue(path: path)
        try raw.write { try $0.execute(sql: "ALTER TABLE journal ADD COLUMN origin TEXT") }
        try raw.close()
        let before = try folder.contents("zhibu.db")
        #expect(throws: LedgerError.self) { try Ledger.open(path: path) }
        #expect(try folder.contents("zhibu.db") == before)
    }

    /// A ledger as the first version left it.
    private func makeFirstSchema(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(sql: Migration1.sql)
            try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('1')")
            try db.execute(sql: "INSERT INTO organization VALUES ('422801100', '龙凤镇', '乡镇党委', NULL, '', NULL, NULL)")
            try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID); PRAGMA user_version = 1")
        }
        try queue.close()
    }

    /// An organization of a kind, with a code that fits it.
    private func insert(_ kind: String, into db: Database) throws {
        let length = kind == "乡镇党委" ? 9 : kind == "党小组" ? 14 : 12
        let code = String(("5" + kind.unicodeScalars.map { "\($0.value)" }.joined() + "0000000000").prefix(length))
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        try db.execute(
            sql: "INSERT INTO organization VALUES (?, '某', ?, NULL, '', NULL, NULL)", arguments: [code, kind])
    }

    private func pair(ending: String, in db: Database) throws {
        try db.execute(sql: "INSERT INTO pairing VALUES ('H', 'P\(ending.utf8.count)', '2015-01-01', \(ending))")
    }

    private func hold(_ kind: String, in db: Database) throws {
        let counted = ["矛盾纠纷", "办实事"].contains(kind) ? "NULL" : "'2016-01-01'"
        try db.execute(
            sql: """
                INSERT INTO activity VALUES ('\(kind)', '2016-01-01', '\(kind)', '422801100', '某事', 'H', NULL, '齐全', '',
                    NULL, '', \(counted))
                """)
    }
}
