import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// Two years by month: the figures of each month's end, and those that were signed as they were signed.
@Suite("Trends", .onBothEngines) struct TrendTests {
    private static let scope = Scope(Town.township)

    /// A town in which pairings, households, people and memberships begin and end over two years.
    private func town() throws -> Town {
        try Town([
            .person("P"), .person("Q", Town.otherVillage, arrived: "2015-03-10"), .person("R", left: "2016-02-20"),
            .person("S", Town.township), .person("T", Town.joint, exemption: "年老"),
            .household("H"), .household("I", Town.otherVillage, identified: "2014-11-05", lifted: "2015-12-01"),
            .household("J", lifted: "2014-12-01", returned: "2015-04-01"), .household("K", closed: "2016-01-15"),
            .householdCycle(HouseholdCycle(household: "H", liftedOn: "2015-02-01", returnedOn: "2015-06-01")),
            .pairing("H", "P", from: "2015-01-10"), .pairing("K", "R", from: "2014-08-01"),
            .post(
                Post(
                    holder: "Q", organization: Town.joint, kind: .membership, startedOn: "2015-03-10",
                    endedOn: "2016-03-01")),
            .activity("A1", .partyDay, Town.village, on: "2016-05-31"),
            .activity("A2", .partyDay, Town.village, on: "2016-05-01"),
            .activity("A3", .partyDay, Town.joint, on: "2016-05-02"),
            .activity("A4", .themeActivity, Town.otherVillage, on: "2014-07-01"),
            .activity("A5", .themeActivity, Town.otherVillage, on: "2014-06-30"),
            .activity("A6", .partyDay, Town.village, on: "2016-06-30"),
        ])
    }

    @Test(
        "are of each month's end what the overview says of that day",
        arguments: [Town.today, "2016-06-10", "2016-02-29"])
    func monthEnds(day: Day) throws {
        let ledger = try town().ledger
        let trend = try ledger.trend(in: Self.scope, asOf: day)
        #expect(trend.months.count == 24 && trend.months.last == Month(day))
        var gaps: Set<Int> = []
        for (month, end) in zip(trend.months, TrendReport.days(upTo: day)) {
            let status = try ledger.status(asOf: end, scope: Self.scope)
            gaps.insert(status.totals.households.gap)
            #expect(trend.value(.householdGap, in: month) == status.totals.households.gap, "\(month)")
            #expect(trend.value(.memberGap, in: month) == status.totals.members.gap, "\(month)")
            let held = status.branches.count { $0.partyDayMonths.contains(month.number) }
            #expect(trend.value(.partyDays, in: month) == held, "\(month)")
            let reports = try ledger.months(month, in: Self.scope, asOf: end).branches
            for (measure, figure) in [
                (TrendReport.Measure.themeActivities, MonthFigure.themeActivity), (.homeVisits, .homeVisit),
            ] {
                #expect(trend.value(measure, in: month) == reports.reduce(0) { $0 + $1.figures[figure] }, "\(month)")
            }
        }
        #expect(gaps.count > 2)
    }

    @Test("of a branch are the branch's, and those of all branches add up to the township's")
    func branches() throws {
        let ledger = try town().ledger
        let whole = try ledger.trend(in: Self.scope, asOf: Town.today)
        let codes = [Town.village, Town.otherVillage, Town.joint, Town.office]
        let parts = try codes.map { try ledger.trend(in: Scope($0), asOf: Town.today) }
        for month in whole.months {
            #expect(
                parts.reduce(0) { $0 + $1.value(.householdGap, in: month) } == whole.value(.householdGap, in: month))
            #expect(parts.reduce(0) { $0 + $1.value(.partyDays, in: month) } == whole.value(.partyDays, in: month))
        }
        #expect(parts[0].value(.partyDays, in: MonthTests.may) == 1 && whole.value(.partyDays, in: MonthTests.may) == 2)
    }

    @Test("keep a signed month as it was signed until it is reopened")
    func signed() throws {
        let town = try town()
        for step in [MonthStep.Kind.submit, .accept] {
            try town.perform(.takeMonthStep(step, of: MonthTests.may, [Town.village], reason: ""))
        }
        let before = try town.ledger.trend(in: Self.scope, asOf: Town.today)
        #expect(before.signed(in: MonthTests.may) == 1)
        // 村编码 has no date, and shifts what is counted of a past month.
        let household = try #require(try town.ledger.record(.households, RecordKey("J")))
        try town.perform(.correct(from: household, to: try household.setting([.village: Town.otherVillage.digits])))
        let after = try town.ledger.trend(in: Scope(Town.village), asOf: Town.today)
        let own = try town.ledger.months(MonthTests.may, in: Scope(Town.village), asOf: Town.today).branches[0]
        #expect(after.value(.householdGap, in: MonthTests.may) == own.signed?.figures?.households.gap)
        #expect(after.value(.householdGap, in: MonthTests.may) != own.figures.households.gap)
        try town.perform(.takeMonthStep(.reopen, of: MonthTests.may, [Town.village], reason: "补"))
        let reopened = try town.ledger.trend(in: Scope(Town.village), asOf: Town.today)
        #expect(reopened.signed(in: MonthTests.may) == 0)
        #expect(reopened.value(.householdGap, in: MonthTests.may) == own.figures.households.gap)
    }

    @Test("reach back to the same month of the year before, and no farther")
    func yearBefore() throws {
        let trend = TrendReport(asOf: Town.today)
        #expect(trend.yearBefore(Month(Town.today)) == Month("2015-06"))
        #expect(trend.yearBefore(MonthTests.may) == Month("2015-05"))
        #expect(try trend.yearBefore(#require(Month("2015-06"))) == nil)
    }
}
