import Foundation
import TerminalUI
import TestSupport
import Testing

/// The dashboard on terminals of every size and kind.
@Suite struct BoardTerminalTests {
    @Test("A window that grows and shrinks many times ends as it began")
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

    @Test("Starts in a window of 2x5; below 60x15 there is one line of words; larger again all is as before")
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

    @Test("TERM=dumb goes line by line, says why, and sends no control sequence")
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
        "Unknown and old terminals and the C locale show Chinese",
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

    @Test(
        "NO_COLOR sends no colours, by default they are sent; neither listens to the mouse", arguments: [true, false])
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

    @Test(
        "While nobody touches it, not a byte is sent and it never wakes, beside a preview too",
        arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)])
    func idle(size: Size) throws {
        let board = try Board.opened(SmallTown.imported(), size: size)
        try board.press("2", until: "[2支部]")
        try board.press("3", until: "[3待办]")
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
