import Ledger
import PartyWork
import TestSupport
import Testing

@Suite("Recording and correcting", .onBothEngines) struct RecordActTests {
    @Test("an activity is numbered, counted, and in the journal under the officer's name") func recordActivity() throws
    {
        let town = try Town(.person("P1"), .person("P2"))
        var activity = Town.partyDay(" 学习\u{3000}")
        activity.participants = ["P2", "P1"]
        let receipt = try town.perform(.recordActivity(activity))
        let number = ActivityNumber.text(township: Town.township, part: "K7M", sequence: 1)
        #expect(receipt.key == RecordKey(number))
        #expect(receipt.summary == "记 \(number) 甲村 2016-06-15 主题党日《学习》")
        #expect(try town.branch()?.partyDayMonths == [6])
        let saved = try town.ledger.record(.activities, RecordKey(number))
        #expect(saved?.cells[.participants] == "P2;P1")
        let entry = try town.ledger.journal(limit: 1, before: nil).first
        #expect(
            entry
                == JournalRow(
                    id: 2, at: Town.now, officer: "李娟", uid: 1000, receipt.deed, rows: 1, kind: .record,
                    origin: .commandLine))
    }

    @Test("numbers run on for each township, are never given again, and skip imported ones") func numbers() throws {
        let taken = ActivityNumber.text(township: Town.township, part: "K7M", sequence: 2)
        let town = try Town(.activity(Activity.ID(taken), .partyDay, Town.village, on: "2016-01-01"))
        let first = try town.perform(.recordActivity(Town.partyDay()))
        let second = try town.perform(.recordActivity(Town.partyDay()))
        try town.perform(.undo(entry: second.entry))
        let third = try town.perform(.recordActivity(Town.partyDay()))
        let numbers = [1, 3, 4].map {
            RecordKey(ActivityNumber.text(township: Town.township, part: "K7M", sequence: $0))
        }
        #expect([first.key, second.key, third.key] == numbers)
    }

    @Test("dissolving a village tells what is still in it on that day; once all is elsewhere it tells nothing")
    func dissolving() throws {
        let town = try Town(
            .person("P"), .person("Q", left: "2016-06-01"), .household("H"), .household("I", closed: "2016-06-01"),
            .cooperative("C", Town.village, []), .person("R", Town.otherVillage))
        func dissolve(_ code: Code, on day: String) throws -> [String] {
            let saved = try #require(try town.ledger.record(.organizations, RecordKey(code.digits)))
            return try town.perform(.correct(from: saved, to: try saved.setting([.dissolvedOn: day]))).warnings
        }
        #expect(
            try dissolve(Town.village, on: "2016-06-20")
                == ["2016-06-20 起撤销，甲村里还有党小组 2 个、在岗人员 1 人、贫困户 1 户、合作社 1 个，请移走或办结"])
        // The same day again is no news; on an earlier day more was there.
        #expect(try dissolve(Town.village, on: "2016-05-20").first?.contains("在岗人员 2 人、贫困户 2 户") ?? false)
        #expect(try dissolve(Town.group, on: "2016-06-20") == [])
    }

    @Test("a refused activity uses no number and leaves no trace") func refusedNumber() throws {
        let town = try Town()
        #expect(throws: Refusal.faults([FieldFault(.title, .missing)])) {
            try town.perform(.recordActivity(Town.partyDay("")))
        }
        #expect(try town.ledger.journal(limit: 9, before: nil).count == 1)
        let receipt = try town.perform(.recordActivity(Town.partyDay()))
        #expect(receipt.key == RecordKey(ActivityNumber.text(township: Town.township, part: "K7M", sequence: 1)))
    }

    struct Bad: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let record: AnyRecord
        let fault: FieldFault

        init(_ sentence: String, _ record: AnyRecord, _ column: PartyWork.Column, _ fault: Fault) {
            testDescription = sentence
            self.record = record
            self.fault = FieldFault(column, fault)
        }
    }

    static let bad = [
        Bad("no title", .activity(Town.partyDay("")), .title, .missing),
        Bad("a control character", .activity(Town.partyDay("学\u{7}习")), .title, .forbiddenCharacter("\u{7}")),
        Bad(
            "a five-ones item on a village", .activity("A", .hazard, Town.village, on: "2016-06-01"), .organization,
            .wrongOrganization(Town.village.digits, .host(.hazard))),
        Bad(
            "a theme activity on a group", .activity("A", .themeActivity, Town.group, on: "2016-06-01"), .organization,
            .wrongOrganization(Town.group.digits, .host(.themeActivity))),
        Bad(
            "a home visit without a household", .activity("A", .homeVisit, Town.village, on: "2016-06-01", ["P"]),
            .householdID, .neededFor(.homeVisit)),
        Bad(
            "a participant who is nowhere", .activity("A", .partyDay, Town.village, on: "2016-06-01", ["X"]),
            .participants, .nowhere("X")),
        Bad(
            "a household that is nowhere", .activity("A", .partyDay, Town.village, on: "2016-06-01", household: "X"),
            .householdID, .nowhere("X")),
        Bad("an organization that is nowhere", .person("Q", "100000001555"), .organization, .nowhere("100000001555")),
        Bad(
            "a household on a joint branch", .household("H", Town.joint), .village,
            .wrongOrganization(Town.joint.digits, .village)),
        Bad(
            "a group without its branch",
            .organization(Organization(code: "10000000155501", name: "组", kind: .group)), .code,
            .parentNowhere("100000001555")),
        Bad(
            "a code that does not fit its kind",
            .organization(Organization(code: "100000001903", name: "村", kind: .village)), .code,
            .codeDoesNotFit("100000001903", kind: .village)),
        Bad(
            "a joint branch of a group",
            .organization(Organization(code: "100000001904", name: "联", kind: .joint, jointUnits: [Town.group])),
            .jointUnits, .wrongOrganization(Town.group.digits, .branch)),
        Bad(
            "leaving before arriving", .person("Q", arrived: "2016-06-02", left: "2016-06-01"), .leftOn,
            .before(.arrivedOn, "2016-06-02")),
        Bad("a founder who is nowhere", .cooperative("C", Town.village, ["X"]), .founders, .nowhere("X")),
    ]

    @Test("what a file may not hold, a form may not either", arguments: bad)
    func badRecords(_ story: Bad) throws {
        let town = try Town(.person("P"))
        #expect(throws: Refusal.faults([story.fault])) {
            let activity = story.record.record as? Activity
            try town.perform(activity.map { .recordActivity($0) } ?? .add(story.record))
        }
        #expect(try town.ledger.journal(limit: 9, before: nil).count == 1)
    }

    @Test(
        "what an act of its own writes is not added as it stands",
        arguments: [.activities, .pairings, .monthSteps, .ticks, .waivers, .visits] as [TableSchema])
    func ownAct(table: TableSchema) throws {
        #expect(throws: Refusal.hasOwnAct(table)) { try Town().perform(.add(AnyRecord(table.blank))) }
    }

    @Test("a key is taken once; an odd credit code is warned of") func add() throws {
        let town = try Town(.person("P"))
        #expect(throws: Refusal.keyTaken(.people, RecordKey("P"))) { try town.perform(.add(.person("P"))) }
        #expect(try town.perform(.add(.person("Q"))).summary == "登记人员 Q 名Q（甲村）")
        #expect(try town.perform(.add(.household("H"))).summary == "登记贫困户 H 户主H（甲村）")
        let receipt = try town.perform(.add(.cooperative("C", Town.village, ["P"])))
        #expect(receipt.warnings.count == 1)
        #expect(try town.perform(.add(.cooperative("91350100M000100Y43"))).warnings == [])
    }

    @Test("a correction is saved if the row still is what the officer saw") func correct() throws {
        let town = try Town(.person("P"))
        let seen = try #require(try town.ledger.record(.people, RecordKey("P")))
        let mine = try seen.setting([.phone: "13800000000", .committee: "是"])
        let receipt = try town.perform(.correct(from: seen, to: mine))
        #expect(receipt.summary == "修改人员 P 名P（甲村）：「镇班子成员」否 → 是，「电话」（空） → 138****0000")
        #expect(try town.ledger.record(.people, RecordKey("P")) == mine)
        #expect(throws: Refusal.changedMeanwhile(.people, RecordKey("P"))) {
            try town.perform(.correct(from: seen, to: try seen.setting([.phone: "13900000000"])))
        }
        #expect(throws: Refusal.keyChanged(.personID)) {
            try town.perform(.correct(from: mine, to: try mine.setting([.personID: "Q"])))
        }
        #expect(throws: Refusal.notFound(.people, RecordKey("X"))) {
            try town.perform(.correct(from: .person("X"), to: .person("X", exemption: "年老")))
        }
    }

    @Test("what changes nothing is refused and leaves no entry") func nothingChanged() throws {
        let town = try Town(.person("P"), .household("H"), .pairing("H", "P"))
        let seen = try #require(try town.ledger.record(.people, RecordKey("P")))
        let blanks = try seen.setting([.personName: " \(seen.cells[.personName] ?? "") "])
        for act in [Act.correct(from: seen, to: seen), .correct(from: seen, to: blanks), .endPairings([])] {
            #expect(throws: Refusal.nothingChanged) { try town.perform(act) }
        }
        #expect(Refusal.nothingChanged.text == "没有改动，什么都没有保存")
        #expect(try town.ledger.journal(limit: 9).count == 1)
    }

    @Test("a correction replaces the lists of a row, in order") func correctLists() throws {
        let town = try Town(
            .person("P"), .person("Q"), .activity("A", .partyDay, Town.village, on: "2016-06-01", ["P", "Q"]))
        let seen = try #require(try town.ledger.record(.activities, RecordKey("A")))
        let turned = try seen.setting([.participants: "Q；P"])
        try town.perform(.correct(from: seen, to: turned))
        #expect(try town.ledger.record(.activities, RecordKey("A"))?.cells[.participants] == "Q;P")
        try town.perform(.correct(from: turned, to: try turned.setting([.participants: ""])))
        #expect(try town.ledger.record(.activities, RecordKey("A"))?.cells[.participants] == nil)
    }

    @Test("a visit without a committee member is saved and warned of, for it counts for nobody") func visits() throws {
        var member = Person(id: "K", name: "覃某", organization: Town.township, category: .member)
        member.isCommitteeMember = true
        let town = try Town(.person("P"), .person(member))
        var visit = Activity(
            id: "", heldOn: Town.today, kind: .researchVisit, organization: Town.village, title: "调研",
            participants: ["P"])
        #expect(try town.perform(.recordActivity(visit)).warnings == [Warning.nobodysVisit.text])
        visit.participants = ["P", "K"]
        visit.title = "回访"
        #expect(try town.perform(.recordActivity(visit)).warnings == [])
    }

    @Test("a day after today is saved and warned of, by the rules of an import") func future() throws {
        let town = try Town()
        let receipt = try town.perform(.recordActivity(Town.partyDay(on: "2016-07-01")))
        #expect(receipt.warnings == [Warning.future("2016-07-01").text])
        #expect(try town.perform(.recordActivity(Town.partyDay(on: Town.today))).warnings == [])
        let key = try #require(receipt.key)
        let seen = try #require(try town.ledger.record(.activities, key))
        let corrected = try town.perform(.correct(from: seen, to: try seen.setting([.heldOn: "2016-07-02"])))
        #expect(corrected.warnings == [Warning.future("2016-07-02").text])
        #expect(try town.branch()?.partyDayMonths == [6])
        #expect(try town.branch(Town.village, "2016-07-02")?.partyDayMonths == [6, 7])
    }

    @Test("voiding asks for a reason and a day up to today, once") func void() throws {
        let town = try Town(.activity("A", .partyDay, Town.village, on: "2016-06-01"))
        #expect(throws: Refusal.notFound(.activities, RecordKey("X"))) {
            try town.perform(.voidActivity("X", on: Town.today, reason: "重复"))
        }
        #expect(throws: Refusal.faults([FieldFault(.voidReason, .without(.voidedOn))])) {
            try town.perform(.voidActivity("A", on: Town.today, reason: " "))
        }
        #expect(throws: Refusal.inFuture(.voidedOn, "2016-07-01")) {
            try town.perform(.voidActivity("A", on: "2016-07-01", reason: "重复"))
        }
        let receipt = try town.perform(.voidActivity("A", on: Town.today, reason: "重复"))
        #expect(receipt.summary == "作废 A 甲村 2016-06-01 主题党日《题A》：重复")
        #expect(try town.branch()?.partyDayMonths == [])
        #expect(throws: Refusal.voidedAlready("A", on: Town.today)) {
            try town.perform(.voidActivity("A", on: Town.today, reason: "重复"))
        }
    }
}
