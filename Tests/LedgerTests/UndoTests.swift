import Ledger
import PartyWork
import TestSupport
import Testing

@Suite("Undo and redo", .onBothEngines) struct UndoTests {
    /// Every row of the ledger.
    private func rows(_ town: Town) throws -> Set<AnyRecord> {
        var rows: Set<AnyRecord> = []
        try town.ledger.exporting { source in
            for table in TableSchema.builtIn { try source(table) { rows.insert($0) } }
        }
        return rows
    }

    @Test("every kind of act is taken back and done again, to the letter") func roundTrips() throws {
        let town = try Town(
            .person("P"), .person("Q"), .household("H"), .household("I"), .pairing("H", "P"), .pairing("I", "P"),
            .activity("A", .partyDay, Town.village, on: "2016-06-01", ["Q", "P"]))
        let person = try #require(try town.ledger.record(.people, RecordKey("P")))
        let acts: [Act] = [
            .recordActivity(Town.partyDay()), .add(.household("J")), .add(.cooperative("C", Town.village, ["Q", "P"])),
            .add(
                .organization(Organization(code: "100000001904", name: "联", kind: .joint, jointUnits: [Town.village]))),
            .correct(from: person, to: try person.setting([.phone: "1", .assignedVillages: Town.village.digits])),
            .voidActivity("A", on: "2016-06-30", reason: "重复"), .pair("H", "Q", from: "2016-06-01"),
            .endPairings([
                PairingEnding(household: "I", helper: "P", on: "2016-06-15", reason: .helperLeft, replacement: "Q")
            ]),
        ]
        for act in acts {
            let before = try rows(town)
            let done = try town.perform(act)
            let after = try rows(town)
            #expect(after != before)
            #expect(try town.undoable()?.id == done.entry)
            let undo = try town.perform(.undo(entry: done.entry))
            #expect(undo.summary == "撤销第 \(done.entry) 条：\(done.summary)")
            #expect(try rows(town) == before)
            #expect(throws: Refusal.undoneAlready(entry: done.entry)) { try town.perform(.undo(entry: done.entry)) }
            let redo = try town.perform(.undo(entry: undo.entry))
            #expect(redo.summary == "重做第 \(done.entry) 条：\(done.summary)")
            #expect(try rows(town) == after)
            #expect(throws: Refusal.undoneAlready(entry: undo.entry)) { try town.perform(.undo(entry: undo.entry)) }
        }
        #expect(try town.ledger.check().problems == [])
    }

    @Test("what an undo without a choice takes back: the newest act that stands") func undoable() throws {
        let town = try Town()
        let first = try town.perform(.recordActivity(Town.partyDay("一"))).entry
        let second = try town.perform(.recordActivity(Town.partyDay("二"))).entry
        let undo = try town.perform(.undo(entry: second)).entry
        #expect(try town.undoable()?.id == first)
        try town.perform(.undo(entry: undo))
        #expect(try town.undoable()?.id == second)
        try town.perform(.undo(entry: second))
        try town.perform(.undo(entry: first))
        #expect(try town.undoable()?.id == 1)
        try town.perform(.undo(entry: 1))
        #expect(try town.undoable() == nil)
        #expect(
            try town.ledger.journal(limit: 99, before: nil).compactMap(\.undoes) == [1, first, second, undo, second])
    }

    @Test(
        "a key takes back only one's own, and only of the day: another officer, and another name on the account, have none"
    )
    func ownOnly() throws {
        let town = try Town()
        let mine = try town.perform(.recordActivity(Town.partyDay("一"))).entry
        let others = [Officer(uid: 1001, name: "李娟"), Officer(uid: 1000, name: "王建国")]
        for (officer, title) in zip(others, ["二", "三"]) {
            #expect(try town.undoable(officer) == nil && town.redoable(officer) == nil)
            let act = Act.recordActivity(Town.partyDay(title))
            let theirs = try town.ledger.acting(as: officer, on: Town.clock).perform(act).entry
            #expect(try town.undoable(officer)?.id == theirs)
            #expect(try town.undoable()?.id == mine)
        }
        let undo = try town.perform(.undo(entry: mine)).entry
        #expect(try town.redoable()?.id == undo)
        for officer in others { #expect(try town.redoable(officer) == nil) }
        // By the officer's clock: 16:15 UTC is the next day in China.
        _ = try town.ledger.acting(as: Town.officer, on: .standing(at: "2016-07-01", "2016-06-30T16:15:00Z")).perform(
            .recordActivity(Town.partyDay("四")))
        #expect(try town.undoable(since: "2016-07-01") != nil)
        #expect(try town.undoable(since: "2016-07-02") == nil && town.redoable(since: "2016-07-02") == nil)
    }

    @Test("an entry names the undo that took it back, as long as that stands") func undoneBy() throws {
        let town = try Town()
        for title in ["一", "二"] { try town.perform(.recordActivity(Town.partyDay(title))) }
        /// What each entry from the first record on was taken back by.
        func marks() throws -> [Int?] { try town.ledger.journal(limit: 99).reversed().dropFirst().map(\.undoneBy) }
        #expect(try town.redoable() == nil)
        try town.perform(.undo(entry: 3))
        #expect(try marks() == [nil, 4, nil])
        try town.perform(.undo(entry: 2))
        #expect(try marks() == [5, 4, nil, nil])
        #expect(try town.redoable()?.id == 5)
        try town.perform(.undo(entry: 5))
        #expect(try marks() == [nil, 4, nil, 6, nil])
        #expect(try town.redoable()?.id == 4)
        try town.perform(.undo(entry: 6))
        #expect(try marks() == [5, 4, nil, nil, 7, nil])
        #expect(try town.redoable()?.id == 5)
        try town.perform(.recordActivity(Town.partyDay("三")))
        #expect(try town.redoable() == nil)
        #expect(try town.ledger.journal(limit: 1, before: 6).map(\.undoneBy) == [nil])
        #expect(try town.ledger.journal(limit: 1, before: 3).map(\.undoneBy) == [5])
    }

    @Test("there is nothing to take back under a number that is no entry") func nothing() throws {
        let town = try Town()
        for entry in [0, 2, -1, 99] {
            #expect(throws: Refusal.nothingToUndo) { try town.perform(.undo(entry: entry)) }
        }
        #expect(throws: Refusal.nothingToUndo) {
            try Town.perform(.undo(entry: 1), on: .fresh())
        }
    }

    @Test("a row that changed since is named by the entry to take back first") func changedSince() throws {
        let town = try Town(.person("P"))
        var person = try #require(try town.ledger.record(.people, RecordKey("P")))
        var entries: [Receipt] = []
        for phone in ["1", "2", "3"] {
            let next = try person.setting([.phone: phone])
            entries.append(try town.perform(.correct(from: person, to: next)))
            person = next
        }
        try town.perform(.undo(entry: entries[2].entry))
        let blamed = Refusal.changedSince(
            entry: entries[0].entry, by: entries[1].entry, entries[1].deed)
        #expect(throws: blamed) { try town.perform(.undo(entry: entries[0].entry)) }
        try town.perform(.undo(entry: entries[1].entry))
        try town.perform(.undo(entry: entries[0].entry))
        #expect(try town.ledger.record(.people, RecordKey("P"))?.cells[.phone] == nil)
    }

    @Test("a row that others refer to stays, and the refusal says which") func stillReferenced() throws {
        let town = try Town()
        let person = try town.perform(.add(.person("P"))).entry
        var activity = Town.partyDay()
        activity.id = "A"
        activity.participants = ["P"]
        let recorded = try town.perform(.recordActivity(activity)).entry
        #expect(throws: Refusal.stillReferenced(entry: person, what: "活动“A”的「参加人员」仍指向“P”")) {
            try town.perform(.undo(entry: person))
        }
        try town.perform(.undo(entry: recorded))
        let undo = try town.perform(.undo(entry: person)).entry
        #expect(throws: Refusal.stillReferenced(entry: recorded + 1, what: "活动“A”的「参加人员」仍指向“P”")) {
            try town.perform(.undo(entry: recorded + 1))
        }
        try town.perform(.undo(entry: undo))
        try town.perform(.undo(entry: recorded + 1))
        #expect(try town.branch()?.partyDayMonths == [6])
    }

    @Test("an undo cannot take the last helper on whom a later ending relied") func lastHelper() throws {
        let town = try Town(.person("P"), .person("Q"), .household("H"), .pairing("H", "P"))
        let pairing = try town.perform(.pair("H", "Q", from: "2016-06-01")).entry
        let ending = try town.perform(
            .endPairings([PairingEnding(household: "H", helper: "P", on: "2016-06-15", reason: .reassigned)]))
        let refusal = Refusal.changedSince(entry: pairing, by: ending.entry, ending.deed)
        #expect(throws: refusal) { try town.perform(.undo(entry: pairing)) }
        #expect(try town.branch()?.households.covered == 1)
        try town.perform(.undo(entry: ending.entry))
        try town.perform(.undo(entry: pairing))
        #expect(try town.branch()?.households.covered == 1)
    }

    @Test("nor one on whom a helper's leaving relied; a new telephone number does not matter") func helperLeft() throws
    {
        let town = try Town(.person("P"), .person("Q"), .household("H"), .household("I"), .pairing("H", "P"))
        let alone = try town.perform(.pair("I", "Q", from: "2016-06-01")).entry
        let second = try town.perform(.pair("H", "Q", from: "2016-06-01")).entry
        let helper = try #require(try town.ledger.record(.people, RecordKey("Q")))
        try town.perform(.correct(from: helper, to: try helper.setting([.phone: "1"])))
        try town.perform(.undo(entry: alone))
        let first = try #require(try town.ledger.record(.people, RecordKey("P")))
        let leaving = try town.perform(.correct(from: first, to: try first.setting([.leftOn: "2016-06-20"])))
        let refusal = Refusal.changedSince(entry: second, by: leaving.entry, leaving.deed)
        #expect(throws: refusal) { try town.perform(.undo(entry: second)) }
    }

    @Test("the newest act may be taken back though it leaves the household as poor as before") func newest() throws {
        let town = try Town(.person("P"), .household("H"))
        let pairing = try town.perform(.pair("H", "P", from: "2016-06-01")).entry
        try town.perform(.undo(entry: pairing))
        #expect(try town.branch()?.households == Coverage(covered: 0, inScope: 1))
    }

    @Test("an import is taken back whole, and done again") func importUndo() throws {
        let town = try Town(.person("P"))
        let before = try rows(town)
        let people = (0..<300).map { AnyRecord.person(Person.ID("N\($0)")) }
        let homes = (0..<300).map { AnyRecord.household(Household.ID("H\($0)")) }
        try town.insert(people + homes + (0..<300).map { .pairing(Household.ID("H\($0)"), Person.ID("N\($0)")) })
        let after = try rows(town)
        let undo = try town.perform(.undo(entry: 2))
        #expect(try rows(town) == before)
        try town.perform(.undo(entry: undo.entry))
        #expect(try rows(town) == after)
        #expect(try town.ledger.check().problems == [])
    }

    @Test("undo works on the ledger as another start of the program finds it") func acrossStarts() throws {
        let folder = TemporaryFolder()
        let path = folder.path("zhibu.db")
        let entry = try Town(in: .open(path: path)).perform(.recordActivity(Town.partyDay())).entry
        let ledger = try Ledger.open(path: path)
        let own = OwnActs(of: Town.officer, since: Town.today, clockOffset: 480)
        #expect(try ledger.undoable(own)?.row.id == entry)
        try Town.perform(.undo(entry: entry), on: ledger)
        #expect(try ledger.activities(in: Scope(Town.township), from: "2016-01-01", to: "2016-12-31") == [])
    }
}
