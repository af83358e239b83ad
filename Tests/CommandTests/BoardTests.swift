import Foundation
import TestSupport
import Testing

/// The dashboard on the small town, by keys, from the first screen to the last.
@Suite struct BoardTests {
    @Test(
        "Opens with figures; an activity entered in a branch, its Han coming byte by byte, changes the figures and is in the ledger"
    )
    func recordsByKeys() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        #expect(board.lines[0].hasPrefix(" 支部台账  试验镇  截至 "))
        #expect(board.text.contains("1/2"))
        try board.press(Board.Keys.enter, until: "总览 > 甲村")
        #expect(board.text.contains("0/4"))
        try board.press("r", until: "记活动：选类型")
        try board.press("2", until: "记活动：主题活动")
        board.session.type("慰问老党员", millisecondsBetweenBytes: 15)
        try #require(board.shows("慰问老党员"))
        try board.press(Board.Keys.save, until: "已保存")
        #expect(board.shows("；主题活动 0/4 → 1/4"))
        #expect(board.lines[4].contains("1/4"))
        let titles = try RawDatabase(folder.database).column(
            "SELECT title FROM activity WHERE kind = '主题活动' ORDER BY held_on")
        #expect(titles == ["学雷锋", "慰问老党员"])
        board.quit()
        #expect(try Program.run(["check"], in: folder).status == 0)
    }

    @Test(
        "A y that came before the question is no answer: uy pasted without brackets writes nothing; seen and pressed again it counts"
    )
    func answersSeenQuestionsOnly() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        try board.press(Board.Keys.enter, until: "总览 > 甲村")
        try board.press("r3", until: "记活动：主题党日")
        try board.press("学党章" + Board.Keys.save, until: "已保存")
        func entries() throws -> Int? {
            try RawDatabase(folder.database).value("SELECT count(*) FROM journal").flatMap { Int($0) }
        }
        let before = try #require(try entries())
        try board.press("uy", until: "撤销流水第")
        #expect(try entries() == before)
        board.session.type("y")
        #expect(board.shows("已保存：撤销"))
        #expect(try entries() == before + 1)
        board.quit()
    }

    @Test("[ goes to the end of the month before, = back to today, and every screen follows")
    func movesTheMonth() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        let present = String(board.lines[0])
        try board.press("[", until: "截至 \(lastDayOfLastMonth)（往日")
        try board.press("3", until: "[3待办]")
        #expect(board.lines[0].contains("截至 \(lastDayOfLastMonth)（往日"))
        board.session.type("=")
        #expect(board.session.waitUntil { $0.text.hasPrefix(present) })
        board.quit()
    }

    @Test(
        "A signal ends the dashboard: 128 + n, and the terminal is restored",
        arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func signals(number: Int32) throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        #expect(!board.session.isCooked)
        #expect(board.session.screen.modes.isSuperset(of: [1049, 2004]))
        board.session.send(signal: number)
        #expect(board.session.waitForExit() == .status(128 + number))
        #expect(board.isRestored)
    }

    @Test(
        "A terminal that hangs and takes nothing: a signal ends the dashboard all the same",
        arguments: [SIGTERM, SIGHUP])
    func frozen(number: Int32) throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        // More than a pseudo-terminal holds, and nobody reads it.
        board.session.type(String(repeating: Board.Keys.repaint, count: 200))
        #expect(board.session.waitForExitUnread(milliseconds: 300) == .running)
        board.session.send(signal: number)
        #expect(board.session.waitForExitUnread() == .status(128 + number))
    }

    @Test("A dropped line: it ends within two seconds and does not spin", arguments: [false, true])
    func hangUp(inForm: Bool) throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        if inForm {
            try board.press("r2", until: "记活动：主题活动")
            try board.press("半句", until: "半句")
        }
        board.session.hangUp()
        #expect(board.session.waitForExit(milliseconds: 2_000) == .status(128 + SIGHUP))
        #expect(board.session.processorMilliseconds.map { $0 < 1_000 } ?? false)
        #expect(try Program.run(["check"], in: folder).status == 0)
    }

    private var lastDayOfLastMonth: String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        let parts = calendar.dateComponents([.year, .month], from: Date())
        let first = calendar.date(from: parts) ?? Date()
        let day = calendar.dateComponents([.year, .month, .day], from: first.addingTimeInterval(-3_600))
        let texts = [day.year, day.month, day.day].map { String($0 ?? 0) }
        return texts.map { $0.count < 2 ? "0" + $0 : $0 }.joined(separator: "-")
    }
}
