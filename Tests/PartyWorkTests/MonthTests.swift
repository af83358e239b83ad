import PartyWork
import Testing

@Suite("The month of a branch") struct MonthTests {
    private let may = Month(Day("2016-05-20").unsafelyUnwrapped)

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test("is read in the forms of days, and written in one")
    func text() throws {
        for text in ["2016-05", "2016/5", "2016.5", "2016年5月"] { #expect(Month(text) == may, "\(text)") }
        for text in ["2016-13", "2016-05-01", "05", "", "五月", "2016-0"] { #expect(Month(text) == nil, "\(text)") }
        #expect(may.description == "2016-05")
        #expect(may.title == "2016 年 5 月")
        #expect(may.last.description == "2016-05-31")
        #expect(try may.contains(day("2016-05-31")) && !may.contains(day("2016-06-01")))
    }

    @Test("has late entries from the day after its last one, by the day on which a thing counts")
    func lateEntries() throws {
        func isLate(
            _ held: String, _ kind: ActivityKind = .partyDay, resolved: String? = nil, entered: String?
        ) throws -> Bool {
            let activity = Activity(
                id: "A", heldOn: try day(held), kind: kind, organization: "4", title: "",
                resolvedOn: try resolved.map(day))
            return ActivityRow(
                activity: activity, organizationName: "", participantNames: [], head: "",
                enteredOn: try entered.map(day)
            ).isLate
        }
        for held in ["2016-05-01", "2016-05-31"] {
            #expect(try !isLate(held, entered: "2016-05-31"))
            #expect(try isLate(held, entered: "2016-06-01"))
            #expect(try !isLate(held, entered: nil))
        }
        #expect(try !isLate("2016-05-02", entered: "2016-05-01"))
        // A dispute counts when it is settled.
        #expect(try !isLate("2016-05-31", .dispute, resolved: "2016-06-02", entered: "2016-06-30"))
        #expect(try isLate("2016-05-31", .dispute, resolved: "2016-06-02", entered: "2016-07-01"))
        #expect(try !isLate("2016-05-31", .dispute, entered: "2016-07-01"))
    }

    @Test("goes from state to state only as the table says")
    func order() throws {
        let ways: [(MonthState, [MonthStep.Kind])] = [
            (.open, [.submit]), (.submitted, [.accept, .giveBack]), (.accepted, [.reopen]), (.returned, [.submit]),
            (.reopened, [.submit]),
        ]
        #expect(Set(ways.map(\.0)) == Set(MonthState.allCases))
        let today = try day("2016-06-10")
        for (state, allowed) in ways {
            for step in MonthStep.Kind.allCases {
                let refusal = MonthRules.refusal(step, of: may, branch: "甲村", in: state, on: today)
                let expected = allowed.contains(step) ? nil : Refusal.stepOutOfOrder(branch: "甲村", may, state, step)
                #expect(refusal == expected, "\(state) \(step)")
            }
        }
        #expect(
            Refusal.stepOutOfOrder(branch: "甲村", may, .open, .accept).text
                == "甲村 2016 年 5 月未上报，现在只能上报，不能接收")
    }

    @Test("is reported from its last seven days on, signed from its last day on")
    func early() throws {
        func refusal(_ step: MonthStep.Kind, _ state: MonthState, _ text: String) throws -> Refusal? {
            MonthRules.refusal(step, of: may, branch: "甲村", in: state, on: try day(text))
        }
        #expect(try refusal(.submit, .open, "2016-05-24") == .monthNotOver(may, .submit, from: day("2016-05-25")))
        #expect(try refusal(.submit, .open, "2016-05-25") == nil)
        #expect(try refusal(.accept, .submitted, "2016-05-30") == .monthNotOver(may, .accept, from: may.last))
        #expect(try refusal(.accept, .submitted, "2016-05-31") == nil)
        #expect(try refusal(.giveBack, .submitted, "2016-05-26") == nil)
    }

    @Test("is nothing, partly or wholly done: 主题党日 and papers")
    func work() {
        var figures = MonthFigures()
        figures[.householdsCovered] = 5
        #expect(figures.work == .none)
        figures[.homeVisit] = 3
        #expect(figures.work == .partly)
        figures[.partyDay] = 1
        #expect(figures.work == .whole)
        figures[.papersMissing] = 1
        #expect(figures.work == .partly)
        #expect(figures.activities == 4)
    }

    @Test("keeps a step column by column")
    func record() throws {
        var figures = MonthFigures()
        figures[.partyDay] = 1
        figures[.membersInScope] = 7
        let step = MonthStep(
            organization: "100000001101", month: may, position: 2, step: .accept, takenOn: try day("2016-06-01"),
            officer: "李娟", figures: figures)
        #expect(try AnyRecord.read(.monthSteps, from: AnyRecord.monthStep(step).cells) == .monthStep(step))
        var returned = AnyRecord.monthStep(step).cells
        returned[.step] = "退回"
        #expect(throws: RecordFaults([FieldFault(.reason, .missing)])) {
            try AnyRecord.read(.monthSteps, from: returned)
        }
        returned[.month] = "五月"
        #expect(throws: RecordFaults.self) { try AnyRecord.read(.monthSteps, from: returned) }
        #expect(!TableSchema.builtIn.withFiles.contains(.monthSteps))
    }

    @Test("shows where it shifted since it was signed, reopened or not, but not before its end")
    func shifted() throws {
        var now = MonthFigures()
        now[.partyDay] = 1
        let steps = [
            MonthStep.Kind.submit, .accept, .reopen,
        ].enumerated().map { number, step in
            MonthStep(
                organization: "1", month: may, position: number + 1, step: step, takenOn: may.last, officer: "",
                reason: step == .reopen ? "漏记" : "", figures: step == .accept ? MonthFigures() : nil)
        }
        func report(_ asOf: Day) -> MonthReport {
            MonthReport(code: "1", name: "甲村", month: may, asOf: asOf, figures: now, steps: steps)
        }
        #expect(report(may.last).state == .reopened)
        #expect(report(may.last).shifted == [.partyDay])
        #expect(try report(day("2016-05-30")).shifted == [])
    }
}

@Suite("What a signed month locks") struct MonthLockTests {
    private let may = Month(Day("2016-05-01").unsafelyUnwrapped)

    private func counts(_ table: TableSchema, _ old: [Column: String]?, _ new: [Column: String]?) throws -> Bool {
        func record(_ cells: [Column: String]?) throws -> (any LedgerRecord)? {
            try cells.map { try AnyRecord(table.blank).setting($0).record }
        }
        return MonthRules.counts(try record(old), try record(new), in: may)
    }

    private func activity(_ kind: ActivityKind, _ held: String, _ more: [Column: String] = [:]) -> [Column: String] {
        [.number: "A", .heldOn: held, .kind: kind.rawValue, .organization: "1", .title: "题"]
            .merging(more) { $1 }
    }

    @Test("an activity that counts in it, before or after; not its papers and its note")
    func activities() throws {
        let held = activity(.partyDay, "2016-05-31")
        #expect(try counts(.activities, nil, held))
        #expect(try counts(.activities, held, nil))
        #expect(try counts(.activities, held, activity(.partyDay, "2016-06-01")))
        #expect(try counts(.activities, activity(.partyDay, "2016-04-30"), held))
        #expect(try counts(.activities, held, activity(.partyDay, "2016-05-31", [.title: "别的题"])))
        #expect(
            try counts(
                .activities, held, activity(.partyDay, "2016-05-31", [.voidedOn: "2016-06-02", .voidReason: "重"])))
        #expect(try !counts(.activities, held, activity(.partyDay, "2016-05-31", [.evidence: "待补", .note: "补了"])))
        #expect(try !counts(.activities, nil, activity(.partyDay, "2016-06-01")))
    }

    @Test("a dispute by the day on which it was resolved; a hazard put right later changes nothing")
    func resolved() throws {
        let begun = activity(.dispute, "2016-05-02")
        #expect(try !counts(.activities, nil, begun))
        #expect(try !counts(.activities, begun, activity(.dispute, "2016-05-02", [.resolvedOn: "2016-06-02"])))
        #expect(try counts(.activities, begun, activity(.dispute, "2016-05-02", [.resolvedOn: "2016-05-30"])))
        let hazard = activity(.hazard, "2016-05-02")
        #expect(try !counts(.activities, hazard, activity(.hazard, "2016-05-02", [.resolvedOn: "2016-06-02"])))
    }

    @Test("what a dated fact says of its last day; undated facts are let through")
    func dated() throws {
        let pairing: [Column: String] = [.householdID: "H", .personID: "P", .startedOn: "2015-01-01"]
        #expect(try counts(.pairings, nil, pairing))
        #expect(try !counts(.pairings, nil, pairing.merging([.startedOn: "2016-06-01"]) { $1 }))
        #expect(try counts(.pairings, pairing, pairing.merging([.endedOn: "2016-05-31", .endReason: "调整"]) { $1 }))
        #expect(try !counts(.pairings, pairing, pairing.merging([.endedOn: "2016-06-01", .endReason: "调整"]) { $1 }))
        let household: [Column: String] = [
            .householdID: "H", .head: "户主", .village: "1", .headcount: "3", .identifiedOn: "2014-01-01",
        ]
        #expect(try counts(.households, nil, household))
        #expect(try counts(.households, household, household.merging([.liftedOn: "2016-05-31"]) { $1 }))
        #expect(try !counts(.households, household, household.merging([.liftedOn: "2016-06-01"]) { $1 }))
        #expect(try !counts(.households, household, household.merging([.head: "新户主"]) { $1 }))
    }

    @Test("where a member counts, by all that has a date and by 组织编码; category and exemption are let through")
    func members() {
        let (here, there): (Code, Code) = ("100000001101", "100000001102")
        let person = Person(id: "P", name: "名", organization: "10000000110101", category: .member)
        func membership(_ code: Code, from start: Day, until end: Day? = nil) -> Post {
            Post(holder: "P", organization: code, kind: .membership, startedOn: start, endedOn: end)
        }
        func changed(_ old: Person?, _ new: Person?, _ posts: [Post] = [], _ becoming: [Post] = []) -> [Code] {
            [here, there].filter {
                MonthRules.counts(
                    CountedMember(old, memberships: posts), CountedMember(new, memberships: becoming), in: $0, may)
            }
        }
        func with(_ change: (inout Person) -> Void) -> Person {
            var copy = person
            change(&copy)
            return copy
        }
        let moved = with { $0.organization = there }
        let (first, last) = (may.first, may.last)
        #expect(changed(nil, person) == [here])
        #expect(changed(person, nil) == [here])
        #expect(changed(nil, with { $0.category = .resident }) == [])
        #expect(changed(nil, with { $0.arrivedOn = last.adding(days: 1) }) == [])
        #expect(changed(person, with { $0.leftOn = last }) == [here])
        #expect(changed(person, with { $0.leftOn = last.adding(days: 1) }) == [])
        #expect(changed(person, with { $0.exemption = "病" }) == [])
        #expect(changed(person, with { $0.category = .resident }) == [])
        #expect(changed(person, with { ($0.leftOn, $0.exemption) = (last, "病") }) == [here])
        #expect(changed(person, moved) == [here, there])
        #expect(changed(with { $0.exemption = "病" }, with { ($0.organization, $0.exemption) = (there, "病") }) == [])
        // A dated membership that holds on the last day says where, and not 组织编码.
        let held = membership(here, from: first)
        #expect(changed(person, moved, [held], [held]) == [])
        #expect(changed(moved, moved, [], [held]) == [here, there])
        #expect(changed(moved, moved, [held], [membership(here, from: first, until: last)]) == [here, there])
        #expect(changed(moved, moved, [held], [membership(here, from: first, until: last.adding(days: 1))]) == [])
        #expect(changed(person, moved, [], [membership(here, from: first, until: last.adding(days: 1))]) == [])
        #expect(changed(person, person, [], [membership(there, from: last.adding(days: 1))]) == [])
    }

    @Test("of a person the households' side too: whether the person serves") func service() {
        let person = Person(id: "P", name: "名", organization: "1", category: .resident)
        var left = person
        left.leftOn = may.last
        var moved = person
        (moved.organization, moved.category) = ("2", .member)
        #expect(MonthRules.countsForHouseholds(person, left, in: may))
        #expect(!MonthRules.countsForHouseholds(person, moved, in: may))
    }

    @Test("of a household its helpers' side too: whether it is kept")
    func helpers() throws {
        let household = Household(id: "H", head: "", village: "1", headcount: 1, identifiedOn: may.first)
        var closed = household
        closed.closedOn = may.last
        var lifted = household
        lifted.liftedOn = may.last
        #expect(MonthRules.countsForHelpers(household, closed, in: may))
        #expect(!MonthRules.countsForHelpers(household, lifted, in: may))
        #expect(MonthRules.countsForHelpers(nil, lifted, in: may))
    }
}
