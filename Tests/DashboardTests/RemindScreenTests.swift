import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// 催办: the message that officers send, from a key to where it goes.
@Suite("Reminding")
struct RemindScreenTests {
    /// The message of 猫子山村 from the overview.
    private func stage(_ abilities: Abilities = .none, language: Language = .chinese) throws -> Stage {
        var stage = try Stage(Longfeng.shared.get(), language: language, abilities: abilities)
        try stage.select("猫子山村")
        try stage.press(.text("c"))
        return stage
    }

    @Test("shows what the branch owes, from overview, branch and worklist alike")
    func fromAnywhere() throws {
        let overview = try stage()
        Golden.expect(overview.frame, "remind-80x24")
        #expect(overview.text.contains("1. 主题党日没有开：2 月、4 月、5 月，已逾期，请尽快补办"))
        var branch = try Stage.longfeng()
        try branch.select("猫子山村")
        try branch.press(.enter, .modified(.alt, .text("c")))
        var worklist = try Stage.longfeng()
        try worklist.press(.text("3"))
        try worklist.select("逾期 主题党日 猫子山村")
        try worklist.press(.text("c"))
        let message = { (stage: Stage) in stage.text.split(separator: "\n").filter { $0.contains("主题党日没有开") } }
        #expect(message(branch) == message(overview) && message(worklist) == message(overview))
    }

    @Test("copies it where the terminal takes that, and says else that it is to be copied by hand")
    func copying() throws {
        var able = try stage(Abilities(copies: true))
        #expect(!able.text.contains("不接受程序的复制"))
        try able.press(.text("1"))
        #expect(able.copied.count == 1 && able.copied[0].hasPrefix("猫子山村：您好！截至 2016-06-30，还有 "))
        #expect(able.text.contains("已交给终端复制"))
        let unable = try stage()
        #expect(unable.text.contains("不接受程序的复制") && !unable.text.contains("1  复制"))
    }

    @Test("writes it into a file, as text and as a calendar, in the folder of the last time")
    func files() throws {
        for (digit, ending) in [("1", "txt"), ("2", "ics")] {
            var stage = try stage()
            try stage.press(.text(digit))
            #expect(stage.text.contains("/home/lijuan"))
            try stage.press(.control("s"))
            let job = try #require(stage.printed.last)
            #expect(job.name.hasPrefix("猫子山村-") && job.name.hasSuffix("-2016-06-30.\(ending)"))
            guard case .reminders(let file) = job.content else {
                Issue.record("\(job.content)")
                return
            }
            let text = file.text(madeAt: "2016-06-30T08:15:00Z")
            #expect(text.hasPrefix(ending == "ics" ? "BEGIN:VCALENDAR\r\n" : "猫子山村：您好！"))
            #expect(!text.contains("店子槽村"))
        }
    }

    @Test("makes the name of the written file a link where the terminal opens links")
    func link() throws {
        for isAble in [true, false] {
            var stage = try stage(Abilities(links: isAble))
            try stage.press(.text("1"), .control("s"))
            try stage.finishPrinting(.written("/home/lijuan/催办.txt"))
            let link = stage.frame.link
            #expect(link?.path == (isAble ? "/home/lijuan/催办.txt" : nil))
            if let link { #expect(stage.row(link.row).contains(" 已写入 /home/lijuan/催办.txt") && link.columns == 8..<29) }
            try stage.press(.down)
            #expect(stage.frame.link == nil)
        }
    }

    @Test("goes on from one branch to all, to helpers and to committee members")
    func all() throws {
        var stage = try stage()
        try stage.press(.text("3"))
        #expect(stage.text.contains("催办：支部 ") && stage.text.contains("龙凤社区：您好！"))
        try stage.press(.text("4"))
        #expect(stage.text.contains("催办：班子成员 ") && stage.text.contains("瞿远舟：您好！"))
    }

    @Test("begins with the words that were set, which are kept")
    func greeting() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text(","), .end, .up, .up, .up, .enter)
        #expect(stage.text.contains("催办的开头"))
        try stage.type("{名称}支书：还差{项数}项")
        try stage.press(.control("s"))
        #expect(stage.kept == [.greeting("{名称}支书：还差{项数}项")] && stage.text.contains("已记住"))
        try stage.press(.escape)
        try stage.select("猫子山村")
        try stage.press(.text("c"))
        #expect(stage.text.contains("猫子山村支书：还差"))
    }

    @Test("says so where nothing is owed")
    func nothing() throws {
        var stage = try Stage(Longfeng.shared.get(), today: "2016-01-01")
        try stage.press(.end, .text("c"))
        #expect(stage.text.contains("这里没有要催的"))
    }
}
