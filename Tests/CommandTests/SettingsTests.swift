import Foundation
import TerminalUI
import TestSupport
import Testing

/// 设置: the answers that are kept for a terminal.
@Suite struct SettingsTests {
    @Test("“”占两格的终端：自己答了就按它排；不答就按一格排，校准后记住，下次不问也对")
    func calibrates() throws {
        let folder = try SmallTown.imported()
        let answering = try opened(folder, ambiguous: .wide)
        #expect(isLinedUp(answering))
        answering.quit()
        let silent = try opened(folder, ambiguous: .wide, answers: false)
        #expect(!isLinedUp(silent))
        try silent.press("\u{1B}[B" + Board.Keys.enter, until: "先按两格排")
        #expect(isLinedUp(silent))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/.config/zhibu/settings"))
        try silent.press("\u{1B}[A" + Board.Keys.enter, until: "已记住：这些字在这台终端上占两格")
        silent.quit()
        #expect(try folder.read(".config/zhibu/settings") == "ambiguous xterm-256color = wide\n")
        #expect(try folder.mode(".config/zhibu/settings") == 0o600)
        let next = try opened(folder, ambiguous: .wide, answers: false)
        #expect(isLinedUp(next))
        next.quit()
        let other = try opened(folder, ["TERM": "xterm"], answers: false)
        #expect(isLinedUp(other))
        other.quit()
    }

    @Test("设置比终端的回答算数，变量比设置算数，选项比变量算数；收回后又听终端的")
    func precedence() throws {
        let folder = try SmallTown.imported()
        try folder.write(".config/zhibu/settings", "# 备注\nlater = 1\nambiguous xterm-256color = narrow\n")
        let set = try opened(folder, ambiguous: .wide)
        #expect(!isLinedUp(set))
        try set.press("\u{1B}[B\u{1B}[B" + Board.Keys.enter, until: "由终端自己说")
        #expect(isLinedUp(set))
        set.quit()
        #expect(try folder.read(".config/zhibu/settings") == "# 备注\nlater = 1\n")
        let told = try opened(folder, ["ZHIBU_AMBIGUOUS": "narrow"], ambiguous: .wide)
        #expect(!isLinedUp(told))
        told.quit()
        let asked = try opened(
            folder, ["ZHIBU_AMBIGUOUS": "narrow"], ambiguous: .wide, arguments: ["--ambiguous", "auto"])
        #expect(isLinedUp(asked))
        asked.quit()
        let wrong = try Board(folder, ["ZHIBU_AMBIGUOUS": "宽"])
        #expect(wrong.session.waitForExit() == .status(64))
        #expect(wrong.text.contains("可选：auto、narrow、wide"))
    }

    @Test("设置存不上：说明原因，这次照样能用")
    func unwritable() throws {
        let folder = try SmallTown.imported()
        try folder.write(".config", "一个文件")
        let board = try opened(folder)
        try board.press(Board.Keys.enter, until: "设置没有存上")
        board.quit()
    }

    @Test("鼠标：默认不收；打开后滚轮、点击有用，记住后下次也收；退出时关掉")
    func mouse() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        #expect(!sent(board, "\u{1B}[?1000h"))
        try board.press("\u{1B}[24~", until: "鼠标已打开")
        #expect(sent(board, "\u{1B}[?1000h\u{1B}[?1006h"))
        #expect(board.session.screen.modes.isSuperset(of: [1000, 1006]))
        try board.press("\u{1B}[<0;18;2M\u{1B}[<0;18;2m", until: "[3待办]")
        try board.press("\u{1B}[<65;5;10M", until: "第 4/")
        try board.press("1", until: "[1总览]")
        board.quit()
        let again = try opened(folder)
        #expect(!sent(again, "\u{1B}[?1000h"))
        try again.press("\u{1B}[B\u{1B}[B\u{1B}[B" + Board.Keys.enter, until: "鼠标已打开，以后也开着")
        try again.press("\u{1B}", until: "F7最差")
        again.quit()
        let kept = try Board.opened(folder)
        #expect(sent(kept, "\u{1B}[?1000h"))
        kept.session.send(signal: SIGTERM)
        #expect(kept.session.waitForExit() == .status(128 + SIGTERM))
        #expect(kept.isRestored)
    }

    @Test("挂起：终端还给命令行，fg 回来，鼠标也跟着关和开")
    func suspending() throws {
        let folder = try SmallTown.imported()
        let session = try PtySession(
            ["/bin/bash", "--norc", "-i"], environment: folder.terminalEnvironment.merging(["PS1": "shell$ "]) { $1 })
        #expect(session.waitUntil { $0.text.contains("shell$") })
        session.type("\(Program.path)\r")
        #expect(session.waitUntil(milliseconds: 10_000) { $0.text.contains("[1总览]") })
        session.type("\u{1B}[24~\u{1C}")
        #expect(session.waitUntil { !$0.alternate && $0.text.contains("Stopped") })
        #expect(session.screen.modes.isDisjoint(with: [1000, 1006, 1049]))
        session.type("fg\r")
        #expect(session.waitUntil { $0.alternate && $0.text.contains("挂起后已回来") && $0.modes.contains(1000) })
        session.type("q")
        #expect(session.waitUntil { !$0.alternate && $0.modes.isDisjoint(with: [1000, 1006]) })
    }

    @Test("--no-color 不发颜色")
    func colourless() throws {
        let board = try Board.opened(SmallTown.imported(), arguments: ["--no-color"])
        for key in ["3", "4", "6", "1"] { try board.press(key, until: "[\(key)") }
        board.quit()
        #expect(String(decoding: board.session.output, as: UTF8.self).matches(of: /\u{1B}\[[0-9;]*3[0-7]m/).isEmpty)
    }

    /// The dashboard at its settings.
    private func opened(
        _ folder: Folder, _ settings: [String: String] = [:], ambiguous: AmbiguousWidth = .narrow, answers: Bool = true,
        arguments: [String] = []
    ) throws -> Board {
        let board = try Board.opened(
            folder, settings, ambiguous: ambiguous, answers: answers, arguments: arguments)
        try board.press(",", until: "这些字对齐吗")
        return board
    }

    /// Whether both lines of the ruler end in the same column, on the screen as it is.
    private func isLinedUp(_ board: Board) -> Bool {
        let frame = board.session.screen.frame
        func end(_ row: Int) -> Int? { (0..<40).first { frame[row, $0].text == "|" } }
        return end(5) != nil && end(5) == end(6)
    }

    private func sent(_ board: Board, _ sequence: String) -> Bool {
        String(decoding: board.session.output, as: UTF8.self).contains(sequence)
    }
}
