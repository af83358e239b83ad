import Foundation
import TerminalUI
import TestSupport
import Testing

/// 设置: the answers that are kept for a terminal.
@Suite struct SettingsTests {
    @Test(
        "A terminal where “” takes two cells: it answers and is laid out so; without an answer one cell, measured once, remembered, right the next time"
    )
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

    @Test(
        "Settings hold over the terminal's answer, the variable over settings, the option over the variable; taken back the terminal is heard again"
    )
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

    @Test("Settings that cannot be kept: it says why, and they hold for this run")
    func unwritable() throws {
        let folder = try SmallTown.imported()
        try folder.write(".config", "一个文件")
        let board = try opened(folder)
        try board.press(Board.Keys.enter, until: "设置没有存上")
        board.quit()
    }

    @Test(
        "The mouse is not listened to by default; switched on, wheel and clicks work and are remembered; at the end it is off"
    )
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

    @Test("Suspended, the terminal is the shell's; fg brings it back, the mouse off and on with it")
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

    @Test("--no-color sends no colours")
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
