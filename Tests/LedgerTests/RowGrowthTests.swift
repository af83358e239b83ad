import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// An act that an officer does with many rows at once.
private struct GrowingAct: Sendable {
    let name: String
    /// Makes what so many rows need, and the act on them.
    let make: @Sendable (Town, Int) throws -> Act
}

extension GrowingAct {
    private static func households(_ count: Int) -> [Household.ID] { (1...count).map { Household.ID("H\($0)") } }
    private static func people(_ count: Int) -> [Person.ID] { (1...count).map { Person.ID("P\($0)") } }
    private static let month = Month("2016-05-01" as Day)

    private static func villages(_ count: Int) -> [Organization] {
        (0..<count).map {
            Organization(code: Code("1000000017\($0 < 10 ? "0" : "")\($0)"), name: "村\($0)", kind: .village)
        }
    }

    private static func row(_ table: TableSchema, _ cells: [String]) throws -> AnyRecord {
        try AnyRecord.read(table, from: Dictionary(uniqueKeysWithValues: zip(table.columns, cells)))
    }

    private static func entry(_ number: Int) -> StoredEntry {
        StoredEntry(
            register: "借用", number: "L\(number)", subject: Town.village.digits, registeredOn: "2016-06-01", values: [])
    }

    private static func defineRegister(_ town: Town) throws {
        try town.perform(
            .adopt([
                row(.registers, ["借用", "后勤", "村"]), row(.registerStates, ["借用", "申请", "1", "归还"]),
                row(.registerStates, ["借用", "归还", "2", "", "", "", "", "", "是"]),
            ]))
    }

    static let all: [GrowingAct] = [
        GrowingAct(name: "撤并村") { town, count in
            let rows = people(count).map { AnyRecord.person($0, Town.group) } + households(count).map { .household($0) }
            try town.insert(rows)
            let record = try town.ledger.record(.organizations, RecordKey(Town.village.digits)).orThrow().record
            let village = try (record as? Organization).orThrow()
            return .absorb(village, into: Town.otherVillage, on: "2016-06-20")
        },
        GrowingAct(name: "移交") { town, count in
            try town.insert(
                [.person("P"), .person("Q")] + households(count).map { .household($0) }
                    + households(count).map { .pairing($0, "P") })
            return .endPairings(
                households(count).map {
                    PairingEnding(household: $0, helper: "P", on: "2016-06-15", reason: .helperLeft, replacement: "Q")
                })
        },
        GrowingAct(name: "结对") { town, count in
            try town.insert([.person("P")] + households(count).map { .household($0) })
            return .together(households(count).map { .pair($0, "P", from: "2016-06-01") })
        },
        GrowingAct(name: "记活动") { town, count in
            .together((1...count).map { .recordActivity(Town.partyDay("第\($0)次", on: "2016-06-01")) })
        },
        GrowingAct(name: "加人") { _, count in .together(people(count).map { .add(.person($0)) }) },
        GrowingAct(name: "改人") { town, count in
            try town.insert(people(count).map { .person($0) })
            return .together(
                try people(count).map { id in
                    let person = try town.ledger.record(.people, RecordKey(id.text)).orThrow()
                    return .correct(from: person, to: try person.setting([.post: "组长"]))
                })
        },
        GrowingAct(name: "转组织关系") { town, count in
            try town.insert(people(count).map { .person($0) })
            return .together(
                try people(count).map { id in
                    let record = try town.ledger.record(.people, RecordKey(id.text)).orThrow().record
                    let person = try (record as? Person).orThrow()
                    return .move(person, to: Town.otherVillage, on: "2016-06-01", since: "2015-01-01")
                })
        },
        GrowingAct(name: "脱贫") { town, count in
            try town.insert(households(count).map { .household($0) })
            return .together(
                try households(count).map { id in
                    let household = try town.ledger.record(.households, RecordKey(id.text)).orThrow()
                    return .correct(from: household, to: try household.setting([.liftedOn: "2016-06-01"]))
                })
        },
        GrowingAct(name: "勾选") { town, count in
            try ask(people(count), in: town)
            return .tick(people(count).map { Tick(checklist: "Q1", subject: $0.text, on: "2016-06-01") })
        },
        GrowingAct(name: "免除") { town, count in
            try ask(people(count), in: town)
            return .waive(people(count).map { Waiver(checklist: "Q1", subject: $0.text, reason: "外出") })
        },
        GrowingAct(name: "上报月报") { town, count in
            try town.insert(villages(count).map { .organization($0) })
            return .takeMonthStep(.submit, of: month, villages(count).map(\.code), reason: "")
        },
        GrowingAct(name: "接收月报") { town, count in
            try town.insert(villages(count).map { .organization($0) })
            try town.perform(.takeMonthStep(.submit, of: month, villages(count).map(\.code), reason: ""))
            return .takeMonthStep(.accept, of: month, villages(count).map(\.code), reason: "")
        },
        GrowingAct(name: "登记条目") { town, count in
            try defineRegister(town)
            return .together((1...count).map { .enter(entry($0)) })
        },
        GrowingAct(name: "条目下一步") { town, count in
            try defineRegister(town)
            try town.perform(.together((1...count).map { .enter(entry($0)) }))
            return .together(
                (1...count).map { .step(register: "借用", number: "L\($0)", to: "归还", on: "2016-06-02", note: "") })
        },
        GrowingAct(name: "合并户") { town, count in
            try town.insert(
                [.household("H1"), .household("H2"), .person("P")]
                    + (1...count).map {
                        .activity(
                            Activity.ID("A\($0)"), .homeVisit, Town.village, on: "2016-06-01", ["P"], household: "H2")
                    })
            return .join(try town.ledger.record(.households, RecordKey("H2")).orThrow(), into: RecordKey("H1"))
        },
        GrowingAct(name: "撤销导入") { town, count in
            try town.insert(
                [.person("P")] + households(count).map { .household($0) } + households(count).map { .pairing($0, "P") })
            return .undo(entry: try town.ledger.journal(limit: 1).first.orThrow().id)
        },
        GrowingAct(name: "清空示例") { town, count in
            try town.insert(
                [.person("P")] + households(count).map { .household($0) } + households(count).map { .pairing($0, "P") })
            return .clearSample(entry: try town.ledger.journal(limit: 1).first.orThrow().id)
        },
    ]

    /// Puts people there, of each of whom a checklist asks something.
    private static func ask(_ people: [Person.ID], in town: Town) throws {
        let checklist = Checklist(
            id: "Q1", name: "走访", subject: .member, period: .once, startsOn: "2016-01-01", endsOn: "2016-07-01")
        try town.insert(people.map { .person($0) } + [.checklist(checklist)])
    }

    /// How often the server is waited for by the act, its undo, and the undo of that.
    func trips(_ town: Town, rows: Int) throws -> [Int] {
        let act = try make(town, rows)
        func counted(_ act: Act) throws -> (Int, entry: Int) {
            let before = town.ledger.roundTrips ?? 0
            let receipt = try town.perform(act)
            return ((town.ledger.roundTrips ?? 0) - before, receipt.entry)
        }
        let (done, entry) = try counted(act)
        if case .clearSample = act { return [done] }
        let (undone, again) = try counted(.undo(entry: entry, reason: "有误"))
        return [done, undone, try counted(.undo(entry: again, reason: "有误")).0]
    }
}

/// An act waits for the server as often with many rows as with few (SERVER section 3, slow lines).
@Suite("Rows and round trips") struct RowGrowthTests {
    @Test(
        "Ten times the rows take no ten times the round trips, done, undone and done again, and all is as it should be")
    func growth() throws {
        for act in GrowingAct.all {
            let trips = try [10, 100].map { rows in
                let lease = TestEngine.Lease()
                let town = try Town(in: .open(path: lease.address()))
                let trips = try act.trips(town, rows: rows)
                #expect(try town.ledger.check().problems == [], "\(act.name) \(rows)")
                return trips
            }
            // A stretch of many rows is sent in parts.
            #expect(zip(trips[0], trips[1]).allSatisfy { $1 <= 2 * $0 }, "\(act.name): \(trips)")
            #expect(trips[0].allSatisfy { $0 < 12 }, "\(act.name): \(trips)")
        }
    }

    @Test("What the acts before it in the same stretch wrote is warned of as in a file") func warnings() throws {
        func warnings(_ ledger: Ledger) throws -> [String] {
            let town = try Town(in: ledger)
            let people = ["张伟", "张伟", "李娜", "张伟"].enumerated().map { number, name in
                Person(id: Person.ID("P\(number)"), name: name, organization: Town.village, category: .member)
            }
            return try town.perform(.together(people.map { .add($0.wrapped) })).warnings
        }
        let lease = TestEngine.Lease()
        let told = try warnings(.open(path: lease.address()))
        #expect(try told == warnings(.inMemory()) && !told.isEmpty, "\(told)")
    }
}
