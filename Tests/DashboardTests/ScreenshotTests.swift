import TerminalUI
import TestSupport
import Testing

/// The pictures of the README, drawn from the program's own frames; `make golden` draws them anew.
@Suite("The screenshots")
struct ScreenshotTests {
    @Test("show what the program shows", arguments: ["overview", "branch", "worklist"])
    func pictures(name: String) throws {
        let screen = try #require(ScreenFrameTests.screens.first { $0.name == name })
        var stage = try Stage.longfeng(Size(columns: 100, rows: 30))
        for key in screen.keys { try stage.press(key) }
        Golden.expect(stage.frame.svg, "../../assets/screenshots/\(name).svg")
    }

    @Test("show the first screen in English too")
    func english() throws {
        let stage = try Stage(Longfeng.shared.get(), size: Size(columns: 100, rows: 30), language: .english)
        Golden.expect(stage.frame.svg, "../../assets/screenshots/overview-english.svg")
    }
}
