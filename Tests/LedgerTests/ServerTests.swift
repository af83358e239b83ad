import Glibc
import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("A ledger on a server") struct ServerTests {
    let lease = TestEngine.Lease()
    let folder = TemporaryFolder()

    private func cluster() throws -> PostgreSQLCluster { try PostgreSQLCluster.shared.get() }

    private func open(_ records: AnyRecord...) throws -> (town: Town, address: String) {
        let address = try lease.address()
        return (try Town(records, in: .open(path: address, busyTimeout: 0.05)), address)
    }

    private func schema(_ address: String) -> String { "t" + address.suffix(9) }

    // MARK: - Addresses and statements

    @Test("its address names a town, which libpq does not see; nobody sees a password")
    func addresses() throws {
        let address = try #require(
            try PostgreSQLAddress(
                "postgresql://li:secret@a,b:5433/county?sslmode=verify-full&town=422801100&password=x"))
        #expect(address.uri == "postgresql://li:secret@a,b:5433/county?sslmode=verify-full&password=x")
        #expect(address.text == "postgresql://li@a,b:5433/county?sslmode=verify-full&town=422801100")
        #expect(address.town == "422801100" && address.database == "county")
        #expect(address.naming("422801101") == "postgresql://li@a,b:5433/county?sslmode=verify-full&town=422801101")
        let whole = try #require(try PostgreSQLAddress("postgres:///county"))
        #expect(whole.town == nil && whole.naming("422801100") == "postgres:///county?town=422801100")
        for file in ["zhibu.db", "/x/postgresql://y", "file:x", ""] { #expect(try PostgreSQLAddress(file) == nil) }
        for town in ["", "4228011", "42280110x", "422801100201"] {
            #expect(throws: LedgerError.badAddress(path: "postgresql:///county?town=\(town)")) {
                try PostgreSQLAddress("postgresql:///county?town=\(town)")
            }
        }
        #expect(throws: LedgerError.badAddress(path: "postgresql:///county")) {
            try Ledger.open(path: "postgresql:///county")
        }
        #expect(try PostgreSQLAddress("postgresql:///a'b")?.database == nil)
        for open in ["a", "li:x@localhost,a:5433", "[::2]:5432", "?host=/run,a", "?hostaddr=10.0.0.1"] {
            let address = "postgresql://" + (open.hasPrefix("?") ? "/county" + open + "&" : open + "/county?")
            #expect(throws: LedgerError.self) { try PostgreSQLAddress(address + "town=422801100") }
            let allowed = try PostgreSQLAddress(Ledger.permittingAnyLine(to: address + "town=422801100"))
            #expect(allowed?.uri.contains("insecure") == false && allowed?.town == "422801100")
        }
        for near in ["localhost", "[::1]:1", "127.0.0.1:5433", "li@%2Frun"] {
            #expect(try PostgreSQLAddress("postgresql://\(near)/county") != nil)
        }
        #expect(Ledger.permittingAnyLine(to: "zhibu.db") == "zhibu.db")
        let all = Ledger.address(of: "422801100", in: "postgresql://li:geheim@h/county?insecure=yes")
        #expect(all == "postgresql://li:geheim@h/county?insecure=yes&town=422801100")
        #expect(try PostgreSQLAddress(all)?.town == "422801100")
        #expect(Ledger.address(of: "422801100", in: "postgres:///county") == "postgres:///county?town=422801100")
    }

    @Test("parameters are numbered as SQLite numbers them, a name once, and quotes are left alone")
    func parameters() {
        let text = PostgreSQLText("UPDATE x SET a = :a, b = ':b?', c = :c WHERE d = :a AND e = ? AND \"f?\" = ?")
        #expect(text.sql == "UPDATE x SET a = $1, b = ':b?', c = $2 WHERE d = $1 AND e = $3 AND \"f?\" = $4")
        #expect(text.parameters == [":a", ":c", nil, nil])
        #expect(PostgreSQLText("SELECT ?::text").sql == "SELECT $1::text")
        #expect(PostgreSQLText("SELECT 'it''s ?', '表'").sql == "SELECT 'it''s ?', '表'")
    }

    // MARK: - The schema

    @Test("a town has the tables, indexes and triggers of the embedded ledger; what is changed in them is told")
    func structure() throws {
        let (town, address) = try open(.person("P"))
        #expect(try town.ledger.check().problems == [])
        let raw = try cluster().raw()
        let schema = schema(address)
        let tampering = [
            ("DROP INDEX \(schema).activity_counted", "缺少索引“activity_counted”"),
            ("ALTER TABLE \(schema).journal DISABLE TRIGGER journal_is_kept", "触发器“journal_is_kept”被本程序以外的办法改过"),
            ("CREATE TABLE \(schema).other (x TEXT)", "多出表“other”"),
            ("ALTER TABLE \(schema).person DROP CONSTRAINT person_name_check", "表“person”被本程序以外的办法改过"),
            ("UPDATE \(schema).person SET name = '张三丰'", "人员“P”与流水不符"),
            (
                "SET session_replication_role = replica; DELETE FROM \(schema).organization WHERE code = '100000001101'",
                "人员“P”的「组织编码」仍指向“100000001101”"
            ),
        ]
        for (sql, expected) in tampering {
            try raw.run(sql)
            let problems = try town.ledger.check().problems
            #expect(problems.contains { $0.contains(expected) }, "\(problems)")
        }
        try raw.run("DROP SCHEMA \(schema) CASCADE; ")
        _ = try LedgerServer(cluster().address).addTown(Code(String(address.suffix(9))))
    }

    @Test("nothing is taken out of its journal, row by row or all at once")
    func journalStays() throws {
        let (_, address) = try open(.person("P"))
        let raw = try cluster().raw()
        for table in ["journal", "journal_change", "journal_rows"] {
            for sql in ["DELETE FROM", "TRUNCATE"] where table != "journal_change" || sql == "TRUNCATE" {
                let failure = #expect(throws: RawServer.Failure.self) {
                    try raw.run("\(sql) \(schema(address)).\(table)" + (sql == "TRUNCATE" ? " CASCADE" : ""))
                }
                #expect(failure?.state == "P0001", "\(sql) \(table)")
            }
        }
        let failure = #expect(throws: RawServer.Failure.self) {
            try raw.run("UPDATE \(schema(address)).journal SET officer = 'x'")
        }
        #expect(failure?.state == "P0001")
    }

    @Test("the database is made once; a town is added once, brought up to date, and refused to an older program")
    func versions() throws {
        let cluster = try cluster()
        let server = try LedgerServer(cluster.address(of: "second"))
        #expect(try server.prepare() == [.madeDatabase("second"), .madeRights(towns: 0)])
        #expect(try server.prepare() == [.madeRights(towns: 0)])
        #expect(try server.addTown("100000001") == .madeTown("100000001"))
        #expect(try server.addTown("100000001") == .hadTown("100000001"))
        let address = cluster.address(of: "second") + "&town=100000001"
        let before = try Town(.person("P"), in: .open(path: address))
        let register = ["道路", "试验", "村", "", "公开", "", ""]
        try before.perform(
            .adopt([
                try AnyRecord.read(
                    .registers, from: Dictionary(uniqueKeysWithValues: zip(TableSchema.registers.columns, register)))
            ]))
        try before.perform(
            .enter(
                StoredEntry(
                    register: "道路", number: "", subject: Town.village.digits, registeredOn: "2016-06-01", values: [])))
        let raw = try cluster.raw("second")
        try raw.run("SET search_path = t100000001")
        let found =
            "SELECT (SELECT string_agg(seal, ' ' ORDER BY id) FROM journal) || string_agg(place || begun_on, ' ') FROM entry"
        let made = try raw.value(found)
        // Back before the seals: what the steps leave to the program is done on a server too.
        try raw.run(
            """
            DROP TABLE follow_up; DROP TABLE map_place;
            DROP TABLE officer; DROP TRIGGER journal_is_fixed ON journal; ALTER TABLE journal DROP COLUMN seal;
            CREATE TRIGGER journal_is_fixed BEFORE UPDATE ON journal FOR EACH ROW EXECUTE FUNCTION refuse_change();
            UPDATE entry SET place = '\(Town.otherVillage)'; DROP INDEX entry_counted; CREATE INDEX entry_place ON entry (register, place);
            \((["begun_on", "ended_on", "state", "since"] + (1...6).map { "counted_\($0)" })
                .map { "ALTER TABLE entry DROP COLUMN \($0);" }.joined(separator: " "))
            UPDATE ledger_version SET version = 13
            """)
        #expect(throws: LedgerError.olderSchema(path: address)) { try Ledger.open(path: address) }
        #expect(
            try server.prepare() == [
                .migrated("100000001", from: 13, to: Migrations.current), .madeRights(towns: 1),
            ])
        #expect(try raw.value(found) == made && made?.contains(Town.village.digits + "2016-06-01") == true)
        #expect(try Ledger.open(path: address).check().problems == [])
        #expect(try server.towns() == ["100000001"])
        try raw.run("UPDATE t100000001.ledger_version SET version = 99")
        #expect(throws: LedgerError.newerSchema(path: address)) { try Ledger.open(path: address) }
        #expect(throws: LedgerError.newerSchema(path: cluster.address(of: "second"))) { try server.prepare() }
    }

    @Test("a database of another order, a town that is not there and a server that is not are said")
    func refused() throws {
        let cluster = try cluster()
        try cluster.raw().run("CREATE DATABASE other TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")
        #expect(throws: LedgerError.self) { try LedgerServer(cluster.address(of: "other")).prepare() }
        let address = cluster.address(of: Code("123456789"))
        #expect(throws: LedgerError.noTown(path: address, code: "123456789")) { try Ledger.open(path: address) }
        let error = #expect(throws: LedgerError.self) {
            try Ledger.open(path: "postgresql:///x?host=/nowhere&town=123456789")
        }
        #expect(error?.text.hasPrefix("连不上服务器 postgresql:///x?host=/nowhere&town=123456789；") == true)
    }

    // MARK: - Several officers

    /// Whether nothing is told, and the line is quiet once the answer to the end of a transaction, which nobody waits for, is taken.
    private func isSilent(_ notice: any ChangeNotice) throws -> Bool {
        while isReadable(notice.descriptor, within: 50) { if try notice.take() != nil { return false } }
        return true
    }

    /// Whether a descriptor comes to have something to read.
    private func isReadable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, milliseconds) == 1
    }

    @Test("another's act is told without being asked, our own as ours, and nothing while nobody acts")
    func notices() throws {
        let (town, address) = try open(.person("P"))
        let notice = try town.ledger.changes()
        #expect(!isReadable(notice.descriptor, within: 50))
        let other = try Ledger.open(path: address)
        try Town.perform(.recordActivity(Town.partyDay()), on: other)
        #expect(isReadable(notice.descriptor, within: 1_000))
        #expect(try notice.take() == .others)
        #expect(try notice.take() == nil && !isReadable(notice.descriptor, within: 50))
        try town.perform(.recordActivity(Town.partyDay("再学")))
        #expect(isReadable(notice.descriptor, within: 1_000))
        #expect(try notice.take() == .ours)
        // What is rolled back is no news.
        _ = try town.desk.rehearse(.recordActivity(Town.partyDay("三学")))
        #expect(try isSilent(notice))
    }

    @Test("whoever writes waits for the town's lock, and is told where that takes too long; another town is free")
    func locked() throws {
        let (town, address) = try open(.person("P"))
        let (neighbour, _) = try open(.person("P"))
        let raw = try cluster().raw()
        try raw.run("BEGIN; SELECT \(schema(address)).hold_town()")
        let error = #expect(throws: LedgerError.self) { try town.perform(.recordActivity(Town.partyDay())) }
        guard case .unsaved(.held(address, "postgres", _, isEnded: false)) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try town.ledger.check().rows[.activities] == 0)
        try neighbour.perform(.recordActivity(Town.partyDay()))
        try raw.run("ROLLBACK")
        try town.perform(.recordActivity(Town.partyDay()))
    }

    // MARK: - Lost lines

    /// The process that serves a ledger.
    private func process(_ ledger: Ledger) throws -> String {
        try ledger.reading { try $0.statement("SELECT pg_backend_pid()").first { $0.text(0) } }.orThrow()
    }

    /// Ends the process that serves a ledger, as an administrator or a crash does.
    private func cut(_ process: String) throws {
        try cluster().raw().run("SELECT pg_terminate_backend(\(process), 5000)")
    }

    private func cut(_ ledger: Ledger) throws { try cut(process(ledger)) }

    @Test("a line that is lost between two acts is said once; the next try connects anew, and then all is well")
    func lostWhileIdle() throws {
        let (town, address) = try open(.person("P"))
        try cut(town.ledger)
        let error = #expect(throws: LedgerError.self) { try town.perform(.recordActivity(Town.partyDay())) }
        #expect(error == .unsaved(.connectionLost(path: address)))
        try town.perform(.recordActivity(Town.partyDay()))
        #expect(try town.ledger.check().rows[.activities] == 1)
        try cut(town.ledger)
        #expect(throws: LedgerError.connectionLost(path: address)) { try town.status() }
        #expect(try town.status().totals == town.status().totals)
    }

    @Test("a line that is lost in the midst of an act leaves nothing of it")
    func lostWithinAct() throws {
        let (town, address) = try open(.person("P"))
        let process = try process(town.ledger)
        func deleteAndLose() throws {
            try town.ledger.store.writing { db in
                try db.run("DELETE FROM person", [])
                try cut(process)
                try db.run("DELETE FROM household", [])
            }
        }
        #expect(throws: LedgerError.connectionLost(path: address)) { try deleteAndLose() }
        #expect(try town.ledger.check().rows[.people] == 1)
    }

    @Test("what was saved before its line was lost is told as saved, found by its mark")
    func savedBeforeTheLoss() throws {
        let (town, address) = try open(.person("P"))
        let mark = ActMark.random()
        _ = try town.desk.perform(.recordActivity(Town.partyDay()), as: mark)
        try cut(town.ledger)
        _ = try? town.status()
        let (outcome, doubt) = try town.ledger.settle(7, mark, after: .connectionLost(path: address))
        #expect(outcome == 7 && doubt.contains("已保存为第 2 条"))
        #expect(throws: LedgerError.unsaved(.connectionLost(path: address))) {
            try town.ledger.settle(7, .random(), after: .connectionLost(path: address))
        }
    }

    @Test("a loss while nobody acts is told once, without spinning; after it everything is news")
    func lostWhileListening() throws {
        let (town, address) = try open(.person("P"))
        let notice = try town.ledger.changes()
        try cut(town.ledger)
        #expect(throws: LedgerError.connectionLost(path: address)) {
            // What was told before the loss is taken first.
            while isReadable(notice.descriptor, within: 1_000) { _ = try notice.take() }
        }
        #expect(!isReadable(notice.descriptor, within: 50))
        _ = try town.status()
        #expect(isReadable(notice.descriptor, within: 1_000))
        #expect(try notice.take() == .others)
        #expect(try isSilent(notice))
    }

    // MARK: - Rows on their way

    @Test("opening takes one round trip beside the connecting, figures one, an act two or three")
    func roundTrips() throws {
        let (town, address) = try open(.person("P"))
        let ledger = try Ledger.open(path: address)
        func trips(_ body: () throws -> Void) throws -> Int {
            let before = ledger.roundTrips ?? 0
            try body()
            return (ledger.roundTrips ?? 0) - before
        }
        #expect(ledger.roundTrips == 1)
        let status = try (0..<3).map { _ in
            try trips { _ = try ledger.status(asOf: Town.today, scope: Scope(Town.township)) }
        }
        #expect(status == [1, 1, 1])
        func act(_ make: (Int) throws -> Act) throws -> [Int] {
            try (1...3).map { number in
                let act = try make(number)
                return try trips { _ = try Town.desk(ledger).perform(act) }
            }
        }
        // What it asks, and what it writes together with the commit.
        #expect(try act { .add(.person(Person.ID("Q\($0)"))) } == [2, 2, 2])
        let corrections = try act { number in
            let person = try ledger.record(.people, RecordKey("P")).orThrow()
            return .correct(from: person, to: try person.setting([.phone: "1380000000\(number)"]))
        }
        #expect(corrections == [2, 2, 2])
        // Whether a number is taken is asked once the number is known; who helps a household, once that is.
        #expect(try act { .recordActivity(Town.partyDay("第\($0)次")) } == [2, 3, 3])
        try town.insert([.household("H1"), .household("H2"), .household("H3")])
        #expect(try act { .pair(Household.ID("H\($0)"), "P", from: "2016-06-01") } == [3, 3, 3])
        #expect(try town.ledger.check().problems == [])
    }

    @Test(
        "an act on many rows asks for all of them together, writes, and is kept once what it asked meanwhile is as it was"
    )
    func manyRows() throws {
        let (town, address) = try open(.person("P"), .person("Q"))
        let households = (1...10).map { Household.ID("H\($0)") }
        try town.insert(households.map { .household($0) } + households.map { .pairing($0, "P") })
        let ledger = try Ledger.open(path: address)
        // With its first number a town takes its part of them.
        try town.perform(.recordActivity(Town.partyDay()))
        var receipts: [Receipt] = []
        func trips(_ act: Act) throws -> Int {
            let before = ledger.roundTrips ?? 0
            receipts.append(try Town.desk(ledger).perform(act))
            return (ledger.roundTrips ?? 0) - before
        }
        let handedOver = try trips(
            .endPairings(
                households.map {
                    PairingEnding(household: $0, helper: "P", on: "2016-06-15", reason: .helperLeft, replacement: "Q")
                }))
        let undone = try trips(.undo(entry: receipts[0].entry))
        let redone = try trips(.undo(entry: receipts[1].entry))
        let days = (1...9).compactMap { Day("2016-06-0\($0)") }
        let added = try trips(.together(days.map { .recordActivity(Town.partyDay("\($0)的学习", on: $0)) }))
        let removed = try trips(.undo(entry: receipts[3].entry))
        #expect([handedOver, undone, redone, added, removed] == [4, 4, 4, 4, 4])
        #expect(try town.ledger.check().problems == [])
    }

    @Test("an undo of many rows asks for them together and waits no more often than for a few hundred")
    func undoOfMany() throws {
        let (town, _) = try open()
        let trips = try [300, 600].map { count in
            try town.insert(
                (0..<count).flatMap { number -> [AnyRecord] in
                    let (person, household) = (Person.ID("P\(number)"), Household.ID("H\(number)"))
                    return [.person(person), .household(household), .pairing(household, person)]
                })
            // Undone, done again, undone: gathered by the thousand, and waited for no more often.
            let before = town.ledger.roundTrips ?? 0
            for _ in 0..<3 { try town.perform(.undo(entry: town.ledger.journal(limit: 1).first.orThrow().id)) }
            return (town.ledger.roundTrips ?? 0) - before
        }
        #expect(trips[1] <= trips[0] && trips[0] < 60, "\(trips)")
        #expect(try town.ledger.record(.people, RecordKey("P7")) == nil)
        #expect(try town.ledger.check().problems == [])
    }

    @Test("what a part of an act asks sees what the parts before it wrote")
    func partsSeeEachOther() throws {
        let (town, _) = try open(.person("P"), .person("Q"), .household("H"), .pairing("H", "P"))
        let ending = Act.endPairings([PairingEnding(household: "H", helper: "P", on: "2016-06-15", reason: .helperLeft)]
        )
        let pairing = Act.pair("H", "Q", from: "2016-06-10")
        // A poor household keeps a helper: it depends on which part comes first.
        #expect(throws: Refusal.self) { try town.perform(.together([ending, pairing])) }
        _ = try town.perform(.together([pairing, ending]))
        #expect(throws: Refusal.self) {
            try town.perform(.together([.add(.person("R")), .add(.person("R"))]))
        }
        #expect(try town.ledger.record(.people, RecordKey("R")) == nil)
        #expect(try town.ledger.check().problems == [])
    }

    @Test("rows come in by the thousand as they are, whatever stands in them")
    func batches() throws {
        let strange = ["a\"b", "a\\b", "{a,b}", "NULL", "a,b", "it's", "，、", "$1", ":a ?"]
        let people = (0..<2_345).map { number -> AnyRecord in
            var person = Person(
                id: Person.ID("P\(number)"), name: strange[number % strange.count], organization: Town.village,
                category: .member)
            person.post = number % 3 == 0 ? "" : strange[number / 7 % strange.count]
            return .person(person)
        }
        let (town, _) = try open()
        try town.insert(people)
        let own = try Town(people)
        #expect(try rows(town.ledger) == rows(own.ledger))
        #expect(try town.ledger.check().problems == [])
    }

    private func rows(_ ledger: Ledger) throws -> [MergeOrder.RowName: [Column: String]] { try TwoLedgers.rows(ledger) }

    @Test("what a statement asks sees the rows that came before it")
    func rowsAreSeen() throws {
        let (town, _) = try open()
        let seen = try town.desk.importing(dryRun: false) { session in
            try session.insert(Person(id: "P", name: "甲", organization: Town.village, category: .member))
            return (try session.personCategory("P"), true, .words("导入"))
        }
        #expect(seen == .member)
    }

    @Test("a long statement is given up when whoever waits says so, and the line is kept")
    func attended() throws {
        struct Enough: Error {}
        let (town, _) = try open()
        let store = town.ledger.store
        func wait(_ seconds: Int) throws -> Int {
            try store.reading { db in
                try db.attended(by: { throw Enough() }) { try db.number("SELECT count(*) FROM pg_sleep(\(seconds))") }
            }
        }
        #expect(throws: Enough.self) { try wait(20) }
        #expect(try wait(0) == 1)
        #expect(try town.status().totals == town.status().totals)
    }

    // MARK: - From a file and back

    private func fileTown() throws -> String {
        let path = folder.path("zhibu.db")
        let town = try Town(
            .person("P", committee: true), .person("Q", Town.otherVillage), .household("H"), .pairing("H", "P"),
            .activity("A", .partyDay, Town.village, on: "2016-06-01", ["P", "Q"]),
            .cooperative("C", led: 3, ["P"]), in: .open(path: path))
        try town.perform(.recordActivity(Town.partyDay()))
        try town.perform(.undo(entry: 2))
        let person = try town.ledger.record(.people, RecordKey("P")).orThrow()
        try town.perform(.correct(from: person, to: person.setting([.phone: "13900000000"])))
        return path
    }

    @Test("a file is taken over whole, with its journal, and a backup of the town is that ledger again")
    func roundTrip() throws {
        let path = try fileTown()
        let server = try LedgerServer(cluster().address)
        _ = try server.addTown(Town.township)
        let address = try cluster().address(of: Town.township)
        let ledger = try Ledger.open(path: address)
        var told: [Int] = []
        let count = try ledger.adopt(path, asOf: Town.today) { told.append($0) }
        #expect(count > 30 && told.last == count)
        let file = try Ledger.open(path: path)
        #expect(try rows(ledger) == rows(file))
        #expect(try ledger.journal(limit: 9) == file.journal(limit: 9))
        #expect(
            try ledger.status(asOf: Town.today, scope: Scope(Town.township))
                == file.status(asOf: Town.today, scope: Scope(Town.township)))
        #expect(try ledger.check().problems == [])
        #expect(throws: LedgerError.notEmpty(path: address)) { try ledger.adopt(path, asOf: Town.today) }
        let backup = folder.path("backup.db")
        try ledger.backup(to: backup)
        let back = try Ledger.open(path: backup)
        #expect(try rows(back) == rows(file) && back.journal(limit: 9) == file.journal(limit: 9))
        #expect(try back.check().problems == [] && folder.mode("backup.db") == 0o600)
        #expect(throws: LedgerError.fileExists(path: backup)) { try ledger.backup(to: backup) }
        // Each goes on with a part of its own.
        let parts = try [ledger, file, back].map {
            try Town.perform(.recordActivity(Town.partyDay()), on: $0).key?.text
        }
        #expect(Set(parts).count == 3)
        let copy = folder.path("copy.db")
        try ledger.backup(to: copy, for: Town.village)
        let away = try Ledger.open(path: copy)
        try Town.perform(.recordActivity(Town.partyDay("带出去")), on: away)
        try Town.perform(.merge(MergeOrder(try away.partedCopy())), on: ledger)
        #expect(try rows(ledger).values.contains { $0.values.contains("带出去") })
        try cluster().raw().run("DROP SCHEMA t\(Town.township) CASCADE")
    }

    @Test("a file of another town is not taken over, and what is given up leaves nothing")
    func notAdopted() throws {
        struct Enough: Error {}
        let path = try fileTown()
        let address = try lease.address()
        let ledger = try Ledger.open(path: address)
        #expect(throws: LedgerError.otherTown(path: path, code: Town.township.digits)) {
            try ledger.adopt(path, asOf: Town.today)
        }
        _ = try LedgerServer(cluster().address).addTown("100000002")
        try Ledger.open(path: path).store.withSession { db in
            try db.execute("PRAGMA foreign_keys = OFF; DELETE FROM organization; PRAGMA foreign_keys = ON")
        }
        // References that point nowhere are found by the server at the commit.
        let second = try Ledger.open(path: cluster().address(of: Code("100000002")))
        #expect(throws: LedgerError.self) { try second.adopt(path, asOf: Town.today) }
        #expect(throws: Enough.self) { try second.adopt(path, asOf: Town.today) { _ in throw Enough() } }
        #expect(try second.journal(limit: 1).isEmpty && second.rowCount() == 0)
        try cluster().raw().run("DROP SCHEMA t100000002 CASCADE")
    }
}
