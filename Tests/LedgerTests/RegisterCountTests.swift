import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// What is kept beside entries because it follows from them, and the counts that read it.
@Suite("Counts of registers") struct RegisterCountTests {
    private static let definitions: [(TableSchema, [String])] = [
        (.registers, ["借用", "后勤", "支部"]), (.registers, ["物品", "后勤", "借用"]), (.registers, ["谈话", "", "人员"]),
        (.registerFields, ["借用", "用途", "1", "选项", "开会;培训"]), (.registerFields, ["借用", "人数", "2", "整数"]),
        (.registerFields, ["借用", "归还日期", "3", "日期"]), (.registerFields, ["借用", "备注", "4", "长文"]),
        (.registerFields, ["物品", "件数", "1", "整数"]), (.registerFields, ["谈话", "次数", "1", "整数"]),
        (.registerStates, ["借用", "申请", "1", "同意", "5"]), (.registerStates, ["借用", "同意", "2", "归还", "", "归还日期"]),
        (.registerStates, ["借用", "归还", "3", "", "", "", "", "", "是"]),
        (.registerFigures, ["借用", "开会的", "1", "条数", "", "用途=开会"]), (.registerFigures, ["借用", "人数", "2", "求和", "人数"]),
        (.registerFigures, ["借用", "有备注的", "3", "条数", "", "备注 有"]), (.registerFigures, ["物品", "件数", "1", "求和", "件数"]),
        (.registerFigures, ["谈话", "次数", "1", "求和", "次数"]),
    ]

    private static func row(_ table: TableSchema, _ cells: [String]) throws -> AnyRecord {
        try AnyRecord.read(table, from: Dictionary(uniqueKeysWithValues: zip(table.columns, cells)))
    }

    private static func entry(
        _ register: String, _ number: String, _ subject: String, _ day: Day, _ values: [String: String] = [:]
    ) -> Act {
        .enter(
            StoredEntry(
                register: register, number: number, subject: subject, registeredOn: day,
                values: values.map { StoredEntry.Value($0.key, $0.value) }))
    }

    private static func town(_ ledger: Ledger? = nil) throws -> Town {
        let town = try Town(.person("P"), in: ledger)
        try town.perform(.adopt(definitions.map { try row($0, $1) }))
        try town.perform(
            entry("借用", "L1", Town.village.digits, "2016-06-01", ["用途": "开会", "人数": "7", "备注": "晚上"]))
        try town.perform(entry("借用", "L2", Town.otherVillage.digits, "2016-06-02", ["用途": "培训", "人数": "12"]))
        try town.perform(entry("物品", "W1", "L1", "2016-06-03", ["件数": "2"]))
        try town.perform(entry("谈话", "T1", "P", "2016-06-04", ["次数": "3"]))
        return town
    }

    private static func line(
        _ name: String, _ day: Day, _ town: Town, _ scope: Code = Town.township
    ) throws -> RegisterReport.Line {
        try #require(
            try town.ledger.registers(name, asOf: day, scope: Scope(scope), isRestrictedSeen: true).lines.first)
    }

    private static func states(_ day: Day, _ town: Town) throws -> [Int] {
        try line("借用", day, town).states.compactMap(\.count)
    }

    private static func figures(_ name: String, _ day: Day, _ town: Town) throws -> [String] {
        try line(name, day, town).figures.map { "\($0.value)" }
    }

    @Test("a state is that of the day looked at, before later steps too, and so are deadlines") func pastStates() throws
    {
        let town = try Self.town()
        try town.perform(.step(register: "借用", number: "L1", to: "同意", on: "2016-06-10", note: ""))
        try town.perform(.step(register: "借用", number: "L1", to: "归还", on: "2016-06-20", note: ""))
        #expect(try Self.states("2016-05-31", town) == [0, 0, 0])
        #expect(try Self.states("2016-06-09", town) == [2, 0, 0])
        #expect(try Self.states("2016-06-10", town) == [1, 1, 0])
        #expect(try Self.states("2016-06-20", town) == [1, 0, 1])
        #expect(try Self.line("借用", "2016-06-05", town).dueSoon == 2)
        #expect(try Self.line("借用", "2016-06-09", town).overdue == 2)
        #expect(try Self.line("借用", "2016-06-30", town).overdue == 1)
    }

    @Test("a day of a field says by when, and moves with it") func dueFields() throws {
        let town = try Self.town()
        try town.perform(.step(register: "借用", number: "L1", to: "同意", on: "2016-06-10", note: ""))
        #expect(try Self.line("借用", "2016-06-30", town).overdue == 1)
        try correct("L1", town) { try $0.set(Column("归还日期"), to: "2016-06-15") }
        #expect(try Self.line("借用", "2016-06-30", town).overdue == 2)
        try correct("L1", town) { try $0.set(Column("归还日期"), to: "2016-07-02") }
        let line = try Self.line("借用", "2016-06-30", town)
        #expect(line.overdue == 1 && line.dueSoon == 1)
    }

    private func correct(_ number: String, _ town: Town, _ change: (inout Entry) throws -> Void) throws {
        let register = try #require(try town.ledger.registers()["借用"])
        let saved = try #require(try town.ledger.record(.entries, RecordKey("借用", number))?.record as? StoredEntry)
        let seen = Entry(saved, of: register)
        var entry = seen
        try change(&entry)
        try town.perform(.correct(from: AnyRecord(seen), to: AnyRecord(entry)))
    }

    @Test("what is above an entry says whether it exists, and its subject where it is") func chains() throws {
        let town = try Self.town()
        #expect(try Self.figures("物品", "2016-06-30", town) == ["2"])
        try correct("L1", town) { entry in
            entry.struckOn = "2016-06-20"
            entry.struckReason = "录重了"
        }
        #expect(try Self.figures("物品", "2016-06-19", town) == ["2"])
        #expect(try Self.figures("物品", "2016-06-20", town) == ["0"])
        #expect(try Self.line("谈话", "2016-06-30", town, Town.village).entries == 1)
        let person = try #require(try town.ledger.record(.people, RecordKey("P")))
        try town.perform(.correct(from: person, to: try person.setting([.organization: Town.otherVillage.digits])))
        #expect(try Self.line("谈话", "2016-06-30", town, Town.village).entries == 0)
        #expect(try Self.line("谈话", "2016-06-30", town, Town.otherVillage).entries == 1)
    }

    @Test("what follows from entries is what would be found anew, after every act and its undo") func followed() throws
    {
        let town = try Self.town()
        let later = try Self.row(.registerFigures, ["借用", "归还的", "4", "条数", "", "归还日期 有"])
        let acts: [Act] = [
            .step(register: "借用", number: "L1", to: "同意", on: "2016-06-10", note: ""), .add(later),
            Self.entry("物品", "W2", "L1", "2016-06-12", ["件数": "5"]),
            .step(register: "借用", number: "L1", to: "归还", on: "2016-06-20", note: ""),
        ]
        var entries: [Int] = []
        for act in acts {
            entries.append(try town.perform(act).entry)
            #expect(try town.ledger.check().problems == [])
        }
        #expect(try Self.figures("借用", "2016-06-30", town) == ["1", "19", "1", "0"])
        #expect(try Self.figures("物品", "2016-06-30", town) == ["7"])
        for entry in entries.reversed() {
            try town.perform(.undo(entry: entry))
            #expect(try town.ledger.check().problems == [])
        }
        #expect(try Self.figures("借用", "2016-06-30", town) == ["1", "19", "1"])
    }

    @Test("what was entered and stepped in one act counts within it: a gate sees it") func withinAnAct() throws {
        let town = try Self.town()
        try town.perform(
            .add(try Self.row(.registerGates, ["借用", "归还", "1", "子项", "物品", "件数≥1", "1"])))
        try town.perform(.step(register: "借用", number: "L2", to: "同意", on: "2016-06-10", note: ""))
        let back = Act.step(register: "借用", number: "L2", to: "归还", on: "2016-06-20", note: "")
        #expect(Self.refusal(back, town) != nil)
        try town.perform(.together([Self.entry("物品", "W9", "L2", "2016-06-12", ["件数": "1"]), back]))
        #expect(try Self.states("2016-06-30", town) == [1, 0, 1])
        #expect(try town.ledger.check().problems == [])
    }

    private static func refusal(_ act: Act, _ town: Town) -> String? {
        do {
            try town.perform(act)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("steps and figures that come in files reach the entries there are") func imported() throws {
        let town = try Self.town()
        try town.insert([
            AnyRecord(EntryStep(register: "借用", entry: "L2", position: 2, on: "2016-06-11", state: "同意")),
            try Self.row(.registerFigures, ["借用", "归还的", "4", "条数", "", "归还日期 无"]),
        ])
        #expect(try Self.states("2016-06-30", town) == [1, 1, 0])
        #expect(try Self.figures("借用", "2016-06-30", town) == ["1", "19", "1", "2"])
    }

    @Test(
        "what was kept otherwise behind the program's back is found",
        arguments: ["state = '归还'", "since = '2016-06-03'", "ended_on = '2016-06-20'", "counted_2 = '8'", "place = ''"])
    func tampered(_ change: String) throws {
        let folder = TemporaryFolder()
        let town = try Self.town(.open(path: folder.path("zhibu.db")))
        try RawDatabase(folder.path("zhibu.db")).run("UPDATE entry SET \(change) WHERE number = 'L1'")
        let problems = try Ledger.open(path: folder.path("zhibu.db")).check().problems
        // What hangs on it follows from it too.
        #expect(problems.contains { $0.contains("借用 L1 ") }, "\(problems)")
        #expect(try town.ledger.check().problems == problems)
    }

    @Test("all registers are counted by two statements, however many there are") func statements() throws {
        let town = try Self.town()
        func count(_ name: String?) throws -> Int {
            var selects = 0
            _ = try town.ledger.registers()
            func ask() throws {
                _ = try town.ledger.registers(
                    name, asOf: "2016-06-30", scope: Scope(Town.township), isRestrictedSeen: true)
            }
            try town.ledger.tracing({ if $0.contains("FROM entry") { selects += 1 } }, ask)
            return selects
        }
        #expect(try count("借用") == 2)
        #expect(try count(nil) == 2)
    }

    @Test("entries of an older ledger are found what follows from them when it is opened") func migrated() throws {
        let folder = TemporaryFolder()
        let path = folder.path("zhibu.db")
        let steps = Migrations.steps.prefix(12).joined(separator: ";\n")
        try RawDatabase(path).transact(
            """
            \(steps);
            INSERT INTO organization (code, name, kind, industry_chain) VALUES ('100000001', '镇', '乡镇党委', '');
            INSERT INTO register VALUES ('借用', '', '乡镇', '', '公开', '', NULL), ('物品', '', '借用', '', '公开', '', NULL);
            INSERT INTO register_field VALUES ('物品', '件数', 1, '整数', '', 0, '', '', '', NULL);
            INSERT INTO register_state VALUES ('借用', '申请', 1, '', NULL, '', NULL, '', 0);
            INSERT INTO register_figure VALUES ('物品', '件数', 1, '求和', '件数', '', NULL, '', '');
            INSERT INTO entry VALUES ('借用', 'L1', '100000001', '2016-06-01', '{}', '2016-06-20', '录重了', '100000001');
            INSERT INTO entry VALUES ('物品', 'W1', 'L1', '2016-06-02', '{"件数":"4"}', NULL, '', '100000001');
            INSERT INTO entry_step VALUES ('借用', 'L1', 1, '2016-06-01', '申请', '', '');
            PRAGMA application_id = \(Migrations.applicationID); PRAGMA user_version = 12
            """)
        let ledger = try Ledger.open(path: path)
        func lines(_ day: Day) throws -> [RegisterReport.Line] {
            try ledger.registers(nil, asOf: day, scope: Scope(Town.township), isRestrictedSeen: true).lines
        }
        let before = try lines("2016-06-19")
        #expect(before.map(\.entries) == [1, 1] && before[0].states.compactMap(\.count) == [1])
        #expect(before[1].figures.map { "\($0.value)" } == ["4"])
        #expect(try lines("2016-06-20").map(\.entries) == [0, 0])
    }
}
