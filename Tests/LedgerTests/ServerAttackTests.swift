import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// What officers try with psql against the program's back, each under their own login (SERVER section 3, rights).
@Suite("Rights kept by the server") struct ServerAttackTests {
    /// What a statement comes to.
    enum Outcome {
        /// The server refuses it, by its SQLSTATE.
        case refused(String)
        /// It is done, and changes nothing: what is asked afterwards by who keeps the server gives the value.
        case vain(String, String)
        /// Its rows' first values.
        case gives([String])
    }

    private static let denied = Outcome.refused("42501")
    private static let activity =
        "INSERT INTO activity (id, held_on, kind, organization, title, evidence, note, void_reason, counted_on) VALUES"
    private static let month =
        "INSERT INTO month_step (organization, month, position, step, taken_on, officer, reason) VALUES"

    private static let followUp = "INSERT INTO follow_up VALUES"

    static let ranges: [(Role, String, Outcome)] = [
        (
            .secretary,
            "\(activity) ('X', '2016-06-01', '主题党日', '\(Town.otherVillage)', 't', '齐全', '', '', '2016-06-01')", denied
        ),
        (
            .secretary, "\(activity) ('X', '2016-06-01', '主题党日', '\(Town.township)', 't', '齐全', '', '', '2016-06-01')",
            denied
        ),
        (
            .secretary, "UPDATE activity SET title = 'x' WHERE id = 'A9'",
            .vain("SELECT count(*) FROM activity WHERE title = 'x'", "0")
        ),
        (.secretary, "UPDATE activity SET organization = '\(Town.otherVillage)' WHERE id = 'A1'", denied),
        (
            .secretary, "UPDATE activity SET organization = '\(Town.village)' WHERE id = 'A9'",
            .vain("SELECT organization FROM activity WHERE id = 'A9'", Town.otherVillage.digits)
        ),
        (.secretary, "DELETE FROM activity", denied), (.secretary, "TRUNCATE activity CASCADE", denied),
        (.secretary, "SELECT remove_activity('A9')", denied),
        (.secretary, "INSERT INTO activity_participant VALUES ('A9', 1, 'P1')", denied),
        (
            .secretary, "SELECT remove_activity_participant('A9')",
            .vain("SELECT count(*) FROM activity_participant WHERE activity = 'A9'", "1")
        ),
        // Several at once go no further: all of them or none.
        (.secretary, "SELECT remove_all_activity(ARRAY['A1', 'A9'])", denied),
        (.secretary, "SELECT remove_all_pairing(ARRAY['H9'], ARRAY['P9'], ARRAY['2015-01-01'])", denied),
        (
            .secretary, "SELECT remove_all_activity_participant(ARRAY['A9'])",
            .vain("SELECT count(*) FROM activity_participant WHERE activity = 'A9'", "1")
        ),
        (.secretary, "INSERT INTO pairing (household, person, started_on) VALUES ('H9', 'P1', '2016-06-01')", denied),
        (.secretary, "SELECT remove_pairing('H9', 'P9', '2014-01-01')", denied),
        (.secretary, "INSERT INTO activity_entry VALUES ('A9', '2016-01-01')", denied),
        (
            .secretary,
            "INSERT INTO person (id, name, organization, category, post, is_committee, left_reason, exemption, phone) "
                + "VALUES ('X', 'x', '\(Town.village)', '群众', '', 0, '', '', '')", denied
        ),
        (.secretary, "UPDATE person SET name = 'x'", .vain("SELECT count(*) FROM person WHERE name = 'x'", "0")),
        (
            .secretary, "UPDATE organization SET name = 'x'",
            .vain("SELECT count(*) FROM organization WHERE name = 'x'", "0")
        ),
        (
            .secretary,
            "INSERT INTO checklist (id, name, subject, count, period, starts_on, ends_on, remark) VALUES ('Q', 'q', '党员', 1, '一次', '2016-01-01', '2016-12-31', '')",
            denied
        ),
        (
            .secretary, "UPDATE register SET secrecy = '公开'",
            .vain("SELECT count(*) FROM register WHERE secrecy = '限阅'", "1")
        ),
        (.secretary, "\(month) ('\(Town.village)', '2016-05', 1, '接收', '2016-06-01', 'branch secretary', '')", denied),
        (
            .secretary, "\(month) ('\(Town.otherVillage)', '2016-05', 1, '上报', '2016-06-01', 'branch secretary', '')",
            denied
        ),
        (.committee, "\(month) ('\(Town.village)', '2016-05', 1, '上报', '2016-06-01', 'committee member', '')", denied),
        (
            .viewer, "\(activity) ('X', '2016-06-01', '主题党日', '\(Town.village)', 't', '齐全', '', '', '2016-06-01')",
            denied
        ),
        (
            .discipline, "\(activity) ('X', '2016-06-01', '主题党日', '\(Town.village)', 't', '齐全', '', '', '2016-06-01')",
            denied
        ),
        (
            .administrator,
            "\(activity) ('X', '2016-06-01', '主题党日', '\(Town.village)', 't', '齐全', '', '', '2016-06-01')", denied
        ),
        (.office, "INSERT INTO officer VALUES ('x', 'x', '管理员', '\(Town.township)', '2016-01-01')", denied),
        (
            .secretary, "UPDATE officer SET range = '\(Town.township)'",
            .vain("SELECT count(*) FROM officer WHERE role = '支部书记' AND length(range) = 12", "1")
        ),
        (.administrator, "INSERT INTO officer VALUES ('x', 'x', '管理员', '4228', '2016-01-01')", denied),
        (.administrator, "INSERT INTO officer VALUES ('x', 'x', '管理员', '422801199', '2016-01-01')", denied),
        (
            .secretary,
            "INSERT INTO entry (register, number, subject, registered_on, content, struck_reason, place) "
                + "VALUES ('道路', '1', '\(Town.otherVillage)', '2016-06-01', '{}', '', '')", denied
        ),
        (
            .secretary,
            "INSERT INTO entry (register, number, subject, registered_on, content, struck_reason, place) "
                + "VALUES ('道路', '1', '\(Town.village)', '2016-06-01', '{}', '', '\(Town.otherVillage)')", denied
        ),
        (.secretary, "\(followUp) ('结对', '', 'H9', '', '', 'x', '2016-07-01', '')", denied),
        (.secretary, "\(followUp) ('结对', 'P9', '', '', '', 'x', '2016-07-01', '')", denied),
        (.secretary, "\(followUp) ('主题党日', '', '', '\(Town.otherVillage)', '', 'x', '2016-07-01', '')", denied),
        (.secretary, "UPDATE activity_sequence SET last = 1 WHERE false", .gives([])),
        (.viewer, "INSERT INTO activity_sequence VALUES ('1', 1)", denied),
        // Numbers go up, and not out of reach; the town's part of them is taken once.
        (.secretary, "INSERT INTO activity_sequence VALUES ('1', 9223372036854775807)", denied),
        (.secretary, "UPDATE entry_sequence SET last = last - 1", denied),
        (.secretary, "UPDATE entry_sequence SET last = 9223372036854775807", denied),
        (.secretary, "UPDATE ledger_part SET part = 'X00'", denied),
        (.secretary, "UPDATE ledger_part SET place = ''", denied),
    ]

    static let names: [(Role, String, Outcome)] =
        [
            (.secretary, "INSERT INTO journal SELECT * FROM journal", denied),
            (.secretary, "DELETE FROM journal", denied),
            (.secretary, "UPDATE journal SET officer = 'x'", denied), (.secretary, "TRUNCATE journal CASCADE", denied),
            (.secretary, "INSERT INTO journal_change VALUES (1, 99, 'people', 'P1', NULL, NULL, '')", denied),
            (.secretary, "UPDATE journal_change SET note = 'x'", denied),
            (.secretary, "DELETE FROM journal_rows", denied),
            (.secretary, "SELECT add_change(1, 99, 'people', 'P1', NULL, NULL, '')", denied),
            (.secretary, "SELECT add_rows(1, 'people', '')", denied),
            // Another's name, another instant, a number that is not the next, a seal that does not follow.
            (.secretary, entry(name: "'party office'"), denied),
            (.secretary, entry(at: "'2016-01-01T00:00:00Z'"), denied),
            (.secretary, entry(uid: "10"), denied), (.secretary, entry(id: "1"), denied),
            (.secretary, entry(id: "next_entry() + 1"), denied),
            (.secretary, entry(), denied),
            // A change without its entry is refused at the commit.
            (
                .secretary, "BEGIN; SELECT add_change(next_entry(), 1, 'people', 'P0', NULL, NULL, ''); COMMIT",
                .refused("23503")
            ),
            (.secretary, "\(month) ('\(Town.village)', '2016-05', 1, '上报', '2016-06-01', 'party office', '')", denied),
            (.office, "\(month) ('\(Town.village)', '2016-05', 1, '上报', '2016-06-01', 'branch secretary', '')", denied),
            // Two do it, in whichever order they are written.
            (.office, "BEGIN; \(ownStep(1, .submit)); \(ownStep(2, .accept))", denied),
            (.office, "BEGIN; \(ownStep(2, .accept)); \(ownStep(1, .submit))", denied),
            // A step between makes it no other's, nor does one that is altered or taken out afterwards, nor a submission of nobody.
            (.office, "BEGIN; \(ownStep(1, .submit)); \(ownStep(2, .giveBack)); \(ownStep(3, .accept))", denied),
            (.office, "BEGIN; \(ownStep(3, .accept)); \(ownStep(2, .giveBack)); \(ownStep(1, .submit))", denied),
            (.office, "UPDATE month_step SET step = '接收'", denied),
            (.office, "UPDATE month_step SET month = '2016-05'", denied),
            (
                .office,
                "BEGIN; \(ownStep(1, .submit)); \(ownStep(2, .giveBack)); SELECT remove_month_step('\(Town.village)', '2016-05', 1)",
                denied
            ),
            (.secretary, "\(month) ('\(Town.village)', '2016-05', 1, '上报', '2016-06-01', '', '')", denied),
            (.secretary, "SET ROLE zhibu_owner", denied), (.secretary, "SET ROLE zhibu_keeper", denied),
            (.administrator, "SET ROLE zhibu_granter", denied), (.administrator, "SET ROLE postgres", denied),
            (.administrator, "SET SESSION AUTHORIZATION postgres", denied),
            (.administrator, "CREATE ROLE x", denied), (.administrator, "GRANT zhibu_keeper TO CURRENT_USER", denied),
            (.administrator, "ALTER ROLE CURRENT_USER BYPASSRLS", denied),
            (.administrator, "SELECT follow_officer()", .refused("0A000")),
        ]
        // Roles that stand for others, or will for a town that comes, and what the server would cut.
        + [
            "zhibu_owner", "zhibu_keeper", "pg_read_all_data", "county_t900000001", "county_t999999999", "public",
            "none",
            String(repeating: "名", count: 22),
        ].map { name in
            (
                Role.administrator,
                "INSERT INTO officer VALUES ('\(name)', 'x', '查阅', '\(Town.township)', '2016-01-01')", denied
            )
        }

    /// A step that the party office takes with a month of 甲村.
    private static func ownStep(_ position: Int, _ step: MonthStep.Kind) -> String {
        let (signed, reason) = (step == .accept ? "0" : "NULL", step == .giveBack ? "x" : "")
        return """
            INSERT INTO month_step (organization, month, position, step, taken_on, officer, reason, party_days, members_in_scope)
            VALUES ('\(Town.village)', '2016-05', \(position), '\(step.rawValue)', '2016-06-01', 'party office', '\(reason)', \(signed), \(signed))
            """
    }

    private static func entry(
        id: String = "next_entry()", at: String = instant, uid: String = account, name: String = "own_name()"
    ) -> String {
        "SELECT add_entry(\(id), \(at), \(uid), \(name), '', 'record', 's', 0, NULL, 'm', 'f', repeat('0', 64))"
    }

    static let structure: [(Role, String, Outcome)] = [
        "CREATE TABLE x (y text)", "CREATE SCHEMA x", "CREATE FUNCTION x() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION public.x() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "ALTER TABLE activity DISABLE ROW LEVEL SECURITY", "ALTER TABLE journal DISABLE TRIGGER ALL",
        "DROP POLICY added ON activity",
        "CREATE POLICY x ON activity USING (true)", "CREATE RULE x AS ON INSERT TO activity DO INSTEAD NOTHING",
        "CREATE TRIGGER x BEFORE INSERT ON activity FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        "CREATE INDEX ON activity (note)", "CREATE VIEW x AS SELECT 1", "COMMENT ON TABLE activity IS 'x'",
        "CREATE TEMP TABLE officer (x text)", "CREATE TEMP VIEW officer AS SELECT 1", "SELECT 1 AS x INTO TEMP officer",
        "BEGIN; LOCK TABLE activity IN ACCESS EXCLUSIVE MODE", "BEGIN; LOCK TABLE officer IN SHARE MODE",
        "SELECT pg_advisory_lock(1)",
        "SELECT pg_try_advisory_xact_lock(1, 2)", "SELECT pg_advisory_unlock_all()", "SELECT lo_create(7)",
        "SELECT lo_from_bytea(0, 'x')", "SELECT pg_logical_emit_message(true, 'x', 'y')",
        "SET session_replication_role = replica", "COPY activity TO PROGRAM 'cat'", "COPY (SELECT 1) TO '/tmp/x'",
        "SELECT pg_read_file('/etc/passwd')", "ALTER SYSTEM SET fsync = off",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
        "SET row_security = off; SELECT count(*) FROM activity",
    ].map { (Role.administrator, $0, denied) }

    static let reading: [(Role, String, Outcome)] =
        [
            (.viewer, "SELECT phone FROM person", denied), (.viewer, "SELECT * FROM person", denied),
            (.viewer, "SELECT person FROM person", denied), (.viewer, "SELECT row_to_json(p) FROM person p", denied),
            (.viewer, "COPY person TO STDOUT", denied),
            (.viewer, "SELECT id FROM person WHERE phone LIKE '139%'", denied),
            (.office, "UPDATE person SET name = phone WHERE id = 'P1'", denied),
            (.office, "UPDATE person SET name = name WHERE id = 'P1' RETURNING phone", denied),
            (
                .viewer, "SELECT phone FROM person_personal WHERE phone <> '' ORDER BY id",
                .gives(["139****0001", "139****0009"])
            ),
            (
                .secretary, "SELECT phone FROM person_personal WHERE phone <> '' ORDER BY id",
                .gives(["13900000001", "139****0009"])
            ),
            (
                .office, "SELECT phone FROM person_personal WHERE phone <> '' ORDER BY id",
                .gives(["13900000001", "13900000009"])
            ),
            (
                .administrator, "SELECT phone FROM person_personal WHERE phone <> '' ORDER BY id",
                .gives(["13900000001", "13900000009"])
            ),
            (.viewer, "SELECT key FROM journal_change WHERE after LIKE '%1390000%'", .gives([])),
            (.secretary, "SELECT key FROM journal_change WHERE after LIKE '%1390000%'", .gives(["P1"])),
            (.office, "SELECT key FROM journal_change WHERE after LIKE '%1390000%' ORDER BY 1", .gives(["P1", "P9"])),
            (.viewer, "SELECT count(*) FROM journal_rows WHERE table_name = 'people'", .gives(["0"])),
            (.viewer, "SELECT count(*) FROM pg_stats WHERE tablename = 'person' AND attname = 'phone'", .gives(["0"])),
            (.viewer, "SELECT summary FROM journal", denied),
            (.viewer, "SELECT count(*) FROM journal_personal WHERE summary = '限阅的登记簿'", .gives(["1"])),
            (.office, "SELECT count(*) FROM journal_personal WHERE summary = '限阅的登记簿'", .gives(["1"])),
            (.discipline, "SELECT count(*) FROM journal_personal WHERE summary = '限阅的登记簿'", .gives(["0"])),
        ]
        + [
            (Role.office, "0"), (.secretary, "0"), (.viewer, "0"), (.committee, "0"), (.discipline, "1"),
            (.administrator, "1"),
        ].flatMap { role, count in
            [
                (role, "SELECT count(*) FROM entry WHERE register = '谈话'", Outcome.gives([count])),
                (role, "SELECT count(*) FROM journal_change WHERE key LIKE '谈话' || chr(31) || '%'", .gives([count])),
            ]
        } + [
            (
                .office,
                "INSERT INTO entry (register, number, subject, registered_on, content, struck_reason, place) "
                    + "VALUES ('谈话', '9', 'P1', '2016-06-01', '{}', '', '')", denied
            ),
            (.viewer, "SELECT count(*) FROM activity", .gives(["2"])),
            // Nobody opens a restricted register to read it, not even to take that back at once; what else is said of it may change.
            (.office, "BEGIN; UPDATE register SET secrecy = '公开' WHERE name = '谈话'", denied),
            (.office, "BEGIN; SELECT remove_register('谈话')", denied),
            (
                .office,
                "BEGIN; UPDATE register SET remark = 'x' WHERE name = '谈话'; SELECT remark FROM register WHERE name = '谈话'",
                .gives(["x"])
            ),
        ]

    @Test("psql does not reach out of the range") func range() throws { try walk(Self.ranges) }

    @Test("psql does not write the journal, nor another's name") func name() throws { try walk(Self.names) }

    @Test("psql changes no structure, puts nothing before the tables, stops nobody") func structure() throws {
        try walk(Self.structure)
    }

    @Test("psql reads no telephone and no restricted register without the right") func reading() throws {
        try walk(Self.reading)
    }

    /// Each on a connection of its own, in one town, which none of them changes.
    private func walk(_ attacks: [(role: Role, sql: String, outcome: Outcome)]) throws {
        let lease = TestEngine.Lease()
        let officers = try ServerOfficers(lease)
        let keeper = try PostgreSQLCluster.shared.get().raw()
        try keeper.run("SET search_path = \(PostgreSQLSchema.name(of: officers.code))")
        for (role, sql, outcome) in attacks {
            let raw = try officers.raw(role)
            switch outcome {
            case .refused(let state):
                let failure = #expect(throws: RawServer.Failure.self, "\(sql)") { try raw.run(sql) }
                #expect(failure?.state == state, "\(sql): \(failure?.message ?? "")")
            case .vain(let question, let answer):
                try raw.run(sql)
                #expect(try keeper.value(question) == answer, "\(sql)")
            case .gives(let values): #expect(try raw.column(sql) == values, "\(sql)")
            }
        }
        #expect(try officers.town.ledger.check().problems == [])
    }

    @Test("Nobody adds to the journal what they did not do, nor holds up those who write without a right to")
    func forgery() throws {
        let lease = TestEngine.Lease()
        let officers = try ServerOfficers(lease)
        /// An entry with all that the server checks, but for what it says.
        func entry(_ undoes: String = "NULL") -> String {
            let columns = [
                "next_entry()", Self.instant, Self.account, "own_name()", "''", "'record'", "'s'", "0", undoes, "'m'",
                "'f'",
            ]
            let bytes = ["'journal'"] + columns
            let seal = bytes.map { "netstring((\($0))::text)" }.joined(separator: " || ")
            return """
                SELECT add_entry(\(columns.joined(separator: ", ")),
                    seal_of((SELECT seal FROM journal ORDER BY id DESC LIMIT 1), next_entry(), \(seal)))
                """
        }
        func change(_ table: String, _ key: String, after: String) -> String {
            "SELECT add_change(next_entry(), 1, '\(table)', '\(key)', '{}', \(after), '')"
        }
        func changes(_ keys: [String], entries: [String]? = nil) -> String {
            let entries = (entries ?? keys.map { _ in "next_entry()" }).joined(separator: ", ")
            let places = (1...keys.count).map(String.init).joined(separator: ", ")
            func array(_ text: String) -> String { "array_fill(\(text), ARRAY[\(keys.count)])" }
            let named = keys.map { "'\($0)'" }.joined(separator: ", ")
            return """
                SELECT add_changes(ARRAY[\(entries)], ARRAY[\(places)], \(array("'activities'::text")), ARRAY[\(named)],
                    \(array("'{}'::text")), \(array("'{}'::text")), \(array("''::text")))
                """
        }
        let attacks: [(Role, String, String?)] = [
            (.secretary, entry(), nil), (.viewer, entry(), "no right to write"),
            (.secretary, entry("1"), "another officer's entry"), (.office, entry("1"), nil),
            // What it writes itself, what lies in its range, what lies elsewhere, what is there and said to be gone.
            (
                .secretary,
                "\(Self.activity) ('X', '2016-06-01', '主题党日', '\(Town.village)', 't', '齐全', '', '', '2016-06-01'); "
                    + change("activities", "X", after: "'{}'"), nil
            ),
            (.secretary, change("activities", "A1", after: "'{}'"), nil),
            (.secretary, change("activities", "A9", after: "'{}'"), "no row of yours"),
            (.secretary, change("activities", "A1", after: "NULL"), "no row of yours"),
            (.secretary, change("people", "P1", after: "'{}'"), "no row of yours"),
            (.secretary, change("officers", "x", after: "'{}'"), "no row of yours"),
            (.viewer, change("activities", "A1", after: "'{}'"), "no row of yours"),
            (.secretary, change("nothing", "x", after: "NULL"), "no row of yours"),
            // That one sees no entry of a restricted register does not mean that there is none.
            (.secretary, change("entries", "谈话\u{1F}1", after: "NULL"), "no row of yours"),
            (.secretary, change("steps", "谈话\u{1F}1\u{1F}1", after: "NULL"), "no row of yours"),
            (.discipline, change("entries", "谈话\u{1F}none", after: "NULL"), nil),
            (.secretary, changes(["A1"]), nil), (.secretary, changes(["A1", "A9"]), "no row of yours"),
            (.secretary, changes(["A1"], entries: ["next_entry()", "1"]), "no entry in the making"),
            (.secretary, "SELECT add_rows(next_entry(), 'activities', '')", "no row of yours"),
            (.office, "SELECT add_rows(next_entry(), 'activities', '')", nil),
        ]
        for (role, sql, message) in attacks {
            let raw = try officers.raw(role)
            let told: String?
            do {
                try raw.run("BEGIN; \(sql); ROLLBACK")
                told = nil
            } catch let failure as RawServer.Failure {
                told = failure.message
            }
            #expect(message.map { told?.contains($0) ?? false } ?? (told == nil), "\(role) \(sql): \(told ?? "")")
        }
        for (role, count) in [(Role.viewer, "0"), (.secretary, "1")] {
            let locks = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
            #expect(try officers.raw(role).column("BEGIN; SELECT hold_town(); \(locks)") == [count], "\(role)")
        }
        #expect(try officers.town.ledger.check().problems == [])
    }

    @Test(
        "Whoever may write keeps the town for two minutes at most: who waits is told who it is, and cuts them off; nobody else can"
    )
    func holding() throws {
        let lease = TestEngine.Lease()
        let officers = try ServerOfficers(lease)
        let office = try officers.desk(.office)
        let keeper = try PostgreSQLCluster.shared.get().raw()
        let schema = PostgreSQLSchema.name(of: officers.code)
        let function = try keeper.value("SELECT pg_get_functiondef('\(schema).free_town'::regproc)").orThrow()
        defer { try? keeper.run(function) }
        func outcome(_ number: Int) throws -> LedgerError? {
            do {
                _ = try office.perform(.recordActivity(Town.partyDay("第\(number)次")))
                return nil
            } catch let error as LedgerError { return error }
        }
        func told(_ number: Int, since began: String, isEnded: Bool) throws -> Bool {
            guard case .unsaved(.held(_, "branch secretary", let since, isEnded)) = try outcome(number) else {
                return false
            }
            // By the computer's clock.
            return since == began
        }
        let holds = ["SELECT hold_town()", "UPDATE activity SET title = title WHERE id = 'A1'"]
        for (number, hold) in holds.enumerated() {
            try keeper.run(function)
            let raw = try officers.raw(.secretary)
            try raw.run("SET idle_in_transaction_session_timeout = 0; SET lock_timeout = 0; BEGIN; \(hold)")
            let began = localTime(try raw.column("SELECT \(Self.instant)")[0], offset: Clock.offset()).suffix(5)
            // Rows that another holds keep only who changes them.
            if hold.contains("hold_town") {
                #expect(try told(number, since: String(began), isEnded: false), "\(hold)")
                try raw.run("SELECT 1")
            }
            try keeper.run(function.replacing("2 minutes", with: "0 seconds"))
            #expect(throws: RawServer.Failure.self) { try officers.raw(.viewer).run("SELECT * FROM free_town()") }
            #expect(throws: RawServer.Failure.self) {
                try officers.raw(.secretary).run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'")
            }
            if hold.contains("hold_town") {
                #expect(try told(number, since: String(began), isEnded: true), "\(hold)")
            } else {
                #expect(try officers.raw(.office).column("SELECT is_ended FROM free_town()") == ["t"])
            }
            #expect(throws: RawServer.Failure.self) { try raw.run("SELECT 1") }
            #expect(try outcome(number) == nil)
        }
        // Who keeps the server is not cut off: a ledger may be on its way in.
        try keeper.run("BEGIN; SELECT \(schema).hold_town()")
        guard case .unsaved(.held(_, "postgres", _, isEnded: false)) = try outcome(9) else {
            Issue.record("not held")
            return
        }
        try keeper.run("ROLLBACK")
        #expect(try officers.town.ledger.check().problems == [])
    }

    private static let administratorsAlone = Refusal.notPermitted(.administer, holders: ["administrator"])
    private static let instant = "to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
    private static let account = "(SELECT oid::bigint FROM pg_roles WHERE rolname = session_user)"

    @Test("What the program does under each login passes as before: acts, undo, lists, sight, and its backup is whole")
    func ownActs() throws {
        let lease = TestEngine.Lease()
        let officers = try ServerOfficers(lease)
        let (secretary, office) = (try officers.desk(.secretary), try officers.desk(.office))
        let recorded = try secretary.perform(.recordActivity(Town.partyDay()))
        _ = try secretary.perform(.pair("H2", "P9", from: "2016-06-01"))
        _ = try secretary.perform(
            .enter(
                StoredEntry(
                    register: "道路", number: "", subject: Town.village.digits, registeredOn: "2016-06-01", values: [])))
        _ = try secretary.perform(.undo(entry: recorded.entry))
        _ = try secretary.perform(.takeMonthStep(.submit, of: Month("2016-05-01" as Day), [Town.village], reason: ""))
        _ = try officers.desk(.committee).perform(
            .takeMonthStep(.accept, of: Month("2016-05-01" as Day), [Town.village], reason: ""))
        let person = try office.ledger.record(.people, RecordKey("P9")).orThrow()
        #expect(person.cells[.phone] == "13900000009")
        _ = try office.perform(.correct(from: person, to: person.setting([.post: "组长"])))
        _ = try officers.desk(.discipline).perform(
            .enter(StoredEntry(register: "谈话", number: "", subject: "P9", registeredOn: "2016-06-02", values: [])))
        let entries = try officers.town.ledger.journal(limit: 9, before: nil)
        #expect(
            entries.prefix(8).map(\.officer) == ["discipline", "party office", "committee member"]
                + Array(repeating: "branch secretary", count: 5))
        // Neither the instant nor the number of the account is the program's.
        #expect(entries.prefix(8).allSatisfy { $0.uid != 77 && $0.at > "2026" })
        #expect(try officers.desk(.viewer).ledger.record(.people, RecordKey("P9"))?.cells[.phone] == "139****0009")
        let administrator = try officers.desk(.administrator)
        #expect(try officers.town.ledger.check().problems == [])
        let folder = TemporaryFolder()
        try administrator.ledger.backup(to: folder.path("backup.db"))
        #expect(try TwoLedgers.rows(.open(path: folder.path("backup.db"))) == TwoLedgers.rows(officers.town.ledger))
        // Of whoever does not see all of it a backup would lack what is hidden; the right that is missing is said, and kept.
        for code in [nil, Town.village] {
            #expect(throws: Self.administratorsAlone) {
                try office.ledger.backup(to: folder.path("office.db"), for: code)
            }
        }
        #expect(throws: Self.administratorsAlone) {
            try officers.desk(.discipline).ledger.backup(to: folder.path("office.db"))
        }
        #expect(try administrator.ledger.refusedAttempts().map(\.right) == [.administer, .administer, .administer])
        // What secretaries see of figures is what everybody sees.
        func figures(_ desk: Desk) throws -> StatusReport {
            try desk.ledger.status(asOf: Town.today, scope: Scope(Town.township))
        }
        #expect(try figures(secretary) == figures(office) && figures(office) == figures(officers.town.desk))
    }

    @Test("Many rows that go and come back at once go and come by who may, and the journal has them after the rows")
    func manyRows() throws {
        let lease = TestEngine.Lease()
        let officers = try ServerOfficers(lease)
        let office = try officers.desk(.office)
        try office.importing(dryRun: false) { session in
            for number in 0..<120 {
                let (person, household) = (Person.ID("N\(number)"), Household.ID("N\(number)"))
                let activity = Activity.ID("N\(number)")
                try session.insert(.person(person))
                try session.insert(.household(household))
                try session.insert(.pairing(household, person))
                try session.insert(.activity(activity, .partyDay, Town.village, on: "2016-05-11", [person]))
            }
            return ((), true, .words("导入"))
        }
        let entry = try officers.town.ledger.journal(limit: 1, before: nil).first.orThrow().id
        // What came later may rely on a helper who goes: asked of all households together too.
        _ = try office.perform(.recordActivity(Town.partyDay("后来的学习", on: "2016-06-14")))
        let before = try TwoLedgers.rows(officers.town.ledger)
        let trips = office.ledger.roundTrips ?? 0
        let undone = try office.perform(.undo(entry: entry))
        #expect(try officers.town.ledger.record(.activities, RecordKey("N7")) == nil)
        #expect(try officers.town.ledger.check().problems == [])
        _ = try office.perform(.undo(entry: undone.entry))
        // Where each row belongs is not asked of who may write in all of the town.
        #expect((office.ledger.roundTrips ?? 0) - trips < 60)
        #expect(try TwoLedgers.rows(officers.town.ledger) == before)
        #expect(try officers.town.ledger.check().problems == [])
    }

    @Test(
        "The chain of the journal is recomputed for the party office, discipline and the administrator of the whole town, and a change of it is told to each"
    )
    func chain() throws {
        let lease = TestEngine.Lease()
        let officers = try ServerOfficers(lease)
        let seal = try officers.town.ledger.head().orThrow().seal
        func report(_ role: Role) throws -> CheckReport { try officers.desk(role).ledger.check(against: [seal]) }
        for role in [Role.administrator, .discipline, .office] {
            let found = try report(role)
            #expect(found.problems == [] && found.comparesRows == (role != .office), "\(role)")
            #expect(found.witnesses.count == 1 && found.entries == seal.entry)
        }
        for role in [Role.committee, .secretary, .viewer] {
            #expect(throws: Self.administratorsAlone, "\(role)") { try report(role) }
            let failure = #expect(throws: RawServer.Failure.self) {
                try officers.raw(role).run("SELECT broken_entry()")
            }
            #expect(failure?.state == "42501")
        }
        let keeper = try PostgreSQLCluster.shared.get().raw()
        try keeper.run(
            "SET session_replication_role = replica; SET search_path = \(PostgreSQLSchema.name(of: officers.code))")
        // What the party office does not see is altered, then a whole entry is taken out.
        try keeper.run(
            "UPDATE journal_change SET after = replace(after, '2016-06-01', '2016-06-02') WHERE table_name = 'entries'")
        let altered = try keeper.value("SELECT min(entry) FROM journal_change WHERE table_name = 'entries'") ?? ""
        for role in [Role.administrator, .discipline, .office] {
            let problems = try report(role).problems
            #expect(problems.contains { $0.contains("流水第 \(altered) 条") }, "\(role): \(problems)")
        }
        try keeper.run("DELETE FROM journal WHERE id = 2")
        #expect(try report(.office).problems.first?.contains("流水第 3 条的封签") ?? false)
    }

    @Test("What is refused for want of a right is kept by the server, whoever tries it, and read by those who oversee")
    func refused() throws {
        let lease = TestEngine.Lease()
        let officers = try ServerOfficers(lease)
        let (secretary, viewer) = (try officers.desk(.secretary), try officers.desk(.viewer))
        let outside = Activity(
            id: "", heldOn: "2016-06-01", kind: .partyDay, organization: Town.otherVillage, title: "学习")
        #expect(throws: Refusal.self) { try secretary.perform(.recordActivity(outside)) }
        guard case .failure = try viewer.rehearse(.pair("H2", "P9", from: "2016-06-01")) else {
            Issue.record("paired")
            return
        }
        #expect(throws: Refusal.self) { try viewer.importing(dryRun: true) { _ in ((), false, .words("导入")) } }
        var answers = 0
        viewer.ledger.answer(
            [AnyQuery(KeepersQuestion()), AnyQuery(KeepersQuestion())], to: (viewer.officer, Town.today)
        ) { _, outcome in
            if case .failure = outcome { answers += 1 }
        }
        #expect(answers == 2)
        // Another rule is no want of a right.
        #expect(throws: Refusal.self) { try secretary.perform(.pair("H1", "P1", from: "2016-06-01")) }
        let kept = try officers.desk(.discipline).ledger.refusedAttempts()
        func line(_ attempt: RefusedAttempt) -> String {
            "\(attempt.officer) \(attempt.title) \(attempt.right.map { "\($0)" } ?? "-") \(attempt.place?.digits ?? "-")"
        }
        #expect(
            kept.map(line) == [
                "viewer 查看 keep -", "viewer 查看 keep -", "viewer 导入 keep -", "viewer 结对 record -",
                "branch secretary 记活动 record \(Town.otherVillage)",
            ])
        #expect(kept.allSatisfy { $0.at > "2026" && $0.account.hasSuffix(" \(officers.code)") })
        #expect(try officers.desk(.administrator).ledger.refusedAttempts() == kept)
        for role in [Role.office, .committee, .secretary, .viewer] {
            #expect(try officers.desk(role).ledger.refusedAttempts() == [], "\(role)")
        }
        // Nobody writes there by other means, takes out or alters what is kept.
        for sql in [
            "INSERT INTO refused_attempt (at, account, officer, action, missing, place) VALUES ('', '', '', '', '', '')",
            "UPDATE refused_attempt SET account = ''", "DELETE FROM refused_attempt", "TRUNCATE refused_attempt",
        ] {
            let failure = #expect(throws: RawServer.Failure.self, "\(sql)") {
                try officers.raw(.administrator).run(sql)
            }
            #expect(failure?.state == "42501", "\(sql)")
        }
        #expect(try officers.town.ledger.check().problems == [])
        #expect(try Ledger.inMemory().refusedAttempts() == [])
        // Databases and towns are for who keeps the server, which no officer is.
        let address = try PostgreSQLCluster.shared.get().address(
            of: officers.code, as: officers.account(.administrator))
        let server = try LedgerServer(address)
        for attempt in [{ _ = try server.prepare() }, { _ = try server.addTown("999999998") }] {
            guard case .notKeeper? = #expect(throws: LedgerError.self, performing: { try attempt() }) else {
                Issue.record("not said whose work it is")
                continue
            }
        }
        // Of an account the first of a day are kept, and nobody's beside.
        try officers.raw(.viewer).run("SELECT count(keep_refusal('', 'x', '')) FROM generate_series(1, 300)")
        try officers.raw(.secretary).run("SELECT keep_refusal('', 'y', '')")
        let counts = try officers.raw(.discipline).column(
            "SELECT count(*) FROM refused_attempt GROUP BY account ORDER BY account")
        #expect(counts == ["2", "\(TownFunctions.mostRefusals)"])
    }

    /// A question that only the party office may ask.
    private struct KeepersQuestion: Query {
        var right: Right? { .keep }

        func answer(from ledger: any LedgerReading) throws -> Bool { true }
    }

    @Test("An officer's row makes the login and its grants, and takes them: ended, undone, or by a date that passes")
    func comingAndGoing() throws {
        let lease = TestEngine.Lease()
        let officers = try ServerOfficers(lease)
        let administrator = try officers.desk(.administrator)
        let keeper = try PostgreSQLCluster.shared.get().raw()
        let viewer = OfficerGrant(
            account: "new \(officers.code)", name: "新", role: .viewer, range: Town.township.digits,
            startedOn: "2016-06-01")
        func count() throws -> String? {
            try PostgreSQLCluster.shared.get().raw("county", as: viewer.account).value(
                "SELECT count(*) FROM \(PostgreSQLSchema.name(of: officers.code)).activity")
        }
        let added = try administrator.perform(.add(viewer.wrapped))
        #expect(try count() == "2")
        let undone = try administrator.perform(.undo(entry: added.entry))
        #expect(throws: RawServer.Failure.self) { try count() }
        // An officer of another town only, who is let into the database.
        try keeper.run("GRANT CONNECT ON DATABASE county TO \"\(viewer.account)\"")
        let address = try PostgreSQLCluster.shared.get().address(of: officers.code, as: viewer.account)
        #expect(throws: LedgerError.notAdmitted(path: address, account: viewer.account)) {
            try Ledger.open(path: address)
        }
        try keeper.run("REVOKE CONNECT ON DATABASE county FROM \"\(viewer.account)\"")
        _ = try administrator.perform(.undo(entry: undone.entry))
        #expect(try count() == "2")
        // Whose row comes to be another's has none any more.
        for (from, to) in [(viewer.account, "next \(officers.code)"), ("next \(officers.code)", viewer.account)] {
            try officers.raw(.administrator).run("UPDATE officer SET account = '\(to)' WHERE account = '\(from)'")
            #expect((try? count()) == (to == viewer.account ? "2" : nil))
        }
        // The day passes without anybody's doing.
        try keeper.run(
            """
            SET session_replication_role = replica; SET search_path = \(PostgreSQLSchema.name(of: officers.code));
            UPDATE officer SET ended_on = '2016-06-02' WHERE account = '\(viewer.account)'
            """)
        #expect(try count() == "0")
        // Their own row, which holds to the end of the act.
        let second = OfficerGrant(
            account: "second \(officers.code)", name: "二", role: .administrator, range: Town.township.digits,
            startedOn: "2016-06-01")
        _ = try administrator.perform(.add(second.wrapped))
        var ended = try administrator.ledger.officers().first { $0.account == officers.account(.administrator) }
            .orThrow()
        let before = ended
        ended.endedOn = Town.today
        _ = try administrator.perform(.correct(from: before.wrapped, to: ended.wrapped))
        #expect(try officers.town.ledger.journal(limit: 1, before: nil).first?.officer == "administrator")
        #expect(throws: LedgerError.self) { try administrator.ledger.officers() }
    }
}
