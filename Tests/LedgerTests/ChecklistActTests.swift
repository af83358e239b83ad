import Ledger
import PartyWork
import TestSupport
import Testing

@Suite("Ticking and waiving", .onBothEngines) struct ChecklistActTests {
    /// 不忘初心回乡走访: every member, once, by 1 July.
    private static let homeVisit = Checklist(
        id: "Q01", name: "不忘初心回乡走访", subject: .member, period: .once, startsOn: "2016-05-01", endsOn: "2016-07-01")

    private static func town(_ checklist: Checklist = homeVisit) throws -> Town {
        let town = try Town(
            .person("P1"), .person("P2"), .person("P3", Town.group), .person("P4", Town.otherVillage),
            .person("P5", Town.village, .resident), .person("P6", Town.village, left: "2016-06-01"),
            .person("P7", Town.township, committee: true), .household("H1"), .household("H2", lifted: "2016-01-01"))
        try town.perform(.add(.checklist(checklist)))
        return town
    }

    private static func tick(_ subject: String, on day: Day = "2016-06-10", _ list: Checklist.ID = "Q01") -> Tick {
        Tick(checklist: list, subject: subject, on: day)
    }

    private static func sheet(_ town: Town, _ day: Day = Town.today, _ scope: Code = Town.township) throws
        -> ChecklistSheet
    {
        try town.ledger.checklist("Q01", asOf: day, scope: Scope(scope))
    }

    private static func states(_ sheet: ChecklistSheet) -> [String] {
        sheet.obligations.map { "\($0.subject.token) \($0.state.token)" }
    }

    @Test("every member, once, by 1 July: who has done it, who is waived, who has not")
    func example() throws {
        let town = try Self.town()
        let receipt = try town.perform(.tick([Self.tick("P1"), Self.tick("P3")]))
        #expect(receipt.summary == "清单《不忘初心回乡走访》勾选 2 个：名P1、名P3，2016-06-10")
        let waiver = Waiver(checklist: "Q01", subject: "P4", reason: "在外务工")
        #expect(try town.perform(.waive([waiver])).summary == "清单《不忘初心回乡走访》免除 名P4：在外务工")
        let sheet = try Self.sheet(town)
        #expect(Self.states(sheet) == ["P7 due-soon", "P2 due-soon", "P4 waived", "P1 done", "P3 done"])
        #expect(sheet.obligations.map(\.lastOn) == [nil, nil, nil, "2016-06-10", "2016-06-10"])
        #expect(sheet.obligations[2].waiver == "在外务工")
        let figures = try #require(sheet.line.figures)
        #expect([figures.total, figures.done, figures.waived, figures.open] == [5, 2, 1, 2])
        #expect(sheet.line.branches[Town.village]?.total == 3)
        #expect(
            try town.ledger.openObligations(asOf: "2016-07-02", scope: Scope(Town.village)).map(\.subject.token) == [
                "P2"
            ])
        // Nobody has anything to do about who is waived, wherever they belong.
        #expect(
            try town.ledger.openObligations(asOf: "2016-07-02", scope: Scope(Town.township)).map(\.subject.token) == [
                "P7", "P2",
            ])
        #expect(try town.ledger.openObligations(asOf: "2016-07-02", scope: Scope(Town.otherVillage)) == [])
        try town.perform(.unmark([sheet.obligations[2]], asOf: Town.today))
        #expect(
            try town.ledger.openObligations(asOf: "2016-07-02", scope: Scope(Town.otherVillage)).map(\.subject.token)
                == [
                    "P4"
                ])
        try town.perform(.undo(entry: try #require(try town.undoable()).id))
        #expect(try Self.states(Self.sheet(town, "2016-07-02"))[0] == "P7 overdue")
        #expect(try Self.states(Self.sheet(town, "2016-06-09")).contains("P1 due-soon"))
        #expect(try Self.states(Self.sheet(town, "2016-05-15")).contains("P6 on-track"))
        #expect(try town.ledger.check().isSound)
    }

    @Test("who is gone owes nothing any more, whatever the period; who was lifted since still does")
    func gone() throws {
        let visits = Checklist(
            id: "Q01", name: "每季走访", subject: .household, count: 1, period: .quarter, startsOn: "2016-01-01",
            counts: .homeVisit)
        let town = try Self.town(visits)
        try town.insert([.household("H3", lifted: "2016-05-01"), .household("H4", closed: "2016-05-01")])
        #expect(try Self.states(Self.sheet(town, "2016-04-30")).filter { $0.contains("overdue") }.count == 3)
        let sheet = try Self.sheet(town)
        #expect(Set(Self.states(sheet).filter { $0.contains("overdue") }) == ["H1 overdue", "H3 overdue"])
        #expect(sheet.line.figures?.total == sheet.obligations.count)
        let open = try town.ledger.openObligations(asOf: Town.today, scope: Scope(Town.township))
        #expect(!open.map(\.subject.token).contains("H4"))
    }

    @Test("done late is done, and a waiver of what is done is not shown")
    func late() throws {
        let town = try Self.town()
        try town.insert([.tick(Self.tick("P2", on: "2016-07-05"))])
        try town.perform(.waive([Waiver(checklist: "Q01", subject: "P2", reason: "病")]))
        #expect(try Self.states(Self.sheet(town, "2016-07-04")).contains("P2 waived"))
        let late = try Self.sheet(town, "2016-07-05").obligations.first { $0.subject.token == "P2" }
        #expect(late?.state == .asked(.done) && late?.waiver == nil)
    }

    @Test("what is waived in one period is asked in the next")
    func periods() throws {
        let monthly = Checklist(
            id: "Q01", name: "谈心", subject: .branch, period: .month, startsOn: "2016-05-01",
            organizations: [Town.village])
        let town = try Self.town(monthly)
        try town.perform(
            .waive([Waiver(checklist: "Q01", subject: Town.village.digits, reason: "汛期", within: "2016-05-20")]))
        #expect(try Self.states(Self.sheet(town)) == ["\(Town.village) due-soon", "\(Town.village) waived"])
        try town.perform(.tick([Self.tick(Town.village.digits, on: "2016-06-02")]))
        #expect(try Self.sheet(town).line.figures?.open == 0)
    }

    @Test(
        "an activity of its kind counts by itself, by participant, organization or household",
        arguments: [
            (ChecklistSubject.household, ActivityKind.homeVisit, "H1"), (.member, .homeVisit, "P1"),
            (.committeeMember, .researchVisit, "P7"), (.branch, .partyDay, Town.village.digits),
            (.group, .hazard, Town.group.digits),
        ])
    func activities(subject: ChecklistSubject, kind: ActivityKind, key: String) throws {
        let list = Checklist(
            id: "Q01", name: "走访", subject: subject, count: 2, period: .year, startsOn: "2016-01-01", counts: kind)
        let town = try Self.town(list)
        let organization = kind.isFiveOnes ? Town.group : Town.village
        for (number, day) in ["2015-12-31", "2016-03-01", "2016-06-30", "2016-07-01"].enumerated() {
            try town.insert([
                .activity(
                    Activity.ID("A\(number)"), kind, organization, on: try #require(Day(day)),
                    kind == .researchVisit ? ["P7"] : ["P1"], household: kind == .homeVisit ? "H1" : nil)
            ])
        }
        let sheet = try Self.sheet(town)
        let done = sheet.obligations.filter { $0.state == .asked(.done) }
        #expect(done.map(\.subject.token) == [key] && done[0].progress.done == 2 && done[0].lastOn == "2016-06-30")
        #expect(sheet.line.figures?.done == 1)
        #expect(throws: Refusal.faults([FieldFault(.checklistID, .notTicked(kind))])) {
            try town.perform(.tick([Self.tick(key)]))
        }
    }

    @Test(
        "the counts are those of the rows, of every kind of subject, day and scope",
        arguments: ChecklistSubject.allCases.filter { $0 != .entry })
    func agreement(subject: ChecklistSubject) throws {
        let town = try Self.town(
            Checklist(id: "Q01", name: "单", subject: subject, count: 2, period: .quarter, startsOn: "2016-01-01"))
        let sheet = try Self.sheet(town)
        for (number, row) in sheet.obligations.enumerated() where number % 3 > 0 {
            let days: [Day] = number % 3 == 1 ? ["2016-02-01"] : ["2016-02-01", "2016-05-01", "2016-05-02"]
            for day in days where row.span == sheet.obligations[0].span {
                try town.insert([.tick(Self.tick(row.subject.token, on: day))])
            }
        }
        for day: Day in ["2016-02-01", "2016-03-31", "2016-06-30", "2016-12-31"] {
            for scope in [Town.township, Town.village, Town.group] {
                let sheet = try Self.sheet(town, day, scope)
                var figures = ChecklistFigures()
                for row in sheet.obligations { figures.add(row.state, 1) }
                #expect(sheet.line.figures?.total == figures.total && sheet.line.figures?.done == figures.done)
                #expect(sheet.line.figures?.open == figures.open && sheet.line.figures?.state == figures.state)
            }
        }
    }

    @Test("many are ticked or none; what is there already, nowhere, or of another kind is refused")
    func refusals() throws {
        let town = try Self.town()
        try town.perform(.tick([Self.tick("P1")]))
        #expect(throws: Refusal.markedAlready("不忘初心回乡走访", subject: "名P1")) {
            try town.perform(.tick([Self.tick("P2"), Self.tick("P1")]))
        }
        #expect(try Self.sheet(town).line.figures?.done == 1)
        #expect(throws: Refusal.faults([FieldFault(.subjectID, .nowhere("P9"))])) {
            try town.perform(.tick([Self.tick("P9")]))
        }
        #expect(throws: Refusal.faults([FieldFault(.reason, .missing)])) {
            try town.perform(.waive([Waiver(checklist: "Q01", subject: "P2", reason: " ")]))
        }
        try town.perform(
            .add(.checklist(Checklist(id: "Q02", name: "组", subject: .group, period: .month, startsOn: "2016-01-01"))))
        let fault = Fault.wrongSubject(Town.village.digits, .group)
        #expect(throws: Refusal.faults([FieldFault(.subjectID, fault)])) {
            try town.perform(.tick([Self.tick(Town.village.digits, "Q02")]))
        }
    }

    @Test("a tick is taken away, and undone, by the journal")
    func undo() throws {
        let town = try Self.town()
        let ticked = try town.perform(.tick([Self.tick("P1"), Self.tick("P2")]))
        let seen = try Self.sheet(town).obligations.filter { $0.subject.token == "P1" }
        try town.perform(.unmark(seen, asOf: Town.today))
        #expect(try Self.sheet(town).line.figures?.done == 1)
        #expect(throws: Refusal.self) { try town.perform(.unmark(seen, asOf: Town.today)) }
        #expect(throws: Refusal.self) { try town.perform(.undo(entry: ticked.entry)) }
        try town.perform(.undo(entry: ticked.entry + 1))
        #expect(try Self.sheet(town).line.figures?.done == 2)
        try town.perform(.undo(entry: ticked.entry))
        #expect(try Self.sheet(town).line.figures?.done == 0)
        #expect(try town.ledger.check().isSound)
    }

    @Test("a list is corrected and ended, never deleted; whom it asks stays once something is ticked")
    func correct() throws {
        let town = try Self.town()
        var ended = Self.homeVisit
        ended.endsOn = "2016-06-01"
        try town.perform(.correct(from: .checklist(Self.homeVisit), to: .checklist(ended)))
        #expect(try Self.sheet(town).obligations.allSatisfy { $0.state == .asked(.overdue) })
        try town.perform(.tick([Self.tick("P1")]))
        var other = ended
        other.subject = .household
        #expect(throws: Refusal.checklistInUse(.subject)) {
            try town.perform(.correct(from: .checklist(ended), to: .checklist(other)))
        }
    }

    @Test("what a tick names is not undone away, and check names a tick of nobody")
    func dangling() throws {
        let town = try Self.town()
        let added = try town.perform(.add(.person("P8")))
        try town.perform(.tick([Self.tick("P8")]))
        #expect(throws: Refusal.self) { try town.perform(.undo(entry: added.entry)) }
        try town.insert([.tick(Self.tick("P99"))])
        #expect(try town.ledger.check().problems == ["勾选“Q01 P99”的「对象编号」在台账中找不到，或不是清单所要的对象；请补登记或取消"])
    }
}
