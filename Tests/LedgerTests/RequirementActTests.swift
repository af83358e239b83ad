import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("What the methods ask for, kept in the ledger", .onBothEngines) struct RequirementActTests {
    private func ask(
        _ town: Town, _ method: PartyWork.Method, _ start: Day, _ count: Int, _ period: Requirement.Period = .year
    ) throws -> Receipt {
        try town.perform(.add(.requirement(MethodTarget(method, from: start, count, period))))
    }

    private static func town() throws -> Town {
        try Town(
            .person("C", Town.township, committee: true), .household("H"),
            .activity("A", .themeActivity, Town.village, on: "2016-02-01"),
            .activity("B", .hazard, Town.group, on: "2016-02-01"),
            .activity("D", .hazard, Town.group, on: "2016-03-01"),
            .activity("E", .partyDay, Town.village, on: "2016-02-01"),
            .activity("F", .homeVisit, Town.village, on: "2016-06-01", ["C"], household: "H"))
    }

    @Test("flows into the figures, gaps and rules from its day on, and is undone")
    func figures() throws {
        let town = try Self.town()
        let before = try (town.status(), town.gaps())
        let theme = try ask(town, .themeActivity, "2016-06-01", 1)
        #expect(theme.summary == "登记要求 主题活动 每年 1 次，自 2016-06-01 起")
        try Language.$current.withValue(.english) {
            let english = try ask(Self.town(), .themeActivity, "2016-06-01", 1)
            #expect(english.summary == "added requirement Theme activities, 1 a year, from 2016-06-01")
        }
        _ = try ask(town, .fiveOnes, "2016-06-01", 2)
        _ = try ask(town, .visits, "2016-06-01", 0)
        let village = try #require(try town.branch())
        #expect(village.themeActivity == Progress(done: 1, target: 1, state: .done))
        #expect(village.fiveOnes.done == 1 && village.fiveOnes.target == 10)
        #expect(try town.status().totals.villagesDone == 1)
        #expect(try town.status().committee[0].visits == Progress(done: 0, target: 0, state: .notApplicable))
        #expect(try !town.gaps().contains { $0.kind == .visits })
        #expect(try town.gaps().first { $0.kind == .fiveOnes }?.target == 2)
        #expect(try town.branch(Town.village, "2016-05-31")?.themeActivity.target == 4)
        for _ in 1...3 { try town.perform(.undo(entry: try #require(try town.undoable()).id)) }
        #expect(try town.status() == before.0 && town.gaps() == before.1)
        #expect(try town.ledger.check().isSound)
    }

    @Test("of 主题党日 by the quarter asks at the quarter's end, in gaps, months and the map")
    func quarters() throws {
        let town = try Self.town()
        _ = try ask(town, .partyDay, "2016-01-01", 1, .quarter)
        let own = try town.gaps().filter { $0.kind == .partyDay && $0.organization == Town.village }
        #expect(own.map(\.subject.token) == ["\(Town.village)/2016-Q2"] && own.map(\.state) == [.dueSoon])
        guard case .partyDay(Town.village, let period)? = own.first?.subject else {
            Issue.record("no party day")
            return
        }
        #expect(period.span.title == "2 季度" && period.span.last == "2016-06-30")
        func missing(_ code: Code, _ month: Day) throws -> ProgressState? {
            try town.ledger.month(code, Month(month), asOf: Town.today).report.missingPartyDay
        }
        #expect(try missing(Town.village, "2016-03-01") == nil)
        #expect(try missing(Town.otherVillage, "2016-02-01") == nil)
        #expect(try missing(Town.otherVillage, "2016-03-01") == .overdue)
        let map = try town.ledger.monthMap(in: Scope(Town.township), asOf: Town.today).branches[0]
        #expect(map.cells.map(\.work) == [.none, .whole, .whole, .none, .none, .partly])
        _ = try ask(town, .partyDay, "2016-04-01", 0, .month)
        #expect(try !town.gaps().contains { $0.subject.token == "\(Town.village)/2016-Q2" })
    }

    @Test("of a month that was signed stays; later months and other methods are free")
    func signed() throws {
        let town = try MonthTests.signed()
        let refusal = Refusal.monthLocked(
            branch: "甲村", Town.village, MonthTests.may, officer: "李娟", on: Town.today)
        #expect(throws: refusal) { try ask(town, .partyDay, "2016-05-01", 0, .month) }
        #expect(throws: refusal) { try ask(town, .partyDay, "2016-01-01", 1, .quarter) }
        _ = try ask(town, .partyDay, "2016-06-01", 0, .month)
        _ = try ask(town, .visits, "2016-01-01", 6)
    }

    @Test("of home visits is a list of the poor households, beside the officers' own")
    func visits() throws {
        let town = try Self.town()
        _ = try ask(town, .homeVisits, "2016-05-01", 1, .month)
        let report = try town.ledger.checklists(asOf: Town.today, scope: Scope(Town.township))
        #expect(report.lines.map(\.checklist.name) == ["帮扶走访"])
        #expect(report.homeVisits.figures.done == 1 && report.homeVisits.figures.open == 1)
        let open = try town.ledger.openObligations(asOf: Town.today, scope: Scope(Town.township))
        #expect(open.map(\.subject) == [.household("H")] && open.map(\.span.title) == ["5 月"])
        let id = report.lines[0].checklist.id
        #expect(try town.ledger.checklist(id, asOf: Town.today, scope: Scope(Town.village)).obligations.count == 2)
        #expect(throws: Refusal.self) { try town.perform(.waive([Waiver(checklist: id, subject: "H", reason: "病")])) }
    }

    @Test("has one row a day, corrected and not doubled")
    func rows() throws {
        let town = try Self.town()
        _ = try ask(town, .visits, "2017-01-01", 6)
        #expect(throws: Refusal.keyTaken(.requirements, RecordKey("专题调研", "2017-01-01"))) {
            try ask(town, .visits, "2017-01-01", 5)
        }
        let (old, new) = (
            MethodTarget(.visits, from: "2017-01-01", 6, .year), MethodTarget(.visits, from: "2017-01-01", 5, .year)
        )
        try town.perform(.correct(from: .requirement(old), to: .requirement(new)))
        #expect(try town.ledger.requirements().rows == [new])
    }
}
