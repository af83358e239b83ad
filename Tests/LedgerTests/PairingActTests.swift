import Ledger
import PartyWork
import TestSupport
import Testing

@Suite("Pairing and ending", .onBothEngines) struct PairingActTests {
    let town: Town

    init() throws {
        town = try Town(
            .person("P"), .person("Q"), .person("L", left: "2016-06-01"), .person("R", Town.village, .resident),
            .household("H"), .household("C", closed: "2016-01-01"), .household("I"), .pairing("H", "P"),
            .pairing("I", "P"))
    }

    func ending(
        _ household: Household.ID = "H", _ helper: Person.ID = "P", on day: Day = "2016-06-15",
        _ reason: PairingEndReason = .reassigned, _ sentence: String = "", by replacement: Person.ID? = nil
    ) -> PairingEnding {
        PairingEnding(
            household: household, helper: helper, on: day, reason: reason, sentence: sentence,
            replacement: replacement)
    }

    @Test("a pairing is added with a sentence; a helper who is 群众 is warned of") func pair() throws {
        let receipt = try town.perform(.pair("H", "Q", from: "2016-06-01"))
        #expect(receipt.summary == "结对 户主H（H）与 名Q，自 2016-06-01 起")
        #expect(receipt.key == RecordKey("H", "Q", "2016-06-01"))
        #expect(receipt.warnings == [])
        #expect(try town.perform(.pair("H", "R", from: "2016-06-01")).warnings.count == 1)
    }

    @Test("what cannot be paired is refused with its reason") func refusals() throws {
        let refusals: [(Refusal, Act)] = [
            (.notFound(.households, RecordKey("X")), .pair("X", "P", from: "2016-06-01")),
            (.notFound(.people, RecordKey("X")), .pair("H", "X", from: "2016-06-01")),
            (.inFuture(.startedOn, "2016-07-01"), .pair("H", "Q", from: "2016-07-01")),
            (.helperGone(name: "名L", leftOn: "2016-06-01"), .pair("H", "L", from: "2016-06-01")),
            (.householdClosed(head: "户主C", closedOn: "2016-01-01"), .pair("C", "Q", from: "2016-06-01")),
            (.alreadyPaired(head: "户主H", helper: "名P", since: "2015-01-01"), .pair("H", "P", from: "2016-06-01")),
            (.leavesPoorHousehold("H", head: "户主H", on: "2016-06-15"), .endPairings([ending()])),
            (.notPaired(household: "H", helper: "Q", on: "2016-06-15"), .endPairings([ending("H", "Q")])),
            (.inFuture(.endedOn, "2016-07-01"), .endPairings([ending(on: "2016-07-01", by: "Q")])),
            (.sentenceMissing, .endPairings([ending("H", "P", .enteredInError, " ")])),
            (.replacesSelf(name: "名P"), .endPairings([ending(by: "P")])),
            (.notFound(.people, RecordKey("X")), .endPairings([ending(by: "X")])),
        ]
        for (refusal, act) in refusals {
            #expect(throws: refusal) { try town.perform(act) }
        }
        #expect(try town.ledger.journal(limit: 9, before: nil).count == 1)
    }

    @Test("with a successor from the same day the household stays covered") func successor() throws {
        let receipt = try town.perform(.endPairings([ending(by: "Q")]))
        #expect(receipt.summary == "结束结对 户主H（H）与 名P，自 2016-06-15 起，调整，由 名Q 接替")
        #expect(try town.branch()?.households == Coverage(covered: 2, inScope: 2))
        let card = try town.ledger.household("H", asOf: Town.today)
        #expect(card.pairings.map(\.pairing.helper) == ["Q", "P"])
        #expect(card.pairings.map(\.isActive) == [true, false])
        #expect(try town.ledger.journal(limit: 1, before: nil).first?.rows == 2)
    }

    @Test("several endings are all or none") func allOrNone() throws {
        #expect(throws: Refusal.leavesPoorHousehold("I", head: "户主I", on: "2016-06-15")) {
            try town.perform(.endPairings([ending(by: "Q"), ending("I")]))
        }
        #expect(try town.ledger.household("H", asOf: Town.today).pairings.count == 1)
        let receipt = try town.perform(.endPairings([ending(by: "Q"), ending("I", by: "Q")]))
        #expect(receipt.summary.hasPrefix("结束 2 户结对："))
        #expect(receipt.key == nil)
        #expect(try town.ledger.person("Q", asOf: Town.today).row.households == 2)
    }

    @Test("an ending entered in error keeps its sentence for check, and the pairing never counted") func error() throws
    {
        try town.perform(.endPairings([ending("H", "P", .enteredInError, "录错了户")]))
        #expect(try town.branch(Town.village, "2016-01-01")?.households == Coverage(covered: 1, inScope: 2))
        let listed = try town.ledger.check().enteredInError
        #expect(listed.map(\.sentence) == ["录错了户"])
        #expect(listed.map(\.officer) == ["李娟"])
        #expect(listed.map(\.entry) == [2])
        #expect(listed.map(\.head) == ["户主H"] && listed.map(\.helperName) == ["名P"])
    }

    @Test("a pairing entered in error on a day cannot be entered anew from the same day") func sameKey() throws {
        try town.perform(.endPairings([ending("H", "P", .enteredInError, "录错了户")]))
        #expect(throws: Refusal.keyTaken(.pairings, RecordKey("H", "P", "2015-01-01"))) {
            try town.perform(.pair("H", "P", from: "2015-01-01"))
        }
    }

    @Test("a successor whose pairing from that day stands as an error cannot take over on it") func successorTaken()
        throws
    {
        try town.perform(.pair("H", "Q", from: "2016-06-15"))
        try town.perform(.endPairings([ending("H", "Q", on: "2016-06-20", .enteredInError, "录错了人")]))
        #expect(throws: Refusal.keyTaken(.pairings, RecordKey("H", "Q", "2016-06-15"))) {
            try town.perform(.endPairings([ending(by: "Q")]))
        }
    }

    @Test("check keeps the sentence of an error whose day was corrected later") func correctedError() throws {
        try town.perform(.endPairings([ending("H", "P", .enteredInError, "录错了户")]))
        let seen = try #require(try town.ledger.record(.pairings, RecordKey("H", "P", "2015-01-01")))
        try town.perform(.correct(from: seen, to: try seen.setting([.endedOn: "2016-06-16"])))
        let listed = try town.ledger.check().enteredInError
        #expect(listed.map(\.sentence) == ["录错了户"])
        #expect(listed.map(\.entry) == [2])
        #expect(listed.map(\.pairing.endedOn) == ["2016-06-16"])
    }

    @Test("a correction of a pairing keeps to the rules of its ending") func correctPairing() throws {
        let seen = try #require(try town.ledger.record(.pairings, RecordKey("H", "P", "2015-01-01")))
        let refusals: [(Refusal, String, String)] = [
            (.leavesPoorHousehold("H", head: "户主H", on: "2016-06-15"), "2016-06-15", "调整"),
            (.sentenceMissing, "2016-06-15", "录入有误"), (.inFuture(.endedOn, "2016-07-01"), "2016-07-01", "调整"),
        ]
        for (refusal, day, reason) in refusals {
            #expect(throws: refusal) {
                try town.perform(.correct(from: seen, to: try seen.setting([.endedOn: day, .endReason: reason])))
            }
        }
        try town.perform(.pair("H", "Q", from: "2016-06-01"))
        try town.perform(.correct(from: seen, to: try seen.setting([.endedOn: "2016-06-15", .endReason: "调整"])))
        #expect(try town.branch()?.households.covered == 2)
    }
}
