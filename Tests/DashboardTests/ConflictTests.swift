import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Two officers open the same household; the other one saves first.
@Suite("Two officers on one row")
struct ConflictTests {
    private let ledger: Ledger
    private let before: Household
    private var stage: Stage

    init() throws {
        ledger = try Longfeng.load()
        let rows = try ledger.households(in: ledger.scope(nil), asOf: .june)
        before = try #require(rows.first).household
        stage = try Stage(ledger)
        try stage.press(.text("7"), .tab, .text("e"))
        try fill("户主", before.head + "甲")
        try fill("人口", "6")
        _ = try ledger.acting(as: Officer(uid: 7, name: "王建国"), on: .standing(at: .june, "2016-06-30T08:20:00Z"))
            .perform(
                .correct(from: .household(before), to: .household(before.setting([.headcount: "5", .cause: "因学"]))))
        try stage.press(.control("s"))
    }

    private mutating func fill(_ label: String, _ text: String) throws {
        while !stage.text.contains(">*\(label)") { try stage.press(.tab) }
        try stage.press(.control("u"))
        try stage.type(text)
    }

    private func saved() throws -> Household? {
        guard let household = try ledger.saved(.households, RecordKey(before.id.text)).record?.record as? Household
        else {
            return nil
        }
        return household
    }

    @Test("the second is shown both versions, field by field, and nothing is saved")
    func shown() throws {
        Golden.expect(stage.frame, "conflict-80x24")
        #expect(try saved()?.headcount == 5)
    }

    @Test("keeping mine saves what I typed on top of what the other saved")
    mutating func keepMine() throws {
        try stage.press(.text("1"))
        #expect(stage.text.contains("\(before.head)甲") && stage.text.contains("因学"))
        try stage.press(.control("s"))
        let household = try #require(try saved())
        #expect(household.head == before.head + "甲")
        #expect(household.headcount == 6)
        #expect(household.cause == "因学")
    }

    @Test("taking theirs shows theirs, and saving then changes nothing of it")
    mutating func takeTheirs() throws {
        try stage.press(.text("2"))
        #expect(!stage.text.contains("\(before.head)甲") && stage.text.contains("因学"))
        try fill("人口", "4")
        try stage.press(.control("s"))
        let household = try #require(try saved())
        #expect(household.head == before.head && household.headcount == 4 && household.cause == "因学")
    }

    @Test("Esc leads back to the form with all that was typed; saving asks again")
    mutating func back() throws {
        try stage.press(.escape)
        #expect(stage.text.contains("\(before.head)甲") && stage.text.contains("刚被别人改过"))
        try stage.press(.control("s"))
        #expect(stage.row(2).contains("两人改了同一条"))
    }

    @Test("a third save in between asks once more")
    mutating func thrice() throws {
        try stage.press(.text("1"))
        let now = try #require(try saved())
        _ = try ledger.acting(as: Officer(uid: 8, name: "陈芳"), on: .standing(at: .june, "2016-06-30T08:21:00Z"))
            .perform(.correct(from: .household(now), to: .household(now.setting([.cause: "因病"]))))
        try stage.press(.control("s"))
        #expect(stage.text.contains("陈芳"))
        try stage.press(.text("1"), .control("s"))
        #expect(try saved()?.cause == "因病" && saved()?.headcount == 6)
    }
}
