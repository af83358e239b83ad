import Foundation
import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// Changes that another tool may make to the journal of the full town; `$last` stands for its last entry.
enum JournalEdit {
    static let all: [(kind: String, sql: String)] = [
        ("an entry removed", removed("4") + shifted(after: "4")),
        ("an entry removed, with a hole", removed("4")),
        (
            "an entry put in",
            """
            UPDATE journal SET id = -id - 1 WHERE id > 3; UPDATE journal SET id = -id WHERE id < 0;
            UPDATE journal_change SET entry = entry + 100 WHERE entry > 3;
            UPDATE journal_change SET entry = entry - 99 WHERE entry > 99;
            INSERT INTO journal SELECT 4, at, uid, officer, action, summary, 0, NULL, origin, NULL, '', '' FROM journal WHERE id = 3
            """
        ),
        (
            "two entries in another order",
            """
            UPDATE journal SET id = 99 WHERE id = 2; UPDATE journal SET id = 2 WHERE id = 3; UPDATE journal SET id = 3 WHERE id = 99;
            UPDATE journal_change SET entry = 99 WHERE entry = 2; UPDATE journal_change SET entry = 2 WHERE entry = 3;
            UPDATE journal_change SET entry = 3 WHERE entry = 99
            """
        ),
        ("the time changed", "UPDATE journal SET at = '2016-06-01T08:00:00Z' WHERE id = 3"),
        ("the officer changed", "UPDATE journal SET officer = '王五', uid = 7 WHERE id = 3"),
        ("the place of acting changed", "UPDATE journal SET origin = '看板' WHERE id = 3"),
        ("the act changed", "UPDATE journal SET action = 'add' WHERE id = 3"),
        ("what was done changed", "UPDATE journal SET summary = '别的事' WHERE id = 3"),
        ("the mark changed", "UPDATE journal SET mark = 'x' WHERE id = 3"),
        ("the undo link changed", "UPDATE journal SET undoes = 2, action = 'undo' WHERE id = 3"),
        ("the count of rows changed", "UPDATE journal SET row_count = 9 WHERE id = 3"),
        ("a row before the act changed", "UPDATE journal_change SET before = after WHERE entry = 3"),
        (
            "a row after the act changed",
            "UPDATE journal_change SET after = replace(after, '2016-06-01', '2016-06-02') WHERE entry = 3"
        ),
        ("the remark of a change changed", "UPDATE journal_change SET note = '2016-01-01' WHERE entry = 2"),
        ("the row of a change renamed", "UPDATE journal_change SET key = key || 'x' WHERE entry = 3"),
        ("the table of a change renamed", "UPDATE journal_change SET table_name = 'posts' WHERE entry = 3"),
        (
            "the rows of an import changed",
            "UPDATE journal_rows SET keys = replace(keys, 'P1', 'P9') WHERE table_name = 'people'"
        ),
        ("the rows of an import dropped", "DELETE FROM journal_rows WHERE table_name = 'people'"),
        ("the last entries cut off", removed("$last") + removed("$last - 1")),
        (
            "all entries but the first cut off",
            "DELETE FROM journal_change WHERE entry > 1; DELETE FROM journal WHERE id > 1;"
        ),
        ("a seal changed", "UPDATE journal SET seal = substr(seal, 2) || substr(seal, 1, 1) WHERE id = 3"),
        ("a fingerprint changed", "UPDATE journal SET fingerprint = '0000000000000000' WHERE id = 3"),
    ]

    private static func removed(_ entry: String) -> String {
        "DELETE FROM journal_change WHERE entry = \(entry); DELETE FROM journal WHERE id = \(entry);"
    }

    private static func shifted(after entry: String) -> String {
        """
        UPDATE journal SET id = id - 1 WHERE id > \(entry); UPDATE journal_change SET entry = entry - 1 WHERE entry > \(entry)
        """
    }
}

@Suite("The sealed journal") struct JournalSealTests {
    let folder = TemporaryFolder()

    @Test("An edit of the journal is named", arguments: JournalEdit.all.map(\.kind))
    func edited(_ kind: String) throws {
        let ledger = try FullTown.make().ledger
        let head = try #require(try ledger.head())
        #expect(try ledger.check(against: [head.seal]).problems == [])
        let problems = try edit(ledger, kind, forging: false) { try ledger.check(against: [head.seal]).problems }
        #expect(problems.contains { $0.contains("流水") || $0.contains("封签") }, "\(problems)")
    }

    @Test(
        "An edit after which the whole chain is reckoned anew is told by the seal outside",
        arguments: JournalEdit.all.map(\.kind))
    func forged(_ kind: String) throws {
        let ledger = try FullTown.make().ledger
        let head = try #require(try ledger.head())
        let witnesses = try edit(ledger, kind, forging: true) { try ledger.check(against: [head.seal]).witnesses }
        // What the chain holds is as it was: nothing was forged but the chain itself.
        let isNothing = kind == "a seal changed" || kind == "a fingerprint changed"
        #expect((witnesses.first?.problem == nil) == isNothing, "\(witnesses)")
    }

    @Test("Without a seal outside nothing tells a forger's chain from a true one") func trueLooking() throws {
        let ledger = try FullTown.make().ledger
        let problems = try edit(ledger, "the officer changed", forging: true) { try ledger.check().problems }
        #expect(problems == [])
    }

    @Test("A seal names the first entry that does not fit, and those of days before still fit") func firstNamed() throws
    {
        let ledger = try FullTown.make().ledger
        let seals = try (1...5).map { entry in
            try #require(
                try ledger.reading { try $0.first(.sealOfEntry, Parameters().with("entry", entry)) { $0.text(0) } })
        }
        let outside = seals.enumerated().map { Seal(entry: $0 + 1, bytes: EntrySeal.bytes($1) ?? []) }
        let witnesses = try edit(ledger, "the time changed", forging: true) {
            try ledger.check(against: outside).witnesses
        }
        #expect(witnesses.map { $0.problem == nil } == [true, true, false, false, false])
        let problems = try edit(ledger, "the time changed", forging: false) { try ledger.check().problems }
        #expect(problems.first?.hasPrefix("流水第 3 条") == true, "\(problems)")
    }

    /// Edits the journal past its triggers, in a transaction that is taken back.
    private func edit<T>(_ ledger: Ledger, _ kind: String, forging: Bool, _ body: () throws -> T) throws -> T {
        let sql = try #require(JournalEdit.all.first { $0.kind == kind }).sql
        return try ledger.store.withSession { db in
            try db.execute("PRAGMA foreign_keys = OFF")
            defer { try? db.execute("PRAGMA foreign_keys = ON") }
            return try db.transaction(.writing) {
                let triggers = try db.statement("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").rows {
                    ($0.text(0), $0.text(1))
                }
                for (name, _) in triggers { try db.execute("DROP TRIGGER \(name)") }
                let last = try db.number("SELECT max(id) FROM journal")
                // The check itself asks for the constraints.
                try db.execute("PRAGMA ignore_check_constraints = ON")
                try db.execute(sql.replacingOccurrences(of: "$last", with: "\(last)"))
                try db.execute("PRAGMA ignore_check_constraints = OFF")
                if forging { try forge(db) }
                for (_, sql) in triggers { try db.execute(sql) }
                return (try body(), commits: false)
            }
        }
    }

    /// Reckons fingerprints and seals anew, as a forger who has read the source can.
    private func forge(_ db: Session) throws {
        var prints: [(Int, String)] = []
        try db.walkJournal { row, content in
            prints.append((row.integer(0), content.fingerprint(of: (Int32(0)...9).map { row.value($0) })))
        }
        for (entry, print) in prints {
            try db.run("UPDATE journal SET fingerprint = ? WHERE id = ?", [.text(print), .integer(entry)])
        }
        try db.sealEntries()
    }

    @Test("A row of any table that another tool changed, added or removed is named") func rows() throws {
        let ledger = try FullTown.make().ledger
        #expect(try ledger.check().problems == [])
        var seen = 0
        try ledger.store.withSession { db in
            // What no journal tells of: the journal itself, and where this file lies among its copies.
            let others = ["journal", "journal_change", "journal_rows", "ledger_part", "parting"]
            let tables = try db.statement("SELECT name FROM sqlite_schema WHERE type = 'table'").rows { $0.text(0) }
            try db.execute("PRAGMA foreign_keys = OFF")
            for table in tables where !others.contains(table) {
                #expect(try db.number("SELECT count(*) FROM \(table)") > 0, "\(table)")
                for sql in try edits(of: table, db) {
                    let found: [String]? = try db.transaction(.writing) {
                        try db.execute("PRAGMA ignore_check_constraints = ON; \(sql)")
                        // A second row under the same key cannot be put in; then nothing was edited.
                        let isEdited = try db.number("SELECT changes()") > 0
                        try db.execute("PRAGMA ignore_check_constraints = OFF")
                        return (isEdited ? try problems(of: ledger) : nil, commits: false)
                    }
                    guard let found else { continue }
                    #expect(!found.isEmpty, "\(sql)")
                    seen += 1
                }
            }
        }
        #expect(seen > 200)
    }

    /// What `check` says, also where a row holds what its column cannot, so that it goes no further.
    private func problems(of ledger: Ledger) throws -> [String] {
        do { return try ledger.check().problems } catch let error as LedgerError { return [error.text] }
    }

    /// Each column of the first row changed, the row removed, a second one like it added.
    private func edits(of table: String, _ db: Session) throws -> [String] {
        let columns = try db.statement("SELECT name, type, pk FROM pragma_table_info('\(table)')").rows {
            (name: $0.text(0), isNumber: $0.text(1) == "INTEGER", isKey: $0.integer(2) > 0)
        }
        let key = columns.filter(\.isKey).map(\.name).joined(separator: ", ")
        let first = "(\(key)) = (SELECT \(key) FROM \(table) LIMIT 1)"
        func other(_ column: String, _ isNumber: Bool) -> String {
            isNumber ? "coalesce(\(column), 0) + 7" : "coalesce(\(column) || '9', '2016-01-01')"
        }
        let changes = columns.map {
            "UPDATE \(table) SET \($0.name) = \(other($0.name, $0.isNumber)) WHERE \(first)"
        }
        let copied = columns.map { $0.isKey ? other($0.name, $0.isNumber) : $0.name }.joined(separator: ", ")
        return changes + [
            "DELETE FROM \(table) WHERE \(first)", "INSERT INTO \(table) SELECT \(copied) FROM \(table) WHERE \(first)",
        ]
    }

    @Test("Another program that knows only the description reckons the same seals") func otherProgram() throws {
        let town = try FullTown.make(in: .open(path: folder.path("zhibu.db")))
        try town.perform(.undo(entry: 2))
        let head = try #require(try town.ledger.head())
        let lines = try python(town.ledger.path)
        let kept = try RawDatabase(town.ledger.path).column("SELECT id || ' ' || seal FROM journal ORDER BY id")
        #expect(lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == kept)
        #expect(lines.last == "\(head.seal.entry) \(head.digest) \(head.seal)")
    }

    private func python(_ path: String) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/seals.py")
        process.arguments = ["python3", script.path, path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("A ledger of before seals is sealed when it is brought up to date, as if it had been sealed all along")
    func migrated() throws {
        let path = folder.path("zhibu.db")
        let town = try FullTown.make(in: .open(path: path))
        let head = try #require(try town.ledger.head())
        let raw = try RawDatabase(path)
        let version = Migrations.steps.firstIndex(of: Migration14.sql) ?? 0
        let old = Migrations.steps.prefix(version).joined(separator: ";\n")
        let trigger = try #require(
            old.range(of: "CREATE TRIGGER journal_is_fixed[^;]*;[^;]*;", options: .regularExpression))
        let index = try #require(old.range(of: "CREATE INDEX entry_place[^;]*;", options: .regularExpression))
        let counted = ["begun_on", "ended_on", "state", "since"] + (1...6).map { "counted_\($0)" }
        let entries =
            "DROP INDEX entry_counted; " + counted.map { "ALTER TABLE entry DROP COLUMN \($0); " }.joined() + old[index]
        try raw.transact(
            """
            \(entries)
            CREATE TABLE kept_follow_up AS SELECT * FROM follow_up; DROP TABLE follow_up;
            CREATE TABLE kept_map_place AS SELECT * FROM map_place; DROP TABLE map_place;
            CREATE TABLE kept AS SELECT * FROM officer; DROP TABLE officer; DROP TRIGGER journal_is_fixed; ALTER TABLE journal DROP COLUMN seal; \(old[trigger]) PRAGMA user_version = \(version)
            """)
        let ledger = try Ledger.open(path: path)
        try raw.run("INSERT INTO officer SELECT * FROM kept; DROP TABLE kept")
        for table in ["follow_up", "map_place"] {
            try raw.run("INSERT INTO \(table) SELECT * FROM kept_\(table); DROP TABLE kept_\(table)")
        }
        #expect(try ledger.head() == head)
        #expect(try ledger.check(against: [head.seal]).problems == [])
        #expect(throws: (any Error).self) {
            try ledger.store.writing { try $0.execute("UPDATE journal SET seal = ''") }
        }
    }

    @Test("An act costs the statements that it cost before seals") func cost() throws {
        let town = try FullTown.make()
        var statements: [String] = []
        let act = { _ = try town.perform(.recordActivity(Town.partyDay("二"))) }
        try town.ledger.tracing({ statements.append($0) }, act)
        let journal = statements.filter { $0.contains(" journal ") || $0.contains(" journal_") }
        #expect(journal.count == 4, "\(journal)")
    }

    @Test("A journal without entries has no head") func empty() throws {
        #expect(try Ledger.inMemory().head() == nil)
        #expect(try FullTown.make().ledger.head()?.seal.entry == 11)
    }
}
