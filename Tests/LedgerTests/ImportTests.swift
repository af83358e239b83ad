import Ledger
import PartyWork
import TestSupport
import Testing

@Suite("Importing", .onBothEngines) struct ImportTests {
    struct Stop: Error {}

    func session(
        _ town: Town, commit: Bool = true, dryRun: Bool = false, _ body: (any ImportSession) throws -> Void
    ) throws {
        try town.desk.importing(dryRun: dryRun) { session in
            try body(session)
            return ((), commit, .words("导入 names.csv"))
        }
    }

    @Test("new rows and changed ones are one journal entry") func oneEntry() throws {
        let town = try Town(.person("P"))
        let old = try #require(try town.ledger.record(.people, RecordKey("P")))
        try session(town) { session in
            try session.insert(.household("H"))
            try session.insert(.pairing("H", "P"))
            try session.replace(old, with: try old.setting([.phone: "1"]))
        }
        let entry = try #require(try town.ledger.journal(limit: 1, before: nil).first)
        #expect(entry.summary == "导入 names.csv" && entry.rows == 3 && entry.id == 2)
        #expect(try town.ledger.record(.people, RecordKey("P"))?.cells[.phone] == "1")
        #expect(try town.ledger.check().problems == [])
        try town.perform(.undo(entry: 2))
        #expect(try town.ledger.record(.people, RecordKey("P")) == old)
        #expect(try town.ledger.record(.households, RecordKey("H")) == nil)
    }

    @Test("a number that the ledger gave to a row of a list is no fault of the file") func givenNumber() throws {
        let town = try Town()
        try session(town) { session in
            for day in ["2016-05-01", "2016-05-02"] {
                let id = try session.nextActivityNumber(Town.township)
                try session.insert(.activity(id, .partyDay, Town.village, on: try #require(Day(day))))
            }
        }
        #expect(try town.ledger.check().problems == [])
        try town.perform(.recordActivity(Town.partyDay()))
        #expect(try town.ledger.check().problems == [])
    }

    @Test("nothing stays of a dry run, of one not committed, of one that fails") func rollback() throws {
        let town = try Town()
        try session(town, dryRun: true) { try $0.insert(.person("P")) }
        try session(town, commit: false) { try $0.insert(.person("P")) }
        #expect(throws: Stop.self) {
            try session(town) {
                try $0.insert(.person("P"))
                throw Stop()
            }
        }
        #expect(try town.ledger.record(.people, RecordKey("P")) == nil)
        #expect(try town.ledger.journal(limit: 9, before: nil).count == 1)
        try town.perform(.add(.person("P")))
    }

    @Test("a reference that points nowhere cannot be saved, in the first import nor in a later one")
    func danglingReference() throws {
        let ledger = try Ledger.fresh()
        for organizations in [[], Town.organizations] {
            try Town.desk(ledger).importing(dryRun: false) { session in
                for row in organizations { try session.insert(row) }
                return ((), true, .words("导入"))
            }
            #expect(throws: LedgerError.self) {
                try Town.desk(ledger).importing(dryRun: false) { session in
                    try session.insert(.person("P", "100000001555"))
                    return ((), true, .words("导入"))
                }
            }
            #expect(try ledger.record(.people, RecordKey("P")) == nil)
        }
    }

    @Test("an import that changes nothing leaves no entry") func unchanged() throws {
        let town = try Town()
        try session(town) { _ in }
        #expect(try town.ledger.journal(limit: 9, before: nil).count == 1)
    }

    @Test("the session sees what is saved and what it added itself") func lookups() throws {
        let town = try Town(.person("P", Town.village, .resident))
        try session(town) { session in
            #expect(try !session.wasEmpty(.people))
            #expect(try session.wasEmpty(.households))
            #expect(try session.organizationKind(Town.joint) == .joint)
            #expect(try session.organizationKind("100000001999") == nil)
            #expect(try session.personCategory("P") == .resident)
            #expect(try session.personCategory("Q") == nil)
            #expect(try !session.hasHousehold("H"))
            try session.insert(.household("H"))
            #expect(try session.hasHousehold("H"))
            #expect(try session.wasEmpty(.households))
            #expect(try session.saved(.households, RecordKey("H")) == .household("H"))
            #expect(try session.saved(.people, RecordKey("X")) == nil)
        }
    }

    @Test("an ending after which a poor household had no serving helper is known for its day") func leavesPoor() throws
    {
        let town = try Town(
            .person("P"), .person("L", left: "2016-06-15"), .household("H"), .household("I", lifted: "2016-06-15"),
            .household("K"), .household("M"))
        let ended: [(AnyRecord, Bool)] = [
            (.pairing("H", "P", until: "2016-06-15"), true), (.pairing("I", "P", until: "2016-06-15"), false),
            (.pairing("K", "P", until: "2016-06-15"), false), (.pairing("M", "P", until: "2016-06-15"), true),
        ]
        try session(town) { session in
            for (pairing, _) in ended { try session.insert(pairing) }
            try session.insert(.pairing("K", "P", from: "2016-06-15"))
            try session.insert(.pairing("M", "L"))
            let pairings = try ended.map { try #require($0.0.record as? Pairing) }
            #expect(try session.leavingPoorHouseholds(pairings) == Set(ended.indices.filter { ended[$0].1 }))
            #expect(try session.leavingPoorHouseholds([]).isEmpty)
        }
    }

    @Test("rows come back as they went in, whatever is in them") func verbatim() throws {
        let note = "第一行\n第二行 \"引号\" \\ 𠮷 e\u{301} é =1+1"
        var activity = Activity(
            id: "a;\"b", heldOn: "2016-06-01", kind: .dispute, organization: Town.group,
            title: note.filter { $0 != "\n" },
            participants: ["e\u{301}", "é"], household: "H", resolvedOn: "2016-06-02", evidence: .pending, note: note)
        activity.voidedOn = "2016-06-03"
        activity.voidReason = "错"
        var organization = Organization(code: "100000001904", name: "联", kind: .joint)
        organization.jointUnits = [Town.otherVillage, Town.village]
        organization.leader = "é"
        organization.industryChain = "茶"
        organization.foundedOn = "2015-01-01"
        organization.dissolvedOn = "2016-01-01"
        let rows: [AnyRecord] = [
            .person("é"), .person("e\u{301}", arrived: "2014-01-01", left: "2016-01-01", exemption: "年老"),
            .household("H", lifted: "2015-01-01", returned: "2015-06-01", closed: "2016-01-01"),
            .pairing("H", "é", until: "2016-01-01", .householdClosed), .cooperative("C", Town.village, led: 3, ["é"]),
            .activity(activity), .organization(organization),
        ]
        let town = try Town(rows)
        for row in rows { #expect(try town.ledger.record(row.table, row.key) == row) }
        #expect(try town.ledger.check().problems == [])
        let undo = try town.perform(.undo(entry: 1))
        #expect(try town.ledger.isEmpty())
        try town.perform(.undo(entry: undo.entry))
        for row in rows { #expect(try town.ledger.record(row.table, row.key) == row) }
    }

    @Test("rows are exported table by table, by key in code-point order, a pairing's key part by part")
    func order() throws {
        let town = try Town(
            .person("b"), .person("B"), .person("a"), .person("𠮷"), .person("\u{FB01}"), .household("H"),
            .household("H1"), .pairing("H1", "a"), .pairing("H", "b"), .pairing("H", "a", from: "2016-01-02"),
            .pairing("H", "a", from: "2016-01-01", until: "2016-01-02"))
        var keys: [TableSchema: [String]] = [:]
        try town.ledger.exporting { source in
            for table in TableSchema.builtIn {
                try source(table) { keys[$0.table, default: []].append($0.key.description) }
            }
        }
        #expect(keys[.people] == ["B", "a", "b", "\u{FB01}", "𠮷"])
        #expect(keys[.pairings] == ["H a 2016-01-01", "H a 2016-01-02", "H b 2015-01-01", "H1 a 2015-01-01"])
        #expect(throws: Stop.self) { try town.ledger.exporting { _ in throw Stop() } }
        #expect(try town.status().totals.branches == 4)
    }
}
