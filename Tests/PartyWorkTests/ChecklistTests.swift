import PartyWork
import Testing

@Suite("Checklists of their own") struct ChecklistTests {
    /// 不忘初心回乡走访: every member, once, by 1 July.
    static let homeVisit = Checklist(
        id: "Q01", name: "不忘初心回乡走访", subject: .member, period: .once, startsOn: day("2016-05-01"),
        endsOn: day("2016-07-01"))

    private static func list(
        _ period: Requirement.Period, _ count: Int = 1, from: String = "2016-01-01", until: String? = nil
    ) -> Checklist {
        Checklist(
            id: "Q", name: "单", subject: .branch, count: count, period: period, startsOn: day(from),
            endsOn: until.map(day))
    }

    @Test(
        "The periods of the year that have begun, as far as the list is in effect",
        arguments: [
            (homeVisit, "2016-04-30", []),
            (homeVisit, "2016-05-01", ["2016-05-01 2016-07-01"]),
            (homeVisit, "2016-12-31", ["2016-05-01 2016-07-01"]),
            (homeVisit, "2017-01-01", []),
            (list(.once, from: "2015-10-01", until: "2016-02-01"), "2016-03-01", ["2015-10-01 2016-02-01"]),
            (list(.month, from: "2016-02-10"), "2016-03-05", ["2016-02-10 2016-02-29", "2016-03-01 2016-03-31"]),
            (list(.month, until: "2016-02-10"), "2016-06-30", ["2016-01-01 2016-01-31", "2016-02-01 2016-02-10"]),
            (list(.quarter), "2016-06-30", ["2016-01-01 2016-03-31", "2016-04-01 2016-06-30"]),
            (list(.year, from: "2014-01-01"), "2016-06-30", ["2016-01-01 2016-12-31"]),
        ] as [(Checklist, String, [String])])
    func spans(list: Checklist, asOf: String, spans: [String]) {
        #expect(list.requirement.spans(asOf: day(asOf)).map { "\($0.first) \($0.last)" } == spans)
    }

    @Test(
        "What is open is on track, due soon towards the end, and overdue after the last day",
        arguments: [
            (homeVisit, 0, "2016-05-31", ProgressState.onTrack), (homeVisit, 0, "2016-06-01", .dueSoon),
            (homeVisit, 0, "2016-07-01", .dueSoon), (homeVisit, 0, "2016-07-02", .overdue),
            (homeVisit, 1, "2016-07-02", .done),
            (list(.month), 0, "2016-06-23", .onTrack), (list(.month), 0, "2016-06-24", .dueSoon),
            (list(.quarter), 0, "2016-06-14", .onTrack), (list(.quarter), 0, "2016-06-15", .dueSoon),
            (list(.quarter, 3), 0, "2016-04-30", .onTrack), (list(.quarter, 3), 0, "2016-05-01", .behind),
            (list(.year, 4), 1, "2016-06-30", .onTrack), (list(.year, 4), 0, "2016-06-30", .behind),
            (list(.year), 0, "2016-12-30", .dueSoon), (list(.year), 0, "2016-12-31", .overdue),
        ] as [(Checklist, Int, String, ProgressState)])
    func states(list: Checklist, count: Int, asOf: String, state: ProgressState) throws {
        let span = try #require(list.requirement.spans(asOf: day(asOf)).last)
        #expect(Progress(done: count, of: list.count, in: span, asOf: day(asOf)).state == state)
    }

    @Test("Every state of a year is the contract's, whatever the count and the day")
    func years() {
        for offset in 0..<366 {
            let date = day("2016-01-01").adding(days: offset)
            for target in 1...5 {
                for count in 0..<target {
                    let isBehind = count < target * date.dayOfYear / 366
                    let expected: ProgressState =
                        date == date.lastOfYear
                        ? .overdue : isBehind ? .behind : date.daysLeftInYear <= 30 ? .dueSoon : .onTrack
                    #expect(Progress(done: count, ofYearly: target, asOf: date).state == expected)
                }
            }
        }
    }

    @Test("The built-in methods are values of the same kind")
    func builtIn() {
        let june = day("2016-06-30")
        #expect(Requirement.partyDay.spans(asOf: june).count == 6)
        #expect(Requirement.visits.spans(asOf: june) == [.year(of: june)])
        let homeVisits = Checklist(
            id: "Q2", name: "帮扶走访", subject: .household, count: 4, period: .year, startsOn: day("2016-01-01"),
            counts: .homeVisit)
        #expect(homeVisits.requirement.kind == .homeVisit && homeVisits.faults(unread: []).isEmpty)
        #expect(homeVisits.rule == "每个贫困户每年 4 次，自 2016-01-01 起；按活动“帮扶走访”计；免除的另列")
    }

    @Test("A list once has a due day, ends after it begins, and counts what its subjects can do")
    func faults() {
        var list = Self.homeVisit
        list.endsOn = nil
        #expect(list.faults(unread: []) == [FieldFault(.dueOn, .missing)])
        list.endsOn = day("2016-04-30")
        #expect(list.faults(unread: []) == [FieldFault(.dueOn, .before(.startedOn, day("2016-05-01")))])
        list = Self.homeVisit
        list.subject = .household
        list.counts = .hazard
        #expect(list.faults(unread: []) == [FieldFault(.countedKind, .unfitKind(.hazard, .household))])
        #expect(list.take("0", into: Checklist.table.fields[3]) == .notANumber("0", range: 1...999))
    }

    @Test("Only the organizations named are asked, each once, and only within the scope")
    func scopes() throws {
        var list = Self.homeVisit
        let town = Scope("422801100" as Code)
        #expect(list.scopes(within: town) == [town])
        list.organizations = ["422801100211", "42280110021101", "422801100205"]
        #expect(list.scopes(within: town).map(\.prefix) == ["422801100205", "422801100211"])
        #expect(list.scopes(within: Scope("42280110021101" as Code)).map(\.prefix) == ["42280110021101"])
        #expect(list.scopes(within: Scope("422801100206" as Code)).isEmpty)
    }

    @Test("Ticks lie in the past and in the days of the list; what is asked once may be done late")
    func ticks() throws {
        let today = day("2016-07-10")
        func tick(_ text: String) -> Tick { Tick(checklist: "Q01", subject: "P1", on: day(text)) }
        try ChecklistRules.check(tick("2016-07-10"), of: Self.homeVisit, today: today)
        #expect(throws: Refusal.inFuture(.heldOn, day("2016-07-11"))) {
            try ChecklistRules.check(tick("2016-07-11"), of: Self.homeVisit, today: today)
        }
        #expect(throws: Refusal.faults([FieldFault(.heldOn, .before(.startedOn, day("2016-05-01")))])) {
            try ChecklistRules.check(tick("2016-04-30"), of: Self.homeVisit, today: today)
        }
        #expect(throws: Refusal.checklistOver("单", on: day("2016-06-30"))) {
            try ChecklistRules.check(
                tick("2016-07-01"), of: Self.list(.month, until: "2016-06-30"), today: today)
        }
    }

    @Test("What is done or waived is not open, everything else is")
    func openStates() {
        let states = ProgressState.allCases.map { Obligation.State.asked($0) } + [.waived]
        #expect(states.filter { !$0.isOpen } == [.asked(.done), .waived])
    }

    @Test("A line is judged by its most urgent part, waived ones apart from done")
    func line() throws {
        let span = Self.homeVisit.requirement.spans(asOf: day("2016-07-02"))[0]
        func tally(_ branch: Code, _ count: Int, _ isWaived: Bool, _ subjects: Int) -> ChecklistTally {
            ChecklistTally(span: span, branch: branch, count: count, isWaived: isWaived, subjects: subjects)
        }
        let tallies = [
            tally("422801100205", 1, false, 3), tally("422801100205", 0, true, 2), tally("422801100211", 0, false, 1),
            tally("422801100211", 2, true, 4),
        ]
        let line = ChecklistReport.Line(Self.homeVisit, tallies, asOf: day("2016-07-02"))
        let figures = try #require(line.figures)
        #expect([figures.total, figures.done, figures.waived, figures.open] == [10, 7, 2, 1])
        #expect(line.standing == "逾期")
        #expect(line.branches["422801100205"]?.state == .waived)
        #expect(ChecklistReport.Line(Self.homeVisit, [], asOf: day("2016-04-01")).standing == "未开始")
        let all = [tally("422801100205", 1, false, 3)]
        #expect(ChecklistReport.Line(Self.homeVisit, all, asOf: day("2016-06-02")).standing == "完成")
        #expect(ChecklistReport.Line(Self.homeVisit, all, asOf: day("2016-07-02")).standing == "已结束")
    }
}

private func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
    return day
}
