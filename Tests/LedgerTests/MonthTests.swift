import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("Months of branches", .onBothEngines) struct MonthTests {
    static let may = Month("2016-05-01" as Day)

    /// 甲村 in May with one of everything, and 乙村.
    static func town() throws -> Town {
        try Town(
            .person("P"), .person("Q"), .person("C", Town.township, committee: true), .household("H"),
            .household("I"), .household("J", lifted: "2015-01-01"), .pairing("H", "P"),
            .pairing("J", "Q", from: "2015-01-01"),
            .activity("A", .partyDay, Town.village, on: "2016-05-10", pending: true),
            .activity("B", .homeVisit, Town.village, on: "2016-05-11", ["P"], household: "H"),
            .activity("D", .dispute, Town.group, on: "2016-04-02", resolved: "2016-05-20"),
            .activity("E", .dispute, Town.group, on: "2016-05-02"),
            .activity("F", .hazard, Town.secondGroup, on: "2016-05-31"),
            .activity("G", .partyDay, Town.village, on: "2016-04-30"),
            .activity("V", .themeActivity, Town.village, on: "2016-05-05", voided: "2016-05-06"),
            .activity("W", .researchVisit, Town.village, on: "2016-05-07", ["C"]))
    }

    /// The same, its May signed.
    static func signed() throws -> Town {
        let town = try town()
        for step in [MonthStep.Kind.submit, .accept] { try town.take(step) }
        return town
    }

    @Test("count what counts in them, on the branch and its groups")
    func figures() throws {
        let report = try MonthTests.town().ledger.month(Town.village, MonthTests.may, asOf: Town.today).report
        let expected: [MonthFigure: Int] = [
            .partyDay: 1, .researchVisit: 1, .homeVisit: 1, .hazard: 1, .dispute: 1, .papersMissing: 1,
            .householdsCovered: 1, .householdsInScope: 2, .householdsVisited: 1, .membersCovered: 2, .membersInScope: 2,
        ]
        for figure in MonthFigure.allCases { #expect(report.figures[figure] == expected[figure] ?? 0, "\(figure)") }
        #expect(report.state == .open)
        #expect(report.asOf == "2016-05-31")
        #expect(report.missingPartyDay == nil)
    }

    @Test("list the rows counted and those missing at their end")
    func details() throws {
        let details = try MonthTests.town().ledger.month(Town.village, MonthTests.may, asOf: Town.today)
        #expect(details.activities.map(\.activity.id) == ["F", "B", "A", "W", "D"])
        #expect(details.households.map(\.id) == ["I"])
        #expect(details.members == [])
    }

    @Test("of a scope say the same as each for itself")
    func scope() throws {
        let town = try MonthTests.signed()
        let all = try town.ledger.months(MonthTests.may, in: Scope(Town.township), asOf: Town.today)
        #expect(all.branches.map(\.code) == [Town.village, Town.otherVillage, Town.joint, Town.office])
        for branch in all.branches {
            #expect(try town.ledger.month(branch.code, MonthTests.may, asOf: Town.today).report == branch)
        }
        #expect(throws: Refusal.inFuture(.month, "2016-07-01")) {
            try town.ledger.months(Month("2016-07").unsafelyUnwrapped, in: Scope(Town.township), asOf: Town.today)
        }
        #expect(throws: Refusal.notFound(.organizations, RecordKey(Town.group.digits))) {
            try town.ledger.month(Town.group, MonthTests.may, asOf: Town.today)
        }
    }

    @Test("stand in a map of the year with how far their work has come")
    func map() throws {
        let town = try MonthTests.signed()
        let map = try town.ledger.monthMap(in: Scope(Town.township), asOf: Town.today)
        #expect(
            map.branches.map { $0.cells.map(\.sign).joined(separator: " ") } == [
                "未 未 未 全 部签 未", "未 未 未 未 未 未", "未 未 未 未 未 未", "未 未 未 未 未 未",
            ])
        for branch in map.branches {
            for cell in branch.cells {
                let report = try town.ledger.month(branch.code, cell.month, asOf: Town.today).report
                #expect(report.figures.work == cell.work && report.state == cell.state)
                #expect(report.figures[.papersMissing] == cell.papers && report.figures[.homeVisit] == cell.visits)
            }
        }
    }

    @Test("are told from entries made after them; an import has no day of entry")
    func late() throws {
        let town = try MonthTests.town()
        try town.perform(.recordActivity(Town.partyDay("补", on: "2016-05-15")))
        try town.perform(.recordActivity(Town.partyDay("当月", on: "2016-06-15")))
        let may = try town.ledger.month(Town.village, MonthTests.may, asOf: Town.today)
        #expect(may.report.figures[.late] == 1)
        #expect(may.activities.filter(\.isLate).map(\.enteredOn) == [Town.today])
        let june = try #require(Month("2016-06"))
        #expect(try town.ledger.month(Town.village, june, asOf: Town.today).report.figures[.late] == 0)
    }

    @Test("keep the day of entry through a correction, an undo and its undo")
    func entryDay() throws {
        let town = try MonthTests.town()
        let entry = try town.perform(.recordActivity(Town.partyDay("补", on: "2016-05-15"))).entry
        let undo = try town.perform(.undo(entry: entry)).entry
        _ = try town.ledger.acting(as: Town.officer, on: .standing(at: "2016-07-03", Town.now)).perform(
            .undo(entry: undo))
        let late = try town.ledger.month(Town.village, MonthTests.may, asOf: Town.today).activities.filter(\.isLate)
        #expect(late.map(\.enteredOn) == [Town.today])
    }

    @Test("go their way step by step, each with its officer, day and reason")
    func steps() throws {
        let town = try MonthTests.town()
        #expect(throws: Refusal.stepOutOfOrder(branch: "甲村", MonthTests.may, .open, .accept)) { try town.take(.accept) }
        #expect(try town.take(.submit).summary == "上报月报 2016-05：甲村")
        #expect(throws: Refusal.faults([FieldFault(.reason, .missing)])) { try town.take(.giveBack, reason: " ") }
        #expect(try town.take(.giveBack, reason: " 少了材料 ").summary == "退回月报 2016-05：甲村，少了材料")
        try town.take(.submit)
        try town.take(.accept)
        #expect(throws: Refusal.faults([FieldFault(.reason, .missing)])) { try town.take(.reopen) }
        try town.take(.reopen, reason: "漏记")
        let report = try town.ledger.month(Town.village, MonthTests.may, asOf: Town.today).report
        #expect(report.steps.map(\.step) == [.submit, .giveBack, .submit, .accept, .reopen])
        #expect(report.steps.map(\.position) == [1, 2, 3, 4, 5])
        #expect(report.steps[1].reason == "少了材料")
        #expect(report.steps[1].officer == "李娟" && report.steps[1].takenOn == Town.today)
        #expect(report.state == .reopened)
        #expect(try town.ledger.check().problems == [])
    }

    @Test("of several branches are accepted together or not at all")
    func bulk() throws {
        let town = try MonthTests.town()
        try town.take(.submit)
        let both = Act.takeMonthStep(.accept, of: MonthTests.may, [Town.village, Town.otherVillage], reason: "")
        #expect(throws: Refusal.stepOutOfOrder(branch: "乙村", MonthTests.may, .open, .accept)) { try town.perform(both) }
        #expect(try town.state() == .submitted)
        try town.perform(.takeMonthStep(.submit, of: MonthTests.may, [Town.otherVillage], reason: ""))
        let done = try town.perform(both)
        #expect(done.summary == "接收月报 2016-05：甲村、乙村")
        #expect(try town.state() == .accepted)
        try town.perform(.undo(entry: done.entry, reason: "重复"))
        let states = try [Town.village, Town.otherVillage].map {
            try town.ledger.month($0, MonthTests.may, asOf: Town.today).report.state
        }
        #expect(states == [.reopened, .reopened])
    }

    @Test("are reported by branches only, and their steps never corrected")
    func wrong() throws {
        let town = try MonthTests.signed()
        for code in [Town.township, Town.group, "100000001777"] as [Code] {
            #expect(throws: Refusal.notFound(.organizations, RecordKey(code.digits))) {
                try town.perform(.takeMonthStep(.submit, of: MonthTests.may, [code], reason: ""))
            }
        }
        let key = RecordKey(Town.village.digits, "2016-05", "2")
        let step = try #require(try town.ledger.record(.monthSteps, key))
        #expect(throws: Refusal.stepIsFixed) { try town.perform(.correct(from: step, to: step)) }
        #expect(throws: Refusal.stepOutOfOrder(branch: "甲村", MonthTests.may, .accepted, .accept)) {
            try town.perform(.takeMonthStep(.accept, of: MonthTests.may, [Town.village], reason: ""))
        }
    }

    @Test("keep the figures as signed, beside today's after a reopening")
    func signedFigures() throws {
        let town = try MonthTests.signed()
        try town.take(.reopen, reason: "漏记")
        try town.perform(.recordActivity(Town.partyDay("补", on: "2016-05-15")))
        let report = try town.ledger.month(Town.village, MonthTests.may, asOf: Town.today).report
        #expect(report.signed?.figures?[.partyDay] == 1)
        #expect(report.figures[.partyDay] == 2)
        #expect(report.shifted == [.partyDay, .late])
        try town.take(.submit)
        try town.take(.accept)
        let again = try town.ledger.month(Town.village, MonthTests.may, asOf: Town.today).report
        #expect(again.shifted == [])
        #expect(again.steps.filter { $0.figures != nil }.map { $0.figures?[.partyDay] } == [1, 2])
    }
}

extension Town {
    @discardableResult
    func take(_ step: MonthStep.Kind, reason: String = "") throws -> Receipt {
        try perform(.takeMonthStep(step, of: MonthTests.may, [Town.village], reason: reason))
    }

    func state() throws -> MonthState {
        try ledger.month(Town.village, MonthTests.may, asOf: Town.today).report.state
    }
}
