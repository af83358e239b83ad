import Foundation
import TerminalUI
import TestSupport
import Testing

/// What outlives a run of the dashboard, by signals, crashes and keys.
@Suite struct StateTests {
    private let state = ".local/state/zhibu"

    /// The board with a form half filled: one field left, the next being typed.
    private func halfFilled(_ folder: Folder) throws -> Board {
        let board = try Board.opened(folder)
        try board.press("r2", until: "记活动：主题活动")
        try board.press("慰问老党员\t\t", until: "慰问老党员")
        return board
    }

    private func resume(_ folder: Folder) throws {
        let board = try Board(folder)
        try #require(board.shows("上次没填完：“记活动：主题活动”"), "\(board.text)")
        board.settle()
        try board.press("r2", until: "接着上次填的")
        #expect(board.text.contains("慰问老党员"))
        try board.press(Board.Keys.save, until: "已保存")
        board.quit()
        #expect(try folder.names(state).filter { $0.hasPrefix("draft") }.isEmpty)
        #expect(try Program.run(["journal"], in: folder).output.contains("看板"))
    }

    @Test(
        "A form half filled in is there after a signal, a dropped line, a kill; once saved no draft is left",
        arguments: [SIGHUP, SIGTERM, SIGKILL])
    func drafts(signal: Int32) throws {
        let folder = try SmallTown.imported()
        let board = try halfFilled(folder)
        board.session.send(signal: signal)
        _ = board.session.waitForExit()
        try resume(folder)
    }

    @Test("Broken off in the midst of a save that did save: the next start says so, and keeps no draft")
    func savedUnseen() throws {
        let folder = try SmallTown.imported()
        let board = try halfFilled(folder)
        board.session.hangUp()
        _ = board.session.waitForExit()
        let mark = try RawDatabase(folder.database).value("SELECT mark FROM journal")
        let name = try #require(try folder.names(state).first { $0.hasPrefix("draft") })
        let lines = try folder.read(state + "/" + name).split(separator: "\n")
        let sent = lines.prefix(2) + ["mark\t\(try #require(mark))"] + lines.dropFirst(2)
        try folder.write(state + "/" + name, sent.joined(separator: "\n") + "\n")
        let next = try Board(folder)
        #expect(next.shows("上次退出时正在保存的“记活动：主题活动”已经保存，不用再填"), "\(next.text)")
        next.quit()
        #expect(try folder.names(state).filter { $0.hasPrefix("draft") }.isEmpty)
    }

    @Test("Going on from another screen, the heading still says which township")
    func town() throws {
        let folder = try SmallTown.imported()
        let first = try Board.opened(folder)
        try first.press("7", until: "名册：人员")
        first.quit()
        let next = try Board(folder)
        try #require(next.shows("名册：人员"), "\(next.text)")
        #expect(next.text.contains("支部台账  试验镇  截至"))
        next.quit()
    }

    @Test("What was being filled in when the line dropped is there too; only its owner may read the file")
    func hangUp() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        try board.press("r2", until: "记活动：主题活动")
        try board.press("慰问老党员", until: "慰问老党员")
        board.session.hangUp()
        #expect(board.session.waitForExit(milliseconds: 2_000) == .status(128 + SIGHUP))
        #expect(try folder.mode(state) == 0o700)
        let names = try folder.names(state)
        #expect(names.count == 2)
        for name in names { #expect(try folder.mode(state + "/" + name) == 0o600) }
        try resume(folder)
    }

    @Test(
        "Quitting and opening come back to the screen, the row and the search; another ledger begins with the overview")
    func screen() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        try board.press("7", until: "[7名册]")
        try board.press("\u{1B}[B\u{1B}[B", until: "第 3/4 行")
        board.quit()
        let next = try Board(folder)
        try #require(next.shows("[7名册]") && next.shows("第 3/4 行"), "\(next.text)")
        next.quit()
        let other = try Board(folder, ["ZHIBU_DATABASE": folder.path + "/other.db"])
        #expect(other.shows("这本台账还是空的"))
        other.quit()
    }

    @Test("A damaged state file is said, and the overview begins; damaged drafts too; the next time all is well")
    func corrupt() throws {
        let folder = try SmallTown.imported()
        let half = try halfFilled(folder)
        half.session.send(signal: SIGHUP)
        #expect(half.session.waitForExit() == .status(128 + SIGHUP))
        for name in try folder.names(state) { try folder.write(state + "/" + name, "\u{0}胡话\n\u{1B}]0;x") }
        let board = try Board(folder)
        #expect(board.shows("[1总览]") && board.shows("已损坏"))
        board.quit()
        let next = try Board.opened(folder)
        #expect(!next.text.contains("已损坏"))
        next.quit()
    }

    @Test("A file of views that cannot be read is said and never replaced: keeping one tells to move it away first")
    func spoiltViews() throws {
        let folder = try SmallTown.imported()
        func keep(_ name: String, until text: String) throws {
            let board = try Board(folder)
            try board.press("17l", until: "：列")
            try board.press("\u{13}", until: "存视图")
            try board.press("\(name)\u{13}", until: text)
            board.quit()
        }
        try keep("一号", until: "已存视图“一号”")
        let views = try #require(try folder.names(state).first { $0.hasPrefix("views-") })
        #expect(try folder.read(state + "/" + views).contains("一号"))
        try folder.write(state + "/" + views, "胡话")
        try keep("二号", until: "移走以后才能存")
        #expect(try folder.read(state + "/" + views) == "胡话")
    }

    @Test("A state folder that cannot be written is said at the form and at the end, and all else works")
    func noState() throws {
        let folder = try SmallTown.imported()
        try folder.write(".local/state", "不是文件夹")
        let board = try Board.opened(folder)
        try board.press("r2", until: "记活动：主题活动")
        try board.press("慰问\t\t", until: "写不进")
        try board.press(Board.Keys.escape, until: "未保存")
        board.session.type("q")
        #expect(board.session.waitForExit() == .status(0))
        #expect(board.text.contains("下次打开不会回到这一屏"))
    }
}

/// Several processes on one ledger, as one of them sees it.
@Suite struct LiveTests {
    private let record = "zhibu record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title 外面记的"

    @Test(
        "What is entered elsewhere appears within a second without a key; then it never wakes; what it saved itself is not drawn again"
    )
    func change() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        try board.press("6", until: "[6活动]")
        #expect(!board.text.contains("外面记的"))
        #expect(try Program.shell("ZHIBU_OFFICER=王建国; export ZHIBU_OFFICER; " + record, in: folder).status == 0)
        #expect(board.shows("外面记的", within: 1_000))
        #expect(board.shows("刚有改动：王建国", within: 1_000))
        #expect(try Program.shell("ZHIBU_OFFICER=李娟; export ZHIBU_OFFICER; " + record, in: folder).status == 0)
        #expect(board.shows("刚有改动：李娟", within: 1_000))
        board.settle()
        board.session.forgetOutput()
        let before = try WakeUps(board.session.process)
        board.session.readUntilQuiet(1_500)
        #expect(try WakeUps(board.session.process) == before)
        #expect(board.session.output.isEmpty)
        board.quit()
    }

    @Test("Reading the ledger and changes of other files do not wake the dashboard")
    func readers() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        board.session.readUntilQuiet(500)
        board.session.forgetOutput()
        let before = try WakeUps(board.session.process)
        #expect(try Program.run(["status"], in: folder).status == 0)
        try folder.write("export.csv", "x")
        board.session.readUntilQuiet(500)
        #expect(try WakeUps(board.session.process) == before)
        #expect(board.session.output.isEmpty)
        board.quit()
    }

    @Test("The welcome of an empty ledger: an import elsewhere shows its figures at once")
    func welcome() throws {
        let folder = try SmallTown.written()
        let board = try Board(folder)
        try #require(board.shows("这本台账还是空的"))
        board.settle()
        #expect(try Program.run(["import", "town"], in: folder).status == 0)
        #expect(board.shows("试验镇") && board.shows("甲村"))
        board.quit()
    }

    @Test("Two change one person: the later sees both sides and who was first; having chosen, both changes are there")
    func conflict() throws {
        let folder = try SmallTown.imported()
        let first = try Board.opened(folder, ["ZHIBU_OFFICER": "王建国"])
        let second = try Board.opened(folder, ["ZHIBU_OFFICER": "李娟"])
        for board in [first, second] {
            try board.press("7", until: "[7名册]")
            try board.press("e", until: "修改人员")
        }
        try first.press("甲" + Board.Keys.save, until: "已保存")
        try second.press("乙" + Board.Keys.save, until: "两人改了同一条")
        #expect(second.text.contains("王建国") && second.text.contains("我填") && second.text.contains("对方已存"))
        try second.press("1", until: "你填的都在")
        try second.press(Board.Keys.save, until: "已保存")
        first.quit()
        second.quit()
        let journal = try Program.run(["journal", "--limit", "2"], in: folder).output
        #expect(journal.contains("王建国") && journal.contains("李娟"))
    }
}
