import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("Who follows up what is missing", .onBothEngines) struct FollowUpTests {
    private static let given = FollowUp(
        "主题党日", organization: Town.village, within: "2016-05-31", officer: "王五", dueOn: "2016-07-10", remark: "先问村里")

    private func town() throws -> Town {
        try Town(.person("P1"), .person("P2"), .household("H1"), .household("H2"), .pairing("H2", "P2"))
    }

    private func household(_ id: Household.ID) -> FollowUp {
        FollowUp("结对", household: id, officer: "王五", dueOn: "2016-07-10")
    }

    /// What the worklist shows of those who follow something up.
    private func shown(_ town: Town, _ scope: Code = Town.township) throws -> [String] {
        let report = try town.ledger.gaps(asOf: Town.today, scope: Scope(scope))
        return report.gaps.compactMap { gap in
            report.followUp(of: gap).map { "\(gap.kind) \(gap.subject.token) \($0.said(on: Town.today))" }
        }
    }

    @Test("is seen where the line is, goes with it, and comes back with it; no figure changes") func done() throws {
        let town = try town()
        let status = try town.status()
        let receipt = try town.perform(.add(Self.given.wrapped))
        #expect(receipt.summary == "登记跟进 甲村（\(Town.village)）主题党日，交 王五，2016-07-10 前：先问村里")
        #expect(try town.status() == status)
        #expect(try shown(town) == ["partyDay \(Town.village)/2016-05 王五 07-10 前"])
        #expect(try shown(town, Town.otherVillage) == [])
        let held = try town.perform(.recordActivity(Town.partyDay(on: "2016-05-20")))
        #expect(try shown(town) == [])
        #expect(try town.record(Self.given) == Self.given.wrapped)
        try town.perform(.undo(entry: held.entry))
        #expect(try shown(town) == ["partyDay \(Town.village)/2016-05 王五 07-10 前"])
    }

    @Test("is given to another, taken back as the officer saw it, and each is undone") func takenBack() throws {
        let town = try town()
        try town.perform(.add(Self.given.wrapped))
        var other = Self.given
        other.officer = "赵六"
        let changed = try town.perform(.correct(from: Self.given.wrapped, to: other.wrapped))
        #expect(try shown(town) == ["partyDay \(Town.village)/2016-05 赵六 07-10 前"])
        #expect(throws: Refusal.changedMeanwhile(.followUps, other.key)) { try town.perform(.takeBack(Self.given)) }
        let taken = try town.perform(.takeBack(other))
        #expect(taken.summary.hasPrefix("收回跟进 甲村") && taken.key == other.key)
        #expect(try shown(town) == [])
        #expect(throws: Refusal.notFound(.followUps, other.key)) { try town.perform(.takeBack(other)) }
        for entry in [taken.entry, changed.entry] { try town.perform(.undo(entry: entry)) }
        #expect(try shown(town) == ["partyDay \(Town.village)/2016-05 王五 07-10 前"])
        #expect(try town.ledger.check().problems == [])
    }

    @Test("names what is there: an entry whose row it names is not undone, nobody unknown is named") func dangling()
        throws
    {
        let town = try town()
        let entry = try town.perform(.add(.household("H7"))).entry
        try town.perform(.add(household("H7").wrapped))
        #expect(throws: Refusal.self) { try town.perform(.undo(entry: entry)) }
        let refusal = #expect(throws: Refusal.self) { try town.perform(.add(household("H8").wrapped)) }
        #expect(refusal == .faults([FieldFault(.householdID, .nowhere("H8"))]))
        try town.ledger.store.writing { try $0.execute("UPDATE follow_up SET household = 'H9'") }
        #expect(try town.ledger.check().problems.contains { $0.contains("跟进“结对”的「户编号」仍指向“H9”") })
    }

    @Test("goes along when two records of one are joined, and where the other has one already that stays") func joined()
        throws
    {
        let town = try town()
        try town.perform(.add(household("H1").wrapped))
        let gone = try #require(try town.ledger.record(.households, RecordKey("H1")))
        try town.perform(.add(.household("H3")))
        try town.perform(.join(gone, into: RecordKey("H3")))
        #expect(try shown(town) == ["household H3 王五 07-10 前"])
        #expect(try town.ledger.check().problems == [])
    }

    @Test("stays with a household whose village is merged into another") func absorbed() throws {
        let town = try town()
        try town.perform(.together([.add(household("H1").wrapped), .add(Self.given.wrapped)]))
        let village = try #require(
            try town.ledger.record(.organizations, RecordKey(Town.village.digits))?.record as? Organization)
        try town.perform(.absorb(village, into: Town.otherVillage, on: "2016-06-20"))
        #expect(try shown(town, Town.otherVillage) == ["household H1 王五 07-10 前"])
        #expect(try town.ledger.check().problems == [])
    }
}

@Suite("A follow-up in a copy") struct FollowUpMergeTests {
    @Test("comes back with it") func merged() throws {
        let town = try Town(.household("H1"))
        let two = try TwoLedgers(town)
        let given = FollowUp("结对", household: "H1", officer: "王五", dueOn: "2016-07-10")
        _ = try two.copyDesk.perform(.add(given.wrapped))
        try two.merge()
        #expect(try town.record(given) == given.wrapped)
    }
}
