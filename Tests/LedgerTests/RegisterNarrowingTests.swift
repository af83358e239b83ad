import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// What entries use is not taken away or narrowed by an act (REGISTERS section 2, changing definitions under entries).
@Suite("Narrowing a register") struct RegisterNarrowingTests {
    private static func row(_ table: TableSchema, _ cells: [String]) throws -> AnyRecord {
        try AnyRecord.read(table, from: Dictionary(uniqueKeysWithValues: zip(table.columns, cells)))
    }

    private static func town() throws -> Town {
        let town = try Town()
        let rows: [(TableSchema, [String])] = [
            (.registers, ["借用", "", "支部"]), (.registerFields, ["借用", "用途", "1", "选项", "开会;培训;其他"]),
            (.registerFields, ["借用", "人数", "2", "整数", "", "", "1", "80"]),
            (.registerFields, ["借用", "备注", "3", "文字"]),
            (.registerStates, ["借用", "申请", "1", "同意;拒绝"]), (.registerStates, ["借用", "同意", "2", "归还"]),
            (.registerStates, ["借用", "归还", "3"]), (.registerStates, ["借用", "拒绝", "4"]),
        ]
        try town.perform(.adopt(rows.map { try row($0, $1) }))
        for (number, use, people) in [("L1", "开会", "7"), ("L2", "培训", "60")] {
            try town.perform(
                .enter(
                    StoredEntry(
                        register: "借用", number: number, subject: Town.village.digits, registeredOn: "2016-06-01",
                        values: [StoredEntry.Value("用途", use), StoredEntry.Value("人数", people)])))
        }
        try town.perform(.step(register: "借用", number: "L1", to: "同意", on: "2016-06-02", note: ""))
        return town
    }

    @Test("a register made like another never becomes part of one that is there") func takenName() throws {
        let town = try Self.town()
        let rows = [
            try Self.row(.registers, ["借用", "", "支部"]), try Self.row(.registerFields, ["借用", "押金", "4", "金额"]),
        ]
        #expect(throws: Refusal.keyTaken(.registers, RecordKey("借用"))) { try town.perform(.found(rows)) }
        #expect(try town.ledger.registers()["借用"]?.field("押金") == nil)
        let other = try rows.map { try $0.setting([.register: "外借"]) }
        try town.perform(.found(other))
        #expect(try town.ledger.registers()["外借"]?.field("押金")?.kind == .amount)
    }

    /// What a correction of a definition is refused for; nil where it is taken.
    private static func refusal(_ table: TableSchema, _ key: RecordKey, _ cells: [Column: String]) throws -> String? {
        let town = try town()
        let saved = try #require(try town.ledger.record(table, key))
        do {
            try town.perform(.correct(from: saved, to: try saved.setting(cells)))
            return nil
        } catch let refusal as Refusal {
            #expect(try town.ledger.record(table, key) == saved)
            return refusal.text
        }
    }

    @Test(
        "an option that an entry has stays; one that none has may go",
        arguments: [("开会;其他", "1 处"), ("培训;其他", "1 处"), ("甲;乙", "2 处"), ("开会;培训", nil), ("开会;培训;其他;党课", nil)])
    func options(list: String, uses: String?) throws {
        let refusal = try Self.refusal(.registerFields, RecordKey("借用", "用途"), [.options: list])
        #expect(uses.map { refusal?.contains($0) ?? false } ?? (refusal == nil), "\(refusal ?? "")")
    }

    @Test(
        "a bound does not pass a value in use",
        arguments: [
            ("7", "60", nil), ("8", "80", "1 处"), ("1", "59", "1 处"), ("8", "59", "1 处"), ("", "", nil),
            ("7.01", "80", "1 处"),
        ])
    func bounds(least: String, most: String, uses: String?) throws {
        let refusal = try Self.refusal(.registerFields, RecordKey("借用", "人数"), [.least: least, .most: most])
        #expect(uses.map { refusal?.contains($0) ?? false } ?? (refusal == nil), "\(refusal ?? "")")
    }

    @Test(
        "a way between states that an entry went stays; one that none went may go",
        arguments: [("拒绝", true), ("同意", false), ("同意;拒绝;归还", false)])
    func ways(next: String, isRefused: Bool) throws {
        #expect((try Self.refusal(.registerStates, RecordKey("借用", "申请"), [.nextStates: next]) != nil) == isRefused)
    }

    @Test("the kind of a filled field stays, of an empty one it changes") func kinds() throws {
        #expect(try Self.refusal(.registerFields, RecordKey("借用", "人数"), [.kind: "文字", .least: "", .most: ""]) != nil)
        #expect(try Self.refusal(.registerFields, RecordKey("借用", "备注"), [.kind: "整数"]) == nil)
    }

    @Test(
        "a field is retired from a day after the entries that have it",
        arguments: [("2016-06-01", true), ("2016-06-02", false)])
    func retirement(day: String, isRefused: Bool) throws {
        #expect((try Self.refusal(.registerFields, RecordKey("借用", "人数"), [.retiredOn: day]) != nil) == isRefused)
        #expect((try Self.refusal(.registers, RecordKey("借用"), [.retiredOn: day]) != nil) == isRefused)
    }
}
