import Ledger
import PartyWork
import Testing

@testable import Dashboard

/// Lists of an earlier day, on the sample town: who was the head then, what was open then, and what a place was called.
@Suite("Lists of an earlier day")
struct PastListTests {
    private static let household: Household.ID = "H001-0001"

    /// The sample, in which a household changed its head on 6-20 and its village its name.
    private func town() throws -> Ledger {
        let ledger = try Longfeng.load()
        let today = try #require(Day("2016-06-30"))
        func perform(_ act: Act) throws {
            _ = try ledger.desk(on: today).perform(act)
        }
        let household = try ledger.household(Self.household, asOf: today).row.household
        let day = try #require(Day("2016-06-20"))
        try perform(
            .changeHousehold(HouseholdChange(household, .newHead("覃大秀", headcount: 2, reason: "去世"), on: day)))
        let village = try #require(try ledger.record(.organizations, RecordKey("422801100001")))
        try perform(.correct(from: village, to: try village.setting([.name: "金凤社区"])))
        return ledger
    }

    /// The row selected in a register, searched, with what it was found by.
    private func found(_ text: String, _ panes: Int = 1, asOf day: String = "2016-06-30") throws -> (String, String) {
        var stage = try Stage(town(), size: .init(columns: 100, rows: 30))
        try stage.look(at: day)
        try stage.press(.text("7"))
        for _ in 0..<panes { try stage.press(.tab) }
        try stage.press(.text("/"))
        try stage.type(text)
        let lines = stage.text.split(separator: "\n").map { String($0) }
        return (lines.first { $0.hasPrefix("> ") } ?? "", lines.first { $0.contains("查找：") } ?? "")
    }

    @Test("show the head of the day, and say who is or was the head beside") func heads() throws {
        var (row, line) = try found("H001-0001", asOf: "2016-06-19")
        #expect(row.contains("唐应松") && !line.contains("符合"))
        (row, line) = try found("覃大秀", asOf: "2016-06-19")
        #expect(row.contains("唐应松") && row.contains("H001-0001") && line.contains("符合：今户主覃大秀"))
        (row, line) = try found("唐应松", asOf: "2016-06-20")
        #expect(row.contains("覃大秀") && line.contains("符合：原户主唐应松"))
    }

    @Test("find what is in a village by the village's former name, and say so") func villages() throws {
        var (row, line) = try found("龙凤社区")
        #expect(row.contains("金凤社区") && line.contains("符合：村原名龙凤社区"), "\(line)")
        (row, line) = try found("龙凤社区", 0)
        #expect(row.contains("金凤社区") && line.contains("符合：组织原名龙凤社区"), "\(line)")
    }

    @Test("show as open what was resolved after the day") func open() throws {
        let ledger = try Longfeng.shared.get()
        let (from, to) = (try #require(Day("2016-01-01")), try #require(Day("2016-06-30")))
        let all = try ledger.activities(in: Scope("422801100" as Code), from: from, to: to)
        let later = try #require(
            all.first { row in
                row.activity.kind == .dispute && row.activity.voidedOn == nil
                    && row.resolvedOn.map { $0 > row.activity.heldOn } ?? false
            })
        let resolved = try #require(later.resolvedOn)
        func item(asOf day: Day) throws -> ActivityItem {
            let rows = try ledger.activities(in: Scope("422801100" as Code), from: from, to: day)
            return ActivityItem(
                try #require(rows.first { $0.activity.id == later.activity.id }), of: "", asOf: day)
        }
        let before = try item(asOf: resolved.adding(days: -1))
        #expect(before.resolved.isEmpty && before.standing == .unresolved && !before.details.contains("办结"))
        let after = try item(asOf: resolved)
        #expect(!after.resolved.isEmpty && after.details.contains("办结 \(resolved)"))
    }
}
