import TestSupport
import Testing

@testable import PartyWork

/// What the domain says in English: one of each text, made of Latin data, without a Chinese word or mark.
@Suite("In English") struct EnglishTests {
    private static let day = on("2016-06-15")

    private func inEnglish<Value>(_ make: () throws -> Value) rethrows -> Value {
        try Language.$current.withValue(.english, operation: make)
    }

    private func expectEnglish(_ texts: @autoclosure () -> [String]) {
        for text in inEnglish(texts) { #expect(!text.hasChinese && !text.isEmpty, "\(text)") }
    }

    @Test("what comes of a copy that is brought back has its English") func merging() {
        let cell = MergeReview.Cell(column: .post, base: "", mine: "clerk", theirs: "chair")
        let name = MergeOrder.RowName(.people, RecordKey("P1"))
        let row = MergeReview.Row(name, caption: "", .conflict, cells: [cell], side: nil, remark: "why")
        let review = MergeReview(place: "Alder", officers: ["Li"], entries: 2, rows: [row], remarks: [])
        let deed = MergeDeed(
            copy: "C", after: 1, upTo: 3, seal: "", place: "Alder", officers: ["Li"],
            rows: [Deed.ImportedRows(.people, 2)])
        expectEnglish([review.heading, review.counts, row.title, Deed.merged(deed).text] + row.lines)
        expectEnglish(MergeReview.Row.Kind.allCases.map(\.title) + MergeSide.allCases.map(\.title))
        let refusals: [Refusal] = [.notParted, .foreignCopy, .ownCopy, .unsettledMerge(2)]
        expectEnglish(
            refusals.map(\.text)
                + [Warning.stillIn("Alder", Self.day, groups: 1, people: 2, households: 0, cooperatives: 1).text])
    }

    // MARK: - Words

    @Test("every closed word, column, table and state has its English") func words() {
        func titles<W: Titled & CaseIterable>(_: W.Type) -> [String] { W.allCases.map(\.title) }
        expectEnglish(
            titles(OrganizationKind.self) + titles(PersonCategory.self) + titles(ActivityKind.self)
                + titles(PairingEndReason.self) + titles(Evidence.self) + titles(PostKind.self)
                + titles(PostSource.self) + titles(YesNo.self) + titles(ChecklistSubject.self)
                + titles(MonthStep.Kind.self) + titles(Requirement.Period.self) + titles(HouseholdState.self)
                + titles(HouseholdEvent.Kind.self) + titles(Origin.self))
        expectEnglish(
            TableSchema.builtIn.flatMap { [$0.title, $0.rowTitle] }
                + TableSchema.builtIn.flatMap(\.columns).map(\.title))
        expectEnglish(ActKind.allCases.map(\.title) + ProgressState.allCases.map(\.title))
        expectEnglish(Gap.Kind.allCases.map(\.title) + Gap.State.allCases.map(\.title))
        expectEnglish(MonthState.allCases.map(\.title) + MonthState.allCases.dropFirst().map(\.sign))
        expectEnglish([MonthWork.none, .partly, .whole].flatMap { [$0.title, $0.sign] })
        expectEnglish(MonthFigure.allCases.map(\.title) + HouseholdEvent.Kind.allCases.map(\.explanation))
        expectEnglish(
            [Service.notArrived, .serving, .left].flatMap { [$0.title, $0.absence ?? "-", $0.remark + "-"] })
        expectEnglish([RowChange.Kind.added, .changed, .removed].map(\.title) + [Obligation.State.waived.title])
    }

    @Test("a word of a cell is said in English, what was entered stays") func cells() {
        inEnglish {
            #expect(TableSchema.people[.category]?.title(of: "预备党员") == "probationary member")
            #expect(TableSchema.posts[.post]?.title(of: "书记") == "secretary")
            #expect(TableSchema.people[.post]?.title(of: "书记") == "书记")
        }
        #expect(TableSchema.people[.category]?.title(of: "预备党员") == "预备党员")
    }

    @Test("counting rules fit a line of eighty columns") func rules() {
        let requirements: () -> [Requirement] = {
            [Requirement.visits, .themeActivity, .partyDay] + Requirement.fiveOnes
        }
        expectEnglish(requirements().map(\.title) + [Requirement.fiveOnesTitle])
        let rules = inEnglish {
            requirements().map(\.rule) + [
                Requirement.fiveOnesRule, Definition.householdCoverage, Definition.memberCoverage,
                Definition.noRelease, Definition.visited, Definition.cooperatives, Definition.memberFounded,
                Definition.founders, Definition.householdsLed, Definition.visitsReceived,
            ]
        }
        for rule in rules { #expect(!rule.hasChinese && rule.count <= 78, "\(rule)") }
    }

    @Test("months, spans and checklists are said in English") func sentences() throws {
        let checklists = [
            Checklist(
                id: "C1", name: "Visit", subject: .member, period: .once, startsOn: on("2016-06-01"), endsOn: Self.day),
            Checklist(
                id: "C2", name: "Day", subject: .branch, count: 2, period: .month, startsOn: on("2016-01-01"),
                endsOn: on("2016-12-31"), counts: .partyDay, remark: "As told"),
        ]
        expectEnglish(checklists.map(\.rule) + Requirement.Period.allCases.map { $0.asks(2) })
        expectEnglish([Month(Self.day).title, Span.month(of: Self.day).title, Span.quarter(of: Self.day).title])
        expectEnglish([Span.year(of: Self.day).title, Span(.once, first: Self.day, last: Self.day).title])
        let days = [on("2016-05-01"), on("2016-06-02"), on("2016-07-02")]
        expectEnglish(days.map { ChecklistReport.Line(checklists[0], [], asOf: $0).standing })
        let status = StatusReport(Tallies(asOf: Self.day, scope: Scope(Code("")), scopeName: ""))
        expectEnglish(status.methods.flatMap { [$0.title, $0.subject, $0.asks, $0.rule] })
    }

    @Test("things are counted in English") func counts() {
        #expect(plural(1, "household") == "1 household" && plural(0, "branch", "branches") == "0 branches")
        #expect(inEnglish { ["A", "B"].listed } == "A, B" && ["A", "B"].listed == "A、B")
    }

    @Test("an officer may type a day in English") func days() {
        #expect(Day(entered: "Today", today: Self.day) == Self.day)
        #expect(Day(entered: "yesterday", today: Self.day) == on("2016-06-14"))
    }

    // MARK: - Faults and refusals

    private static let faults: [Fault] = [
        .missing, .unknownWord("x", choices: PersonCategory.choices), .notADay("x"), .notAMonth("x"),
        .notANumber("x", range: 1...9), .tooLong(300, limit: 200), .lineBreak,
        .forbiddenCharacter("\u{202E}"),
        .repeatedItem("x"), .codeDoesNotFit("1", kind: .township), .codeDoesNotFit("1", kind: .village),
        .codeDoesNotFit("1", kind: .joint), .codeDoesNotFit("1", kind: .group), .before(.foundedOn, day),
        .without(.endReason), .neededFor(.homeVisit), .nowhere("x"), .notNamed("x"), .severalNamed("x", ["A", "B"]),
        .nameForNumber("x", header: "y"), .namedElsewhere("x", ["A"]),
        .parentNowhere("x"), .wrongOrganization("x", .any), .wrongOrganization("x", .parent),
        .wrongOrganization("x", .village), .wrongOrganization("x", .branch), .wrongOrganization("x", .host(.deed)),
        .wrongOrganization("x", .host(.partyDay)), .notARange("x"), .unchanged, .wrongActivity("x", .homeVisit),
        .notTicked(.partyDay),
        .wrongSubject("x", .group), .unfitKind(.deed, .branch), .notBeforeLastLift(day),
        .overlaps(from: day, until: day),
        .cutsCycle(from: day, until: day),
    ]

    @Test("every fault is said in English on screens", arguments: faults) func fault(_ fault: Fault) {
        expectEnglish([fault.text, FieldFault(.foundedOn, fault).text, Refusal.faults([FieldFault(.code, fault)]).text])
    }

    @Test("a fault of a file names the header and the words to write there") func filed() {
        inEnglish {
            let missing = FieldFault(.householdID, .missing)
            #expect(missing.text == "Household no.: must not be empty")
            #expect(missing.text(.inFiles) == "Household no. (户编号): must not be empty")
            let word = Fault.unknownWord("x", choices: YesNo.choices)
            #expect(word.text == #""x" is not one of: yes, no"#)
            #expect(word.text(.inFiles) == #""x" is not one of: yes (是), no (否)"#)
        }
        let missing = FieldFault(.householdID, .missing)
        #expect(missing.text == "「户编号」必填，不能为空" && missing.text(.inFiles) == missing.text)
    }

    private static let refusals: [Refusal] =
        [
            .faults([FieldFault(.code, .missing), FieldFault(.name, .missing)]), .keyTaken(.pairings, RecordKey("H1")),
            .keyTaken(.households, RecordKey("H1")), .notFound(.activities, RecordKey("A1")), .keyChanged(.code),
            .changedMeanwhile(.people, RecordKey("P1")),
            .nothingChanged, .inFuture(.liftedOn, day), .helperGone(name: "Li", leftOn: day),
            .householdClosed(head: "Li", closedOn: day), .alreadyPaired(head: "Li", helper: "Wu", since: day),
            .notPaired(household: "H1", helper: "P1", on: day), .replacesSelf(name: "Wu"),
            .leavesPoorHousehold("H1", head: "Li", on: day), .sentenceMissing, .voidedAlready("A1", on: day),
            .checklistOver("Visit", on: day), .checklistInUse(.subject), .markedAlready("Visit", subject: "Li"),
            .nothingToUndo, .noEntry(7), .undoneAlready(entry: 7), .changedSince(entry: 7, by: 8, .words("added Li")),
            .stillReferenced(entry: 7, what: "Li"), .monthNotOver(Month(day), .accept, from: day),
            .monthLocked(branch: "A", "100000001101", Month(day), officer: "Wu", on: day), .stepIsFixed,
            .hasOwnAct(.ticks),
            .signedOtherwise(branch: "A", Month(day)), .signedSince(entry: 7, branch: "A", Month(day)),
            .emptyScope("9"),
            .noStandardScope, .notAnOfficer(account: "li", administrators: ["Wu"]),
            .notAnOfficer(account: "li", administrators: []),
            .ownMonth(branch: "A", Month(day)), .noAdministrator,
        ]
        + Right.allCases.flatMap { right -> [Refusal] in
            [
                .notPermitted(right, holders: ["Wu"]), .notPermitted(right, holders: []),
                .outsideRange(right, "100000001101", holders: ["Wu"]),
                .outsideRange(right, "100000001101", holders: []),
            ]
        }

    @Test("every refusal is said in English", arguments: refusals) func refusal(_ refusal: Refusal) {
        expectEnglish([refusal.text])
    }

    @Test("a step out of order is refused in English", arguments: MonthState.allCases) func step(_ state: MonthState) {
        for step in MonthStep.Kind.allCases {
            expectEnglish([Refusal.stepOutOfOrder(branch: "A", Month(Self.day), state, step).text])
        }
    }

    @Test("every obstacle to what happens to a household is said in English")
    func obstacles() {
        let obstacles: [HouseholdObstacle] = [
            .closed(on: Self.day), .lifted(on: Self.day), .poor, .indivisible, .itself,
            .otherClosed(head: "Li", on: Self.day), .poorIntoLifted(head: "Li"), .noVillage(name: "A", on: Self.day),
            .otherTownship(village: "A"),
        ]
        expectEnglish(obstacles.map { Refusal.household($0).text })
    }

    @Test("every warning is said in English") func warnings() {
        let warnings: [Warning] = [
            .uncovered("H1", Self.day), .creditCode("9"), .residentHelper("Li"), .future(Self.day),
            .returnedUncovered(head: "Li"), .nobodysVisit, .alike("household H1 Li"),
        ]
        expectEnglish(warnings.map(\.text))
    }

    // MARK: - Cards

    private static var card: HouseholdCard {
        var household = Household(
            id: "H1", head: "Li", village: "100000001101", headcount: 3, cause: "illness",
            identifiedOn: on("2014-01-01"))
        household.liftedOn = on("2015-06-01")
        household.closedOn = on("2016-01-01")
        household.closedReason = HouseholdEvent.Kind.merged.rawValue
        let pairing = Pairing(
            household: "H1", helper: "P1", startedOn: on("2014-02-01"), endedOn: on("2016-01-01"),
            endReason: .householdClosed)
        let visit = Activity(
            id: "A1", heldOn: on("2015-03-01"), kind: .homeVisit, organization: "100000001101", title: "Talk",
            participants: ["P1", "P2"], household: "H1")
        let details = VisitDetails(activity: "A1", findings: "roof", measures: "tiles", outcome: "dry")
        return HouseholdCard(
            row: HouseholdRow(
                household: household, villageName: "A", state: .closed,
                helpers: [.init(id: "P1", name: "Wu", service: .left)], lastVisitOn: nil),
            pairings: [
                PairingRow(
                    pairing: pairing, head: "Li", helperName: "Wu", isActive: false, helperService: .left,
                    state: .closed)
            ],
            visits: [
                ActivityRow(
                    activity: visit, organizationName: "A", participantNames: ["Wu", "Zhao"], head: "Li", visit: details
                )
            ])
    }

    @Test("what happened to a household and a person is said in English") func timelines() {
        expectEnglish(Self.card.timeline.map { "\($0.kind.title) \($0.text)" })
        let member = Person(id: "P1", name: "Wu", organization: "100000001101", category: .member)
        let posts = [
            Post(
                holder: "P1", organization: "100000001102", kind: .membership, startedOn: on("2014-01-01"),
                endedOn: on("2015-01-01")),
            Post(
                holder: "P1", organization: "100000001101", kind: .secretary, startedOn: on("2015-01-01"),
                endedOn: on("2016-01-01"), source: .veteran),
        ]
        let card = PersonCard(
            row: PersonRow(person: member, organizationName: "A", service: .serving, households: 0), pairings: [],
            activities: [], posts: posts.map { PostRow(post: $0, organizationName: "B") })
        expectEnglish(card.timeline.map { "\($0.kind.title) \($0.text)" })
        let report = PostReport(posts, scope: Scope(Code("")), scopeName: "", from: on("2014-01-01"), asOf: Self.day)
        expectEnglish((report.kinds + report.sources).map(\.title))
    }
}

/// A day in a story; one that the calendar lacks ends the test run at once.
private func on(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
    return day
}
