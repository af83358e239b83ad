import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// What printed forms read besides the screens, and what the journal keeps of unmasked ones.
@Suite("Readings for forms", .onBothEngines) struct PaperReadingTests {
    @Test("a branch's year has what counted in it, by the day on which it counts") func year() throws {
        let town = try Town(
            .person("P"), .household("H"),
            .activity("A", .dispute, Town.group, on: "2015-11-02", resolved: "2016-02-03"),
            .activity("B", .dispute, Town.group, on: "2016-02-02"),
            .activity("C", .themeActivity, Town.village, on: "2016-03-01"),
            .activity("D", .themeActivity, Town.village, on: "2016-03-02", voided: "2016-03-03"),
            .activity("E", .themeActivity, Town.village, on: "2016-07-01"),
            .activity("F", .partyDay, Town.otherVillage, on: "2016-03-01"))
        let year = try town.ledger.year(of: Town.village, asOf: Town.today)
        #expect(year.activities.map(\.activity.id) == ["C", "A"])
        #expect(year.report.status == (try town.branch()))
        #expect(year.months.map(\.month.number) == [1, 2, 3, 4, 5, 6])
        #expect(year.months[1].figures[.dispute] == 1)
        #expect(throws: Refusal.notFound(.organizations, RecordKey(Town.group.digits))) {
            try town.ledger.year(of: Town.group, asOf: Town.today)
        }
    }

    @Test("a helper's sheet has the households of pairings that are active and count") func helper() throws {
        let town = try Town(
            .person("P"), .household("H"), .household("I"), .household("J", closed: "2016-01-01"),
            .household("K", lifted: "2016-01-01"), .pairing("H", "P"), .pairing("I", "P", until: "2016-06-30"),
            .pairing("J", "P"), .pairing("K", "P"))
        let sheet = try town.ledger.helperSheet("P", asOf: Town.today)
        #expect(Set(sheet.households.map(\.row.household.id)) == ["H", "K"])
        #expect(sheet.households.count == sheet.card.row.households)
        #expect(throws: Refusal.notFound(.people, RecordKey("Z"))) {
            try town.ledger.helperSheet("Z", asOf: Town.today)
        }
    }

    @Test("the months of a year are those of each branch, one by one") func months() throws {
        let town = try Town(
            .activity("A", .partyDay, Town.village, on: "2016-05-10"),
            .activity("B", .partyDay, Town.office, on: "2016-06-10"))
        let branches = try town.ledger.monthsOfYear(in: Scope(Town.township), asOf: Town.today)
        #expect(branches.map { $0.first?.code } == [Town.village, Town.otherVillage, Town.joint, Town.office])
        for months in branches {
            for month in months {
                let details = try town.ledger.month(month.code, month.month, asOf: Town.today)
                #expect(month == details.report)
            }
        }
    }

    @Test("a place is the township and the scope by name")
    func place() throws {
        let town = try Town()
        let cases: [(Scope, NamedScope)] = [
            (Scope(Town.village), NamedScope(town: "镇", name: "甲村", code: Town.village.digits)),
            (Scope(Town.township), NamedScope(town: "镇", name: "镇", code: Town.township.digits)),
            (Scope(Code("1000")), NamedScope(town: "", name: "", code: "1000")),
        ]
        for (scope, place) in cases { #expect(try town.ledger.place(scope) == place) }
    }

    @Test("an unmasked printing is in the journal, and neither undone nor in the way of undoing") func journal() throws
    {
        let town = try Town(.person("P"))
        let act = try town.perform(.recordActivity(Town.partyDay()))
        let print = try town.perform(.printUnmasked("《结对帮扶名册》1 张：P"))
        let row = try #require(try town.ledger.journal(limit: 1).first)
        #expect(row.id == print.entry && row.summary == "打印未遮盖的《结对帮扶名册》1 张：P")
        #expect(row.kind == .print && row.rows == 0 && !row.isStandingAct)
        #expect(try town.undoable()?.id == act.entry)
        #expect(throws: Refusal.nothingToUndo) { try town.perform(.undo(entry: print.entry)) }
        try town.perform(.undo(entry: act.entry))
        try town.perform(.printUnmasked("再"))
        #expect(try town.redoable() != nil)
        #expect(try town.ledger.check().problems == [])
    }
}
