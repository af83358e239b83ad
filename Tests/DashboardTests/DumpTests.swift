import Foundation
import Ledger
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct DumpTests {
    @Test func dump() throws {
        var text = ""
        for (columns, rows) in [(60, 15), (80, 24), (100, 30)] {
            let size = Size(columns: columns, rows: rows)
            for screen in ScreenFrameTests.screens + ScreenFrameTests.interludes {
                var stage = try Stage.longfeng(size)
                for key in screen.keys { try stage.press(key) }
                text += "=== zh \(screen.name) \(columns)\n" + stage.text + "\n"
                var english = try Stage(LatinTown.shared.get(), size: size, language: .english)
                for key in LatinTown.latin(screen.keys) { try english.press(key) }
                text += "=== en \(screen.name) \(columns)\n" + english.text + "\n"
            }
        }
        try text.write(toFile: ProcessInfo.processInfo.environment["DUMP"] ?? "/dev/null", atomically: false, encoding: .utf8)
    }
}
