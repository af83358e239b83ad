import Foundation
import TerminalUI
import TestSupport
import Testing

/// Texts of a ledger cannot play with the terminal (RELIABILITY P10, TERMINAL requirement 16).
@Suite struct HostileTests {
    @Test(
        "Strange but legal texts, and control characters written into the ledger behind the program: on every screen the terminal gets only the picture",
        arguments: [false, true])
    func everyScreen(isTampered: Bool) throws {
        let folder = try isTampered ? HostileTown.tampered() : HostileTown.imported()
        let board = try Board.opened(folder, size: Size(columns: 100, rows: 30))
        for tab in ["1", "2", "3", "4", "5", "6", "7", "8"] {
            board.session.type(tab)
            try #require(board.shows("[\(tab)"))
            for key in ["", "\u{1B}[B", Board.Keys.enter, "\t", "\u{1B}[6~", "v", Board.Keys.escape] {
                board.session.type(key)
                board.session.readUntilQuiet(key == Board.Keys.escape ? 180 : 40)
                expectIntact(board, "\(tab) \(key.debugDescription)")
            }
        }
        #expect(board.session.screen.violations.isEmpty, "\(board.session.screen.violations)")
        #expect(board.session.screen.unknown.isEmpty, "\(board.session.screen.unknown)")
        #expect(String(decoding: board.session.output, as: UTF8.self).contains("恶"))
        board.session.type("\u{11}")
        #expect(board.session.waitForExit() == .status(0))
        #expect(board.isRestored)
    }

    @Test("The text output of commands holds no control and no bidirectional characters", arguments: [false, true])
    func everyReport(isTampered: Bool) throws {
        let folder = try isTampered ? HostileTown.tampered() : HostileTown.imported()
        let lines = [
            "status --as-of 2016-06-30", "status --format csv", "status --format json", "gaps", "gaps --format csv",
            "gaps --format json", "journal", "check", "export out", "form month --month 2016-06",
            "form year --as-of 2016-06-30", "form pairing --as-of 2016-06-30 --format html",
            "form household --as-of 2016-06-30", "form cooperatives --as-of 2016-06-30", "status --scope 422801100210",
            "list people", "list households --format csv", "list activities --format json", "journal --format csv",
            "journal --format json", "undo 5",
        ]
        for line in lines {
            let outcome = try Program.shell("zhibu " + line, in: folder)
            let text = outcome.output + outcome.errors
            #expect(!text.isEmpty)
            // Between forms a printer turns to the next page.
            let steering = text.unicodeScalars.filter { $0 != "\n" && $0 != "\u{0C}" && isSteering($0) }
            #expect(steering.isEmpty, "\(line): \(steering.map { String($0.value, radix: 16) })")
        }
    }

    /// The frame of the program is where it belongs, and what was drawn bit by bit is what is drawn at once.
    private func expectIntact(_ board: Board, _ place: String) {
        let before = board.lines
        #expect(before.count == 30, "\(place)")
        let isFramed = before[0].hasPrefix(" 支部台账  ") && before[0].contains("截至 ") && before[0].hasSuffix("测试员")
        #expect(isFramed, "\(place)\n\(board.text)")
        board.session.type(Board.Keys.repaint)
        board.session.readUntilQuiet(40)
        // A notice goes with the next key.
        let after = board.lines
        for row in after.indices where row != 28 { #expect(after[row] == before[row], "\(place)") }
    }

    private func isSteering(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
