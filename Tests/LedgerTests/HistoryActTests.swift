import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("Acts on what repeats", .onBothEngines) struct HistoryActTests {
    private func rows(_ town: Town) throws -> Set<AnyRecord> {
        var rows: Set<AnyRecord> = []
        try town.ledger.exporting { source in
            for table in TableSchema.builtIn { try source(table) { rows.insert($0) } }
        }
        return rows
    }

    /// Does an act, undoes and redoes it; gives the rows it left.
    private func roundTrip(_ act: Act, in town: Town) throws -> Receipt {
        let before = try rows(town)
        let done = try town.perform(act)
        let after = try rows(town)
        let undo = try town.perform(.undo(entry: done.entry))
        #expect(try rows(town) == before)
        try town.perform(.undo(entry: undo.entry))
        #expect(try rows(town) == after)
        #expect(try town.ledger.check().problems == [])
        return done
    }

    private func household(_ town: Town) throws -> Household {
        let record = try town.ledger.record(.households, RecordKey("H"))
        return try #require(record?.record as? Household)
    }

    private func lift(_ household: Household) -> Act {
        .changeHousehold(HouseholdChange(household, .lifted, on: "2016-06-01"))
    }

    @Test("a household lifted again keeps its former cycle, and the figures of all days before") func liftAgain() throws
    {
        let town = try Town(.household("H", lifted: "2014-06-01", returned: "2015-01-01"))
        let days: [Day] = ["2014-05-31", "2014-06-01", "2014-12-31", "2015-01-01", "2016-05-31"]
        let before = try days.map { try town.status($0).totals.households.inScope }
        let seen = try household(town)
        let receipt = try roundTrip(lift(seen), in: town)
        #expect(receipt.summary == "脱贫 贫困户 H 户主H（甲村），自 2016-06-01 起：再次脱贫，以前的经过转入户状态")
        #expect(try days.map { try town.status($0).totals.households.inScope } == before)
        #expect(before == [1, 0, 0, 1, 1])
        #expect(try town.status("2016-06-01").totals.households.inScope == 0)
        #expect(try town.gaps("2014-07-01").filter { $0.state == .uncovered } == [])
        let card = try town.ledger.household("H", asOf: "2014-07-01")
        #expect(card.row.state == .lifted && card.row.cycles.count == 1)
        #expect(try town.ledger.households(in: Scope(Town.village), asOf: "2014-07-01").map(\.state) == [.lifted])
        #expect(throws: Refusal.changedMeanwhile(.households, RecordKey("H"))) {
            try town.perform(lift(seen))
        }
    }

    @Test("a correction may not reach into an earlier cycle, and an undo may not bring cycles into conflict")
    func conflicts() throws {
        let town = try Town(.household("H", lifted: "2014-06-01", returned: "2015-01-01"))
        let again = try town.perform(lift(household(town)))
        let seen = AnyRecord.household(try household(town))
        let cut = FieldFault(.liftedOn, .cutsCycle(from: "2014-06-01", until: "2015-01-01"))
        #expect(throws: Refusal.faults([cut])) {
            try town.perform(.correct(from: seen, to: try seen.setting([.liftedOn: "2014-12-31"])))
        }
        let overlap = HouseholdCycle(household: "H", liftedOn: "2014-12-01", returnedOn: "2015-02-01")
        #expect(throws: Refusal.self) { try town.perform(.add(.householdCycle(overlap))) }
        let between = HouseholdCycle(household: "H", liftedOn: "2015-02-01", returnedOn: "2015-03-01")
        try town.perform(.add(.householdCycle(between)))
        #expect(throws: Refusal.self) { try town.perform(.undo(entry: again.entry)) }
        #expect(try town.ledger.check().problems == [])
    }

    @Test("check names cycles that contradict each other") func check() throws {
        let town = try Town(
            .household("H"),
            .householdCycle(HouseholdCycle(household: "H", liftedOn: "2014-06-01", returnedOn: "2015-01-01")),
            .householdCycle(HouseholdCycle(household: "H", liftedOn: "2014-07-01", returnedOn: "2015-02-01")))
        let problems = try town.ledger.check().problems
        #expect(problems.map { String($0.prefix(12)) } == ["户“H”的户状态「脱贫日"])
    }

    @Test("a member who moves leaves a dated membership, and counts in the new branch") func move() throws {
        let town = try Town(.person("P"))
        let person = try #require(try town.ledger.record(.people, RecordKey("P"))?.record as? Person)
        let receipt = try roundTrip(
            .move(person, to: Town.otherVillage, on: "2016-06-01", since: "2012-01-01"), in: town)
        #expect(receipt.summary.hasPrefix("转移 人员 P 名P（甲村），2016-06-01 转入"))
        let card = try town.ledger.person("P", asOf: Town.today)
        #expect(card.row.person.organization == Town.otherVillage)
        #expect(card.posts.map(\.post.key) == [RecordKey("P", Town.village.digits, "党员关系", "2012-01-01")])
        #expect(try town.branch(Town.otherVillage)?.members.inScope == 1)
        #expect(card.timeline.map { "\($0.day) \($0.kind.rawValue)" } == ["2016-06-01 转支部", "2012-01-01 入支部"])
        try town.perform(.move(card.row.person, to: Town.village, on: "2016-06-15", since: "2016-06-01"))
        #expect(
            try town.ledger.person("P", asOf: Town.today).timeline.map(\.kind) == [.moved, .moved, .joined])
    }

    @Test("a visit carries what it found, measured and brought about; corrected with it, gone when emptied")
    func visits() throws {
        let town = try Town(.person("P"), .household("H"))
        let visit = Activity(
            id: "", heldOn: "2016-06-10", kind: .homeVisit, organization: Town.village, title: "走访",
            participants: ["P"],
            household: "H")
        let details = VisitDetails(activity: "", findings: "漏雨", measures: "送油毡")
        let receipt = try roundTrip(.recordVisit(visit, details), in: town)
        let row = try #require(try town.ledger.household("H", asOf: Town.today).visits.first)
        #expect(row.activity.id.text == receipt.key?.text)
        #expect(row.visit?.sentence == "发现 漏雨；措施 送油毡")
        var done = try #require(row.visit)
        done.outcome = "修好"
        let corrected = try roundTrip(
            .correctVisit(from: row.activity, to: row.activity, details: row.visit, becoming: done), in: town)
        #expect(corrected.summary.hasSuffix("；「成效」（空） → 修好"))
        #expect(throws: Refusal.changedMeanwhile(.activities, row.activity.key)) {
            try town.perform(
                .correctVisit(from: row.activity, to: row.activity, details: row.visit, becoming: details))
        }
        let empty = VisitDetails(activity: row.activity.id)
        _ = try roundTrip(.correctVisit(from: row.activity, to: row.activity, details: done, becoming: empty), in: town)
        #expect(try town.ledger.household("H", asOf: Town.today).visits.first?.visit == nil)
    }

    @Test("posts are added, ended and counted; an organization or holder that is nowhere is refused") func posts()
        throws
    {
        let town = try Town(.person("P"))
        let post = Post(
            holder: "P", organization: Town.village, kind: .firstSecretary, startedOn: "2016-01-01", source: .office)
        let receipt = try roundTrip(.add(.post(post)), in: town)
        #expect(receipt.summary == "登记任职 名P（P）甲村第一书记，自 2016-01-01 起")
        var ended = post
        ended.endedOn = "2016-06-15"
        _ = try roundTrip(.correct(from: .post(post), to: .post(ended)), in: town)
        let report = try town.ledger.posts(from: "2016-01-01", asOf: Town.today, scope: Scope(Town.township))
        #expect(report.kinds.map { [$0.held, $0.begun, $0.ended] } == [[0, 1, 1]])
        var nowhere = post
        nowhere.holder = "Q"
        #expect(throws: Refusal.faults([FieldFault(.personID, .nowhere("Q"))])) {
            try town.perform(.add(.post(nowhere)))
        }
    }
}
