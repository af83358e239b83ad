import Ledger
import PartyWork
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// A copy is brought back in the dashboard.
@Suite("The screen of a copy")
struct MergeScreenTests {
    private static let file = FileDesk.path("小龙潭村.db")
    private static let other = Officer(uid: 1001, name: "王五")
    private static let village: Code = "422801100201"

    /// The sample town with a copy, both of which went on: the dashboard on the one, the other seems to lie in a file.
    private func opened(
        _ size: Size = Size(columns: 80, rows: 24), change: (Desk, Desk) throws -> Void
    ) throws -> Stage {
        let own = try Longfeng.load()
        let copy = try own.copy(for: Self.village)
        try change(
            own.desk(on: .june),
            copy.acting(as: Self.other, on: .standing(at: .june, "2016-06-29T08:15:00Z")))
        var stage = try Stage(own, size: size)
        stage.desk.copies[Self.file] = try copy.partedCopy()
        return stage
    }

    /// One new activity in the copy, two people whom it changed, one of them changed here otherwise.
    private func both(_ own: Desk, _ copy: Desk) throws {
        try Self.record("村里的主题党日", copy)
        try Self.correct(copy, "P0257", [.post: "支书", .phone: "13812345678"])
        try Self.correct(copy, "P0258", [.post: "文书"])
        try Self.correct(own, "P0257", [.post: "书记兼主任"])
    }

    private static func record(_ title: String, _ desk: Desk, on date: String = "2016-06-20") throws {
        let day = try #require(Day(date))
        let activity = Activity(id: "", heldOn: day, kind: .themeActivity, organization: village, title: title)
        _ = try desk.perform(.recordActivity(activity))
    }

    private static func correct(_ desk: Desk, _ key: String, _ cells: [PartyWork.Column: String]) throws {
        let saved = try #require(try desk.ledger.record(.people, RecordKey(key)))
        _ = try desk.perform(.correct(from: saved, to: try saved.setting(cells)))
    }

    private static let way: [Key] =
        [.control("p")] + "并入副本".unicodeScalars.map { .text(String($0)) } + [.enter]
    private static let compared = way + [.end, .enter]

    static let steps: [(name: String, keys: [Key])] = [
        ("merge-files", way + [.end]),
        ("merge-copy-out", way + [.function(5)]),
        ("merge-rows", compared),
        ("merge-side", compared + [.enter]),
        ("merge-question", compared + [.enter, .text("2"), .control("s")]),
        ("merge-done", compared + [.enter, .text("2"), .control("s"), .text("y")]),
    ]

    @Test("looks as it is kept, step by step", arguments: steps, ScreenFrameTests.sizes)
    func frames(step: (name: String, keys: [Key]), size: Size) throws {
        var stage = try opened(size, change: both)
        for key in step.keys { try stage.press(key) }
        Golden.expect(stage.frame, "\(step.name)-\(size.columns)x\(size.rows)")
    }

    @Test("shows both versions, saves the chosen one and all else as one entry, and shows the rows again once undone")
    func choosing() throws {
        var stage = try opened(change: both)
        for key in Self.compared { try stage.press(key) }
        #expect(stage.text.contains("有 1 行两边都改过"))
        try stage.press(.control("s"))
        #expect(stage.text.contains("还有行要选照哪边"))
        try stage.press(.enter, .text("2"))
        #expect(stage.text.contains("按 ^S 并入"))
        let before = try stage.ledger.journal(limit: 9).count
        try stage.press(.control("s"), .text("y"))
        #expect(try stage.ledger.journal(limit: 9).count == before + 1)
        #expect(stage.text.contains("没有要并入的"))
        let person = try #require(stage.ledger.record(.people, RecordKey("P0257"))?.record as? Person)
        #expect(person.post == "支书" && person.phone == "13812345678")
        let entry = try #require(try stage.ledger.journal(limit: 1).first)
        #expect(entry.summary.contains("经手人 王五"))
        _ = try stage.ledger.desk(on: .june).perform(.undo(entry: entry.id))
        try stage.changeElsewhere()
        #expect(stage.text.contains("按 ^S 并入"))
    }

    @Test("what a side changed alone can be left out, all of it too, and all is taken back")
    func leaving() throws {
        var stage = try opened(change: both)
        for key in Self.compared { try stage.press(key) }
        try stage.press(.enter, .text("5"))
        #expect(stage.text.contains("不并入 3") && stage.text.contains("没有要并入的"))
        try stage.press(.enter, .text("6"))
        #expect(stage.text.contains("两边不同 1"))
        try stage.press(.enter, .text("3"))
        #expect(stage.text.contains("按 ^S 并入"))
        try stage.press(.control("s"), .text("y"))
        let person = try #require(stage.ledger.record(.people, RecordKey("P0257"))?.record as? Person)
        #expect(person.post == "书记兼主任" && person.phone == "13812345678")
    }

    @Test("a rule's refusal stands on its row, and is settled by keeping the row as it is here")
    func refused() throws {
        var stage = try opened { own, copy in
            try Self.record("补记", copy, on: "2016-05-20")
            for step in [MonthStep.Kind.submit, .accept] {
                let month = try #require(Day("2016-05-01"))
                _ = try own.perform(.takeMonthStep(step, of: Month(month), [Self.village], reason: ""))
            }
        }
        for key in Self.compared { try stage.press(key) }
        #expect(stage.text.contains("有 1 行不能并入") && stage.text.contains("不能并入 1"))
        #expect(stage.row(20).contains("不能并入") || stage.row(21).contains("签收") || stage.text.contains("李娟"))
        try stage.press(.enter, .text("1"))
        #expect(stage.text.contains("不并入 1"))
    }

    @Test("what is no copy says so and the list stays; a path can be typed")
    func wrong() throws {
        var stage = try opened(change: both)
        let copy = stage.desk.copies.removeValue(forKey: Self.file)
        for key in Self.way { try stage.press(key) }
        stage.desk.copies["/home/li/x.db"] = copy
        try stage.press(.function(4), .control("u"), .paste("/home/li/x.db"), .control("s"))
        #expect(stage.text.contains("2/2"))
        try stage.press(.escape)
        #expect(stage.text.contains("1/2"))
    }

    @Test("writes a copy for a village, and says where it is")
    func copyOut() throws {
        var stage = try opened(change: both)
        for key in Self.way + [.function(5)] { try stage.press(key) }
        try stage.type("小龙潭")
        try stage.press(.enter, .control("s"))
        #expect(stage.desk.written == ["/home/li/副本.db": Self.village])
        #expect(stage.text.contains("副本写好了：/home/li/副本.db"))
    }

    @Test("says everything in lines")
    func plain() throws {
        var stage = try Stage.plain(Longfeng.load())
        let copy = try stage.ledger.copy(for: Self.village)
        try Self.record("村里的", copy.acting(as: Self.other, on: .standing(at: .june, "2016-06-29T08:15:00Z")))
        stage.desk.copies[Self.file] = try copy.partedCopy()
        for key in Self.way { try stage.press(key) }
        try stage.press(.end, .enter)
        #expect(stage.model.spoken.contains("“小龙潭村”的副本") || stage.model.spoken.contains("副本："))
        #expect(stage.model.spoken.contains("新增"))
    }
}
