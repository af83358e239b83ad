import CSQLite
import Foundation
import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("Checking and copying") struct CheckTests {
    let folder = TemporaryFolder()

    func openTown() throws -> Town {
        try Town(
            .person("P"), .household("H"), .pairing("H", "P"),
            .activity("A", .partyDay, Town.village, on: "2016-06-01"),
            in: .open(path: folder.path("zhibu.db")))
    }

    @Test("a sound ledger has no problems, and its rows are counted") func sound() throws {
        let town = try openTown()
        try town.perform(.recordActivity(Town.partyDay()))
        let report = try town.ledger.check()
        #expect(report.problems == [] && report.isSound)
        #expect(report.entries == 2)
        let rows = report.rows.filter { $0.value > 0 }
        #expect(rows == [.organizations: 8, .people: 1, .households: 1, .pairings: 1, .activities: 2])
        #expect(Set(report.rows.keys) == Set(TableSchema.builtIn))
    }

    @Test(
        "what was done behind the program's back is found",
        arguments: [
            ("UPDATE person SET name = '张三丰'", "人员“P”与流水不符"),
            ("UPDATE pairing SET started_on = '2015-01-02'", "结对“H P 2015-01-02”不在流水中"),
            ("UPDATE pairing SET started_on = '2015-01-02'", "结对“H P 2015-01-01”在流水中有、台账中没有"),
            ("DELETE FROM activity", "活动“A”在流水中有、台账中没有"),
            (
                "INSERT INTO household SELECT 'X', head, village, 1, '', '2014-01-01', NULL, NULL, NULL, '' FROM household",
                "贫困户“X”不在流水中"
            ),
            ("UPDATE household SET village = '100000001555'", "贫困户“H”的「村编码」仍指向“100000001555”"),
            ("INSERT INTO activity_participant VALUES ('X', 0, 'P')", "表 activity_participant 中有多余的行"),
            ("DROP TRIGGER journal_is_kept; DELETE FROM journal WHERE id = 1", "流水缺第 1–1 条"),
            ("DROP TRIGGER journal_is_fixed; UPDATE journal SET row_count = 99 WHERE id = 2", "流水第 2 条应有 99 行"),
            ("DROP TRIGGER journal_change_is_fixed; UPDATE journal_change SET after = '{'", "流水第 2 条"),
            ("PRAGMA ignore_check_constraints = 1; UPDATE person SET arrived_on = '2016-13-01'", "「到岗日期」"),
            ("UPDATE organization_unit SET position = position + 5", "名单次序断缺（表 organization_unit）"),
            (
                "UPDATE organization_unit SET position = position + 5; UPDATE organization_unit SET position = 6 - position",
                "组织“100000001901”与流水不符"
            ),
            ("DELETE FROM activity_entry", "的登记日不见了"),
            ("UPDATE activity_entry SET entered_on = '2016-05-01'", "的登记日是 2016-05-01，流水记的是 2016-06-30"),
            ("INSERT INTO activity_entry VALUES ('A', '2016-05-01')", "活动“A”的登记日不在流水中"),
            ("UPDATE activity_sequence SET last = 7", "发到第 7 号，流水中发到第 1 号"),
            ("DELETE FROM activity_sequence", "发到第 0 号，流水中发到第 1 号"),
            ("INSERT INTO activity_sequence VALUES ('100000002', 1)", "发到第 1 号，流水中发到第 0 号"),
            ("CREATE TABLE other (x)", "多出表“other”"),
            ("CREATE VIEW other AS SELECT 1", "多出视图“other”"),
            ("CREATE INDEX other ON person (name)", "多出索引“other”"),
            (
                "CREATE TRIGGER other AFTER INSERT ON person BEGIN DELETE FROM person; END", "多出触发器“other”"
            ),
            ("DROP INDEX activity_counted", "缺少索引“activity_counted”"),
            (
                "DROP INDEX activity_held; CREATE INDEX activity_held ON activity (title)",
                "索引“activity_held”被本程序以外的办法改过"
            ),
            ("DROP TRIGGER journal_is_kept", "缺少触发器“journal_is_kept”"),
            ("ALTER TABLE person ADD COLUMN other TEXT", "表“person”被本程序以外的办法改过"),
        ])
    func tampering(_ sql: String, _ expected: String) throws {
        let town = try openTown()
        try town.perform(.recordActivity(Town.partyDay()))
        try RawDatabase(town.ledger.path).run(sql)
        let problems = try town.ledger.check().problems
        #expect(problems.contains { $0.contains(expected) }, "\(problems)")
    }

    @Test(
        "an edit of the journal is found, though its triggers are put back",
        arguments: [
            ("UPDATE journal SET officer = '王五' WHERE id = 2", "流水第 2 条被本程序以外的办法改过"),
            ("UPDATE journal SET uid = 7 WHERE id = 2", "流水第 2 条被本程序以外的办法改过"),
            ("UPDATE journal SET at = '2016-06-29T08:15:00Z' WHERE id = 2", "流水第 2 条被本程序以外的办法改过"),
            ("UPDATE journal SET action = 'add' WHERE id = 2", "流水第 2 条被本程序以外的办法改过"),
            ("UPDATE journal SET action = 'undo' WHERE id = 3", "流水第 3 条的类别“undo”与内容不符"),
            ("UPDATE journal SET summary = '记 别的' WHERE id = 2", "流水第 2 条被本程序以外的办法改过"),
            ("UPDATE journal SET origin = '看板' WHERE id = 2", "流水第 2 条被本程序以外的办法改过"),
            ("UPDATE journal SET mark = NULL WHERE id = 2", "流水第 2 条被本程序以外的办法改过"),
            ("UPDATE journal SET fingerprint = NULL WHERE id = 1", "流水第 1 条没有校验码"),
            ("UPDATE journal SET fingerprint = NULL WHERE id = 2", "流水第 2 条没有校验码"),
            ("UPDATE journal SET id = 9 WHERE id = 3", "流水缺第 3–3 条"),
            (
                "UPDATE journal SET id = 9 WHERE id = 3; UPDATE journal_change SET entry = 9 WHERE entry = 3;"
                    + "UPDATE journal SET id = 3 WHERE id = 2; UPDATE journal_change SET entry = 3 WHERE entry = 2;"
                    + "UPDATE journal SET id = 2 WHERE id = 9; UPDATE journal_change SET entry = 2 WHERE entry = 9",
                "流水第 2 条被本程序以外的办法改过"
            ),
            ("DELETE FROM journal WHERE id = 2; DELETE FROM journal_change WHERE entry = 2", "流水缺第 2–2 条"),
            ("DELETE FROM journal WHERE id = 4; DELETE FROM journal_change WHERE entry = 4", "与流水不符"),
            ("DELETE FROM journal_change WHERE entry = 3", "流水第 3 条应有 1 行，实有 0 行"),
            (
                "INSERT INTO journal_change SELECT entry, 2, table_name, 'Z', NULL, after, '' FROM journal_change WHERE entry = 3",
                "流水第 3 条应有 1 行，实有 2 行"
            ),
            ("UPDATE journal_change SET before = after WHERE entry = 3", "流水第 3 条被本程序以外的办法改过"),
            (
                "UPDATE journal_change SET before = replace(before, '名P', '名Q') WHERE entry = 3",
                "流水第 3 条所记人员“P”改动前的内容与此前的流水接不上"
            ),
            ("UPDATE journal_change SET note = '2016-01-01' WHERE entry = 2", "流水第 2 条被本程序以外的办法改过"),
            ("UPDATE journal_change SET key = 'P9' WHERE entry = 3", "流水第 3 条被本程序以外的办法改过"),
            (
                "UPDATE journal_rows SET keys = replace(keys, 'P', 'R') WHERE table_name = 'people'",
                "流水第 1 条被本程序以外的办法改过"
            ),
        ])
    func editedJournal(_ sql: String, _ expected: String) throws {
        let town = try openTown()
        try town.perform(.recordActivity(Town.partyDay()))
        for exemption in ["病", ""] {
            let person = try #require(try town.ledger.record(.people, RecordKey("P")))
            try town.perform(.correct(from: person, to: person.setting([.exemption: exemption])))
        }
        #expect(try town.ledger.check().problems == [])
        let raw = try RawDatabase(town.ledger.path)
        let triggers = try raw.column("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        let making = try raw.column("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
        let script = triggers.map { "DROP TRIGGER \($0)" } + [sql] + making
        try raw.transact(script.joined(separator: ";\n"))
        let problems = try town.ledger.check().problems
        #expect(problems.contains { $0.contains(expected) }, "\(problems)")
    }

    @Test("a ledger brought up to date has the schema of a new one, and entries without marks are no fault")
    func migrated() throws {
        let path = folder.path("old.db")
        try RawDatabase(path).transact(
            """
            \(Migrations.steps.prefix(7).joined(separator: ";\n"));
            INSERT INTO organization VALUES ('422801100', '龙凤镇', '乡镇党委', NULL, '', NULL, NULL);
            INSERT INTO journal VALUES (1, '2016-01-01T00:00:00Z', 1, '甲', 'add', '登记', 1, NULL, '看板');
            INSERT INTO journal_change VALUES (1, 1, 'organizations', '422801100', NULL,
                '{"编码":"422801100","名称":"龙凤镇","类型":"乡镇党委"}', '');
            PRAGMA application_id = \(Migrations.applicationID);
            PRAGMA user_version = 7
            """)
        let ledger = try Ledger.open(path: path)
        #expect(try ledger.check().problems == [])
        let branch = Organization(code: "422801100201", name: "甲村", kind: .village)
        try Town.perform(.add(.organization(branch)), on: ledger)
        #expect(try ledger.check().problems == [])
        #expect(try ledger.check().entries == 2)
    }

    @Test("a longer journal costs as many statements, and no more of each entry") func linear() throws {
        func cost(_ acts: Int) throws -> (statements: Int, steps: Int) {
            let town = try Town((0..<acts).map { .person(Person.ID("P\($0)")) })
            for number in 0..<acts {
                let record = try #require(try town.ledger.record(.people, RecordKey("P\(number)")))
                try town.perform(.correct(from: record, to: try record.setting([.phone: "139\(number)"])))
            }
            return try counted(town.ledger) {
                let problems = try town.ledger.check().problems
                #expect(problems == [])
            }
        }
        let (short, long, longest) = try (cost(100), cost(200), cost(400))
        #expect(short.statements == long.statements && long.statements == longest.statements)
        // Twice as much more costs twice as much, or a little more where rows are sorted.
        #expect(Double(longest.steps - long.steps) < 2.2 * Double(long.steps - short.steps))
    }

    /// How many statements run on a ledger's connection during a body, and about how many of SQLite's steps they take.
    private func counted(_ ledger: Ledger, _ body: () throws -> Void) throws -> (statements: Int, steps: Int) {
        let count = Count()
        let handle = try #require((ledger.store as? SQLiteStore)?.connection.handle)
        sqlite3_progress_handler(
            handle, 100,
            { argument in
                argument.map { Unmanaged<Count>.fromOpaque($0).takeUnretainedValue().steps += 100 }
                return 0
            }, Unmanaged.passUnretained(count).toOpaque())
        defer { sqlite3_progress_handler(handle, 0, nil, nil) }
        try ledger.tracing({ _ in count.statements += 1 }, body)
        return (count.statements, count.steps)
    }

    private final class Count: @unchecked Sendable {
        var statements = 0
        var steps = 0
    }

    @Test("many problems of a kind are summed up") func many() {
        var problems = Problems()
        for number in 1...25 { problems.add("人员", "第 \(number) 处") }
        problems.add("流水", "缺")
        #expect(problems.sentences.count == 22)
        #expect(problems.sentences[20] == "人员：另有 5 处，未一一列出")
    }

    @Test("the journal takes no changes and no deletions", arguments: ["journal", "journal_change", "journal_rows"])
    func appendOnly(_ table: String) throws {
        let town = try openTown()
        try town.perform(.recordActivity(Town.partyDay()))
        for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET rowid = rowid", "UPDATE \(table) SET entry = entry"] {
            #expect(throws: (any Error).self) { try town.ledger.store.writing { try $0.execute(sql) } }
        }
        #expect(try town.ledger.check().isSound)
    }

    @Test("an undo does not touch a row changed behind the program's back") func undoOfTampered() throws {
        let town = try openTown()
        try town.ledger.store.writing { try $0.execute("UPDATE person SET name = '张三丰'") }
        #expect(throws: LedgerError.self) { try town.perform(.undo(entry: 1)) }
        #expect(try town.ledger.record(.people, RecordKey("P")) != nil)
    }

    @Test("an overwritten page is damage, found without looking at every row") func overwritten() throws {
        let path = folder.path("damaged.db")
        let people = (0..<200).map { AnyRecord.person(Person.ID("P\($0)")) }
        try Town(people, in: Ledger.open(path: path)).perform(.recordActivity(Town.partyDay()))
        #expect(try Ledger.open(path: path).damage() == nil)
        var bytes = try folder.contents("damaged.db")
        // The last page: the first ones hold the schema, without which the file does not open at all.
        bytes.replaceSubrange(bytes.count - 4_096..<bytes.count - 4_032, with: Data(repeating: 0xFF, count: 64))
        try bytes.write(to: URL(fileURLWithPath: path))
        let ledger = try Ledger.open(path: path)
        let found = Result { try ledger.damage() }
        // SQLite either names the page or cannot read on; the officer is told in both cases.
        switch found {
        case .success(let sentence): #expect(sentence?.contains("损坏") == true)
        case .failure(let error): #expect((error as? LedgerError)?.text.contains("损坏") == true)
        }
    }

    @Test("a backup taken in use is a ledger of its own, the owner's only") func backup() throws {
        let town = try openTown()
        let copy = folder.path("backup.db")
        try town.ledger.backup(to: copy)
        #expect(try folder.mode("backup.db") == 0o600)
        #expect(try folder.names() == ["backup.db", "zhibu.db"])
        try town.perform(.add(.person("Q")))
        let ledger = try Ledger.open(path: copy)
        #expect(try ledger.check().isSound)
        #expect(try ledger.record(.people, RecordKey("P")) != nil)
        #expect(try ledger.record(.people, RecordKey("Q")) == nil)
        #expect(try ledger.journal(limit: 9, before: nil).count == 1)
    }

    @Test("a backup is given up that is not a ledger of ours, or is damaged, and leaves nothing") func unsound() throws
    {
        let town = try openTown()
        let raw = try RawDatabase(town.ledger.path)
        try raw.run("PRAGMA application_id = 5")
        #expect(throws: LedgerError.corrupt(path: town.ledger.path, detail: "application_id")) {
            try town.ledger.backup(to: folder.path("backup.db"))
        }
        try raw.run("PRAGMA application_id = \(Migrations.applicationID)")
        try raw.run("PRAGMA ignore_check_constraints = 1; UPDATE person SET category = 'x'")
        #expect(throws: LedgerError.corrupt(path: town.ledger.path, detail: "integrity_check")) {
            try town.ledger.backup(to: folder.path("backup.db"))
        }
        #expect(try folder.names() == ["zhibu.db"])
    }

    @Test("a backup tells how far it is, and one that is given up leaves nothing") func givenUp() throws {
        let ledger = try Ledger.open(path: folder.path("zhibu.db"))
        try importTownships(into: ledger)
        var told: [Double?] = []
        try ledger.backup(to: folder.path("whole.db")) { told.append($1) }
        #expect(told.contains { $0 == nil } && told.compactMap { $0 }.allSatisfy { $0 >= 0 })
        #expect(throws: Enough.self) {
            try ledger.backup(to: folder.path("half.db")) { _, _ in throw Enough() }
        }
        #expect(try folder.names() == ["whole.db", "zhibu.db"])
    }

    @Test("an import is given up even while its indexes are built, with nothing saved") func givenUpImport() throws {
        let ledger = try Ledger.open(path: folder.path("zhibu.db"))
        #expect(throws: Enough.self) { try importTownships(into: ledger) { throw Enough() } }
        #expect(try ledger.isEmpty())
        try importTownships(into: ledger)
        #expect(try ledger.check().isSound)
    }

    private struct Enough: Error {}

    /// Imports enough rows for long statements.
    private func importTownships(into ledger: Ledger, attendedBy pulse: (() throws -> Void)? = nil) throws {
        let work: (any ImportSession) throws -> (result: Void, commit: Bool, deed: Deed) = { session in
            for number in 0..<20_000 {
                let cells: [Column: String] = [
                    .code: "\(100_000_000 + number)", .name: "镇\(number)", .kind: "乡镇党委",
                ]
                try session.insert(AnyRecord.read(.organizations, from: cells))
            }
            return (result: (), commit: true, deed: .words(""))
        }
        let officer = Officer(uid: 1, name: "甲")
        try ledger.acting(as: officer, on: Town.clock).importing(dryRun: false, attendedBy: pulse, work)
    }

    @Test("a backup never replaces a file, and one that fails leaves none") func noOverwrite() throws {
        let town = try openTown()
        let taken = try folder.write("taken", "x")
        #expect(throws: LedgerError.fileExists(path: taken)) { try town.ledger.backup(to: taken) }
        #expect(try folder.contents("taken").count == 1)
        #expect(throws: LedgerError.self) { try town.ledger.backup(to: folder.path("nowhere/backup.db")) }
        #expect(try folder.names() == ["taken", "zhibu.db"])
    }

    @Test("the references that can be named are those of the schema") func foreignKeys() throws {
        let schema = try Ledger.inMemory().reading { db in
            try db.statement(
                """
                SELECT m.name || '.' || f."from" || ' ' || f."table" || '.' || f."to"
                FROM sqlite_master m, pragma_foreign_key_list(m.name) f
                WHERE m.type = 'table' AND m.name NOT LIKE 'journal%'
                """
            ).rows { $0.text(0) }
        }
        let owners = [
            "organization_unit.joint organization.code", "person_village.person person.id",
            "cooperative_founder.cooperative cooperative.code", "activity_participant.activity activity.id",
            "checklist_organization.checklist checklist.id",
        ]
        let named = ForeignKey.all(of: TableSchema.builtIn).filter { !$0.mayBeEmpty }.map {
            "\($0.child).\($0.reference) \($0.parent).\($0.key)"
        }
        #expect(Set(schema) == Set(named + owners))
    }
}
