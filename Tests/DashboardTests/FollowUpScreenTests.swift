import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Lines of the worklist, given to an officer, seen by all, gone when they are done.
@Suite("Giving lines of the worklist")
struct FollowUpScreenTests {
    private static func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }

    /// Two households chosen and given to an officer with a day and a word.
    private static let given: [Key] =
        [.text("3"), .tab, .tab, .text(" "), .text(" "), .text("h")] + typed("李四") + [.enter] + typed("7-15") + [.enter]
        + typed("先问村里") + [.control("s"), .control("s"), .home]

    private static let day = Day("2016-06-30") ?? .earliest

    private func stage(
        _ keys: [Key] = [], size: Size = Size(columns: 80, rows: 24), language: Language = .chinese, on ledger: Ledger
    ) throws -> Stage {
        var stage = try Stage(ledger, size: size, language: language)
        for key in keys { try stage.press(key) }
        return stage
    }

    private func followUps(_ ledger: Ledger) throws -> [FollowUp] {
        let report = try ledger.gaps(asOf: Self.day, scope: Scope("422801100" as Code))
        return report.gaps.compactMap { report.followUp(of: $0) }
    }

    @Test("one form for several lines, shown before it is saved, one entry that one key takes back")
    func several() throws {
        let ledger = try Longfeng.load()
        let entries = try ledger.journal(limit: 1_000, before: nil).count
        var stage = try stage(Array(Self.given.dropLast(2)), on: ledger)
        #expect(stage.row(3).contains("将改 2 行"), "\(stage.text)")
        try stage.press(.control("s"), .home)
        #expect(try followUps(ledger).map(\.officer) == ["李四", "李四"])
        #expect(
            try followUps(ledger).allSatisfy {
                $0.dueOn.description == "2016-07-15" && $0.remark == "先问村里" && $0.household != nil
            })
        #expect(try ledger.journal(limit: 1_000, before: nil).count == entries + 1)
        #expect(stage.text.contains("李四 07-15 前"), "\(stage.text)")
        try stage.press(.control("z"))
        #expect(try followUps(ledger).isEmpty && !stage.text.contains("李四 07-15 前"))
    }

    @Test("is seen in row and preview", arguments: ScreenFrameTests.sizes + [ScreenFrameTests.broad])
    func frames(size: Size) throws {
        let stage = try stage(Self.given, size: size, on: Longfeng.load())
        Golden.expect(stage.frame, "worklist-given-\(size.columns)x\(size.rows)")
    }

    @Test("and in English")
    func english() throws {
        var stage = try stage(Self.given, size: ScreenFrameTests.broad, language: .english, on: Longfeng.load())
        #expect(stage.text.contains("李四 by 07-15") && stage.text.contains("Followed up"), "\(stage.text)")
        try stage.press(.text("h"))
        #expect(stage.text.contains("Followed up by"))
    }

    @Test("goes when it is done, is late when its day is over, and is taken back by hand")
    func done() throws {
        let ledger = try Longfeng.load()
        var stage = try stage(Self.given, on: ledger)
        #expect(stage.text.components(of: "李四 07-15 前") == 2)
        let household = try #require(try followUps(ledger).first?.household)
        let helper = try #require(
            try ledger.people(in: Scope("422801100"), asOf: Self.day).first { $0.service == .serving })
        _ = try ledger.acting(as: Officer(uid: 1, name: "王强"), on: .standing(at: Self.day, "2016-06-30T08:00:00Z"))
            .perform(.pair(household, helper.person.id, from: Self.day))
        stage = try self.stage(Array(Self.given.prefix(3)), on: ledger)
        #expect(stage.text.components(of: "李四 07-15 前") == 1, "\(stage.text)")
        let later = try Stage(ledger, today: "2016-07-16")
        var late = later
        for key in Self.given.prefix(3) { try late.press(key) }
        #expect(late.text.contains("李四 07-15 已过"), "\(late.text)")
        try late.press(.home, .function(8))
        #expect(late.text.contains("收回交办的 1 项"))
        try late.press(.text("y"))
        #expect(try followUps(ledger).isEmpty && !late.text.contains("李四 07-15"))
    }

    @Test("mine alone are shown where there are some; a line is given to another by the same form, as it stands")
    func mine() throws {
        let ledger = try Longfeng.load()
        var stage = try stage([.text("3"), .text("h")], on: ledger)
        #expect(!stage.text.contains("给我的"))
        for key in Self.typed("李娟") + [.enter] + Self.typed("7-1") + [.control("s"), .control("s")] {
            try stage.press(key)
        }
        #expect(stage.text.contains("给我的 1"), "\(stage.text)")
        try stage.press(.backTab)
        #expect(stage.row(2).contains("第 1/1 行"), "\(stage.text)")
        try stage.press(.text("h"), .control("s"))
        #expect(stage.text.contains("已经这样交办了"), "\(stage.text)")
    }

    @Test("in a ledger with officers it is given to one of those, else to whoever is named")
    func officers() throws {
        let ledger = try Longfeng.load()
        var stage = try stage([.text("3"), .text("h")] + Self.typed("没有的人") + [.enter], on: ledger)
        #expect(stage.text.contains("跟进人             没有的人") || stage.text.contains("没有的人"))
        let desk = ledger.acting(as: Stage.officer, on: .standing(at: Self.day, "2016-06-30T08:00:00Z"))
        let roles = [Role.administrator, .office].map { role in
            Act.add(
                OfficerGrant(account: "lijuan", name: "李娟", role: role, range: "422801100", startedOn: Self.day).wrapped
            )
        }
        _ = try desk.perform(.together(roles))
        stage = try self.stage([.text("3"), .text("h")] + Self.typed("没有的人") + [.enter], on: ledger)
        #expect(stage.text.contains("没有符合“没有的人”的"), "\(stage.text)")
    }

    @Test("without a line there is nothing to give, and nothing to take back where nobody has it")
    func nothing() throws {
        var stage = try stage([.text("3"), .function(8)], on: Longfeng.load())
        #expect(stage.text.contains("还没有交给谁"))
        try stage.press(.control("o"))
        #expect(stage.text.contains("交办"))
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
