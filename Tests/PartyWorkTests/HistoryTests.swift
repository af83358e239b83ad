import PartyWork
import Testing

@Suite("History that repeats")
struct HistoryTests {
    private let first = HouseholdCycle(household: "H1", liftedOn: day("2014-06-01"), returnedOn: day("2015-01-01"))

    private func household(lifted: String? = nil, returned: String? = nil, closed: String? = nil) -> Household {
        Household(
            id: "H1", head: "向某", village: "422801100211", headcount: 3, identifiedOn: day("2014-01-01"),
            liftedOn: lifted.map(day), returnedOn: returned.map(day), closedOn: closed.map(day))
    }

    @Test(
        "a household is lifted inside an earlier cycle, from its first day and before its last",
        arguments: [
            ("2013-12-31", nil), ("2014-05-31", .poor), ("2014-06-01", .lifted), ("2014-12-31", .lifted),
            ("2015-01-01", .poor), ("2015-06-30", .lifted), ("2016-05-01", .closed),
        ] as [(String, HouseholdState?)])
    func state(text: String, state: HouseholdState?) {
        let household = household(lifted: "2015-06-01", closed: "2016-05-01")
        #expect(household.state(on: day(text), earlier: [first]) == state)
    }

    @Test("a closed household stays closed inside a cycle, and one not yet identified has no state")
    func outside() {
        #expect(household(closed: "2014-07-01").state(on: day("2014-08-01"), earlier: [first]) == .closed)
    }

    @Test("a cycle lies after 识别日期, before the last 脱贫日期, and outside the others; touching is fine")
    func cycles() {
        func cycle(_ lifted: String, _ returned: String) -> HouseholdCycle {
            HouseholdCycle(household: "H1", liftedOn: day(lifted), returnedOn: day(returned))
        }
        func faults(_ cycle: HouseholdCycle, lifted: String? = nil) -> [FieldFault] {
            CycleRules.faults(in: cycle, of: household(lifted: lifted), besides: [first])
        }
        #expect(faults(cycle("2015-01-01", "2015-02-01"), lifted: "2015-02-01") == [])
        #expect(faults(cycle("2014-01-01", "2014-06-01")) == [])
        #expect(
            faults(cycle("2013-12-31", "2014-02-01")) == [
                FieldFault(.liftedOn, .before(.identifiedOn, day("2014-01-01")))
            ])
        #expect(
            faults(cycle("2015-01-01", "2015-02-02"), lifted: "2015-02-01")
                == [FieldFault(.returnedOn, .notBeforeLastLift(day("2015-02-01")))])
        let overlap = FieldFault(.liftedOn, .overlaps(from: first.liftedOn, until: first.returnedOn))
        #expect(faults(cycle("2014-12-31", "2015-02-01")) == [overlap])
        #expect(faults(cycle("2014-05-01", "2014-06-02")) == [overlap])
        #expect(
            CycleRules.fault(in: household(lifted: "2014-12-31"), with: [first])
                == FieldFault(.liftedOn, .cutsCycle(from: first.liftedOn, until: first.returnedOn)))
        #expect(CycleRules.fault(in: household(lifted: "2015-01-01"), with: [first]) == nil)
    }

    @Test("lifting once more keeps the former days as a cycle; before the return, or without one, it is refused")
    func liftAgain() throws {
        let household = household(lifted: "2014-06-01", returned: "2015-01-01")
        let (after, cycle) = try CycleRules.liftAgain(household, on: day("2016-01-01"))
        #expect(cycle == first)
        #expect(after.liftedOn == day("2016-01-01") && after.returnedOn == nil)
        for text in ["2014-05-31", "2014-06-01", "2014-12-31", "2015-01-01", "2015-12-31", "2016-01-01"] {
            let (was, now) = (household.state(on: day(text), earlier: []), after.state(on: day(text), earlier: [cycle]))
            #expect(now == (text == "2016-01-01" ? .lifted : was), "\(text)")
        }
        #expect(throws: Refusal.faults([FieldFault(.liftedOn, .before(.returnedOn, day("2015-01-01")))])) {
            try CycleRules.liftAgain(household, on: day("2014-12-31"))
        }
        #expect(throws: Refusal.faults([FieldFault(.returnedOn, .missing)])) {
            try CycleRules.liftAgain(self.household(lifted: "2014-06-01"), on: day("2016-01-01"))
        }
    }

    @Test("a move ends the open membership of the former branch, or keeps one since the day given")
    func moves() throws {
        let person = Person(id: "P1", name: "李娟", organization: "422801100211", category: .member)
        func move(_ posts: [Post], to branch: Code = "422801100205", on text: String = "2016-06-01") throws -> Post {
            let (after, _, ended) = try PostRules.move(
                person, to: branch, on: day(text), since: day("2012-01-01"), memberships: posts,
                today: day("2016-06-30"))
            #expect(after.organization == branch)
            return ended
        }
        let open = Post(holder: "P1", organization: "422801100211", kind: .membership, startedOn: day("2014-01-01"))
        #expect(try move([]).startedOn == day("2012-01-01"))
        #expect(try move([open]).startedOn == day("2014-01-01"))
        #expect(try move([open]).endedOn == day("2016-06-01"))
        #expect(throws: Refusal.inFuture(.endedOn, day("2016-07-01"))) { try move([], on: "2016-07-01") }
        #expect(throws: Refusal.faults([FieldFault(.organization, .unchanged)])) {
            try move([], to: person.organization)
        }
        #expect(throws: Refusal.faults([FieldFault(.endedOn, .before(.startedOn, day("2014-01-01")))])) {
            try move([open], on: "2013-12-31")
        }
        var former = open
        former.organization = "422801100205"
        former.endedOn = day("2015-01-01")
        #expect(PostRules.memberSince(person, [former]) == day("2015-01-01"))
        #expect(PostRules.memberSince(person, [former, open]) == day("2014-01-01"))
        #expect(PostRules.memberSince(person, []) == nil)
    }

    @Test("posts are counted as held at a day, begun and ended in a period, by 职务 and by 来源; memberships are none")
    func posts() {
        func post(
            _ kind: PostKind, _ start: String, _ end: String? = nil, _ source: PostSource? = nil
        ) -> Post {
            Post(
                holder: "P1", organization: "422801100211", kind: kind, startedOn: day(start), endedOn: end.map(day),
                source: source)
        }
        let report = PostReport(
            [
                post(.secretary, "2015-01-01", "2016-01-01"), post(.secretary, "2016-01-01", nil, .prosperous),
                post(.secretary, "2016-07-01"), post(.reserve, "2016-06-30", "2016-07-01", .veteran),
                post(.membership, "2016-01-01"),
            ], scope: Scope(Code("422801100")), scopeName: "龙凤镇", from: day("2016-01-01"), asOf: day("2016-06-30"))
        func numbers(_ lines: [PostReport.Line]) -> [String] {
            lines.map { "\($0.title) \($0.held) \($0.begun) \($0.ended)" }
        }
        #expect(numbers(report.kinds) == ["书记 1 1 1", "后备干部 1 1 0"])
        #expect(numbers(report.sources) == ["致富能人 1 1 0", "退伍军人 1 1 0", "来源未填 0 0 1"])
    }
}

private func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
    return day
}
