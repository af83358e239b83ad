import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// An officer's first hour: the three doors, the way through moving in, and where to start.
@Suite("The first hour")
struct WelcomeTests {
    private static func lists(_ name: String) -> String { FileDesk.path("Handbook/\(name).csv") }

    /// Imports a list of the step that is selected, and comes back to the steps.
    private func bring(_ name: String, in stage: inout Stage) throws {
        try stage.press(.enter, .text("1"), .function(4), .paste(Self.lists(name)), .enter)
        try stage.press(.control("s"), .control("s"), .enter)
    }

    @Test("The first door opens a copy of the sample, and nothing comes into the officer's own ledger")
    func sample() throws {
        let ledger = try Ledger.inMemory()
        var stage = try Stage(ledger)
        try stage.press(.enter)
        #expect(stage.opensSample)
        #expect(try ledger.isEmpty())
        stage = try Stage(Longfeng.shared.get(), size: Size(columns: 100, rows: 60), sample: .copy)
        #expect(stage.row(0).hasSuffix(" [示例] 退出即丢弃"))
        try stage.press(.text("?"))
        #expect(stage.text.contains("退出示例：退出示例，在里面改过的一概丢弃"))
    }

    @Test("The second door leads from list to list, each coming back to what is still missing")
    func lists() throws {
        var stage = try Stage(Ledger.inMemory())
        try stage.press(.down, .enter)
        #expect(stage.row(2).contains("搬家") && stage.text.contains("还没有乡镇党委"))
        try bring("村组", in: &stage)
        #expect(stage.row(2) == " 总览 > 搬家  第 1/6 行")
        #expect(stage.text.contains("乡镇 1，支部 2，党小组 2") && stage.text.contains("没有一个人的支部 2 个"))
        // What was begun goes on after a start: the steps say where.
        stage = try Stage(stage.ledger)
        #expect(stage.text.contains("F5  搬家"))
        try stage.press(.function(5), .down)
        try bring("人员", in: &stage)
        try stage.press(.down)
        try bring("贫困户", in: &stage)
        #expect(stage.text.contains("没有帮扶人的贫困户 2 个"))
        try stage.press(.down)
        try bring("结对", in: &stage)
        #expect(stage.text.contains("有帮扶人的贫困户 1/2") && stage.text.contains("没有帮扶人的贫困户 1 个"))
        Golden.expect(stage.frame, "moving-in-80x24")
        try stage.press(.escape)
        #expect(!stage.text.contains("F5  搬家"))
    }

    @Test("The second door takes the township by hand too, and goes on there")
    func byHand() throws {
        var stage = try Stage(Ledger.inMemory())
        try stage.press(.down, .enter, .enter, .text("3"))
        try stage.type("422801100")
        try stage.press(.tab)
        try stage.type("龙凤镇")
        try stage.press(.control("s"))
        #expect(stage.row(2) == " 总览 > 搬家  第 1/6 行")
        #expect(stage.text.contains("乡镇 1，支部 0，党小组 0"))
    }

    @Test("The third door begins with the township, and goes on where branches are added")
    func empty() throws {
        var stage = try Stage(Ledger.inMemory())
        try stage.press(.down, .down, .enter)
        try stage.type("422801100")
        try stage.press(.tab)
        try stage.type("龙凤镇")
        try stage.press(.control("s"))
        #expect(stage.row(2).contains("名册：组织"))
        #expect(stage.text.contains("接着按 F5 登记支部"))
        try stage.press(.text("1"))
        Golden.expect(stage.frame, "first-steps-80x24")
    }

    @Test("Four lines say where to start while nobody is paired and nothing was held, and no longer")
    func firstSteps() throws {
        var stage = try Stage(Longfeng.shared.get(), today: "2016-06-30")
        #expect(!stage.text.contains("F5  搬家"))
        stage = try Stage(Longfeng.shared.get(), today: "2010-06-30")
        #expect(stage.text.contains("F5  搬家"))
        try stage.press(.function(5))
        #expect(stage.row(2).contains("搬家"))
    }

    // MARK: - The sample in an own ledger

    private func loaded() throws -> Stage {
        var stage = try Stage(Longfeng.load())
        try stage.press(.text("r"), .text("3"))
        try stage.type("学党章")
        try stage.press(.control("s"))
        let sample = try stage.ledger.loadedSample()
        try stage.find(#require(sample))
        return stage
    }

    @Test("A sample in the own ledger is said at the start and in the header, and goes after one question")
    func clearing() throws {
        var stage = try loaded()
        #expect(stage.row(0).hasSuffix(" [示例] ^P 可清掉"))
        try stage.press(.control("p"))
        try stage.type("清掉")
        try stage.press(.enter)
        #expect(stage.row(2) == " 清掉示例？")
        #expect(stage.text.contains("装入以后又办了 1 件事，也一并撤销"))
        try stage.press(.text("y"))
        #expect(stage.row(2) == " 欢迎" && stage.row(0).contains("（空台账）"))
        #expect(stage.text.contains("清掉示例：撤销第 1 条和以后的 1 条；台账空了。要找回：zhibu undo 3"))
        #expect(try stage.ledger.isEmpty())
    }

    @Test("Whoever may not clear the sample is offered nothing of it; who reads nothing begins with the officers")
    func withoutTheRight() throws {
        let loaded = try Longfeng.shared.get().loadedSample()
        let sample = try #require(loaded)
        let (start, today) = (try #require(Day("2016-01-01")), try #require(Day("2016-06-30")))
        let places: [(Role, String)] = [
            (.administrator, " 总览 > 经办人与权限"), (.secretary, " 总览  "), (.viewer, " 总览  "), (.office, " 总览  "),
        ]
        for (role, place) in places {
            let grant = OfficerGrant(
                account: "li", name: "李娟", role: role, range: "422801100", startedOn: start)
            let permission = Permission(of: "li", on: today, [grant]) { _ in false }
            var stage = try Stage(Longfeng.shared.get(), permission: permission)
            #expect(stage.row(2).hasPrefix(place), "\(role): \(stage.row(2))")
            try stage.find(sample)
            let isOffered = role == .office
            #expect(stage.row(0).hasSuffix(isOffered ? " [示例] ^P 可清掉" : " [示例] 李娟"), "\(role)")
            #expect(stage.text.contains("这本台账里装着龙凤镇示例，人物全是虚构") && stage.text.contains("要清掉") == isOffered)
            try stage.press(.control("p"))
            try stage.type("清掉")
            #expect(stage.text.contains("清掉示例") == isOffered, "\(role)")
        }
    }

    @Test("The files of the sample hold the person by whom it is known")
    func marker() throws {
        let sample = try Longfeng.shared.get().loadedSample()
        #expect(sample == LoadedSample(entry: 1, later: 0, isAll: true))
    }
}
