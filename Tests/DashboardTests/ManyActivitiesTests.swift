import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// One form for several branches, one more of the same, and several months reported at once.
@Suite("Recording for many")
struct ManyActivitiesTests {
    private static func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }
    private static let five = [Key](repeating: .text(" "), count: 5)

    private func stage(_ ledger: Ledger, _ keys: [Key]) throws -> Stage {
        var stage = try Stage(ledger)
        for key in keys { try stage.press(key) }
        return stage
    }

    private func activities(_ ledger: Ledger) throws -> [Activity] {
        let day = try #require(Day("2016-06-30"))
        return try ledger.activities(in: Scope("422801100"), from: day.firstOfYear, to: day).map(\.activity)
    }

    @Test("asks once for five branches, shows what each gets, and writes one entry that one key takes back")
    func five() throws {
        let ledger = try Longfeng.load()
        let (before, entries) = (try activities(ledger), try ledger.journal(limit: 1_000, before: nil).count)
        var stage = try stage(ledger, Self.five + [.text("r")])
        #expect(stage.row(5).contains("选中的 5 个各记一条") && stage.row(6).contains("一户一条，不能一起记"))
        #expect(stage.row(8).contains("选中的单位不记这一类"))
        try stage.press(.text("3"))
        #expect(stage.row(2).contains("记活动：主题党日：已选的 5 行"))
        for key in Self.typed("学党章") + [.control("s")] { try stage.press(key) }
        #expect(stage.row(3).contains("将改 5 行"))
        try stage.press(.control("s"))
        #expect(stage.text.contains("已保存：记活动 5 行") && !stage.row(2).contains("已选"))
        let added = try activities(ledger).filter { !before.contains($0) }
        #expect(Set(added.map(\.organization)).count == 5 && Set(added.map(\.id)).count == 5)
        #expect(added.allSatisfy { $0.title == "学党章" && $0.kind == .partyDay && $0.heldOn.description == "2016-06-30" })
        #expect(try ledger.journal(limit: 1_000, before: nil).count == entries + 1)
        // One line: what was shown before it was saved is not said again.
        #expect(!stage.text.contains("《学党章》") && stage.row(22).hasSuffix("^Z 撤销"))
        try stage.press(.control("z"))
        #expect(try activities(ledger) == before && stage.text.contains("：记活动 5 行"))
    }

    @Test("says of a branch why nothing is saved for it, and saves the others")
    func refused() throws {
        let ledger = try Longfeng.load()
        let day = try #require(Day("2016-06-30"))
        let desk = ledger.acting(as: Officer(uid: 1, name: "王强"), on: .standing(at: day, "2016-06-30T08:00:00Z"))
        let first = try #require(try ledger.status(asOf: day, scope: Scope("422801100")).lines.first)
        let month = try #require(Month("2016-06"))
        for step in [MonthStep.Kind.submit, .accept] {
            _ = try desk.perform(.takeMonthStep(step, of: month, [first.code], reason: ""))
        }
        let keys = [.text("r"), .text("3")] + Self.typed("学党章") + [.control("s")]
        var stage = try stage(ledger, [.home, .text(" "), .text(" ")] + keys)
        #expect(stage.row(3).contains("将改 1 行") && stage.row(4).contains("另有 1 行不能改"))
        #expect(stage.text.contains("!1. \(first.name)："))
        let before = try activities(ledger).count
        try stage.press(.control("s"))
        #expect(try activities(ledger).count == before + 1)
    }

    @Test("takes from the worklist the branches that owe it and the month that they owe, each once")
    func worklist() throws {
        let ledger = try Longfeng.load()
        var stage = try Stage(ledger)
        try stage.press(.text("3"))
        for branch in ["小龙潭村", "店子槽村"] {
            try stage.press(.function(3))
            try stage.type("主题党日 \(branch)")
            try stage.press(.control("a"), .escape)
        }
        #expect(stage.row(2).contains("已选 3 行"))
        try stage.press(.function(5))
        #expect(stage.text.contains("这些记活动：按 F2（r）"))
        try stage.press(.function(2))
        #expect(stage.row(2).contains("记活动：主题党日：已选的 2 行") && stage.text.contains("小龙潭村、店子槽村"))
        // The lines are about two months: today is proposed.
        #expect(stage.text.contains("日期               2016-06-30"))
        try stage.press(.escape, .escape, .function(3))
        try stage.type("主题党日 小龙潭村")
        try stage.press(.control("a"), .escape, .function(2))
        #expect(stage.row(2).contains("记活动：主题党日") && stage.text.contains("日期               2016-04-30"))
    }

    @Test("offers what the last one was about, after a restart too, and never types it by itself")
    func again() throws {
        let ledger = try Longfeng.load()
        var stage = try stage(ledger, [.text("r"), .text("3")])
        #expect(!stage.text.contains("上次的"))
        for key in Self.typed("学党章") + [.control("s"), .text("r"), .text("3")] { try stage.press(key) }
        #expect(stage.text.contains("Enter 用上次的“学党章”"))
        try stage.press(.control("s"))
        #expect(stage.text.contains("必填"))
        try stage.press(.enter)
        #expect(stage.text.contains("学党章") && !stage.text.contains("! 必填"))
        let text = try #require(stage.model.memory?.text)
        var next = try Stage(ledger, restoring: Memory(text: text))
        for key: Key in [.down, .text("r"), .text("3"), .enter, .control("s")] { try next.press(key) }
        #expect(try activities(ledger).filter { $0.title == "学党章" && $0.kind == .partyDay }.count == 2)
    }

    @Test("copies an activity: all but its day, of which today is proposed")
    func copied() throws {
        let ledger = try Longfeng.load()
        var stage = try stage(ledger, [.text("6")])
        let before = try activities(ledger)
        try stage.press(.function(9))
        #expect(stage.row(2).contains("记活动："))
        try stage.press(.control("s"))
        if stage.text.contains("可能重复") { try stage.press(.text("y")) }
        let added = try #require(try activities(ledger).first { !before.contains($0) })
        #expect(stage.text.contains("已保存："))
        let original = try #require(
            before.first { $0.title == added.title && $0.organization == added.organization && $0.kind == added.kind })
        #expect(added.participants == original.participants && added.household == original.household)
        #expect(added.heldOn.description == "2016-06-30" && added.id != original.id && added.resolvedOn == nil)
    }

    @Test("reports a month of chosen branches after a question that says which and why not, as one entry")
    func months() throws {
        let ledger = try Longfeng.load()
        var stage = try stage(ledger, [.text("9"), .control("x"), .text("y"), .text(" "), .text(" "), .text(" ")])
        try stage.press(.control("x"))
        #expect(stage.row(2).contains("上报选中的 2 个支部 2016 年 6 月的月报？"))
        #expect(stage.text.contains("不能上报："))
        let entries = try ledger.journal(limit: 1_000, before: nil).count
        try stage.press(.text("y"))
        #expect(stage.text.contains("已保存：上报月报") && !stage.row(2).contains("已选"))
        #expect(try ledger.journal(limit: 1_000, before: nil).count == entries + 1)
        try stage.press(.control("w"))
        #expect(!stage.text.contains("逐个写明原因"))
        try stage.press(.text(" "), .control("w"))
        #expect(stage.text.contains("要逐个写明原因"))
    }
}
