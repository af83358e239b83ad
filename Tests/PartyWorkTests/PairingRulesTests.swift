import PartyWork
import Testing

@Suite("不脱贫不脱钩")
struct PairingRulesTests {
    private let today: Day

    init() throws { today = try #require(Day("2016-06-30")) }

    @Test("lets a helper go when a successor starts the same day")
    func handOver() throws {
        let result = try PairingRules.ending(ending(replacement: "P2"), in: history(), today: today)
        #expect(result.ended.endedOn == today && result.ended.endReason == .reassigned)
        #expect(result.successor == Pairing(household: "H1", helper: "P2", startedOn: today))
    }

    @Test("refuses to leave a poor household without a serving helper")
    func refused() {
        #expect(throws: Refusal.leavesPoorHousehold("H1", head: "向某", on: today)) {
            try PairingRules.ending(ending(), in: history(), today: today)
        }
    }

    @Test("refuses too when the helper has long left, so that the household is handed over")
    func departed() {
        #expect(throws: Refusal.leavesPoorHousehold("H1", head: "向某", on: today)) {
            try PairingRules.ending(ending(), in: history(helperLeft: "2016-01-01"), today: today)
        }
    }

    @Test("does not count a second helper who no longer serves")
    func secondHelper() throws {
        let serving = Pairing(household: "H1", helper: "P2", startedOn: try day("2015-01-01"))
        #expect(throws: Never.self) {
            try PairingRules.ending(ending(), in: history(others: [serving]), today: today)
        }
        let gone = Pairing(household: "H1", helper: "P3", startedOn: try day("2015-01-01"))
        #expect(throws: Refusal.leavesPoorHousehold("H1", head: "向某", on: today)) {
            try PairingRules.ending(ending(), in: history(others: [gone]), today: today)
        }
    }

    @Test("looks past the day: ending in May is refused when the other helper stopped in June")
    func later() throws {
        let other = Pairing(
            household: "H1", helper: "P2", startedOn: try day("2015-01-01"), endedOn: try day("2016-06-10"),
            endReason: .reassigned)
        #expect(throws: Refusal.leavesPoorHousehold("H1", head: "向某", on: try day("2016-06-10"))) {
            try PairingRules.ending(ending(on: "2016-05-01"), in: history(others: [other]), today: today)
        }
    }

    @Test("does not blame the ending for a gap that was there without it")
    func earlierGap() throws {
        let other = Pairing(
            household: "H1", helper: "P2", startedOn: try day("2015-01-01"), endedOn: try day("2016-06-10"),
            endReason: .reassigned)
        #expect(throws: Never.self) {
            try PairingRules.ending(
                ending(on: "2016-05-01"), in: history(helperLeft: "2016-06-10", others: [other]), today: today)
        }
    }

    @Test("pairs nobody anew when the successor helps the household already")
    func alreadyThere() throws {
        let other = Pairing(household: "H1", helper: "P2", startedOn: try day("2015-01-01"))
        let result = try PairingRules.ending(ending(replacement: "P2"), in: history(others: [other]), today: today)
        #expect(result.ended.endedOn == today)
        #expect(result.successor == nil)
    }

    @Test("refuses a successor who starts to serve only later")
    func notYetArrived() throws {
        #expect(throws: Refusal.leavesPoorHousehold("H1", head: "向某", on: try day("2016-06-01"))) {
            try PairingRules.ending(ending(on: "2016-06-01", replacement: "P4"), in: history(), today: today)
        }
    }

    @Test("lets go of a lifted household, of one struck off, and of a mistaken entry with its sentence")
    func exceptions() throws {
        #expect(throws: Never.self) {
            try PairingRules.ending(ending(reason: .lifted), in: history(lifted: "2016-06-30"), today: today)
        }
        #expect(throws: Never.self) {
            try PairingRules.ending(ending(reason: .householdClosed), in: history(), today: today)
        }
        #expect(throws: Refusal.sentenceMissing) {
            try PairingRules.ending(ending(reason: .enteredInError, sentence: "  "), in: history(), today: today)
        }
        #expect(throws: Never.self) {
            try PairingRules.ending(ending(reason: .enteredInError, sentence: "登错了户"), in: history(), today: today)
        }
    }

    @Test("ends the pairing that has no end yet, where files brought two of the same helper that overlap")
    func overlapping() throws {
        let known = try history()
        let ended = Pairing(
            household: "H1", helper: "P1", startedOn: try day("2013-12-15"), endedOn: try day("2016-06-20"),
            endReason: .reassigned)
        let overlapping = HouseholdHistory(
            household: known.household, cycles: [], pairings: [ended] + known.pairings, people: known.people)
        let result = try PairingRules.ending(
            ending(on: "2016-06-01", replacement: "P2"), in: overlapping, today: today)
        #expect(result.was.startedOn == (try day("2014-01-01")))
    }

    @Test("refuses a day in the future, a pairing that is not there, a successor who has left or is the helper")
    func wrongDetails() throws {
        #expect(throws: Refusal.inFuture(.endedOn, try day("2016-07-01"))) {
            try PairingRules.ending(ending(on: "2016-07-01"), in: history(), today: today)
        }
        #expect(throws: Refusal.notPaired(household: "H1", helper: "P1", on: try day("2013-01-01"))) {
            try PairingRules.ending(ending(on: "2013-01-01"), in: history(), today: today)
        }
        #expect(throws: Refusal.helperGone(name: "覃某", leftOn: try day("2016-02-01"))) {
            try PairingRules.ending(ending(replacement: "P3"), in: history(), today: today)
        }
        #expect(throws: Refusal.replacesSelf(name: "李某")) {
            try PairingRules.ending(ending(replacement: "P1"), in: history(), today: today)
        }
        #expect(throws: Refusal.notFound(.people, RecordKey("P9"))) {
            try PairingRules.ending(ending(replacement: "P9"), in: history(), today: today)
        }
    }

    @Test("pairs once: not twice at a time, not with a closed household, not with one who has left")
    func pairing() throws {
        let history = try history()
        let second = try #require(history.people["P2"])
        #expect(try PairingRules.pairing(second, from: today, in: history, today: today).helper == "P2")
        let first = try #require(history.people["P1"])
        #expect(throws: Refusal.alreadyPaired(head: "向某", helper: "李某", since: try day("2014-01-01"))) {
            try PairingRules.pairing(first, from: today, in: history, today: today)
        }
        let gone = try #require(history.people["P3"])
        #expect(throws: Refusal.helperGone(name: "覃某", leftOn: try day("2016-02-01"))) {
            try PairingRules.pairing(gone, from: today, in: history, today: today)
        }
        #expect(throws: Refusal.inFuture(.startedOn, try day("2016-07-01"))) {
            try PairingRules.pairing(second, from: try day("2016-07-01"), in: history, today: today)
        }
    }

    @Test("pairs the same two anew from the day on which they were parted, and on none before")
    func again() throws {
        let known = try history()
        let helper = try #require(known.people["P1"])
        func pair(_ on: String, after ended: [Pairing]) throws -> Day {
            let history = HouseholdHistory(
                household: known.household, cycles: [], pairings: ended, people: known.people)
            return try PairingRules.pairing(helper, from: day(on), in: history, today: today).startedOn
        }
        func ended(_ on: String, _ reason: PairingEndReason = .reassigned) throws -> Pairing {
            Pairing(
                household: "H1", helper: "P1", startedOn: try day("2014-01-01"), endedOn: try day(on), endReason: reason
            )
        }
        #expect(try pair("2016-06-15", after: [ended("2016-06-15")]) == day("2016-06-15"))
        #expect(try pair("2016-06-16", after: [ended("2016-06-15")]) == day("2016-06-16"))
        for (start, end) in [("2016-06-14", "2016-06-15"), ("2014-01-01", "2014-01-01"), ("2013-12-31", "2016-06-15")] {
            #expect(throws: Refusal.alreadyPaired(head: "向某", helper: "李某", since: try day("2014-01-01"))) {
                try pair(start, after: [ended(end)])
            }
        }
        #expect(try pair("2014-01-01", after: [ended("2016-06-15", .enteredInError)]) == day("2014-01-01"))
    }

    @Test("numbers activities so that ledgers of several towns can be joined")
    func numbers() {
        #expect(ActivityNumber.text(township: "422801100", part: "K7M", sequence: 125) == "CK6VPC-K7M-125")
        let prefixes = (0..<1_000).map { ActivityNumber.prefix(Code("422801\(100 + $0 % 900)")) }
        #expect(Set(prefixes).count == 900)
    }

    @Test(
        "reads the numbers that it gives, and those given before ledgers had a part",
        arguments: [
            ("CK6VPC-K7M-125", 125), ("CK6VPC-125", 125), ("CK6VPC-R17", nil), ("CK6VPC-K7M-R17", nil),
            ("CK6VPC-K7-125", nil),
            ("CK6VPC-7KM-125", nil), ("CK6VPC-K7M-0125", nil), ("CK6VPC-K7M-", nil), ("A-1", nil),
        ])
    func readNumbers(_ number: String, _ sequence: Int?) {
        let parts = ActivityNumber.parts(of: number)
        #expect(parts?.sequence == sequence)
        #expect(parts.map { $0.prefix == "CK6VPC-" } ?? true)
    }

    @Test("gives ledgers parts that no running number looks like") func ledgerParts() {
        for _ in 0..<1_000 {
            let number = ActivityNumber.text(township: "422801100", part: ActivityNumber.randomPart(), sequence: 7)
            #expect(ActivityNumber.parts(of: number)?.sequence == 7)
        }
    }

    private func ending(
        on day: String = "2016-06-30", reason: PairingEndReason = .reassigned, sentence: String = "",
        replacement: Person.ID? = nil
    ) throws -> PairingEnding {
        PairingEnding(
            household: "H1", helper: "P1", on: try self.day(day), reason: reason, sentence: sentence,
            replacement: replacement)
    }

    private func history(
        helperLeft: String? = nil, lifted: String? = nil, others: [Pairing] = []
    ) throws -> HouseholdHistory {
        let household = Household(
            id: "H1", head: "向某", village: "422801100211", headcount: 3, identifiedOn: try day("2013-12-01"),
            liftedOn: lifted.flatMap { Day($0) })
        let people = [
            Person(id: "P1", name: "李某", organization: "4", category: .member, leftOn: helperLeft.flatMap { Day($0) }),
            Person(id: "P2", name: "冉某", organization: "4", category: .member),
            Person(id: "P3", name: "覃某", organization: "4", category: .member, leftOn: try day("2016-02-01")),
            Person(id: "P4", name: "田某", organization: "4", category: .member, arrivedOn: try day("2016-06-02")),
        ]
        let pairing = Pairing(household: "H1", helper: "P1", startedOn: try day("2014-01-01"))
        return HouseholdHistory(
            household: household, cycles: [], pairings: [pairing] + others,
            people: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) }))
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }
}
