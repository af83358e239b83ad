import PartyWork
import Testing

/// A day of a story; no story is about the earliest.
private func day(_ text: String) -> Day { Day(text) ?? .earliest }

/// What methods ask for, by day.
@Suite("What the methods ask for")
struct RequirementsTests {
    private func row(
        _ method: PartyWork.Method, _ start: Day, _ count: Int, _ period: Requirement.Period = .year
    ) -> MethodTarget {
        MethodTarget(method, from: start, count, period)
    }

    @Test("is the contract's without rows: 4, 4, one of each of the five, one a month, no visits")
    func standard() {
        let none = Requirements.standard
        #expect(none.requirement(.visits, on: day("2016-06-30")) == .visits)
        #expect(none.requirement(.themeActivity, on: day("2016-06-30")) == .themeActivity)
        #expect(none.fiveOnes(on: day("2016-06-30")) == Requirement.fiveOnes)
        #expect(none.requirement(.partyDay, on: day("2016-06-30")) == .partyDay)
        #expect(none.target(of: .homeVisits, on: day("2016-06-30")).count == 0 && none.visitLists.isEmpty)
        #expect(none.partyDays(asOf: day("2016-06-30")) == Requirement.partyDay.spans(asOf: day("2016-06-30")))
    }

    @Test("changes on the day of a row and not before")
    func dates() {
        let asked = Requirements([row(.visits, day("2017-01-01"), 6), row(.visits, day("2018-07-01"), 0)])
        #expect(asked.requirement(.visits, on: day("2016-12-31")).target == 4)
        #expect(asked.requirement(.visits, on: day("2017-01-01")).target == 6)
        #expect(asked.rule(.visits, on: day("2017-01-01")).contains("自 2017-01-01 起到村（联合支部）专题调研每年 6 次"))
        #expect(asked.requirement(.visits, on: day("2018-06-30")).target == 6)
        #expect(asked.rule(.visits, on: day("2018-07-01")) == "专题调研自 2018-07-01 起不考核，只计数")
    }

    @Test("keeps the months before a quarter's rule, and asks nothing while 主题党日 is off")
    func periods() {
        let asked = Requirements([
            row(.partyDay, day("2016-08-01"), 1, .quarter), row(.partyDay, day("2017-01-01"), 0, .month),
        ])
        let spans = asked.partyDays(asOf: day("2016-12-31"))
        #expect(spans.map(\.title) == (1...7).map { "\($0) 月" } + ["3 季度", "4 季度"])
        #expect(spans[7].first == day("2016-08-01") && spans[7].last == day("2016-09-30"))
        #expect(asked.partyDays(asOf: day("2017-05-01")) == [])
        let cut = Requirements(asked.rows + [row(.partyDay, day("2016-11-01"), 1, .month)])
        #expect(cut.partyDays(asOf: day("2016-12-31")).suffix(3).map(\.title) == ["3 季度", "11 月", "12 月"])
        #expect(asked.partyDay(in: Month(day("2016-08-10")), asOf: day("2016-12-31")) == nil)
        #expect(asked.partyDay(in: Month(day("2016-09-10")), asOf: day("2016-12-31")) == spans[7])
        #expect(AskedPeriod(spans[7], held: [7], asOf: day("2016-12-31")).progress.state == .overdue)
        #expect(AskedPeriod(spans[7], held: [8], asOf: day("2016-12-31")).isHeld)
        #expect(AskedPeriod(spans[7], held: [], asOf: day("2016-12-31")).token == "2016-Q3")
    }

    @Test("of visits is a list for each row that asks for some, until the next row")
    func visits() {
        let asked = Requirements([
            row(.homeVisits, day("2016-01-01"), 1, .month), row(.homeVisits, day("2016-07-01"), 0, .month),
        ])
        #expect(asked.visitLists.map(\.endsOn) == [day("2016-06-30")])
        #expect(asked.visitLists[0].isMethod && asked.visitLists[0].counts == .homeVisit)
    }

    @Test("begins on the first of a month, in a period and a number that the method knows")
    func faults() {
        func faults(_ row: MethodTarget) -> [FieldFault] { row.faults(unread: []) }
        #expect(
            faults(row(.visits, day("2017-01-02"), 6)) == [FieldFault(.startedOn, .notFirstOfMonth(day("2017-01-02")))])
        #expect(
            faults(row(.partyDay, day("2017-01-01"), 2, .month)) == [FieldFault(.count, .notANumber("2", range: 0...1))]
        )
        #expect(
            faults(row(.themeActivity, day("2017-01-01"), 4, .quarter))
                == [FieldFault(.period, .unknownWord("每季", choices: ["每年"]))])
        #expect(faults(row(.partyDay, day("2017-01-01"), 1, .quarter)).isEmpty)
    }
}
