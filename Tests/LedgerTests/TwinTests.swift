import Ledger
import PartyWork
import TestSupport
import Testing

@Suite("What may be there already", .onBothEngines) struct TwinTests {
    @Test("is named before an act and after it, and saved all the same") func named() throws {
        let town = try Town(.household("H"), .person("P"), .cooperative("C"))
        let first = try town.perform(.recordActivity(Town.partyDay()))
        let again = Act.recordActivity(Town.partyDay())
        let name = "\(first.key?.description ?? "") 甲村 2016-06-15 主题党日《学习》"
        #expect(try town.ledger.twins(of: again) == [name])
        #expect(try town.perform(again).warnings == [Warning.alike(name).text])
        var household = Household(
            id: "I", head: "户主 H", village: Town.village, headcount: 2, identifiedOn: "2014-01-01")
        #expect(try town.ledger.twins(of: .add(.household(household))) == ["贫困户 H 户主H（甲村）"])
        household.village = Town.otherVillage
        #expect(try town.ledger.twins(of: .add(.household(household))) == [])
        let person = Person(id: "Q", name: "名P", organization: Town.group, category: .member)
        #expect(try town.ledger.twins(of: .add(.person(person))) == ["人员 P 名P（甲村）"])
        let cooperative = Cooperative(id: "D", name: "社C", organization: Town.village)
        #expect(try town.ledger.twins(of: .add(.cooperative(cooperative))) == ["合作社 社C（甲村）"])
        let group = Organization(code: "10000000110109", name: "甲一组", kind: .group)
        #expect(try town.ledger.twins(of: .add(.organization(group))) == ["组织 10000000110101 甲一组"])
    }

    @Test("is looked for in an edit that makes one thing another, in a rehearsal and in a change of a household")
    func edits() throws {
        let town = try Town(.household("H"), .household("I"))
        for title in ["一", "二"] { try town.perform(.recordActivity(Town.partyDay(title))) }
        let saved = try #require(
            try town.ledger.activities(in: Scope(Town.village), from: "2016-01-01", to: Town.today).first)
        var edited = saved.activity
        edited.evidence = .pending
        #expect(try town.ledger.twins(of: .correct(from: .activity(saved.activity), to: .activity(edited))) == [])
        edited.title = saved.activity.title == "一" ? "二" : "一"
        #expect(try town.ledger.twins(of: .correct(from: .activity(saved.activity), to: .activity(edited))).count == 1)
        let rehearsed = try town.desk.rehearse(each: [.recordActivity(Town.partyDay("一"))])
        #expect(try rehearsed.first?.get().contains("台账里已有相像的") ?? false)
        guard let household = try town.ledger.record(.households, RecordKey("I"))?.record as? Household else {
            Issue.record("no household")
            return
        }
        let change = HouseholdChange(
            household, .newHead("户主H", headcount: household.headcount, reason: ""), on: "2016-06-20")
        let outcome = try town.desk.rehearse(.changeHousehold(change))
        #expect(try outcome.get().warnings == [Warning.alike("贫困户 H 户主H（甲村）").text])
    }

    @Test("is no more than three, and nothing that was voided") func few() throws {
        let town = try Town(
            .activity("V", .partyDay, Town.village, on: "2016-06-15", voided: "2016-06-16"),
            .activity("A", .partyDay, Town.village, on: "2016-06-15"))
        var activity = Town.partyDay("题V")
        #expect(try town.ledger.twins(of: .recordActivity(activity)) == [])
        activity.title = "同"
        for _ in 0..<5 { try town.perform(.recordActivity(activity)) }
        #expect(try town.ledger.twins(of: .recordActivity(activity)).count == 3)
    }
}
