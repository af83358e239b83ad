import Foundation
import TerminalUI
import TestSupport
import Testing

/// The dashboard on terminals of every size and kind.
@Suite struct BoardTerminalTests {
    @Test("窗口反复变大变小，最后和原来一样")
    func resizeStorm() throws {
        let board = try Board.opened(SmallTown.imported())
        let before = board.text
        let sizes = [(5, 20), (1, 1), (2, 3), (60, 200), (1, 300), (100, 1), (24, 80)]
        for pause in [0, 40] {
            for (rows, columns) in sizes {
                board.session.resize(Size(columns: columns, rows: rows))
                board.session.readUntilQuiet(pause)
            }
            #expect(board.session.waitUntil { $0.text == before })
        }
        #expect(board.session.screen.violations.isEmpty)
        board.quit()
    }

    @Test("从 2x5 的窗口启动；不到 60x15 只有一行字；放大后照常")
    func smallWindow() throws {
        let folder = try SmallTown.imported()
        let board = try Board(folder, size: Size(columns: 5, rows: 2))
        #expect(board.session.waitUntil { $0.modes.contains(1049) && !$0.text.allSatisfy { " \n".contains($0) } })
        board.session.resize(Size(columns: 59, rows: 15))
        #expect(board.shows("请放大窗口：至少 60x15，现在 59x15"))
        board.settle()
        #expect(board.lines.filter { !$0.isEmpty }.count == 1)
        board.session.resize(Size(columns: 80, rows: 24))
        #expect(board.shows("[1总览]"))
        board.settle()
        #expect(board.text == (try Board.opened(folder).text))
        board.quit()
    }

    @Test("TERM=dumb 改为逐行问答，说明原因，没有一个控制序列")
    func dumbTerminal() throws {
        let folder = try SmallTown.imported()
        let board = try Board(folder, ["TERM": "dumb"])
        #expect(board.shows("改为逐行问答") && board.shows("请输入："))
        board.session.type("2\r")
        #expect(board.shows("没有党小组，五个一不考核"))
        board.session.type("q\r")
        #expect(board.session.waitForExit() == .status(0))
        #expect(board.isRestored)
        #expect(!board.session.output.contains(0x1B))
        // The folder goes with its last use.
        #expect(try Program.run(["check"], in: folder).status == 0)
    }

    @Test(
        "不认识的、老的终端，C 区域，都显示中文",
        arguments: [
            ["TERM": "nonsense"], ["TERM": "vt100"], ["TERM": "linux"], ["LC_ALL": "C"], ["TERM": "../x"],
            ["TERM": "screen-256color"],
        ])
    func otherTerminals(settings: [String: String]) throws {
        let board = try Board.opened(SmallTown.imported(), settings)
        #expect(board.text.contains("试验镇") && board.text.contains("甲村"))
        #expect(board.session.screen.violations.isEmpty)
        board.quit()
    }

    @Test("NO_COLOR 不发颜色，默认发；两种都不收鼠标", arguments: [true, false])
    func colours(isOff: Bool) throws {
        let board = try Board.opened(SmallTown.imported(), isOff ? ["NO_COLOR": "1"] : [:])
        for key in ["3", "4", "6", "1"] { try board.press(key, until: "[\(key)") }
        board.quit()
        let codes = graphics(board.session.output)
        let colours = codes.filter { (30...49).contains($0) && $0 != 39 && $0 != 49 || (90...107).contains($0) }
        #expect(colours.isEmpty == isOff, "\(colours)")
        let text = String(decoding: board.session.output, as: UTF8.self)
        for mode in ["1000", "1002", "1003", "1006"] { #expect(!text.contains("\u{1B}[?\(mode)h")) }
    }

    @Test("没有人动它时，一个字节不发，一次也不醒")
    func idle() throws {
        let board = try Board.opened(SmallTown.imported())
        try board.press("2", until: "[2支部]")
        board.session.readUntilQuiet(1_000)
        board.session.forgetOutput()
        let before = try WakeUps(board.session.process)
        board.session.readUntilQuiet(3_000)
        #expect(try WakeUps(board.session.process) == before)
        #expect(board.session.output.isEmpty)
        board.quit()
    }

    /// The numbers of all SGR sequences.
    private func graphics(_ output: [UInt8]) -> [Int] {
        let text = String(decoding: output, as: UTF8.self)
        return text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";").compactMap { Int($0) } }
    }
}
