import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("What happens to a household, in the ledger", .onBothEngines) struct HouseholdActTests {
    /// Every row of the ledger that goes into files.
    private func rows(_ town: Town) throws -> Set<AnyRecord> {
        var rows: Set<AnyRecord> = []
        try town.ledger.exporting { source in
            for table in TableSchema.builtIn { try source(table) { rows.insert($0) } }
        }
        return rows
    }

    private func town(_ more: AnyRecord...) throws -> Town {
        try Town(
            [
                .person("P"), .person("Q"), .household("H"), .pairing("H", "P"),
                .household("I", lifted: "2015-06-01"), .pairing("I", "P"), .household("J"), .pairing("J", "Q"),
            ] + more)
    }

    private func household(_ id: Household.ID, _ town: Town) throws -> Household {
        try #require(try town.ledger.record(.households, RecordKey(id.text))?.record as? Household)
    }

    /// Each of the seven, as a form would ask for it.
    private static let events: [(Household.ID, HouseholdEvent, [Person.ID]?, String)] = [
        ("H", .newHead("李某", headcount: 2, reason: "去世"), nil, "户主变更 贫困户 H 户主H（甲村），自 2016-06-20 起：户主H → 李某（去世）"),
        (
            "H", .split(.init(id: "H-2", head: "李某", headcount: 1, helpers: ["P"])), ["Q"],
            "分户 贫困户 H 户主H（甲村），自 2016-06-20 起：李某（H-2）等 1 人由 户主H（H）另立一户；结束结对 1；新结对 2"
        ),
        (
            "H", .merged(into: "J", helpersFollow: true), nil,
            "并户 贫困户 H 户主H（甲村），自 2016-06-20 起：户主H（H）3 人并入 户主J（J）；结束结对 1；新结对 1"
        ),
        ("H", .moved(to: Town.otherVillage), nil, "迁移 贫困户 H 户主H（甲村），自 2016-06-20 起：由甲村迁到乙村"),
        ("H", .lifted, [], "脱贫 贫困户 H 户主H（甲村），自 2016-06-20 起；结束结对 1"),
        ("I", .returned, nil, "返贫 贫困户 I 户主I（甲村），自 2016-06-20 起"),
        ("H", .closed(reason: "死亡"), nil, "销户 贫困户 H 户主H（甲村），自 2016-06-20 起：死亡；结束结对 1"),
    ]

    @Test("each is one entry, rehearsed without a trace, undone and done again to the letter", arguments: events)
    func roundTrip(id: Household.ID, event: HouseholdEvent, helpers: [Person.ID]?, summary: String) throws {
        let town = try town()
        let act = Act.changeHousehold(
            HouseholdChange(try household(id, town), event, on: "2016-06-20", helpers: helpers))
        let before = try rows(town)
        let newest = try town.ledger.journal(limit: 1, before: nil).first?.id ?? 0
        let rehearsal = try town.desk.rehearse(act).get()
        #expect(try rows(town) == before)
        #expect(try town.ledger.journal(limit: 1, before: nil).first?.id ?? 0 == newest)
        let done = try town.perform(act)
        #expect(done.entry == newest + 1 && done.summary == summary)
        #expect(rehearsal.deed == done.deed)
        let card = try town.ledger.journalCard(done.entry)
        #expect(card.changes == rehearsal.rows.map(\.change))
        #expect(card.row.kind == .household)
        let after = try rows(town)
        #expect(after != before)
        #expect(try town.ledger.check().problems == [])
        let undo = try town.perform(.undo(entry: done.entry))
        #expect(try rows(town) == before)
        try town.perform(.undo(entry: undo.entry))
        #expect(try rows(town) == after)
    }

    @Test("no figure of an earlier day shifts when a household splits, merges, is lifted, returns or is closed")
    func figures() throws {
        for (id, event, helpers, _) in Self.events where event.kind != .moved {
            let town = try town()
            let before = try town.status("2016-06-19").totals
            let seen = try household(id, town)
            try town.perform(.changeHousehold(HouseholdChange(seen, event, on: "2016-06-20", helpers: helpers)))
            #expect(try town.status("2016-06-19").totals == before)
        }
    }

    @Test("a household split off is poor and covered from its first day on") func split() throws {
        let town = try town()
        let part = HouseholdEvent.Part(id: "H-2", head: "李某", headcount: 2, helpers: ["P"])
        try town.perform(
            .changeHousehold(HouseholdChange(try household("H", town), .split(part), on: "2016-06-20")))
        #expect(try town.status("2016-06-19").totals.households == Coverage(covered: 2, inScope: 2))
        #expect(try town.status("2016-06-20").totals.households == Coverage(covered: 3, inScope: 3))
        #expect(try household("H", town).headcount == 1)
        #expect(try household("H-2", town).headcount == 2)
    }

    @Test("what is refused writes nothing, not even in a rehearsal") func refusals() throws {
        let town = try town(.household("K", closed: "2016-05-01"))
        let seen = try household("H", town)
        func change(_ event: HouseholdEvent, _ helpers: [Person.ID]? = nil, on day: Day = "2016-06-20") -> Act {
            .changeHousehold(HouseholdChange(seen, event, on: day, helpers: helpers))
        }
        var stale = seen
        stale.headcount = 9
        let refused: [(Act, Refusal)] = [
            (change(.merged(into: "H", helpersFollow: true)), .household(.itself)),
            (
                change(.merged(into: "K", helpersFollow: true)),
                .household(.otherClosed(head: "户主K", on: "2016-05-01"))
            ),
            (change(.merged(into: "Z", helpersFollow: true)), .notFound(.households, RecordKey("Z"))),
            (
                change(.moved(to: Town.joint)),
                .faults([FieldFault(.village, .wrongOrganization(Town.joint.digits, .village))])
            ),
            (change(.moved(to: "100000001199")), .faults([FieldFault(.village, .nowhere("100000001199"))])),
            (
                change(.split(.init(id: "J", head: "李某", headcount: 1, helpers: ["P"]))),
                .keyTaken(.households, RecordKey("J"))
            ),
            (
                change(.split(.init(id: "H-2", head: "", headcount: 1, helpers: ["P"]))),
                .faults([FieldFault(.head, .missing)])
            ),
            (change(.moved(to: Town.otherVillage), []), .leavesPoorHousehold("H", head: "户主H", on: "2016-06-20")),
            (change(.lifted, on: "2016-07-01"), .inFuture(.liftedOn, "2016-07-01")),
            (
                .changeHousehold(HouseholdChange(stale, .lifted, on: "2016-06-20")),
                .changedMeanwhile(.households, RecordKey("H"))
            ),
        ]
        let before = try rows(town)
        for (act, refusal) in refused {
            #expect(throws: refusal) { try town.perform(act) }
            #expect(try town.desk.rehearse(act) == .failure(refusal))
        }
        #expect(try rows(town) == before)
        #expect(try town.undoable()?.id == 1, "only the rows the story begins with")
    }

    @Test("the card tells heads, villages, splits and mergers by their day, and forgets what was undone")
    func timeline() throws {
        let town = try town()
        func change(_ event: HouseholdEvent, on day: Day) throws -> Receipt {
            try town.perform(.changeHousehold(HouseholdChange(try household("H", town), event, on: day)))
        }
        func told(_ id: Household.ID = "H") throws -> [String] {
            try town.ledger.household(id, asOf: Town.today).changes.map { "\($0.day) \($0.kind.rawValue) \($0.text)" }
        }
        _ = try change(.newHead("李某", headcount: 3, reason: ""), on: "2016-06-01")
        let moved = try change(.moved(to: Town.otherVillage), on: "2016-06-10")
        _ = try change(.split(.init(id: "H-2", head: "王某", headcount: 1, helpers: ["P"])), on: "2016-06-20")
        let split = "2016-06-20 分户 王某（H-2）等 1 人由 李某（H）另立一户"
        #expect(try told() == ["2016-06-01 户主变更 户主H → 李某", "2016-06-10 迁移 由甲村迁到乙村", split])
        #expect(try told("H-2") == [split])
        let undo = try town.undoable()?.id ?? 0
        try town.perform(.undo(entry: undo))
        try town.perform(.undo(entry: moved.entry))
        #expect(try told() == ["2016-06-01 户主变更 户主H → 李某"])
        _ = try change(.merged(into: "J", helpersFollow: false), on: "2016-06-25")
        #expect(try told("J") == ["2016-06-25 并户 李某（H）3 人并入 户主J（J）"])
        #expect(
            try town.ledger.household("H", asOf: Town.today).timeline.first.map { "\($0.day) \($0.kind.rawValue)" }
                == "2016-06-25 销户")
    }
}
